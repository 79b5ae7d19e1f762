import Decimal from 'decimal.js';
import type { Cell } from './table';

/**
 * What a spreadsheet would run as a formula: text beginning with = + - @ (also full-width), a tab or a line break.
 * Blanks before them are skipped, because some readers trim.
 */
const FORMULA = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Text that stays text: an apostrophe before what would become a formula. */
export function safeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A number in plain notation, all digits, point as decimal mark. */
export function plainNumber(value: number | Decimal): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`not a number: ${value}`);
  return new Decimal(value).toFixed();
}

/** A cell as text for CSV and TSV, before quoting. Nothing is the empty text. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? safeText(cell) : plainNumber(cell);
}
