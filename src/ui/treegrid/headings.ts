import type { TreeColumn } from './types';

/** One heading over neighbouring columns. */
export interface Heading {
  key: string;
  label: string;
  span: number;
  /** Index of its first column. */
  first: number;
}

/** The rows of headings above the leaves, outermost first: neighbours with the same groups so far are one. */
export function headingRows(columns: readonly TreeColumn[]): Heading[][] {
  const depth = columns[0]?.groups.length ?? 0;
  return Array.from({ length: depth }, (_, level) => {
    const row: (Heading & { path: string })[] = [];
    columns.forEach((column, i) => {
      const path = column.groups
        .slice(0, level + 1)
        .map((group) => group.id)
        .join('\n');
      const last = row.at(-1);
      if (last?.path === path) last.span++;
      else row.push({ key: `${level}:${i}`, label: column.groups[level]!.label, span: 1, first: i, path });
    });
    return row.map(({ path: _path, ...heading }) => heading);
  });
}

/** Columns before which a line stands: where the outermost group changes, and before totals. */
export function edges(columns: readonly TreeColumn[]): Set<number> {
  const found = new Set<number>();
  columns.forEach((column, i) => {
    const before = columns[i - 1];
    if (before === undefined) {
      if (column.groups.length > 0) found.add(i);
      return;
    }
    const changes = column.groups.some((group, level) => before.groups[level]?.id !== group.id);
    if (changes || (column.total && !before.total)) found.add(i);
  });
  return found;
}
