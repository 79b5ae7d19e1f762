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
  /** True where no unit is printed and the one of all other amounts of the passage is taken. */
  assumed?: boolean;
}

const NUMBER = /(?<![\d.])(-?)(\d+(?:\.\d+)?)(万元|亿元|千元|百万元|元|万(?!元)|%)/g;
/** An amount without its unit, where an amount belongs: 支出决算为 162.25，. */
const BARE =
  /(?<=(?:预算|决算|支出|收入|经费|合计|总计|总额|金额)(?:数)?(?:均)?(?:为|是)?)(-?)(\d+(?:\.\d+)?)(?=[，。；、]|$)/g;
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
  const units = new Set(found.filter((figure) => figure.amount).map((figure) => figure.unit));
  const unit = units.size === 1 ? ([...units][0] as Unit) : null;
  for (const match of text.matchAll(BARE)) {
    const value = match[0];
    const start = match.index;
    const amount = unit ? parseAmount(value, unit) : null;
    found.push({
      kind: 'money',
      value,
      unit: unit ?? '',
      start,
      end: start + value.length,
      amount,
      assumed: true,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}
