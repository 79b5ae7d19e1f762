import type Decimal from 'decimal.js';
import { quartile } from '../outliers';
import type { ExecutionCell } from './cell';
import type { Member } from './pooled';
import { nearRate, sortedByRate } from './rates';

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

/** The step of a rate: exact where floating point is too near to the next to tell. */
function stepOf(cell: ExecutionCell): number {
  const near = (nearRate(cell) * 100) / BIN;
  if (near > BINS_END / BIN) return BINS_END / BIN;
  const sure = Math.abs(near - Math.round(near)) > 1e-6;
  return sure ? Math.floor(near) : cell.rate!.times(100).div(BIN).floor().toNumber();
}

/** The rates of cells (subjectLines) in steps of five points, 200 % and more in one. */
export function distribution(all: readonly Member[]): Distribution {
  const lines = sortedByRate(
    all.filter(({ cell }) => cell.rate !== null && !cell.rate.isNegative()),
    ({ cell }) => cell,
  );
  const bins = Array.from({ length: BINS_END / BIN + 1 }, (_, i): Bin => ({
    from: i * BIN,
    to: i * BIN === BINS_END ? Infinity : (i + 1) * BIN,
    members: [],
  }));
  for (const line of lines) bins[Math.min(stepOf(line.cell), bins.length - 1)]!.members.push(line);
  const rates = lines.map(({ cell }) => cell.rate!);
  return {
    n: lines.length,
    quartiles: rates.length === 0 ? null : [quartile(rates, 1), quartile(rates, 2), quartile(rates, 3)],
    bins,
  };
}
