import { absolute, type Fen } from '../../domain/money';

/** A printed figure: 分, and what one unit in its last printed place is worth. */
export interface Printed {
  amount: Fen;
  resolution: Fen;
}

/**
 * Whether two printed figures can be one true figure: each may be off by half a unit of its last place, so a
 * difference up to half the sum of both units is rounding. More is a contradiction.
 */
export function agree(a: Printed, b: Printed): boolean {
  return 2n * absolute(a.amount - b.amount) <= a.resolution + b.resolution;
}
