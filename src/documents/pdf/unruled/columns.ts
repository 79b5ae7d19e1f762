import { isTotal, type Segment } from './region';

/** The part of a page's width that a column takes, in points. */
export interface Column {
  x0: number;
  x1: number;
}

/** Blank strips narrower than this (points) part no columns. */
const GUTTER = 1;

/**
 * Columns by what no row writes across: the strips between them are blank from the first row to the last. Where the
 * widths of words are only near, words of two columns may overlap a little: a column in which rows print several
 * things side by side is parted between them. `lines`: the segments of each line.
 */
export function columnsOf(lines: readonly (readonly Segment[])[]): Column[] {
  // A centred 合计 stands across the columns of code and name.
  const counted = lines.map((line) => line.filter(({ text }) => !isTotal(text)));
  const columns: Column[] = [];
  for (const { x0, x1 } of counted.flat().sort((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last && x0 - last.x1 < GUTTER) last.x1 = Math.max(last.x1, x1);
    else columns.push({ x0, x1 });
  }
  return columns.flatMap((column) => parted(column, counted));
}

function parted(column: Column, lines: readonly (readonly Segment[])[]): Column[] {
  const held = lines.map((line) => line.filter((segment) => overlap(column, segment) > 0));
  const several = held.filter((line) => line.length > 1);
  if (several.length < 2) return [column];
  const between = several.map(([first, second]) => (first!.x1 + second!.x0) / 2).sort((a, b) => a - b);
  const at = between[Math.floor(between.length / 2)]!;
  if (at <= column.x0 || at >= column.x1) return [column];
  const right = { x0: at, x1: column.x1 };
  return [
    { x0: column.x0, x1: at },
    ...(several.some((line) => line.length > 2) ? parted(right, lines) : [right]),
  ];
}

export function overlap(a: Column, b: Column): number {
  return Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
}

/** Index of the column that a segment stands in: the one it covers most of, else the nearest. */
export function columnAt(columns: readonly Column[], segment: Column): number {
  let best = 0;
  for (let index = 1; index < columns.length; index++)
    if (overlap(columns[index]!, segment) > overlap(columns[best]!, segment)) best = index;
  return best;
}

/** Indexes of the columns that a label stands over. */
export function columnsUnder(columns: readonly Column[], label: Column): number[] {
  return columns.flatMap((column, index) => {
    const least = Math.min(column.x1 - column.x0, label.x1 - label.x0) * 0.2;
    return overlap(column, label) > Math.max(least, 0.5) ? [index] : [];
  });
}

/** The columns of the page before, where the rows of this one stand in them. */
export function carriedOver(before: readonly Column[], own: readonly Column[]): boolean {
  return own.length <= before.length && own.every((column) => columnsUnder(before, column).length === 1);
}

/** Edges of the columns: the middle of the strips between them. */
export function edgesOf(columns: readonly Column[]): number[] {
  return [
    columns[0]?.x0 ?? 0,
    ...columns.slice(1).map((column, index) => (columns[index]!.x1 + column.x0) / 2),
    columns.at(-1)?.x1 ?? 0,
  ];
}
