import Decimal from 'decimal.js';

/** Fewer members with a value than this, and no place among them is told. */
export const LEAST_PEERS = 5;

export interface Percentile {
  /** Members of the group that have a value, the department itself among them. */
  n: number;
  /** Share of the group below it, those equal to it (itself among them) counted half; 0 … 1. */
  percentile: Decimal | null;
  /** 1 is the greatest; equal values share the better place. */
  rank: number | null;
  /** Why none is told. */
  withheld: 'no_value' | 'too_few' | null;
}

/**
 * The place of a value in its group (mid-rank percentile, (below + ½ equal) ÷ n). `values` are those of all members, the
 * department's own among them; null are members without one.
 */
export function percentile(
  value: Decimal | null,
  values: readonly (Decimal | null)[],
  least: number = LEAST_PEERS,
): Percentile {
  const known = values.filter((other) => other !== null);
  const n = known.length;
  if (value === null) return { n, percentile: null, rank: null, withheld: 'no_value' };
  if (n < least) return { n, percentile: null, rank: null, withheld: 'too_few' };
  const below = known.filter((other) => other.lt(value)).length;
  const above = known.filter((other) => other.gt(value)).length;
  const equal = n - below - above;
  return { n, percentile: new Decimal(2 * below + equal).div(2 * n), rank: above + 1, withheld: null };
}
