import Decimal from 'decimal.js';
import { chartable, chartOf, pointsOf, type ChartChoice, type ReadingResult } from '../../analysis/sql';
import type { QueryPoint } from '../../charts/query-chart';
import { inUnit, type Unit } from '../../domain/money';
import type { Language } from '../../i18n';
import { formatCount, formatDecimal, formatFen, type Params } from '../../state';

export const MOST_BARS = 40;
export const MOST_LINES = 12;

/** What the link says of the chart, over what suits the result; null where nothing can be drawn. */
export function chosenChart(result: ReadingResult, params: Params): ChartChoice | null {
  const suits = chartOf(result);
  if (!suits) return null;
  const { labels, values } = chartable(result.columns);
  const named = (key: string, among: readonly number[]) =>
    among.find((at) => result.columns[at]!.name === params[key]);
  const shape = params['shape'] === 'line' || params['shape'] === 'bars' ? params['shape'] : suits.shape;
  const series = params['lines'] === '-' ? null : (named('lines', labels) ?? suits.series);
  return {
    shape,
    label: named('names', labels) ?? suits.label,
    value: named('values', values) ?? suits.value,
    series: shape === 'line' ? series : null,
  };
}

export interface ChartView {
  points: readonly QueryPoint[];
  amounts: boolean;
  /** Rows or lines left out of the drawing: shown, of. */
  cut: { shown: number; of: number } | null;
  blank: number;
  /** One line has several points at one place. */
  repeated: boolean;
}

/** The points of a chart with their texts, cut to what a picture can hold. */
export function chartView(
  result: ReadingResult,
  choice: ChartChoice,
  { unit, language }: { unit: Unit; language: Language },
): ChartView {
  const amounts = result.columns[choice.value]!.kind === 'amount';
  const { points: all, blank } = pointsOf(result, choice);
  const lines = [...new Set(all.map(({ series }) => series))];
  const kept =
    choice.shape === 'bars'
      ? all.slice(0, MOST_BARS)
      : all.filter(({ series }) => lines.indexOf(series) < MOST_LINES);
  const of = choice.shape === 'bars' ? all.length : lines.length;
  const most = choice.shape === 'bars' ? MOST_BARS : MOST_LINES;
  const points = kept.flatMap(({ label, series, value }): QueryPoint[] => {
    if (typeof value === 'bigint') {
      return [
        amounts
          ? {
              label,
              series,
              value: inUnit(value, unit).toNumber(),
              text: formatFen(value, unit, { language }),
            }
          : { label, series, value: Number(value), text: formatCount(value, language) },
      ];
    }
    const number = new Decimal(value);
    if (!number.isFinite()) return [];
    const decimals = Math.min(4, number.toDecimalPlaces(4).decimalPlaces());
    return [{ label, series, value: number.toNumber(), text: formatDecimal(number, decimals, { language }) }];
  });
  const places = new Set(points.map(({ label, series }) => JSON.stringify([label, series])));
  return {
    points,
    amounts,
    cut: of > most ? { shown: most, of } : null,
    blank: blank + kept.length - points.length,
    repeated: choice.shape === 'line' && places.size < points.length,
  };
}
