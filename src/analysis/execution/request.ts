import Decimal from 'decimal.js';
import { NO_FILTER, type Filter } from '../filter';

/** The budget that spending is measured against: 年初预算数 or 全年预算数. */
export const BASES = ['initial_budget', 'adjusted_budget'] as const;
export type Basis = (typeof BASES)[number];

/**
 * What the rows are sorted by: 完成率, 支出决算数, the name, or likeness (rows, and columns that have no order of
 * their own, stand beside those with like rates).
 */
export const SORTS = ['rate', 'money', 'name', 'similarity'] as const;
export type Sort = (typeof SORTS)[number];

/**
 * What the heatmap crosses: each final account with its subjects, departments with years (one subject at a time), or
 * subjects with years (the departments of one scope added up).
 */
export const VIEWS = ['department_subject', 'department_year', 'subject_year'] as const;
export type View = (typeof VIEWS)[number];

/** Level of the functional classification: 1 类, 2 款, 3 项. */
export const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];

/** Digits of a functional code of a level. */
export const codeLength = (level: Level): 3 | 5 | 7 => (level === 1 ? 3 : level === 2 ? 5 : 7);

/** Rates at which a subject counts as far from its budget, as plain ratios: at or below `low`, at or above `high`. */
export interface Thresholds {
  low: Decimal;
  high: Decimal;
}

/** ±20 percentage points. */
export const DEFAULT_THRESHOLDS: Thresholds = { low: new Decimal('0.8'), high: new Decimal('1.2') };

/** What the engine is asked for: everything else is a matter of arranging its answer. */
export interface ExecutionScope {
  filter: Filter;
  level: Level;
}

export interface ExecutionRequest extends ExecutionScope {
  basis: Basis;
  view: View;
  /** Of department × year: the subject's code; '' is the 合计. */
  subject: string;
  sort: Sort;
  descending: boolean;
  thresholds: Thresholds;
}

export const DEFAULT_EXECUTION: ExecutionRequest = {
  filter: NO_FILTER,
  level: 1,
  basis: 'initial_budget',
  view: 'department_subject',
  subject: '',
  sort: 'rate',
  descending: false,
  thresholds: DEFAULT_THRESHOLDS,
};
