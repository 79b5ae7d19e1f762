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

/**
 * Rows by 完成率 or 支出决算数 of the 合计, or by name. A row without the figure stands last in either direction;
 * equal figures go by name.
 */
export function sortRows(
  rows: readonly ExecutionRow[],
  { sort, descending }: Pick<ExecutionRequest, 'sort' | 'descending'>,
): ExecutionRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (sort === 'name') return sign * byName(a, b);
    if (sort === 'rate') {
      const [x, y] = [a.total.rate, b.total.rate];
      if (!x || !y) return x ? -1 : y ? 1 : byName(a, b);
      return sign * x.cmp(y) || byName(a, b);
    }
    const [x, y] = [a.total.final, b.total.final];
    if (x === null || y === null) return x !== null ? -1 : y !== null ? 1 : byName(a, b);
    return sign * (x < y ? -1 : x > y ? 1 : 0) || byName(a, b);
  });
}
