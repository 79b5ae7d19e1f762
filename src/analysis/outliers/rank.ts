import Decimal from 'decimal.js';
import { median } from './quantile';
import type { FlaggedValue, OutlierValue } from './outliers';

/**
 * The `limit` highest and lowest values with their place from that end (equal ones share a place, and the next place
 * is left out). Values at the median belong to neither end. Null where all values are equal.
 */
export function rankScores(values: readonly OutlierValue[], limit: number): FlaggedValue[] | null {
  const middle = median(values.map(({ value }) => value));
  if (values.every(({ value }) => value.eq(middle))) return null;
  const end = (side: FlaggedValue['side']): FlaggedValue[] => {
    const sign = side === 'high' ? 1 : -1;
    const sorted = values
      .filter(({ value }) => value.comparedTo(middle) === sign)
      .sort((a, b) => sign * b.value.comparedTo(a.value));
    let place = 0;
    return sorted.flatMap(({ key, value }, i): FlaggedValue[] => {
      if (i === 0 || !sorted[i - 1]!.value.eq(value)) place = i + 1;
      return place <= limit ? [{ key, score: new Decimal(place), side }] : [];
    });
  };
  return [...end('high'), ...end('low')];
}
