import { BASES, DEFAULT_EXECUTION, SORTS, type ExecutionRequest } from '../../analysis/execution';
import type { Filter } from '../../analysis/filter';
import type { Params } from '../../state';

/** The orders offered: `rate` and `money` both ways, names from A. */
export const ORDERS = ['rate', '-rate', '-money', 'money', 'name'] as const;
export type Order = (typeof ORDERS)[number];

export function readOrder(params: Params): Order {
  return ORDERS.find((order) => order === params['sort']) ?? 'rate';
}

/** The page's part of the link → the analysis' request; what is not understood takes its default. */
export function readRequest(params: Params, filter: Filter): ExecutionRequest {
  const order = readOrder(params);
  const descending = order.startsWith('-');
  const name = descending ? order.slice(1) : order;
  return {
    filter,
    basis: BASES.find((basis) => basis === params['basis']) ?? DEFAULT_EXECUTION.basis,
    sort: SORTS.find((sort) => sort === name) ?? DEFAULT_EXECUTION.sort,
    descending,
  };
}
