import type Decimal from 'decimal.js';
import type { ReadingResult, ResultCell, ResultColumn } from './result';

/** Which columns a chart of a result shows, by their place. */
export interface ChartChoice {
  shape: 'bars' | 'line';
  label: number;
  value: number;
  /** Lines: one for each value of this column. */
  series: number | null;
}

/** `value` is the exact figure; charts make pixels of it. */
export interface ChartPoint {
  label: string;
  series: string;
  value: bigint | Decimal | number;
}

const isFigure = ({ kind }: ResultColumn) =>
  kind === 'amount' || kind === 'decimal' || kind === 'float' || kind === 'whole';
const isLabel = ({ kind }: ResultColumn) => kind === 'text' || kind === 'year';

/** Columns that can be drawn and named. */
export function chartable(columns: readonly ResultColumn[]): { labels: number[]; values: number[] } {
  const places = (is: (column: ResultColumn) => boolean) =>
    columns.flatMap((column, i) => (is(column) ? [i] : []));
  return { labels: places(isLabel), values: places(isFigure) };
}

/**
 * A chart that suits the result: lines over years where one column is of years, else bars of the first text by the
 * first money (or figure). Null where there is nothing to draw or to name.
 */
export function chartOf({ columns, rows }: ReadingResult): ChartChoice | null {
  const { labels, values } = chartable(columns);
  const value = values.find((i) => columns[i]!.kind === 'amount') ?? values[0];
  const label = labels.find((i) => columns[i]!.kind === 'text' && !/(_id|code)$/.test(columns[i]!.name));
  const year = labels.find((i) => columns[i]!.kind === 'year');
  if (value === undefined || rows.length === 0) return null;
  const years = new Set(year === undefined ? [] : rows.map((row) => row[year]));
  const names = new Set(label === undefined ? [] : rows.map((row) => row[label]));
  if (year !== undefined && years.size > 1 && names.size <= 8 && names.size * years.size >= rows.length) {
    return { shape: 'line', label: year, value, series: label ?? null };
  }
  const first = label ?? labels[0];
  return first === undefined ? null : { shape: 'bars', label: first, value, series: null };
}

const asText = (cell: ResultCell | undefined) => (cell === null || cell === undefined ? '–' : String(cell));

/**
 * The rows as points in their order, those without a figure left out (`blank` says how many); bars named by their label
 * and, where labels repeat, by the other names of the row too.
 */
export function pointsOf(
  { columns, rows }: ReadingResult,
  choice: ChartChoice,
): { points: ChartPoint[]; blank: number } {
  const { labels } = chartable(columns);
  const repeated = new Set(rows.map((row) => row[choice.label])).size < rows.length;
  const beside = labels.filter((i) => i !== choice.label && !/_id$|quote|reason/.test(columns[i]!.name));
  // Years first: they are short, and a name that is cut off at its end keeps them.
  const named = [choice.label, ...beside].sort(
    (a, b) => Number(columns[b]!.kind === 'year') - Number(columns[a]!.kind === 'year'),
  );
  const points = rows.flatMap((row): ChartPoint[] => {
    const value = row[choice.value];
    if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') {
      return [];
    }
    const names = choice.shape === 'bars' && repeated ? named : [choice.label];
    return [
      {
        label: names.map((i) => asText(row[i])).join(' '),
        series: choice.series === null ? '' : asText(row[choice.series]),
        value,
      },
    ];
  });
  return { points, blank: rows.length - points.length };
}
