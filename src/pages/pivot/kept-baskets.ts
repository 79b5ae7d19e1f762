import { readBaskets, writeBaskets } from './settings';
import type { Basket } from '../../analysis/pivot';

const KEY = 'juesuan-lens.pivot-formulas';

/** Formulas that this browser keeps, beside those of the link; none where it keeps nothing. */
export function keptBaskets(): Basket[] {
  try {
    return readBaskets(localStorage.getItem(KEY) ?? undefined);
  } catch {
    return [];
  }
}

/** Keeps the formulas for the next visit. A browser that keeps nothing is no error: the link holds them too. */
export function keepBaskets(baskets: readonly Basket[]): void {
  try {
    const text = writeBaskets(baskets);
    if (text === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    return;
  }
}
