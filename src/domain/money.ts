import Decimal from 'decimal.js';

/** Money in 分 (1/100 元), always an integer. The only representation of money outside files and screens. */
export type Fen = bigint;

/** Units in which disclosures print and readers read money. */
export type Unit = '元' | '万元' | '亿元';

const FEN_PER_UNIT: Record<Unit, bigint> = { 元: 100n, 万元: 1_000_000n, 亿元: 10_000_000_000n };
const UNIT_DIGITS: Record<Unit, number> = { 元: 2, 万元: 6, 亿元: 10 };

const FULL_WIDTH = /[０-９．，－＋]/g;
const PRINTED = /^([-−－+]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/** A printed amount, exact, with the value of one unit in its last printed place. */
export interface PrintedAmount {
  amount: Fen;
  /** What one unit in the last printed place is worth, in 分: 1 for 元 with two decimals, 10 000 for 万元 with two. */
  resolution: Fen;
}

/** Full-width digits and signs as their half-width equals; other characters unchanged. */
export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/**
 * Reads one amount as printed (thousands separators, full-width digits, minus signs, brackets for negatives).
 * Returns null when the text is no amount, is a blank mark (— - / –), or has more decimals than 分 can hold
 * without loss; a blank is never zero.
 */
export function parseAmount(text: string, unit: Unit): PrintedAmount | null {
  let body = halfWidth(text).replace(/\s+/g, '');
  let negative = false;
  const bracketed = /^[(（](.+)[)）]$/.exec(body);
  if (bracketed) {
    negative = true;
    body = bracketed[1]!;
  }
  const match = PRINTED.exec(body);
  if (!match) return null;
  if (/[-−－]/.test(match[1]!)) negative = !negative;
  const whole = match[2]!.replace(/,/g, '');
  let decimals = match[3] ?? '';
  const digits = UNIT_DIGITS[unit];
  if (decimals.length > digits) {
    if (/[1-9]/.test(decimals.slice(digits))) return null;
    decimals = decimals.slice(0, digits);
  }
  const scale = 10n ** BigInt(digits - decimals.length);
  const magnitude = BigInt(whole + decimals) * scale;
  return { amount: negative ? -magnitude : magnitude, resolution: scale };
}

/** True where the text is one printed amount. */
export function isAmount(text: string): boolean {
  return parseAmount(text, '万元') !== null;
}

/** 分 → the exact decimal string of 元 with two places, e.g. 175879984n → "1758799.84". */
export function fenToYuan(amount: Fen): string {
  const sign = amount < 0n ? '-' : '';
  const text = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${sign}${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** Decimal string of 元 with at most two places → 分. Throws RangeError where the text is not that. */
export function yuanToFen(text: string): Fen {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) throw new RangeError(`not an amount in 元: ${text}`);
  const magnitude = BigInt(match[2]! + (match[3] ?? '').padEnd(2, '0'));
  return match[1] ? -magnitude : magnitude;
}

/** 分 → decimal.js in the given unit, exact. */
export function inUnit(amount: Fen, unit: Unit): Decimal {
  return new Decimal(amount.toString()).div(FEN_PER_UNIT[unit].toString());
}

/** part ÷ base as decimal.js; null where the base is zero (the caller names the reason). */
export function ratio(part: Fen, base: Fen): Decimal | null {
  if (base === 0n) return null;
  return new Decimal(part.toString()).div(base.toString());
}

/** |amount|. */
export function absolute(amount: Fen): Fen {
  return amount < 0n ? -amount : amount;
}
