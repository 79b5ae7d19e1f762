import { CPI, decodePrices, parseIndex } from '../analysis/valuation';
import type Decimal from 'decimal.js';
import type { AppState } from './app.svelte';

/** A year of the price table: the built-in index with its source, and the reader's own (上年 = 100). */
export interface PriceLine {
  year: number;
  published: string | null;
  source: string;
  own: string | null;
}

/** The years that have an index, that have one of the reader's, or that the data have; in order. */
export function priceLines(app: Pick<AppState, 'ownPrices' | 'dataset'>): PriceLine[] {
  const own = decodePrices(app.ownPrices);
  const published = new Map(CPI.map((line) => [line.year, line]));
  const years = new Set([...published.keys(), ...own.keys(), ...(app.dataset?.years ?? [])]);
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => ({
      year,
      published: published.get(year)?.index ?? null,
      source: published.get(year)?.source ?? '',
      own: own.get(year)?.toString() ?? null,
    }));
}

/** The reader's indices with one year's written anew; an empty text takes it away; null where the text is no index. */
export function withOwnPrice(
  app: Pick<AppState, 'ownPrices'>,
  year: number,
  text: string,
): Map<number, Decimal> | null {
  const own = decodePrices(app.ownPrices);
  if (text.trim() === '') own.delete(year);
  else {
    const index = parseIndex(text);
    if (!index) return null;
    own.set(year, index);
  }
  return own;
}
