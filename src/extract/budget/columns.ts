import type { ColumnSpec } from '../forms/specs';

/** Columns of a table: those of the form with the place of each in the grid, and the ones that stay unread. */
export interface MatchedColumns {
  columns: ColumnSpec[];
  /** Grid column of each of `columns`. */
  at: number[];
  /** Grid columns of the same measure for another year, of changes and of rates. */
  others: number[];
}

/**
 * Which grid column holds which column of the form. A column headed by another year, 执行数, 上年 or a change is none of
 * this budget's. Where two fit, the first one wins.
 */
export function matchBudgetColumns(
  paths: readonly string[],
  wanted: readonly ColumnSpec[],
  year: number,
  from = 0,
  to = paths.length,
): MatchedColumns {
  const others = paths.flatMap((path, index) =>
    index >= from && index < to && isOtherYear(path, year) ? [index] : [],
  );
  const taken = new Set<number>(others);
  const columns: ColumnSpec[] = [];
  const at: number[] = [];
  for (const column of wanted) {
    const found = paths.findIndex(
      (path, index) =>
        index >= from &&
        index < to &&
        !taken.has(index) &&
        (column.header.test(path) || column.header.test(named(path))),
    );
    if (found < 0) continue;
    taken.add(found);
    columns.push(column);
    at.push(found);
  }
  return { columns, at, others };
}

/** A path without this year's words: `2026年预算数/合计` → `预算数/合计`. */
function named(path: string): string {
  return path.replace(/(?:19|20)\d{2}年度?/g, '');
}

function isOtherYear(path: string, year: number): boolean {
  const years = [...path.matchAll(/((?:19|20)\d{2})年?/g)].map((match) => Number(match[1]));
  if (years.length > 0 && !years.includes(year)) return true;
  return /执行数|决算数|上年(?:预算|执行|决算|数)|去年|比.{0,12}(?:增|减)|增减|增幅|同比|增长|百分比|占比/.test(
    path,
  );
}

export function isCodeColumn(path: string): boolean {
  return /(?:编码|代码|编号)(?:\/[类款项])?$/.test(path) || /(?:^|\/)[类款项]$/.test(path);
}

export function isNameColumn(path: string): boolean {
  return !isCodeColumn(path) && /(?:名称|科目|项目|用途|内容)(?:按[^/]*)?$/.test(path);
}
