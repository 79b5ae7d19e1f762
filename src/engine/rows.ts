import { DataType, type Field, tableFromIPC, type Vector } from 'apache-arrow';
import { EngineError } from './errors';
import type { Cell, Row, Value } from './types';

type Convert = (value: unknown) => Value;

const asIs: Convert = (value) => value as Value;
/** DATE comes as the number of milliseconds or a Date, always at midnight UTC. */
const isoDate: Convert = (value) => new Date(value as number).toISOString().slice(0, 10);

/** How one value of a column becomes a plain one; refuses the types that would lose something. */
function converter(type: DataType, column: string): Convert {
  if (DataType.isInt(type) || DataType.isFloat(type) || DataType.isBool(type) || DataType.isUtf8(type))
    return asIs;
  if (DataType.isDictionary(type)) return converter(type.dictionary, column);
  if (DataType.isDate(type)) return isoDate;
  if (DataType.isNull(type)) return () => null;
  const remedy = DataType.isDecimal(type)
    ? 'DECIMAL or HUGEINT: CAST it to BIGINT (money in 分, sums, counts) or VARCHAR (rates)'
    : `${String(type)}: CAST it to VARCHAR`;
  throw new EngineError('refused', `result column ${column} is ${remedy}`);
}

function cells(vector: Vector, field: Field): Cell[] {
  const { type, name } = field;
  // Each text of an ENUM is decoded once.
  const source = DataType.isDictionary(type) ? vector.memoize() : vector;
  const out: Cell[] = new Array(source.length);
  if (DataType.isList(type)) {
    const convert = converter(type.children[0]!.type, name);
    for (let i = 0; i < source.length; i++) {
      const list = source.get(i) as Vector | null;
      out[i] = list === null ? null : Array.from(list, (v: unknown) => (v === null ? null : convert(v)));
    }
    return out;
  }
  const convert = converter(type, name);
  for (let i = 0; i < source.length; i++) {
    const value = source.get(i);
    out[i] = value === null || value === undefined ? null : convert(value);
  }
  return out;
}

/**
 * Fence 5: Arrow IPC → rows as plain objects. BIGINT is bigint, smaller integers and DOUBLE number, DATE ISO text.
 * DECIMAL and HUGEINT (which Arrow gives as unscaled 128-bit words) are refused: money crosses as BIGINT 分.
 */
export function rowsFromArrow(stream: Uint8Array): Row[] {
  const table = tableFromIPC(stream);
  const names = table.schema.fields.map((field) => field.name);
  const columns = table.schema.fields.map((field, i) => cells(table.getChildAt(i)!, field));
  return Array.from({ length: table.numRows }, (_, i) => {
    const row: Row = {};
    for (let c = 0; c < names.length; c++) row[names[c]!] = columns[c]![i]!;
    return row;
  });
}
