import * as Plot from '@observablehq/plot';
import { fitted, textWidth } from './text-fit';
import { colours, plotDefaults } from './theme';

/** A point of a readers' chart. `value` is floating point in the chart's unit, for pixels only; `text` is final. */
export interface QueryPoint {
  label: string;
  series: string;
  value: number;
  text: string;
}

const ROW = 26;
const SIZE = 12.5;

/** Bars from zero in the order of the rows, names before and figures after them. */
export function queryBars(points: readonly QueryPoint[], width: number): Plot.PlotOptions {
  const rows = points.map((point, i) => ({ ...point, key: String(i) }));
  const names = Math.max(60, ...points.map(({ label }) => textWidth(label, 13)));
  const margin = Math.round(Math.min(names + 14, width * 0.42));
  const figures = Math.max(...points.map(({ text }) => textWidth(text, SIZE))) + 12;
  const low = Math.min(0, ...points.map(({ value }) => value));
  const high = Math.max(0, ...points.map(({ value }) => value));
  return {
    ...plotDefaults(width),
    height: rows.length * ROW + 12,
    marginLeft: margin,
    marginRight: figures,
    marginTop: 4,
    marginBottom: 8,
    x: { domain: [low, high === low ? low + 1 : high], axis: null, insetLeft: low < 0 ? figures : 0 },
    y: { type: 'band', domain: rows.map(({ key }) => key), axis: null, padding: 0.3 },
    marks: [
      Plot.barX(rows, { x: 'value', y: 'key', fill: 'var(--seq-5)', rx: 1 }),
      Plot.ruleX([0], { stroke: 'var(--line-strong)' }),
      Plot.text(rows, {
        y: 'key',
        frameAnchor: 'left',
        dx: -margin,
        textAnchor: 'start',
        text: (row: QueryPoint) => fitted(row.label, margin - 14, 13),
        title: 'label',
        fill: colours.ink,
        fontSize: 13,
      }),
      Plot.text(rows, {
        x: (row: QueryPoint) => Math.max(row.value, 0),
        y: 'key',
        dx: 6,
        textAnchor: 'start',
        text: 'text',
        fill: colours.ink,
        fontSize: SIZE,
      }),
    ],
  };
}

/** The points of one line with a gap (NaN) for each year that it does not have: nothing is drawn across. */
export function overYears(
  points: readonly QueryPoint[],
  series: string,
  years: readonly string[],
): Pick<QueryPoint, 'label' | 'value'>[] {
  return years.flatMap((label) => {
    const own = points.filter((point) => point.series === series && point.label === label);
    return own.length > 0 ? own : [{ label, value: Number.NaN }];
  });
}

/** Lines over years, each named at its end; one point where a line has one year. */
export function queryLines(points: readonly QueryPoint[], width: number): Plot.PlotOptions {
  const years = [...new Set(points.map(({ label }) => label))].sort();
  const series = [...new Set(points.map((point) => point.series))];
  const sorted = [...points].sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  const last = series.flatMap((name) => sorted.filter((point) => point.series === name).slice(-1));
  const names = Math.max(40, ...series.map((name) => textWidth(name, SIZE)));
  const room = Math.round(Math.min(names + 16, width * 0.3));
  const colour = (name: string) => colours.series[series.indexOf(name) % colours.series.length]!;
  const dash = (name: string) => (series.indexOf(name) < colours.series.length ? undefined : '4 3');
  const axis = Math.max(40, ...points.map(({ text }) => textWidth(text, SIZE))) + 10;
  return {
    ...plotDefaults(width),
    height: 340,
    marginLeft: axis,
    marginRight: series.length > 1 ? room : 24,
    marginTop: 12,
    marginBottom: 28,
    x: { type: 'point', domain: years, label: null, tickSize: 0 },
    y: { zero: true, grid: true, label: null, tickSize: 0, ticks: 5, nice: true },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      ...series.map((name) =>
        Plot.lineY(overYears(sorted, name, years), {
          x: 'label',
          y: 'value',
          stroke: colour(name),
          strokeWidth: 1.8,
          ...(dash(name) ? { strokeDasharray: dash(name)! } : {}),
        }),
      ),
      Plot.dot(sorted, {
        x: 'label',
        y: 'value',
        r: 3,
        fill: { value: (point: QueryPoint) => colour(point.series), scale: null },
        title: (point: QueryPoint) => [point.series, point.label, point.text].filter(Boolean).join(' · '),
      }),
      ...(series.length > 1
        ? [
            Plot.text(last, {
              x: 'label',
              y: 'value',
              dx: 8,
              textAnchor: 'start',
              text: (point: QueryPoint) => fitted(point.series, room - 12, SIZE),
              fill: colours.ink,
              fontSize: SIZE,
            }),
          ]
        : []),
    ],
  };
}
