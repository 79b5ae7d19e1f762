import { isBlankMark } from '../forms/rows';
import type { Printed } from '../lines';
import type { TableRow } from './tables';

/** The amount printed in a column of a row; null for a blank, a dash or 无. */
export function amountAt(row: TableRow, column: number): Printed | null {
  const text = row.texts[column] ?? '';
  return text === '' || isBlankMark(text) || text === '无' ? null : { text, page: row.page, line: row.line };
}

/**
 * Joins the rest of names that a page break cut off to the row before; `isWhole` tells a name that stands for itself.
 * Where the format has no pages any row of names may be such a rest, if `isWhole` can tell.
 */
export function joinBrokenNames(
  rows: readonly TableRow[],
  nameColumns: readonly number[],
  isWhole: ((name: string) => boolean) | null,
): TableRow[] {
  const result: TableRow[] = [];
  for (const row of rows) {
    const before = result.at(-1);
    const onlyNames = row.texts.every((text, column) => text === '' || nameColumns.includes(column));
    if (!before || !onlyNames || (before.page === row.page && (row.page !== null || !isWhole))) {
      result.push({ ...row, texts: [...row.texts] });
      continue;
    }
    const rest = [...row.texts];
    for (const column of nameColumns) {
      const text = rest[column] ?? '';
      const start = before.texts[column] ?? '';
      if (text === '' || start === '') continue;
      if (isWhole && (isWhole(text) || (isWhole(start) && !isWhole(start + text)))) continue;
      before.texts[column] = start + text;
      rest[column] = '';
    }
    if (rest.some(Boolean)) result.push({ ...row, texts: rest });
  }
  return result;
}
