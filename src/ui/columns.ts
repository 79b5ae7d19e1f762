import Decimal from 'decimal.js';
import { inUnit, type Fen, type Unit } from '../domain/money';
import type { Language, TermName } from '../i18n';
import {
  formatCount,
  formatDecimal,
  formatFen,
  formatPercent,
  NONE,
  unitLabel,
  type Cell,
  type EvidenceRequest,
  type ExportColumn,
} from '../state';
import type { Mark } from './marks';

/** What a cell holds: text, 分 (bigint), a ratio or number (Decimal), a count (number), or nothing. */
export type ColumnValue = string | Fen | Decimal | number | null;

export interface Column<Row> {
  key: string;
  label: string;
  /** `amount`: 分; `percent`: ratio, 1 = 100 %; `count`: whole number; `text`: text. */
  kind: 'text' | 'amount' | 'percent' | 'count';
  value: (row: Row) => ColumnValue;
  /** Heading over several columns that follow each other. */
  group?: string;
  term?: TermName;
  /** Second line of a text cell. */
  note?: (row: Row) => string | null;
  /** Why the cell is empty, or why it carries a mark. */
  reason?: (row: Row) => string | null;
  mark?: (row: Row) => Mark | null;
  evidence?: (row: Row) => EvidenceRequest | null;
  sortable?: boolean;
  /** A text of sentences, e.g. a reason: it may take several lines. */
  wrap?: boolean;
  sign?: boolean;
  decimals?: number;
}

export interface Sort {
  key: string;
  descending: boolean;
}

interface Reader {
  unit: Unit;
  language: Language;
}

/** A cell as it is shown. */
export function shownText<Row>(column: Column<Row>, row: Row, { unit, language }: Reader): string {
  const value = column.value(row);
  const style = {
    language,
    ...(column.sign ? { sign: true } : {}),
    ...(column.decimals === undefined ? {} : { decimals: column.decimals }),
  };
  if (value === null || value === '') return NONE;
  if (typeof value === 'bigint')
    return column.kind === 'amount' ? formatFen(value, unit, style) : formatCount(value, language);
  if (value instanceof Decimal) {
    return column.kind === 'percent'
      ? formatPercent(value, column.decimals ?? 1, style)
      : formatDecimal(value, column.decimals ?? 2, style);
  }
  return typeof value === 'number' ? formatCount(value, language) : value;
}

/** A cell as it is exported: exact numbers, money in the unit shown, percentages as per cent. */
export function exportCell<Row>(column: Column<Row>, row: Row, unit: Unit): Cell {
  const value = column.value(row);
  if (typeof value === 'bigint')
    return column.kind === 'amount' ? inUnit(value, unit) : new Decimal(value.toString());
  if (value instanceof Decimal && column.kind === 'percent') return value.times(100).toDecimalPlaces(4);
  return value;
}

/** The exported heading of a column, its group before it, its unit after it. */
export function exportHeading<Row>(column: Column<Row>, { unit, language }: Reader): ExportColumn {
  const label = column.group ? `${column.group} ${column.label}` : column.label;
  if (column.kind === 'amount') return { label, unit: unitLabel(unit, language) };
  return column.kind === 'percent' ? { label, unit: '%' } : { label };
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

function compare(a: ColumnValue, b: ColumnValue): number {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0;
  if (a instanceof Decimal && b instanceof Decimal) return a.comparedTo(b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** Rows in the order asked for; equal ones keep theirs, and rows without a figure always come last. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const column = columns.find((candidate) => candidate.key === sort?.key);
  if (!sort || !column) return rows;
  const keyed = rows.map((row) => ({ row, value: column.value(row) }));
  return keyed
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return sort.descending ? compare(b.value, a.value) : compare(a.value, b.value);
    })
    .map(({ row }) => row);
}
