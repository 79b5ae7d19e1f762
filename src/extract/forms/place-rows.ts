import { parseAmount, type Unit } from '../../domain/money';
import type { Printed } from '../lines';
import type { FormWriter } from './fact-writer';
import { type Evidence, hintsFor, rowHints } from './hints';
import { place } from './placement';
import type { FormSpec } from './specs';

/** Anything with amounts to be placed in a form's columns. */
export interface Placeable {
  /** Code or name by which another form's evidence of the row is found. */
  key?: string | null;
  level: number;
  cells: (Printed | null)[] | null;
  amounts: Printed[];
  line: number;
  page: number | null;
}

/** A row with its amounts by column, and how they got there. */
export interface PlacedRow<T> {
  row: T;
  cells: (Printed | null)[];
  note: string | null;
}

/** Places the amounts of all rows of one form; what stays open is told with its line. */
export function placeRows<T extends Placeable>(
  rows: readonly T[],
  spec: Pick<FormSpec, 'id' | 'columns' | 'rules' | 'always'>,
  unit: Unit,
  evidence: Evidence,
  writer: FormWriter,
): PlacedRow<T>[] {
  const readable = rows.map((row) => ({
    row,
    values: row.amounts.map((cell) => parseAmount(cell.text, unit)),
  }));
  const largest = readable.flatMap(({ values }) => values.map((value) => value?.resolution ?? 1n));
  const resolution = largest.length > 0 ? most(largest) : 1n;
  const result = place({
    columns: spec.columns.length,
    rules: spec.rules,
    always: spec.always,
    rows: readable.map(({ row, values }) => ({
      level: row.level,
      amounts: values.map((value) => value?.amount ?? 0n),
      resolution,
      hints: row.key ? rowHints(spec, evidence, row.key, resolution) : [],
      fixed: row.cells && row.cells.map((cell) => (cell === null ? null : row.amounts.indexOf(cell))),
    })),
    hints: hintsFor(spec, evidence, resolution),
  });
  return rows.map((row, index) => {
    const placement = result.rows[index];
    const cells = spec.columns.map((_, column): Printed | null => {
      const at = placement?.[column];
      return at === null || at === undefined ? null : (row.amounts[at] ?? null);
    });
    const open = row.amounts.filter((amount) => !cells.includes(amount));
    if (open.length > 0) {
      const why = result.ambiguous.has(index) ? '有不止一种排列满足各项合计' : '没有一种排列满足各项合计';
      writer.warn(
        'amount_unplaced',
        `第 ${row.line} 行的 ${open.map((cell) => cell.text).join('、')} 无法确定所在栏：${why}`,
        spec.id,
        row,
      );
    }
    const placed =
      row.cells || row.amounts.length === 0 ? null : 'columns told by the sums: blank cells left no trace';
    const note = placed && result.contradicted.has(index) ? `${placed}; a printed sum fails` : placed;
    return { row, cells, note };
  });
}

function most(values: readonly bigint[]): bigint {
  const counts = new Map<bigint, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
