import Decimal from 'decimal.js';

/** Not a plausible annual index: 居民消费价格指数 has been between 98 and 125 since 1985; wider, for other indices. */
const LOWEST = 50;
const HIGHEST = 500;

/** One annual index as the reader writes it (上年 = 100, up to four decimals); null where it is none. */
export function parseIndex(text: string): Decimal | null {
  const plain = text.trim().replace(/[．。]/g, '.');
  if (!/^\d{2,3}(\.\d{1,4})?$/.test(plain)) return null;
  const index = new Decimal(plain);
  return index.gte(LOWEST) && index.lte(HIGHEST) ? index : null;
}

/** `2025:100.1,2026:101` for the link; years in order. */
export function encodePrices(own: ReadonlyMap<number, Decimal>): string {
  return [...own]
    .sort(([a], [b]) => a - b)
    .map(([year, index]) => `${year}:${index.toString()}`)
    .join(',');
}

/** The reverse; what is not understood is left out. */
export function decodePrices(text: string): Map<number, Decimal> {
  const own = new Map<number, Decimal>();
  for (const part of text.split(',')) {
    const [, year, value] = /^(\d{4}):([\d.]+)$/.exec(part.trim()) ?? [];
    const index = value === undefined ? null : parseIndex(value);
    if (year !== undefined && index) own.set(Number(year), index);
  }
  return own;
}
