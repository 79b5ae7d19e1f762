import type Decimal from 'decimal.js';
import { ratio, type Fen } from '../../domain/money';

/** Why an amount has no index number or share: one of the two is blank, the base is zero, or below zero. */
export type NotIndexed = 'blank' | 'zero_base' | 'negative_base';

export interface Indexed {
  value: Decimal | null;
  reason: NotIndexed | null;
}

function over(amount: Fen | null, base: Fen | null, scale: number): Indexed {
  if (amount === null || base === null) return { value: null, reason: 'blank' };
  if (base < 0n) return { value: null, reason: 'negative_base' };
  const part = ratio(amount, base);
  return part ? { value: part.times(scale), reason: null } : { value: null, reason: 'zero_base' };
}

/** An amount as an index number, base = 100. A base of zero or below has none. */
export const indexed = (amount: Fen | null, base: Fen | null): Indexed => over(amount, base, 100);

/** An amount as a share of a total (1 = all of it). A total of zero or below has none. */
export const shareOfTotal = (amount: Fen | null, total: Fen | null): Indexed => over(amount, total, 1);
