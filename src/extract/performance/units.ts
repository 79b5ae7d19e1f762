import { absolute, parseAmount, type Fen, type Unit } from '../../domain/money';
import type { Column } from './columns';
import type { FundRow } from './rows';

/** The unit that a table means. */
export interface UnitReading {
  unit: Unit;
  /** As the header prints it; null where it prints none. */
  printed: Unit | null;
  note: string | null;
  /** True where only the size of the figures tells. */
  bySize: boolean;
}

/** What the rest of the document says of a project or of the whole. */
export interface KnownFigures {
  finalTotal: Fen | null;
  /** Amounts in 分 that the text states for projects, each with the number it prints. */
  stated: readonly { value: string; amount: Fen }[];
}

const HEADED =
  /(?:项目资金|整体支出(?:规模|情况)|预算执行情况|预算数|执行数|金额单位[:：]?|单位[:：])[（(]?(万元|元)[）)]?/;

/** The unit in a table's header; words may wrap over lines. */
export function printedUnit(lines: readonly { text: string }[]): Unit | null {
  const words = lines
    .slice(0, 60)
    .map((line) => line.text)
    .join('')
    .replace(/\s+/g, '');
  return (HEADED.exec(words)?.[1] as Unit | undefined) ?? null;
}

/**
 * Decides between 元 and 万元. A header is believed unless the figures contradict it: the total's 执行数 against the
 * forms' 本年支出合计, a project's figures against the sentence about the same project, and last the size, where the
 * printed unit would make the table less than a hundred-thousandth of all expenditure.
 */
export function readUnit(
  printed: Unit | null,
  rows: readonly FundRow[],
  kind: 'department' | 'project',
  known: KnownFigures,
): UnitReading {
  const other: Unit = printed === '元' ? '万元' : '元';
  const repaired = (bySize: boolean): UnitReading => ({
    unit: other,
    printed,
    note: `unit read as ${other}; header prints ${printed}`,
    bySize,
  });
  const first = printed ?? '万元';
  const plain: UnitReading = {
    unit: first,
    printed,
    note: printed ? null : `unit not printed; read as ${first}`,
    bySize: false,
  };
  const total = rows.find((row) => row.label.kind === 'total');
  if (!total) return plain;
  const values = total.entries.filter((entry) => isMoney(entry.column)).map((entry) => entry.token.value);
  if (kind === 'department') {
    const final = total.entries.find((entry) => entry.column === 'final')?.token.value;
    if (final === undefined || known.finalTotal === null || known.finalTotal === 0n) return plain;
    if (isNear(inFen(final, first), known.finalTotal)) return plain;
    const swapped: Unit = first === '元' ? '万元' : '元';
    if (!isNear(inFen(final, swapped), known.finalTotal)) return plain;
    return printed
      ? repaired(false)
      : { unit: swapped, printed, note: `unit not printed; read as ${swapped}`, bySize: false };
  }
  if (printed === null) return plain;
  const positive = values.filter((value) => Number(value) !== 0);
  if (positive.length === 0) return plain;
  if (states(positive, printed, known)) return plain;
  if (states(positive, other, known)) return repaired(false);
  const largest = positive.map((value) => inFen(value, printed)).reduce((a, b) => (b > a ? b : a), 0n);
  const tooSmall = known.finalTotal !== null && printed === '元' && largest * 100_000n < known.finalTotal;
  return tooSmall ? repaired(true) : plain;
}

export function isMoney(column: Column): column is 'initial_budget' | 'adjusted_budget' | 'final' {
  return column === 'initial_budget' || column === 'adjusted_budget' || column === 'final';
}

function inFen(value: string, unit: Unit): Fen {
  return parseAmount(value, unit)?.amount ?? 0n;
}

/** Within a factor of three: a unit slip is one of ten thousand. */
function isNear(a: Fen, b: Fen): boolean {
  const [x, y] = [absolute(a), absolute(b)];
  return x * 3n >= y && y * 3n >= x;
}

/** True where the text states one of the table's amounts in this unit: the same number with the same amount. */
function states(values: readonly string[], unit: Unit, known: KnownFigures): boolean {
  return values.some((value) =>
    known.stated.some((s) => Number(s.value) === Number(value) && s.amount === inFen(value, unit)),
  );
}
