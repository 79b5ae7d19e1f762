import { groupRow, type TreeColumn, type TreeGroup, type TreePlace } from './types';

/** One heading over neighbouring columns. */
export interface Heading {
  key: string;
  label: string;
  span: number;
  /** Index of its first column. */
  first: number;
  /** Its group: whole title, and whether it opens and closes. */
  group: TreeGroup;
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
      else
        row.push({
          key: `${level}:${i}`,
          label: column.groups[level]!.label,
          span: 1,
          first: i,
          group: column.groups[level]!,
          path,
        });
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

/** The headings over the columns from `start` to `end`, cut to them; `first` stays the index among all columns. */
export function clipped(row: readonly Heading[], start: number, end: number): Heading[] {
  return row.flatMap((heading) => {
    const first = Math.max(heading.first, start);
    const last = Math.min(heading.first + heading.span, end);
    return last > first ? [{ ...heading, first, span: last - first }] : [];
  });
}

/** The heading of a group over a place; null where its row is none of groups. */
export function headingOver(
  groups: readonly (readonly Heading[])[],
  { row, column }: TreePlace,
): Heading | null {
  const level = groups.findIndex((_, i) => groupRow(i) === row);
  const covers = ({ first, span }: Heading) => column - 1 >= first && column - 1 < first + span;
  return (level >= 0 && groups[level]!.find(covers)) || null;
}
