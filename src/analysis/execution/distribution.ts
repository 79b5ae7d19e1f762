import type Decimal from 'decimal.js';
import { ascending, quartile } from '../outliers';
import type { ExecutionModel } from './model';
import { subjectLines } from './outlying';
import type { Member } from './pooled';

/** A step of the strip: rates in [from, to) points of per cent; the last holds all above. */
export interface Bin {
  from: number;
  /** Infinity for the last. */
  to: number;
  members: Member[];
}

export interface Distribution {
  /** Lines with a rate; negative ones are not in it. */
  n: number;
  /** As plain ratios; null of nothing. */
  quartiles: readonly [Decimal, Decimal, Decimal] | null;
  bins: Bin[];
}

/** Width of a step, and where the last begins, in points of per cent. */
export const BIN = 5;
export const BINS_END = 200;

/** The rates of all subjects in steps of five points, 200 % and more in one. */
export function distribution(model: ExecutionModel): Distribution {
  const lines = subjectLines(model).filter(({ cell }) => cell.rate !== null && !cell.rate.isNegative());
  const bins = Array.from({ length: BINS_END / BIN + 1 }, (_, i): Bin => ({
    from: i * BIN,
    to: i * BIN === BINS_END ? Infinity : (i + 1) * BIN,
    members: [],
  }));
  for (const line of lines) {
    const step = line.cell.rate!.times(100).div(BIN).floor().toNumber();
    bins[Math.min(step, bins.length - 1)]!.members.push(line);
  }
  for (const bin of bins) bin.members.sort((a, b) => a.cell.rate!.cmp(b.cell.rate!));
  const sorted = ascending(lines.map(({ cell }) => cell.rate!));
  return {
    n: lines.length,
    quartiles: sorted.length === 0 ? null : [quartile(sorted, 1), quartile(sorted, 2), quartile(sorted, 3)],
    bins,
  };
}
