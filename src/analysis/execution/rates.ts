import { absolute } from '../../domain/money';
import type { ExecutionCell } from './cell';

/** Nearer than this two rates are compared exactly: far above the error of one division. */
const NEAR = 1e-9;

/**
 * The rate of a cell that has one, as floating point: for places on a screen, and to compare where it is far from
 * others.
 */
export function nearRate({ budget, final }: ExecutionCell): number {
  return Number(final) / Number(budget);
}

/**
 * Things by the rate of their cells, the smallest first, or by its distance from 100 %, the widest first; equal ones
 * keep their order. Floating point tells most apart, whole numbers the rest: 10⁵ rates sort in a blink.
 */
export function sortedByRate<T>(
  things: readonly T[],
  cell: (thing: T) => ExecutionCell,
  by: 'rate' | 'deviation' = 'rate',
): T[] {
  const deviation = by === 'deviation';
  const exact = (x: ExecutionCell, y: ExecutionCell): number => {
    const part = ({ budget, final }: ExecutionCell) => (deviation ? -absolute(final! - budget!) : final!);
    // Budgets of cells with a rate are above zero: crosswise, without a division.
    const [left, right] = [part(x) * y.budget!, part(y) * x.budget!];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  return things
    .map((thing) => {
      const rate = nearRate(cell(thing));
      return { thing, near: deviation ? -Math.abs(rate - 1) : rate };
    })
    .sort((a, b) => {
      const apart = a.near - b.near;
      if (Math.abs(apart) > NEAR * Math.max(1, Math.abs(a.near))) return apart;
      return exact(cell(a.thing), cell(b.thing));
    })
    .map(({ thing }) => thing);
}
