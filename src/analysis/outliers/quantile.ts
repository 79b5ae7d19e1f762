import type Decimal from 'decimal.js';

export const ascending = (values: readonly Decimal[]): Decimal[] =>
  [...values].sort((a, b) => a.comparedTo(b));

/**
 * The quantile of values in ascending order, between neighbours by their distance: the 四分位 of Excel's QUARTILE.INC
 * and of quantile_cont. `quarter` is 1, 2 (median) or 3. Throws RangeError for no values.
 */
export function quartile(sorted: readonly Decimal[], quarter: 1 | 2 | 3): Decimal {
  if (sorted.length === 0) throw new RangeError('a quantile of no values');
  const place = ((sorted.length - 1) * quarter) / 4; // quarters are exact in binary
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[below + 1] ?? low;
  return low.plus(high.minus(low).times(place - below));
}

export const median = (values: readonly Decimal[]): Decimal => quartile(ascending(values), 2);
