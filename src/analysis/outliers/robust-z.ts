import { median } from './quantile';
import type { FlaggedValue, OutlierValue } from './outliers';

/** The third quartile of the standard normal distribution: makes the score of normal values their z. */
const NORMAL_QUARTILE = '0.6745';

/**
 * Modified z-scores, 0.6745 × (x − median) ÷ MAD, of those above the limit, furthest first. Null where the MAD is zero:
 * more than half of the values are equal, and no distance from them can be measured.
 */
export function robustScores(values: readonly OutlierValue[], limit: number): FlaggedValue[] | null {
  const middle = median(values.map(({ value }) => value));
  const deviation = median(values.map(({ value }) => value.minus(middle).abs()));
  if (deviation.isZero()) return null;
  return values
    .map(({ key, value }): FlaggedValue => {
      const score = value.minus(middle).times(NORMAL_QUARTILE).div(deviation);
      return { key, score, side: score.isNegative() ? 'low' : 'high' };
    })
    .filter(({ score }) => score.abs().gt(limit))
    .sort((a, b) => b.score.abs().comparedTo(a.score.abs()));
}
