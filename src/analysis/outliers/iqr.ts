import { ascending, quartile } from './quantile';
import type { FlaggedValue, OutlierValue } from './outliers';

/**
 * Values further than `limit` interquartile ranges above the third or below the first quartile, with that distance
 * (below: negative), furthest first. Null where the range is zero: the middle half of the values are equal.
 */
export function iqrScores(values: readonly OutlierValue[], limit: number): FlaggedValue[] | null {
  const sorted = ascending(values.map(({ value }) => value));
  const [first, third] = [quartile(sorted, 1), quartile(sorted, 3)];
  const range = third.minus(first);
  if (range.isZero()) return null;
  return values
    .flatMap(({ key, value }): FlaggedValue[] => {
      if (value.gt(third)) return [{ key, score: value.minus(third).div(range), side: 'high' }];
      if (value.lt(first)) return [{ key, score: value.minus(first).div(range), side: 'low' }];
      return [];
    })
    .filter(({ score }) => score.abs().gt(limit))
    .sort((a, b) => b.score.abs().comparedTo(a.score.abs()));
}
