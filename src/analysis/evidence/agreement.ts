import { absolute, type Fen } from '../../domain/money';

/** A printed figure: 分, and what one unit in its last printed place is worth. */
export interface Printed {
  amount: Fen;
  resolution: Fen;
}

/**
 * Whether two prints of one quantity agree (docs/decisions.md, tolerance by construction). Printed to the same last
 * place they must be equal; printed to different ones each may be off by half a unit of its last place, so 元 against
 * 万元 with two decimals may differ by 50 元. More is a contradiction.
 */
export function agree(a: Printed, b: Printed): boolean {
  if (a.resolution === b.resolution) return a.amount === b.amount;
  return 2n * absolute(a.amount - b.amount) <= a.resolution + b.resolution;
}
