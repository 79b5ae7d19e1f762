import Decimal from 'decimal.js';
import { absolute, inUnit, type Fen, type Unit } from '../domain/money';
import type { Language } from '../i18n';

/** Thin space between groups of digits in Chinese. Cells do not wrap; in running text use `unbroken`. */
export const THIN = '\u2009';
export const MINUS = '\u2212';
/** What stands where a figure does not exist. Always with a reason in its title. */
export const NONE = '–';

/** Decimals shown in each unit: 元 to the 分, 万元 as disclosures print it, 亿元 to the 万元. */
export const UNIT_DECIMALS: Record<Unit, number> = { 元: 2, 万元: 2, 亿元: 4 };

export interface NumberStyle {
  language?: Language;
  /** Write + before positive figures (changes). */
  sign?: boolean;
  decimals?: number;
}

/** Digits in threes: thin space in Chinese, comma in English. Takes plain decimal text without sign. */
function grouped(text: string, language: Language): string {
  const [whole = '', decimals] = text.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : THIN);
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}

/**
 * A decimal with a fixed number of places, rounded half away from zero; true minus. A figure that is not zero but
 * would round to it reads `<0.01` (`>−0.01`), so that nothing small is shown as nothing.
 */
export function formatDecimal(value: Decimal, decimals: number, style: NumberStyle = {}): string {
  const language = style.language ?? 'zh-CN';
  const text = value.abs().toFixed(decimals, Decimal.ROUND_HALF_UP);
  const least = decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`;
  if (!value.isZero() && new Decimal(text).isZero())
    return value.isNegative() ? `>${MINUS}${least}` : `<${least}`;
  const body = grouped(text, language);
  if (value.isZero()) return body;
  return value.isNegative() ? MINUS + body : style.sign ? `+${body}` : body;
}

/** 分 in the unit asked for, exact up to the last shown place. Null (no figure) is `–`, never 0. */
export function formatFen(amount: Fen | null, unit: Unit, style: NumberStyle = {}): string {
  if (amount === null) return NONE;
  return formatDecimal(inUnit(amount, unit), style.decimals ?? UNIT_DECIMALS[unit], style);
}

/** A ratio (1 = 100 %) as a percentage with a fixed number of decimals; null is `–`. */
export function formatPercent(ratio: Decimal | null, decimals = 1, style: NumberStyle = {}): string {
  if (ratio === null) return NONE;
  return `${formatDecimal(ratio.times(100), decimals, style)}%`;
}

/** A count with grouped digits. */
export function formatCount(count: number | bigint, language: Language = 'zh-CN'): string {
  const negative = count < 0;
  const text = grouped((negative ? -count : count).toString(), language);
  return negative ? MINUS + text : text;
}

/** A figure for running text: a narrow no-break space between its groups, so that no line ends inside it. */
export function unbroken(figure: string): string {
  return figure.replaceAll(THIN, '\u202f');
}

/** 分 in 元 with all its digits, for titles: `1 758 799.84`. */
export function exactYuan(amount: Fen, language: Language = 'zh-CN'): string {
  const [whole, cents] = [absolute(amount) / 100n, (absolute(amount) % 100n).toString().padStart(2, '0')];
  return `${amount < 0n ? MINUS : ''}${grouped(`${whole}.${cents}`, language)}`;
}
