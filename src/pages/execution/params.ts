import Decimal from 'decimal.js';
import {
  BASES,
  BRIDGE_MODES,
  DEFAULT_EXECUTION,
  DEFAULT_THRESHOLDS,
  LEVELS,
  RULES,
  SORTS,
  VIEWS,
  type BridgeMode,
  type ExecutionRequest,
  type Rule,
  type Thresholds,
} from '../../analysis/execution';
import type { Filter } from '../../analysis/filter';
import type { Params } from '../../state';

/** The orders offered: `rate` and `money` both ways, names from A, likeness. */
export const ORDERS = ['rate', '-rate', '-money', 'money', 'name', 'similarity'] as const;
export type Order = (typeof ORDERS)[number];

export function readOrder(params: Params): Order {
  return ORDERS.find((order) => order === params['sort']) ?? 'rate';
}

/** A threshold in per cent as it stands in the link or a field → a ratio within its bounds; null for anything else. */
export function readThreshold(text: string | undefined, side: keyof Thresholds): Decimal | null {
  if (text === undefined || !/^\d{1,4}(\.\d{1,2})?$/.test(text)) return null;
  const ratio = new Decimal(text).div(100);
  const [least, most] = side === 'low' ? [0, 1] : [1, 10];
  return ratio.gte(least) && ratio.lte(most) ? ratio : null;
}

/** The page's part of the link → the analysis' request; what is not understood takes its default. */
export function readRequest(params: Params, filter: Filter): ExecutionRequest {
  const order = readOrder(params);
  const descending = order.startsWith('-');
  const name = descending ? order.slice(1) : order;
  const level = LEVELS.find((each) => String(each) === params['level']) ?? DEFAULT_EXECUTION.level;
  const subject = params['subject'] ?? '';
  return {
    filter,
    level,
    basis: BASES.find((basis) => basis === params['basis']) ?? DEFAULT_EXECUTION.basis,
    view: VIEWS.find((view) => view === params['view']) ?? DEFAULT_EXECUTION.view,
    // A code of another level is none of this one's.
    subject: subject.length === level * 2 + 1 ? subject : '',
    sort: SORTS.find((sort) => sort === name) ?? DEFAULT_EXECUTION.sort,
    descending,
    thresholds: {
      low: readThreshold(params['low'], 'low') ?? DEFAULT_THRESHOLDS.low,
      high: readThreshold(params['high'], 'high') ?? DEFAULT_THRESHOLDS.high,
    },
  };
}

export const readRule = (params: Params): Rule =>
  RULES.find((rule) => rule === params['rule']) ?? 'threshold';

export const readBridgeMode = (params: Params): BridgeMode =>
  BRIDGE_MODES.find((mode) => mode === params['split']) ?? 'stages';
