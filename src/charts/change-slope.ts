import * as Plot from '@observablehq/plot';
import type { ChartLine, LinePoint } from './change-multiples';
import { stateMarks } from './state-marks';
import { fitted } from './text-fit';
import { colours, plotDefaults } from './theme';

export interface Slope {
  lines: readonly ChartLine[];
  first: number;
  last: number;
}

const SIZE = 12.5;
const LINE = 17;

/** Places for labels in order of their wish, at least a line apart, within 0 … height. */
export function apart(wishes: readonly number[], height: number, step = LINE): number[] {
  const order = wishes.map((wish, i) => ({ wish, i })).sort((a, b) => a.wish - b.wish);
  const places: number[] = [];
  let floor = -Infinity;
  for (const { wish } of order) {
    floor = Math.max(wish, floor + step);
    places.push(floor);
  }
  let ceiling = height;
  for (let k = places.length - 1; k >= 0; k--) {
    places[k] = Math.min(places[k]!, ceiling);
    ceiling = places[k]! - step;
  }
  const found: number[] = [];
  order.forEach(({ i }, k) => (found[i] = places[k]!));
  return found;
}

interface End {
  line: ChartLine;
  point: LinePoint;
  /** Pixels of its label from the top. */
  place: number;
}

/**
 * Two years side by side, a straight line from each figure to the other, from 0; names and figures at both ends, moved
 * apart where they would lie on each other. Lines with one of the two years are a point alone.
 */
export function changeSlope({ lines, first, last }: Slope, width: number): Plot.PlotOptions {
  const height = Math.max(260, lines.length * (LINE + 5) + 60);
  const side = Math.round(Math.min(330, width * 0.36));
  const top = 34;
  const bottom = 14;
  const inner = height - top - bottom;
  const values = [0, ...lines.flatMap(({ points }) => points.map(({ value }) => value))];
  const low = Math.min(...values);
  const high = Math.max(...values) || 1;
  const pixel = (value: number) => inner - ((value - low) / (high - low || 1)) * inner;
  const endsOf = (year: number): End[] => {
    const own = lines.flatMap((line) => {
      const point = line.points.find((candidate) => candidate.year === year);
      return point ? [{ line, point }] : [];
    });
    const places = apart(
      own.map(({ point }) => pixel(point.value)),
      inner,
    );
    return own.map((end, i) => ({ ...end, place: places[i]! }));
  };
  const ends = { first: endsOf(first), last: endsOf(last) };
  const both = ends.first.flatMap((from) => {
    const to = ends.last.find((end) => end.line.key === from.line.key);
    return to ? [{ from: from.point.value, to: to.point.value, broken: from.line.breaks.length > 0 }] : [];
  });
  const ink = (from: number, to: number) =>
    to > from ? 'var(--over-3)' : to < from ? 'var(--under-3)' : colours.faint;
  const value = (place: number) => low + ((inner - place) / inner) * (high - low || 1);
  const label = (end: End, right: boolean) =>
    right ? `${end.point.text}  ${end.line.label}` : `${end.line.label}  ${end.point.text}`;
  const labels = (all: readonly End[], year: number, right: boolean) => [
    Plot.link(all, {
      x1: () => year,
      x2: () => year,
      y1: (end: End) => end.point.value,
      y2: (end: End) => value(end.place),
      stroke: colours.line,
      dx: right ? 8 : -8,
    }),
    Plot.text(all, {
      x: () => year,
      y: (end: End) => value(end.place),
      text: (end: End) => fitted(label(end, right), side - 16, SIZE),
      textAnchor: right ? 'start' : 'end',
      dx: right ? 12 : -12,
      fill: colours.ink,
    }),
  ];
  const points = [...ends.first, ...ends.last].map(({ point }) => point);

  return {
    ...plotDefaults(width),
    height,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: side,
    marginRight: side,
    x: { domain: [first, last], axis: null },
    y: { domain: [low, high], axis: null },
    marks: [
      Plot.ruleX([first, last], { stroke: colours.line }),
      Plot.text([first, last], {
        x: (year: number) => year,
        frameAnchor: 'top',
        text: (year: number) => String(year),
        dy: -20,
        fontWeight: 600,
        fill: colours.ink,
      }),
      Plot.link(both, {
        x1: () => first,
        x2: () => last,
        y1: 'from',
        y2: 'to',
        stroke: { value: ({ from, to }: { from: number; to: number }) => ink(from, to), scale: null },
        strokeWidth: 2,
      }),
      ...labels(ends.first, first, false),
      ...labels(ends.last, last, true),
      ...stateMarks(points, { x: 'year', y: 'value', dx: 7, dy: -6, mark: (point) => point.mark ?? null }),
      Plot.dot(points, {
        x: 'year',
        y: 'value',
        r: 4.5,
        fill: { value: (point: LinePoint) => (point.hollow ? colours.paper : colours.accent), scale: null },
        stroke: colours.accent,
        strokeWidth: 1.5,
        className: 'rows',
        title: 'title',
      }),
    ],
  };
}
