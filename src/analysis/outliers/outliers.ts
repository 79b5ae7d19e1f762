import type Decimal from 'decimal.js';
import { iqrScores } from './iqr';
import { rankScores } from './rank';
import { robustScores } from './robust-z';

/**
 * - `robust_z`: distance from the median in median absolute deviations (Iglewicz and Hoaglin's modified z-score);
 * - `iqr`: distance beyond the nearer quartile in interquartile ranges (Tukey's fences);
 * - `rank`: the highest and the lowest few.
 */
export type OutlierMethod = 'robust_z' | 'iqr' | 'rank';
export const OUTLIER_METHODS: readonly OutlierMethod[] = ['robust_z', 'iqr', 'rank'];

export interface OutlierValue {
  key: string;
  value: Decimal;
}

export interface OutlierOptions {
  /** robust_z: flagged where |score| is above it; 3.5 as its authors advise. */
  threshold?: number;
  /** iqr: flagged where further than so many interquartile ranges beyond the quartile; Tukey's 1.5. */
  fence?: number;
  /** rank: so many from each end; 3. Equal values share their place, so there may be more. */
  count?: number;
  /** Fewer values than this and nothing is said of any; default: LEAST_VALUES of the method. */
  minimum?: number;
}

export interface FlaggedValue {
  key: string;
  /** robust_z: signed score; iqr: signed interquartile ranges beyond the quartile; rank: the place from its end, 1 first. */
  score: Decimal;
  side: 'high' | 'low';
}

export interface Outliers {
  method: OutlierMethod;
  /** Values looked at. */
  n: number;
  /** The furthest first. */
  flagged: FlaggedValue[];
  /** Too few values for the method: nothing was looked for. */
  withheld: boolean;
  minimum: number;
  /** No spread to measure a distance by (the middle half, or all, are equal): nothing is flagged though some may differ. */
  no_spread: boolean;
  /** The threshold, fence or count in force. */
  limit: number;
}

/** Below these a spread says nothing about the next value: the quartiles of seven values are values of their own. */
export const LEAST_VALUES: Record<OutlierMethod, number> = { robust_z: 8, iqr: 8, rank: 8 };

const DEFAULT_LIMIT: Record<OutlierMethod, number> = { robust_z: 3.5, iqr: 1.5, rank: 3 };

/**
 * Which values stand apart, by a stated method. Blank values are not to be given: they are no zeros. Order of the input
 * does not matter but for equal scores, which keep it. Throws RangeError for a limit or a minimum that makes no sense.
 */
export function outliers(
  values: readonly OutlierValue[],
  method: OutlierMethod,
  options: OutlierOptions = {},
): Outliers {
  const asked = { robust_z: options.threshold, iqr: options.fence, rank: options.count }[method];
  const limit = asked ?? DEFAULT_LIMIT[method];
  const minimum = options.minimum ?? LEAST_VALUES[method];
  if (!(limit > 0) || (method === 'rank' && !Number.isInteger(limit)) || !(minimum >= 1)) {
    throw new RangeError(`no limit of ${method}: ${limit}, from ${minimum} values`);
  }
  const said = { method, n: values.length, limit, minimum };
  if (values.length < minimum) return { ...said, flagged: [], withheld: true, no_spread: false };
  const score = { robust_z: robustScores, iqr: iqrScores, rank: rankScores }[method];
  const found = score(values, limit);
  return { ...said, flagged: found ?? [], withheld: false, no_spread: found === null };
}
