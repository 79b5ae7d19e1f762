import { NO_FILTER, type Filter } from '../filter';

export interface ThreePublicRequest {
  filter: Filter;
}

export const DEFAULT_THREE_PUBLIC: ThreePublicRequest = { filter: NO_FILTER };

/**
 * The columns of form 09 (“三公”经费支出决算表): SG 合计 = SG1 出国 + SG2 用车 + SG3 接待; SG2 小计 = SG21 购置 + SG22 运行维护.
 */
export const COMPONENTS = ['SG', 'SG1', 'SG2', 'SG21', 'SG22', 'SG3'] as const;
export type ComponentCode = (typeof COMPONENTS)[number];

/** The components that add up to 合计 without counting twice. */
export const PARTS = ['SG1', 'SG21', 'SG22', 'SG3'] as const satisfies readonly ComponentCode[];

/** Counts of narrative 九（三）实物量. */
export const COUNTS = [
  'trips_abroad',
  'persons_abroad',
  'vehicles_bought',
  'vehicles_kept',
  'receptions',
  'guests',
  'foreign_receptions',
  'foreign_guests',
  'overseas_receptions',
  'overseas_guests',
] as const;
export type CountCode = (typeof COUNTS)[number];

/** What each component's money buys: the counts that must be there where money is, and the other way round. */
export const COUNTED_BY: Readonly<Partial<Record<ComponentCode, readonly CountCode[]>>> = {
  SG1: ['trips_abroad', 'persons_abroad'],
  SG21: ['vehicles_bought'],
  SG22: ['vehicles_kept'],
  SG3: ['receptions', 'guests'],
};
