import { NO_FILTER, type Filter } from '../filter';

/** The budget that spending is measured against: 年初预算数 or 全年预算数. */
export const BASES = ['initial_budget', 'adjusted_budget'] as const;
export type Basis = (typeof BASES)[number];

/** What the rows are sorted by: 完成率 of the 合计, its 支出决算数, or the department's name. */
export const SORTS = ['rate', 'money', 'name'] as const;
export type Sort = (typeof SORTS)[number];

export interface ExecutionRequest {
  filter: Filter;
  basis: Basis;
  sort: Sort;
  descending: boolean;
}

export const DEFAULT_EXECUTION: ExecutionRequest = {
  filter: NO_FILTER,
  basis: 'initial_budget',
  sort: 'rate',
  descending: false,
};
