import { parseAmount, type PrintedAmount, type Unit } from '../../domain/money';

/** A number in a normalised passage with what stands behind it. */
export interface Figure {
  kind: 'money' | 'percent';
  /** The digits as printed, sign included, without separators. */
  value: string;
  unit: string;
  start: number;
  end: number;
  /** Money in 分; null where the unit is unknown or the digits cannot be held. */
  amount: PrintedAmount | null;
}

const NUMBER = /(?<![\d.])(-?)(\d+(?:\.\d+)?)(万元|亿元|千元|百万元|元|万(?!元)|%)/g;
const UNITS = new Set<string>(['元', '万元', '亿元']);

/** Every amount of money and every percentage of a normalised passage, in order. */
export function figuresIn(text: string): Figure[] {
  const found: Figure[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [whole, sign, digits, unit] = match as unknown as [string, string, string, string];
    // 10-20万元 is a range, not a negative amount.
    const range = sign !== '' && /[\d%元]/.test(text[match.index - 1] ?? '');
    const start = match.index + (range ? 1 : 0);
    const value = range ? digits : sign + digits;
    const end = match.index + whole.length;
    if (unit === '%') found.push({ kind: 'percent', value, unit, start, end, amount: null });
    else if (unit === '万')
      continue; // 万 of persons, square metres …: no money
    else
      found.push({
        kind: 'money',
        value,
        unit,
        start,
        end,
        amount: UNITS.has(unit) ? parseAmount(value, unit as Unit) : null,
      });
  }
  return found;
}
