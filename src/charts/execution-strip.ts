import * as Plot from '@observablehq/plot';
import { colours, diverging, plotDefaults } from './theme';

/** One subject, or one step of many; values are floating point in points of per cent: for pixels only. */
export interface StripMark {
  /** Where it stands, and for a step where it ends. */
  from: number;
  to: number;
  /** Subjects it stands for. */
  count: number;
  /** Hover text and name for readers. */
  title: string;
}

export interface Strip {
  /** `dots`: one a subject, side by side where they meet; `bins`: a bar a step. */
  kind: 'dots' | 'bins';
  marks: readonly StripMark[];
  /** The right end, in points; what is beyond stands there. */
  end: number;
  lines: readonly { at: number; label: string; strong: boolean }[];
}

const DOT = 5;
const HEAD = 34;
const AXIS = 26;

/** The colour of a rate in points, by the steps of the scale: as variables, for both themes. */
function fillOf(points: number): string {
  const stops = [-44, -29, -13, -3.5, 3.5, 13, 29, 44];
  const step = stops.filter((stop) => points - 100 > stop).length;
  return diverging[step]!.fill;
}

/** Height in dots of each, so that neighbours do not lie over each other: the lowest free place, from the left. */
export function stacked(places: readonly number[], apart: number): number[] {
  const levels: number[] = [];
  places.forEach((place, i) => {
    const taken = new Set<number>();
    for (let j = i - 1; j >= 0 && place - places[j]! < apart; j--) taken.add(levels[j]!);
    let level = 0;
    while (taken.has(level)) level += 1;
    levels.push(level);
  });
  return levels;
}

/**
 * The rates on one line, with the thresholds and the median: dots, or bars where there are many. The marks are in the
 * group of class `picks`, in the order given (by rate): the page puts its listeners on them.
 */
export function executionStrip({ kind, marks, end, lines }: Strip, width: number): Plot.PlotOptions {
  const inner = Math.max(100, width - 40);
  const dots = kind === 'dots';
  const levels = dots
    ? stacked(
        marks.map(({ from }) => Math.min(from, end)),
        ((2 * DOT + 1) / inner) * end,
      )
    : [];
  const highest = dots ? Math.max(0, ...levels) + 1 : Math.max(1, ...marks.map((mark) => mark.count));
  const room = dots ? Math.max(46, highest * (2 * DOT + 1) + 10) : 120;
  const step = end / 40;
  const fill = (mark: StripMark) =>
    fillOf(dots ? mark.from : (mark.from + Math.min(mark.to, end + step)) / 2);
  return {
    ...plotDefaults(width),
    height: HEAD + room + AXIS,
    marginTop: HEAD,
    marginBottom: AXIS,
    marginLeft: 16,
    marginRight: 24,
    x: { domain: [0, dots ? end : end + step], label: null },
    y: { domain: [0, dots ? room : highest], axis: null },
    marks: [
      Plot.axisX(
        [0, 25, 50, 75, 100, 125, 150, 175, 200].filter((tick) => tick <= end),
        {
          tickSize: 0,
          tickFormat: (tick: number) => (tick === end ? `≥${tick}%` : `${tick}%`),
          label: null,
          fill: colours.muted,
        },
      ),
      Plot.ruleY([0], { stroke: colours.line }),
      ...lines.flatMap((line) => [
        Plot.ruleX([Math.min(line.at, end)], {
          stroke: line.strong ? colours.ink : colours.muted,
          strokeDasharray: line.strong ? undefined : '3,3',
        }),
        Plot.text([line.label], {
          x: () => Math.min(line.at, end),
          frameAnchor: 'top',
          text: (label: string) => label,
          dy: line.strong ? -26 : -12,
          fill: line.strong ? colours.ink : colours.muted,
        }),
      ]),
      dots
        ? Plot.dot(marks, {
            x: (mark: StripMark) => Math.min(mark.from, end),
            y: (_: StripMark, i: number) => levels[i]! * (2 * DOT + 1) + DOT + 3,
            r: DOT,
            fill: { value: fill, scale: null },
            stroke: colours.muted,
            strokeWidth: 0.8,
            title: 'title',
            className: 'picks',
          })
        : Plot.rectY(marks, {
            x1: 'from',
            x2: (mark: StripMark) => Math.min(mark.to, end + step),
            y1: 0,
            y2: 'count',
            fill: { value: fill, scale: null },
            stroke: colours.muted,
            strokeWidth: 0.6,
            inset: 0.5,
            title: 'title',
            className: 'picks',
          }),
    ],
  };
}
