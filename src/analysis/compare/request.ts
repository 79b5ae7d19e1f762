import { NO_FILTER, type Filter } from '../filter';

/** Which documents are compared: 决算 of final accounts, or 年初预算 of budgets. */
export const BASES = ['final', 'initial_budget'] as const;
export type CompareBasis = (typeof BASES)[number];

/** As many departments as can be read side by side, and as few as a comparison needs. */
export const MOST_COMPARED = 12;
export const LEAST_COMPARED = 2;
/** As many as are shown where the reader chose none. */
export const SHOWN_AT_FIRST = 6;

export interface CompareRequest {
  /** Its departments are those to compare; none, or one, is filled up from the greatest by spending. */
  filter: Filter;
  /** Null: 决算, unless fewer than two departments have any. */
  basis: CompareBasis | null;
}

export const DEFAULT_COMPARE: CompareRequest = { filter: NO_FILTER, basis: null };

/** How spending is parted. */
export const STRUCTURES = ['function', 'economy', 'purpose'] as const;
export type Structure = (typeof STRUCTURES)[number];
