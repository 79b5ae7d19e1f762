import type { Scope } from '../domain/facts';
import type { Value } from '../engine/types';

/** The filter that all pages share. An empty list means all. */
export interface Filter {
  years: number[];
  departments: string[];
  regions: string[];
  /** null: any scope; analyses group by scope, because 部门 and 单位 are never added. */
  scope: Scope | null;
  /** Facts that an identity contradicts are left out (the engine table `fact_states`). */
  leave_conflicts?: boolean;
}

export const NO_FILTER: Filter = { years: [], departments: [], regions: [], scope: null };

/**
 * Holds for the facts of `alias` that no identity contradicts. `fact_states` is an empty table until the checks are
 * done, so it holds for all of them before.
 */
export const soundSql = (alias: string): string =>
  `NOT EXISTS (SELECT 1 FROM fact_states WHERE fact_states.state = 'conflict' AND fact_states.doc_id = ${alias}.doc_id AND fact_states.fact_id = ${alias}.fact_id)`;

/**
 * Filter → a boolean SQL expression with its parameters, over columns of `alias`. `of` says what the alias is
 * of, where it is not called `facts` or `f`: a conflict leaves out facts alone, never documents or sentences.
 */
export function filterSql(
  filter: Filter,
  alias = 'facts',
  of: 'facts' | 'others' = alias === 'facts' || alias === 'f' ? 'facts' : 'others',
): { sql: string; params: Value[] } {
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
  if (filter.leave_conflicts && of === 'facts') parts.push(soundSql(alias));
  return { sql: parts.length ? parts.join(' AND ') : 'true', params };
}
