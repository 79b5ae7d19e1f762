import type { Params } from '../../state';
import type { TreeSort } from '../../ui/treegrid';

/** Columns by which the departments can be ranked. */
export const COLUMNS = [
  'budget',
  'final',
  'rate',
  'prior',
  'change',
  'change_rate',
  'counts',
  'cost',
] as const;
export type ColumnId = (typeof COLUMNS)[number];
const SORTED: readonly string[] = COLUMNS.filter((id) => id !== 'counts' && id !== 'cost');

/** `-final` → by 决算, greatest first; absent: the same, which is the order of the model. */
export function readTreeSort(params: Params): TreeSort {
  const text = params['sort'] ?? '';
  const column = text.replace(/^-/, '');
  if (!SORTED.includes(column)) return null;
  return { column, direction: text.startsWith('-') ? 'descending' : 'ascending' };
}

/** A click on a heading: greatest first, then least first, then the order of the model. */
export function nextTreeSort(sort: TreeSort, column: string | null): string | undefined {
  if (column === null || !SORTED.includes(column)) return undefined;
  if (sort?.column !== column) return `-${column}`;
  return sort.direction === 'descending' ? column : undefined;
}

/** Documents whose rows are opened or closed against their default. */
export function readToggled(params: Params): ReadonlySet<string> {
  return new Set((params['fold'] ?? '').split(',').filter(Boolean));
}
/** The same with one document turned. */
export function turned(toggled: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(toggled);
  if (!next.delete(id)) next.add(id);
  return next;
}
export function writeToggled(toggled: ReadonlySet<string>): string | undefined {
  return toggled.size === 0 ? undefined : [...toggled].sort().join(',');
}
