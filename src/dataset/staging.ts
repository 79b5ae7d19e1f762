import type { Extraction } from '../domain/facts';
import type { Column, ColumnType, Value } from '../engine/types';
import { Unwritable } from './errors';
import {
  engineName,
  MONEY,
  SCHEMA,
  type PublishedColumn,
  type PublishedType,
  type TableName,
} from './schema';

/** A table about to be written: its columns in staging types and the name of each row's document. */
export type StagedTable = Column[];

/** The column that keeps the order in which rows were read. */
export const ORDINAL = 'ordinal';

const STAGED: Record<PublishedType, ColumnType> = {
  VARCHAR: 'VARCHAR',
  DATE: 'VARCHAR',
  BOOLEAN: 'BOOLEAN',
  TINYINT: 'INTEGER',
  SMALLINT: 'INTEGER',
  INTEGER: 'INTEGER',
  'DECIMAL(18,2)': 'BIGINT',
  'DECIMAL(12,4)': 'VARCHAR',
  'DECIMAL(18,4)': 'VARCHAR',
};

/** The first amount in 分 that DECIMAL(18,2) 元 cannot hold. */
const MONEY_LIMIT = 10n ** 18n;
const DECIMAL_TEXT = /^-?\d+(\.\d+)?$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const WHOLE: Partial<Record<PublishedType, number>> = {
  TINYINT: 2 ** 7,
  SMALLINT: 2 ** 15,
  INTEGER: 2 ** 31,
};

/** Why a value cannot be written to its column, or null. Money is never rounded, and nothing is coerced. */
function fault(column: PublishedColumn, value: Value): string | null {
  if (value === null) return column.required ? 'no value' : null;
  switch (column.type) {
    case 'VARCHAR':
      return typeof value === 'string' ? null : 'not text';
    case 'BOOLEAN':
      return typeof value === 'boolean' ? null : 'not true or false';
    case 'DATE':
      return typeof value === 'string' && ISO_DATE.test(value) ? null : 'not a date';
    case MONEY:
      if (typeof value !== 'bigint') return 'not 分';
      return value < MONEY_LIMIT && value > -MONEY_LIMIT ? null : `beyond ${MONEY}`;
    case 'DECIMAL(12,4)':
    case 'DECIMAL(18,4)':
      return typeof value === 'string' && DECIMAL_TEXT.test(value) ? null : 'not a decimal number';
    default: {
      const limit = WHOLE[column.type] ?? 0;
      const whole = typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < limit;
      return whole ? null : `not a ${column.type}`;
    }
  }
}

/** Places by code point, which is the order of UTF-8 bytes and of the database. */
function compare(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < x.length && i < y.length; i++) {
    const difference = x[i]!.codePointAt(0)! - y[i]!.codePointAt(0)!;
    if (difference) return difference;
  }
  return x.length - y.length;
}

/** Documents by region, department, year, kind, scope, id: whatever order they were read in. Throws on equal ids. */
export function inOrder(extractions: readonly Extraction[]): Extraction[] {
  const sorted = extractions.toSorted(({ document: a }, { document: b }) => {
    return (
      compare(a.region, b.region) ||
      compare(a.department, b.department) ||
      a.fiscal_year - b.fiscal_year ||
      compare(a.kind, b.kind) ||
      compare(a.scope, b.scope) ||
      compare(a.doc_id, b.doc_id)
    );
  });
  const files = new Map<string, string>();
  for (const { document } of sorted) {
    const other = files.get(document.doc_id);
    if (other !== undefined) {
      throw new Unwritable('documents', document.doc_id, `in two files, ${other} and ${document.file_name}`);
    }
    files.set(document.doc_id, document.file_name);
  }
  return sorted;
}

/** Extractions in order → the columns of one table, money in 分, with an ordinal. Throws Unwritable. */
export function staged(table: TableName, extractions: readonly Extraction[]): StagedTable {
  const rows = extractions.flatMap((extraction): readonly object[] =>
    table === 'documents' ? [extraction.document] : extraction[table],
  ) as Record<string, Value>[];
  const columns = SCHEMA[table].map((column): Column => {
    const values = rows.map((row) => {
      const value = row[column.name] ?? null;
      const wrong = fault(column, value);
      if (wrong) {
        throw new Unwritable(table, String(row.doc_id), `${column.name} = ${String(value)}: ${wrong}`);
      }
      return value;
    });
    return { name: engineName(column), type: STAGED[column.type], values };
  });
  return [...columns, { name: ORDINAL, type: 'INTEGER', values: rows.map((_, i) => i) }];
}

/** Years and regions of a table's rows, by the documents they come from. */
export function coverage(
  table: TableName,
  extractions: readonly Extraction[],
): { years: number[]; regions: string[] } {
  const withRows = extractions.filter((e) => table === 'documents' || e[table].length > 0);
  return {
    years: [...new Set(withRows.map((e) => e.document.fiscal_year))].sort((a, b) => a - b),
    regions: [...new Set(withRows.map((e) => e.document.region))].sort(compare),
  };
}
