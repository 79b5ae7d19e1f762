import Decimal from 'decimal.js';

/** What a cell of a sheet holds, as SheetJS gives it. */
export interface StoredCell {
  /** n number, s text, b boolean, e error, d date, z blank. */
  t: string;
  v?: unknown;
  /** As the sheet shows it. */
  w?: string | undefined;
  /** The formula, without `=`. */
  f?: string | undefined;
}

export interface ShownText {
  text: string;
  /** What the sheet does not show of a stored number: digits taken from the store, or digits left there. */
  hidden?: 'digits_taken' | 'digits_left';
}

/** Excel keeps and shows 15 significant digits; what a double holds beyond them is an artefact (0.1+0.2). */
const EXCEL_DIGITS = 15;
/** Smaller than any part of 分 in 亿元: the rest of a difference that is zero. */
const NOTHING = 1e-11;
const MONEY_DIGITS = 2;
const PLAIN = /^([-−(（]?)\s*([\d,]+)(?:\.(\d+))?\s*[)）]?$/;

/**
 * The text of a cell: what the sheet shows, because that is what the discloser published (a format may show 元 as
 * 万元). It differs from what is shown in three cases only, each because the figure would be wrong: a format that shows
 * a negative without its sign; a format that shows less than two decimals of an amount that has at most two; numbers
 * shown with an exponent.
 */
export function shownText(cell: StoredCell): ShownText {
  if (isUnanswered(cell)) return { text: `=${cell.f}` };
  if (cell.t === 'z') return { text: '' };
  if (cell.t !== 'n' || typeof cell.v !== 'number') return { text: tidy(cell.w ?? textOf(cell.v)) };
  return numberText(cell.v, tidy(cell.w ?? ''), cell.w === undefined);
}

/** A formula that the program which wrote the file left without its result. */
export function isUnanswered(cell: StoredCell): boolean {
  return Boolean(cell.f) && (cell.t === 'z' || (cell.v === undefined && (cell.t === 'e' || cell.t === 'n')));
}

function numberText(value: number, shown: string, unformatted: boolean): ShownText {
  const exact = exactValue(value);
  if (unformatted || /^[-+]?\d(?:\.\d+)?E[-+]?\d+$/i.test(shown)) return { text: exact.toFixed() };
  const bare = shown.replace(/^[¥￥$]\s*|(?<=^[-−])[¥￥$]/, '');
  const match = PLAIN.exec(bare);
  if (!match) return { text: shown };
  const negative = match[1] !== '';
  const digits = match[3]?.length ?? 0;
  const size = new Decimal(`${match[2]!.replace(/,/g, '')}${match[3] ? `.${match[3]}` : ''}`);
  const signed = exact.isNegative() && !negative && !size.isZero() ? `-${bare}` : bare;
  const off = exact.abs().minus(size).abs();
  // Off by more than rounding: the format scales (元 shown as 万元), and only what is shown has the unit of the head.
  if (off.isZero() || off.gt(new Decimal(10).pow(-digits).div(2)) || digits >= MONEY_DIGITS)
    return { text: signed };
  return exact.decimalPlaces() <= MONEY_DIGITS
    ? { text: exact.toFixed(), hidden: 'digits_taken' }
    : { text: signed, hidden: 'digits_left' };
}

/** The number that Excel would show in full. */
function exactValue(value: number): Decimal {
  return Math.abs(value) < NOTHING ? new Decimal(0) : new Decimal(value.toPrecision(EXCEL_DIGITS));
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : '';
}

function tidy(text: string): string {
  return text
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[\u00a0\t]/g, ' ')
    .trim();
}
