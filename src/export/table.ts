import type Decimal from 'decimal.js';

/** Text, an exact number, or nothing. Money comes as the exact Decimal of the unit named in the column. */
export type Cell = string | number | Decimal | null;

export interface ExportColumn {
  label: string;
  /** Written into the header: `决算数（万元）`. */
  unit?: string;
}

/** A table as it leaves the app. Every row has one cell per column. */
export interface ExportTable {
  title: string;
  columns: readonly ExportColumn[];
  rows: readonly (readonly Cell[])[];
  /** Lines under the data: filters, source, marks. */
  notes?: readonly string[];
}

/** Column heading with its unit. */
export function heading(column: ExportColumn): string {
  return column.unit ? `${column.label}（${column.unit}）` : column.label;
}
