/** What a column of a self-evaluation's block of funds holds. */
export type Column = 'initial_budget' | 'adjusted_budget' | 'final' | 'weight' | 'rate' | 'score';

const HEADERS: readonly [RegExp, Column][] = [
  [/年初预算数?|年初安排数?/, 'initial_budget'],
  [/全年预算数?|调整后?预算数?/, 'adjusted_budget'],
  [/全年执行数?|实际执行数?|决算数|(?<!预算)执行数/, 'final'],
  [/分值/, 'weight'],
  [/(?:预算)?执行率/, 'rate'],
  [/得分/, 'score'],
];

/** The usual order, where a table's header could not be read. */
export const DEFAULT_COLUMNS: readonly Column[] = [
  'initial_budget',
  'adjusted_budget',
  'final',
  'weight',
  'rate',
  'score',
];

/**
 * The columns in the order in which a header names them; its words may wrap over lines (`年初预 / 算数 / 全年预 / 算数`).
 * Null where it names fewer than two amounts.
 */
export function columnsOf(header: string): Column[] | null {
  const words = header.replace(/\s+/g, '');
  const found = HEADERS.flatMap(([pattern, column]) => {
    const match = pattern.exec(words);
    return match ? [{ at: match.index, column }] : [];
  }).sort((a, b) => a.at - b.at);
  const columns = found.map((f) => f.column);
  const amounts = columns.filter((c) => c === 'initial_budget' || c === 'adjusted_budget' || c === 'final');
  return amounts.length >= 2 ? columns : null;
}

/** A header cell: its column, and whether it is the 其中:财政拨款 of it. */
export interface HeaderCell {
  column: Column;
  fiscal: boolean;
  /** 预算数 that says neither 年初 nor 全年. */
  vague: boolean;
}

/** The column of one header cell; `previous` is the amount's header to its left, which 其中:财政拨款 details. */
export function columnOfCell(text: string, previous: HeaderCell | null): HeaderCell | null {
  const words = text.replace(/\s+/g, '');
  if (/^其中[:：]?(?:当年)?财政拨款/.test(words)) return previous ? { ...previous, fiscal: true } : null;
  const found = HEADERS.find(([pattern]) => pattern.test(words));
  if (found) return { column: found[1], fiscal: false, vague: false };
  return /^预算数/.test(words) ? { column: 'adjusted_budget', fiscal: false, vague: true } : null;
}
