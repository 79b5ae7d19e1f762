import Decimal from 'decimal.js';
import { absolute, halfWidth, parseAmount, type Fen, type Unit } from './money';

const AMOUNT = /(\d[\d,]*(?:\.\d+)?)(亿元|万元|元)/g;
const PERCENT = /(\d+(?:\.(\d+))?)%/g;

const compact = (quote: string) => halfWidth(quote).replace(/\s+/g, '').replace(/％/g, '%');

/**
 * What one unit in the last printed place of an amount is worth, 分: as the quoted words print it. Where they do not,
 * by its trailing zeros, at most 1 万元: never finer than printed, so it can excuse a difference but not make one.
 */
export function placeOf(amount: Fen, quote: string): Fen {
  const size = absolute(amount);
  for (const [, digits, unit] of compact(quote).matchAll(AMOUNT)) {
    const printed = parseAmount(digits!, unit as Unit);
    if (printed?.amount === size) return printed.resolution;
  }
  if (amount === 0n) return 10_000n;
  let place = 1n;
  while (place < 1_000_000n && size % (place * 10n) === 0n) place *= 10n;
  return place;
}

/** The same of a percentage, as a ratio (0.0001 for two decimals). `rate` is % as the extract holds it, e.g. `-5.9900`. */
export function placeOfRate(rate: string, quote: string): Decimal {
  const size = new Decimal(rate).abs();
  for (const [, digits, decimals] of compact(quote).matchAll(PERCENT)) {
    if (size.eq(digits!)) return new Decimal(10).pow(-(decimals?.length ?? 0)).div(100);
  }
  return new Decimal(10).pow(-size.decimalPlaces()).div(100);
}
