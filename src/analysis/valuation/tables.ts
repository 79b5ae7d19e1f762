import type Decimal from 'decimal.js';
import type { StaffBasis } from './staff';

/** What amounts are valued by. */
export interface ValuationTables {
  /** Annual price index by year, the year before = 100 (居民消费价格指数, 上年 = 100: 102.1 for a rise of 2.1 %). */
  prices: ReadonlyMap<number, Decimal>;
  /** Members of staff by `staffKey(department, year)`. */
  staff: ReadonlyMap<string, bigint>;
  /** What was counted, by the same key; 年末实有人数 where it does not say. */
  staff_basis?: ReadonlyMap<string, StaffBasis>;
}

export const NO_TABLES: ValuationTables = { prices: new Map(), staff: new Map() };

/** The key of a department's staff at the end of a year: `department|year`. */
export const staffKey = (department: string, fiscalYear: number): string => `${department}|${fiscalYear}`;
