import * as Plot from '@observablehq/plot';
import { reasonMarks, reasonRoom, type ReasonRow } from './change-reasons';
import { stateMarks, type ChartMark } from './state-marks';
import { fitted, textWidth } from './text-fit';
import { colours, plotDefaults } from './theme';

/** One step, or one of the two totals. Values are floating point in the chart's unit: for pixels only. */
export interface WaterfallRow extends ReasonRow {
  label: string;
  note: string;
  /** From where to where; equal for a step of no size, null where there is none. Totals: from 0. */
  from: number | null;
  to: number | null;
  total: boolean;
  text: string;
  tone: 'up' | 'down' | 'even';
  title: string;
  mark?: ChartMark | null;
}

export interface Waterfall {
  rows: readonly WaterfallRow[];
  tick: (value: number) => string;
}

const ROW = 42;
const BAR = 20;
const AXIS = 26;
const SIZE = 12.5;
const LABEL = 13.5;
const GAP = 7;

const FILL: Record<WaterfallRow['tone'], string> = {
  up: 'var(--over-3)',
  down: 'var(--under-3)',
  even: 'var(--faint)',
};

interface Drawn extends WaterfallRow {
  from: number;
  to: number;
}

/**
 * The scale's ends. Where all levels lie far from 0, the axis does not begin there: then totals are told by a line and
 * not by a bar, whose length would say something untrue.
 */
export function waterfallScale(rows: readonly Pick<WaterfallRow, 'from' | 'to' | 'total'>[]): {
  low: number;
  high: number;
  cut: boolean;
} {
  const levels = rows.flatMap(({ from, to, total }) =>
    from === null || to === null ? [] : total ? [to] : [from, to],
  );
  const least = Math.min(...levels, Infinity);
  const most = Math.max(...levels, -Infinity);
  const span = most - least;
  if (levels.length === 0) return { low: 0, high: 1, cut: false };
  if (least > 0 && span < most * 0.4) {
    const room = span > 0 ? span * 0.12 : most * 0.02;
    return { low: least - room, high: most + room, cut: true };
  }
  const low = Math.min(0, least);
  const high = Math.max(0, most);
  return { low, high: high === low ? low + 1 : high, cut: false };
}

/** Room right of the bars for the longest text beyond its own bar's end. */
function roomFor(rows: readonly Drawn[], low: number, high: number, inner: number): number {
  let right = 0;
  for (let pass = 0; pass < 4; pass++) {
    const pixels = Math.max(40, inner - right) / (high - low);
    right = Math.max(
      0,
      ...rows.map(
        (row) => textWidth(row.text, SIZE) + GAP + 4 - (high - Math.max(row.from, row.to)) * pixels,
      ),
    );
  }
  return right;
}

/**
 * A waterfall in rows: last year, the steps in the order given, this year; thin lines carry the level from row to row,
 * amounts stand right of the bars, reasons beside or below. A transparent strip in the group of class `rows` covers
 * each row, for the page's listeners.
 */
export function changeWaterfall({ rows, tick }: Waterfall, width: number): Plot.PlotOptions {
  const reasons = reasonRoom(rows, width);
  const height = ROW + reasons.below;
  const longest = Math.max(
    80,
    ...rows.flatMap((row) => [textWidth(row.label, LABEL), textWidth(row.note, SIZE)]),
  );
  const margin = Math.round(Math.min(Math.max(120, width * 0.26), longest + 20));
  const { low, high, cut } = waterfallScale(rows);
  const drawn = rows.filter((row): row is Drawn => row.from !== null && row.to !== null);
  const inner = width - margin - 4 - reasons.right;
  const right = roomFor(drawn, low, high, inner);
  const y = 'key' as const;
  const ends = (row: WaterfallRow) => Math.max(row.from ?? low, row.to ?? low);
  const bars = drawn.filter((row) => row.from !== row.to && !(row.total && cut));
  const links = drawn.slice(0, -1).map((row, i) => ({ level: row.to, from: row.key, to: drawn[i + 1]!.key }));

  return {
    ...plotDefaults(width),
    height: 6 + rows.length * height + AXIS,
    marginTop: 6,
    marginBottom: AXIS,
    marginLeft: margin,
    marginRight: 4 + reasons.right,
    x: {
      domain: [low, high],
      insetRight: right,
      label: null,
      ticks: Math.max(2, Math.floor(inner / 140)),
    },
    y: { type: 'band', domain: rows.map((row) => row.key), axis: null, padding: 1 - BAR / height },
    marks: [
      Plot.gridX({ stroke: colours.line, strokeOpacity: 1 }),
      Plot.axisX({ tickSize: 0, tickFormat: tick, label: null, fill: colours.muted }),
      Plot.link(links, {
        x1: 'level',
        x2: 'level',
        y1: 'from',
        y2: 'to',
        stroke: colours.faint,
        strokeWidth: 1,
        strokeDasharray: '2 2',
      }),
      Plot.barX(bars, {
        x1: 'from',
        x2: 'to',
        y,
        fill: { value: (row: Drawn) => (row.total ? colours.muted : FILL[row.tone]), scale: null },
        rx: 1,
        pointerEvents: 'none',
      }),
      Plot.tickX(
        drawn.filter((row) => row.from === row.to || (row.total && cut)),
        {
          x: 'to',
          y,
          stroke: { value: (row: Drawn) => (row.total ? colours.ink : FILL.even), scale: null },
          strokeWidth: 3,
          pointerEvents: 'none',
        },
      ),
      Plot.text(rows, {
        x: ends,
        y,
        text: 'text',
        textAnchor: 'start',
        dx: GAP,
        fill: { value: (row: WaterfallRow) => (row.to === null ? colours.muted : colours.ink), scale: null },
        pointerEvents: 'none',
      }),
      ...labels(rows, margin),
      ...(cut || low > 0 ? [] : [Plot.ruleX([0], { stroke: colours.ink })]),
      ...reasonMarks(rows, reasons, { left: margin, width }),
      ...stateMarks(rows, { x: ends, y, dx: 3, dy: -BAR / 2, mark: (row) => row.mark ?? null }),
      Plot.barX(rows, {
        x1: low,
        x2: high,
        y,
        fill: 'transparent',
        insetTop: -(height - BAR) / 2,
        insetBottom: -(height - BAR) / 2,
        insetLeft: -margin,
        insetRight: -right - reasons.right,
        className: 'rows',
        title: 'title',
      }),
    ],
  };
}

/** Names with their second lines, left of the bars. */
function labels(rows: readonly WaterfallRow[], margin: number) {
  const at = {
    frameAnchor: 'left',
    y: 'key',
    textAnchor: 'start',
    dx: -margin,
    pointerEvents: 'none',
  } as const;
  return [
    ...[true, false].flatMap((noted) =>
      [true, false].map((total) =>
        Plot.text(
          rows.filter((row) => (row.note !== '') === noted && row.total === total),
          {
            ...at,
            text: (row: WaterfallRow) => fitted(row.label, margin - 16, LABEL),
            dy: noted ? -8 : 0,
            fontSize: LABEL,
            fontWeight: total ? 600 : 400,
            fill: colours.ink,
          },
        ),
      ),
    ),
    Plot.text(
      rows.filter((row) => row.note),
      {
        ...at,
        text: (row: WaterfallRow) => fitted(row.note, margin - 16, SIZE),
        dy: 9,
        fill: colours.muted,
      },
    ),
  ];
}
