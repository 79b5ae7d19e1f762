import Decimal from 'decimal.js';
import type { Structured } from './structure';

/** Why two departments have no similarity: one has no parts, or one has a negative part (a share of it means nothing). */
export type NotSimilar = 'nothing' | 'negative';

export interface Similarity {
  /** 0 nothing in common … 1 the same structure. */
  overlap: Decimal | null;
  /** Classes that both have. */
  common: number;
  missing: NotSimilar | null;
}

const none = (missing: NotSimilar): Similarity => ({ overlap: null, common: 0, missing });

/**
 * The overlap of two spending structures: Σ min(pᵢ, qᵢ) over all classes, p and q being the shares of the two
 * departments; the same as 1 − ½ Σ |pᵢ − qᵢ|. It compares structures, not sizes.
 */
export function similarity(a: Structured, b: Structured): Similarity {
  if (a.sum === 0n || b.sum === 0n) return none('nothing');
  if ([...a.parts, ...b.parts].some(({ amount }) => amount < 0n)) return none('negative');
  const shares = new Map(b.parts.map(({ code, amount }) => [code, amount]));
  let common = 0;
  // min(x/a, y/b) over one denominator a·b, so that the sum is exact before the one division.
  let shared = 0n;
  for (const { code, amount } of a.parts) {
    const other = shares.get(code);
    if (other === undefined) continue;
    common += 1;
    const [left, right] = [amount * b.sum, other * a.sum];
    shared += left < right ? left : right;
  }
  return { overlap: new Decimal(shared.toString()).div((a.sum * b.sum).toString()), common, missing: null };
}
