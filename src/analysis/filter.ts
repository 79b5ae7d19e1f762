import type { Scope } from '../domain/facts';
import type { Value } from '../engine/types';

/** The filter that all pages share. An empty list means all. */
export interface Filter {
  years: number[];
  departments: string[];
  regions: string[];
  /** null: any scope; analyses group by scope, because 部门 and 单位 are never added. */
  scope: Scope | null;
}

export const NO_FILTER: Filter = { years: [], departments: [], regions: [], scope: null };

/** Filter → a boolean SQL expression with its parameters, over columns of `alias` (facts or documents). */
export function filterSql(filter: Filter, alias = 'facts'): { sql: string; params: Value[] } {
  const parts: string[] = [];
  const params: Value[] = [];
  const anyOf = (column: string, values: readonly Value[]) => {
    if (values.length === 0) return;
    parts.push(`${alias}.${column} IN (${values.map(() => '?').join(', ')})`);
    params.push(...values);
  };
  anyOf('fiscal_year', filter.years);
  anyOf('department', filter.departments);
  anyOf('region', filter.regions);
  anyOf('scope', filter.scope ? [filter.scope] : []);
  return { sql: parts.length ? parts.join(' AND ') : 'true', params };
}
