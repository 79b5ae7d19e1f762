import { DataType, tableFromIPC } from 'apache-arrow';
import type { ColumnDescription } from './types';

const WHOLE: Record<number, string> = { 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' };

/** The SQL type that Arrow gives as `type`. */
function sqlType(type: DataType): string {
  if (DataType.isDictionary(type)) return 'ENUM';
  if (DataType.isUtf8(type)) return 'VARCHAR';
  if (DataType.isBool(type)) return 'BOOLEAN';
  if (DataType.isDate(type)) return 'DATE';
  if (DataType.isInt(type)) return `${type.isSigned ? '' : 'U'}${WHOLE[type.bitWidth]}`;
  if (DataType.isFloat(type)) return type.precision === 2 ? 'DOUBLE' : 'FLOAT';
  if (DataType.isDecimal(type)) return `DECIMAL(${type.precision},${type.scale})`;
  return String(type);
}

/** The columns of an Arrow IPC stream. */
export function columnsOfArrow(stream: Uint8Array): ColumnDescription[] {
  return tableFromIPC(stream).schema.fields.map(({ name, type }) => ({ name, type: sqlType(type) }));
}
