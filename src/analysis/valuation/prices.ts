import Decimal from 'decimal.js';
import type { ValuationTables } from './tables';

/** Long enough that every quotient of amounts and chained indices is told from a half 分; rounded once, at the end. */
const Exact = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_EVEN });

/**
 * The factor from prices of `year` to prices of `base`, as a fraction of products of annual indices (上年 = 100):
 * multiply by `up`, divide by `down`. Null where an index between the two is missing or not above zero: nothing is
 * interpolated. The index of the earlier year itself is not needed.
 */
export function priceFactor(
  prices: ValuationTables['prices'],
  year: number,
  base: number,
): { up: Decimal; down: Decimal } | null {
  let chain = new Exact(1);
  for (let y = Math.min(year, base) + 1; y <= Math.max(year, base); y++) {
    const index = prices.get(y);
    if (!index || !index.isFinite() || index.lte(0)) return null;
    chain = chain.times(index.toString()).div(100);
  }
  const one = new Exact(1);
  return base >= year ? { up: chain, down: one } : { up: one, down: chain };
}

/** The years of `years` whose amounts cannot be told in prices of `base`, in order. */
export function yearsWithoutIndex(
  prices: ValuationTables['prices'],
  years: readonly number[],
  base: number,
): number[] {
  return years.filter((year) => priceFactor(prices, year, base) === null).sort((a, b) => a - b);
}

/** The base year in force: the one asked for, else the last year of the table; null where the table is empty. */
export function baseYear(base: number | null, prices: ValuationTables['prices']): number | null {
  if (base !== null) return base;
  return prices.size > 0 ? Math.max(...prices.keys()) : null;
}

/** An exact decimal of `amount` for chains of multiplication and division. */
export const exact = (amount: bigint): Decimal => new Exact(amount.toString());
