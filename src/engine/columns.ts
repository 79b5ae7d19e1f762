import {
  Bool,
  type DataType,
  Int32,
  Int64,
  makeBuilder,
  Table,
  tableToIPC,
  Utf8,
  type Vector,
} from 'apache-arrow';
import { EngineError } from './errors';
import type { Column, ColumnType } from './types';

const ARROW: Record<ColumnType, () => DataType> = {
  VARCHAR: () => new Utf8(),
  BIGINT: () => new Int64(),
  INTEGER: () => new Int32(),
  BOOLEAN: () => new Bool(),
};

/** Rows of one Arrow batch: keeps each message to some tens of megabytes. */
const BATCH = 100_000;

/**
 * Values → an Arrow vector; null is no value. Not by arrow's `vectorFromArray`, which compiles a function from text for
 * its test of nulls: the page's content security policy forbids that.
 */
function vectorOf(values: readonly unknown[], type: DataType): Vector {
  const builder = makeBuilder({ type });
  values.forEach((value, index) => {
    if (value === null || value === undefined) builder.setValid(index, false);
    else builder.set(index, value);
  });
  return builder.finish().toVector();
}

/** Columns of equal length → Arrow IPC streams to be inserted one after another; one, empty, where there is no row. */
export function* arrowBatches(columns: readonly Column[]): Generator<Uint8Array> {
  const length = columns[0]?.values.length ?? 0;
  const uneven = columns.find((column) => column.values.length !== length);
  if (!columns[0] || uneven) {
    throw new EngineError('refused', `columns of different lengths: ${uneven?.name ?? 'none given'}`);
  }
  for (let start = 0; start === 0 || start < length; start += BATCH) {
    const vectors = columns.map(({ name, type, values }) => {
      const slice = values.slice(start, start + BATCH);
      return [name, vectorOf(slice, ARROW[type]())] as const;
    });
    yield tableToIPC(new Table(Object.fromEntries(vectors)), 'stream');
  }
}
