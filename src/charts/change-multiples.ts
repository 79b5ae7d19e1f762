import * as Plot from '@observablehq/plot';
import { stateMarks, type ChartMark } from './state-marks';
import { fitted, textWidth } from './text-fit';
import { colours, plotDefaults } from './theme';

/** A figure of a line. Values are floating point in the chart's unit: for pixels only. */
export interface LinePoint {
  line: string;
  year: number;
  value: number;
  text: string;
  /** Implied or printed by another year's document. */
  hollow: boolean;
  title: string;
  mark?: ChartMark | null;
}

export interface ChartLine {
  key: string;
  label: string;
  /** Second line of the heading: `+9.5%`. */
  note: string;
  points: readonly LinePoint[];
  /** Years whose figures are not quite of what the year before's are. */
  breaks: readonly number[];
}

export interface Multiples {
  lines: readonly ChartLine[];
  years: readonly number[];
  /** One scale for all panels, or each its own; all begin at 0. */
  common: boolean;
}

const PANEL = 220;
const HEIGHT = 142;
const HEAD = 38;
const AXIS = 4;
const SIZE = 12.5;

/** How many panels stand side by side. */
export const panelColumns = (width: number, lines: number): number =>
  Math.max(1, Math.min(lines, Math.floor((width + 16) / PANEL)));

/**
 * One small panel a line, all with the same years; heights are shares of the panel's or of the common greatest value,
 * measured from 0. First, last and greatest figures are written at their points; dashed lines mark breaks.
 */
export function changeMultiples({ lines, years, common }: Multiples, width: number): Plot.PlotOptions {
  const columns = panelColumns(width, lines.length);
  const rows = Math.max(1, Math.ceil(lines.length / columns));
  const panel = width / columns;
  const values = (line: ChartLine) => [0, ...line.points.map(({ value }) => value)];
  const all = lines.flatMap(values);
  const range = (own: readonly number[]) => ({ low: Math.min(...own), high: Math.max(...own) });
  const place = new Map(
    lines.map((line, i) => {
      const { low, high } = range(common ? all : values(line));
      const span = high - low || 1;
      const at = (value: number) => (value - low) / span;
      return [line.key, { fx: i % columns, fy: Math.floor(i / columns), at, zero: at(0) }] as const;
    }),
  );
  const of = (key: string) => place.get(key)!;
  const points = lines.flatMap((line) => line.points);
  const fx = (point: { line: string }) => of(point.line).fx;
  const fy = (point: { line: string }) => of(point.line).fy;
  const at = (point: LinePoint) => of(point.line).at(point.value);
  const heads = lines.map((line) => ({ line: line.key, label: line.label, note: line.note }));
  const inner = panel - 44;

  return {
    ...plotDefaults(width),
    height: rows * (HEIGHT + HEAD) + AXIS,
    marginTop: 0,
    marginBottom: AXIS,
    marginLeft: 0,
    marginRight: 0,
    x: {
      type: 'linear',
      domain: [years[0] ?? 0, (years.at(-1) ?? 0) + (years.length === 1 ? 1 : 0)],
      insetLeft: 22,
      insetRight: 22,
      axis: null,
    },
    y: { type: 'linear', domain: [0, 1], insetTop: HEAD + 18, insetBottom: 34, axis: null },
    fx: { domain: Array.from({ length: columns }, (_, i) => i), axis: null, padding: 0.06 },
    fy: { domain: Array.from({ length: rows }, (_, i) => i), axis: null, padding: 0 },
    marks: [
      Plot.ruleY(heads, {
        y: ({ line }: { line: string }) => of(line).zero,
        fx,
        fy,
        stroke: colours.line,
      }),
      Plot.ruleX(
        lines.flatMap((line) => line.breaks.map((year) => ({ line: line.key, year }))),
        {
          x: ({ year }: { year: number }) => year - 0.5,
          fx,
          fy,
          stroke: colours.muted,
          strokeDasharray: '3 3',
          insetTop: HEAD + 4,
          insetBottom: 30,
        },
      ),
      Plot.line(segments(lines), {
        x: 'year',
        y: (point: Segment) => of(point.line).at(point.value),
        fx,
        fy,
        z: 'part',
        stroke: colours.accent,
        strokeWidth: 1.6,
      }),
      Plot.text(heads, {
        fx,
        fy,
        frameAnchor: 'top-left',
        text: ({ label }: { label: string }) => fitted(label, inner + 30, 13.5),
        fontSize: 13.5,
        fontWeight: 600,
        fill: colours.ink,
        dy: 4,
      }),
      Plot.text(heads, {
        fx,
        fy,
        frameAnchor: 'top-left',
        text: ({ note }: { note: string }) => fitted(note, inner + 30, SIZE),
        fill: colours.muted,
        dy: 22,
      }),
      Plot.text(told(lines, years, inner), {
        x: 'year',
        y: at,
        fx,
        fy,
        text: 'text',
        dy: -10,
        fill: colours.ink,
      }),
      Plot.text(
        lines.flatMap((line) =>
          [...new Set([years[0], years.at(-1)])].flatMap((year) =>
            year === undefined ? [] : [{ line: line.key, year }],
          ),
        ),
        {
          x: 'year',
          fx,
          fy,
          frameAnchor: 'bottom',
          text: ({ year }: { year: number }) => String(year),
          fill: colours.muted,
          dy: -12,
        },
      ),
      ...stateMarks(points, { x: 'year', y: at, fx, fy, dx: 6, dy: -6, mark: (point) => point.mark ?? null }),
      Plot.dot(points, {
        x: 'year',
        y: at,
        fx,
        fy,
        r: 4,
        fill: { value: (point: LinePoint) => (point.hollow ? colours.paper : colours.accent), scale: null },
        stroke: colours.accent,
        strokeWidth: 1.5,
        className: 'rows',
        title: 'title',
      }),
    ],
  };
}

/** A line point with the run of years without a gap that it belongs to. */
interface Segment extends LinePoint {
  part: string;
}

/** Years without a figure are gaps: no line is drawn across them. */
export function segments(lines: readonly ChartLine[]): Segment[] {
  return lines.flatMap((line) => {
    let part = 0;
    return line.points.map((point, i): Segment => {
      const before = line.points[i - 1];
      if (before && point.year !== before.year + 1) part++;
      return { ...point, part: `${line.key} ${part}` };
    });
  });
}

/** Figures that are written: all where there is room, else the last, and the first where it is far enough from it. */
function told(lines: readonly ChartLine[], years: readonly number[], inner: number): LinePoint[] {
  const step = inner / Math.max(1, years.length - 1);
  return lines.flatMap(({ points }) => {
    const widest = Math.max(...points.map(({ text }) => textWidth(text, SIZE))) + 6;
    if (widest <= step) return points;
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) return [];
    return (last.year - first.year) * step >= widest ? [first, last] : [last];
  });
}
