import type { ExecutionCell } from './cell';
import type { ExecutionRow } from './model';
import type { ExecutionRequest } from './request';

const CHINESE = new Intl.Collator('zh-Hans-CN', { numeric: true });

function byName(a: ExecutionRow, b: ExecutionRow): number {
  return (
    CHINESE.compare(a.department, b.department) ||
    CHINESE.compare(a.region, b.region) ||
    a.fiscal_year - b.fiscal_year ||
    a.doc_id.localeCompare(b.doc_id)
  );
}

type Order = Pick<ExecutionRequest, 'sort' | 'descending'>;

/**
 * Things by 完成率 or 支出决算数 of the cell that leads them, or by name. One without the figure stands last in either
 * direction; equal figures go by name. Likeness is found elsewhere: for it the start is by name.
 */
export function sortBy<T>(
  things: readonly T[],
  { sort, descending }: Order,
  lead: (thing: T) => ExecutionCell | null,
  name: (a: T, b: T) => number,
): T[] {
  const sign = descending ? -1 : 1;
  return [...things].sort((a, b) => {
    if (sort === 'name') return sign * name(a, b);
    if (sort === 'similarity') return name(a, b);
    if (sort === 'rate') {
      const [x, y] = [lead(a)?.rate ?? null, lead(b)?.rate ?? null];
      if (!x || !y) return x ? -1 : y ? 1 : name(a, b);
      return sign * x.cmp(y) || name(a, b);
    }
    const [x, y] = [lead(a)?.final ?? null, lead(b)?.final ?? null];
    if (x === null || y === null) return x !== null ? -1 : y !== null ? 1 : name(a, b);
    return sign * (x < y ? -1 : x > y ? 1 : 0) || name(a, b);
  });
}

/** Documents by their 合计. */
export function sortRows(rows: readonly ExecutionRow[], order: Order): ExecutionRow[] {
  return sortBy(rows, order, (row) => row.total, byName);
}

/** Chinese names by pinyin, numbers in them by value. */
export const compareNames = (a: string, b: string): number => CHINESE.compare(a, b);
