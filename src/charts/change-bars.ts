import * as Plot from '@observablehq/plot';
import { reasonMarks, reasonRoom, type ReasonRow } from './change-reasons';
import { stateMarks, type ChartMark } from './state-marks';
import { fitted, textWidth } from './text-fit';
import { colours, plotDefaults } from './theme';

/** One bar. Values are floating point in the chart's unit: for pixels only; texts are final. */
export interface ChangeBar extends ReasonRow {
  label: string;
  /** Second line under the label. */
  note: string;
  /** Null: no bar, the text says why. */
  value: number | null;
  /** At the end of the bar. */
  text: string;
  /** `even`: no change, or one that rounding can explain. */
  tone: 'up' | 'down' | 'even';
  /** Hover text and name for readers. */
  title: string;
  mark?: ChartMark | null;
}

export interface ChangeBars {
  bars: readonly ChangeBar[];
  tick: (value: number) => string;
  /** Names of the two directions, above the baseline's sides. */
  sides: { down: string; up: string };
}

const ROW = 46;
const BAR = 22;
const HEAD = 24;
const AXIS = 26;
const SIZE = 12.5;
const GAP = 7;

const FILL: Record<ChangeBar['tone'], string> = {
  up: 'var(--over-3)',
  down: 'var(--under-3)',
  even: 'var(--faint)',
};

/**
 * Room for the texts beyond the bars, in pixels, and the ends of the scale: the longest text of a side stands beyond
 * its own bar, not beyond the longest.
 */
function layout(bars: readonly ChangeBar[], inner: number) {
  const values = bars.map((bar) => bar.value ?? 0);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  const text = (bar: ChangeBar) => textWidth(bar.text, SIZE) + GAP + 4;
  // Two passes: the room that texts need depends on the scale, which depends on the room.
  let left = 0;
  let right = 0;
  for (let pass = 0; pass < 4; pass++) {
    const pixels = Math.max(40, inner - left - right) / span;
    left = Math.max(
      0,
      ...bars.filter((bar) => (bar.value ?? 0) < 0).map((bar) => text(bar) - (bar.value! - low) * pixels),
    );
    right = Math.max(
      0,
      ...bars
        .filter((bar) => (bar.value ?? 0) >= 0)
        .map((bar) => text(bar) - (high - (bar.value ?? 0)) * pixels),
    );
  }
  return { low, high: high === low ? low + 1 : high, left, right };
}

/**
 * Diverging ranked bars: one row each in the order given, zero baseline, values and rates written at the bars' ends.
 * A transparent strip in the group of class `rows` covers each row: the page puts its listeners on them, so that a row
 * without a bar can be picked too.
 */
export function changeBars({ bars, tick, sides }: ChangeBars, width: number): Plot.PlotOptions {
  const longest = Math.max(
    80,
    ...bars.flatMap((bar) => [textWidth(bar.label, 13.5), textWidth(bar.note, SIZE)]),
  );
  const margin = Math.round(Math.min(Math.max(110, width * 0.32), longest + 20));
  const reasons = reasonRoom(bars, width);
  const height = ROW + reasons.below;
  const { low, high, left, right } = layout(bars, width - margin - 4 - reasons.right);
  const positive = bars.filter((bar) => (bar.value ?? 0) >= 0);
  const negative = bars.filter((bar) => (bar.value ?? 0) < 0);
  const y = 'key' as const;

  return {
    ...plotDefaults(width),
    height: HEAD + bars.length * height + AXIS,
    marginTop: HEAD,
    marginBottom: AXIS,
    marginLeft: margin,
    marginRight: 4 + reasons.right,
    x: {
      domain: [low, high],
      insetLeft: left,
      insetRight: right,
      label: null,
      ticks: Math.max(2, Math.floor((width - margin - reasons.right) / 140)),
    },
    y: { type: 'band', domain: bars.map((bar) => bar.key), axis: null, padding: 1 - BAR / height },
    marks: [
      Plot.gridX({ stroke: colours.line, strokeOpacity: 1 }),
      Plot.axisX({ tickSize: 0, tickFormat: tick, label: null, fill: colours.muted }),
      Plot.barX(
        bars.filter((bar) => bar.value !== null && bar.value !== 0),
        {
          x: 'value',
          y,
          fill: { value: (bar: ChangeBar) => FILL[bar.tone], scale: null },
          rx: 1,
          pointerEvents: 'none',
        },
      ),
      Plot.text(positive, {
        x: (bar: ChangeBar) => bar.value ?? 0,
        y,
        text: 'text',
        textAnchor: 'start',
        dx: GAP,
        fill: { value: (bar: ChangeBar) => (bar.value === null ? colours.muted : colours.ink), scale: null },
        pointerEvents: 'none',
      }),
      Plot.text(negative, {
        x: 'value',
        y,
        text: 'text',
        textAnchor: 'end',
        dx: -GAP,
        fill: colours.ink,
        pointerEvents: 'none',
      }),
      ...[true, false].map((noted) =>
        Plot.text(
          bars.filter((bar) => (bar.note !== '') === noted),
          {
            frameAnchor: 'left',
            y,
            text: (bar: ChangeBar) => fitted(bar.label, margin - 16, 13.5),
            textAnchor: 'start',
            dx: -margin,
            dy: noted ? -8 : 0,
            fontSize: 13.5,
            fill: colours.ink,
            pointerEvents: 'none',
          },
        ),
      ),
      Plot.text(
        bars.filter((bar) => bar.note),
        {
          frameAnchor: 'left',
          y,
          text: (bar: ChangeBar) => fitted(bar.note, margin - 16, SIZE),
          textAnchor: 'start',
          dx: -margin,
          dy: 9,
          fill: colours.muted,
          pointerEvents: 'none',
        },
      ),
      Plot.ruleX([0], { stroke: colours.ink }),
      ...(negative.length > 0
        ? [
            Plot.text([sides.down], {
              x: () => 0,
              frameAnchor: 'top',
              text: (side: string) => `← ${side}`,
              textAnchor: 'end',
              dx: -GAP,
              dy: -14,
              fill: colours.muted,
            }),
          ]
        : []),
      Plot.text([sides.up], {
        x: () => 0,
        frameAnchor: 'top',
        text: (side: string) => `${side} →`,
        textAnchor: 'start',
        dx: GAP,
        dy: -14,
        fill: colours.muted,
      }),
      ...reasonMarks(bars, reasons, { left: margin, width }),
      ...stateMarks(bars, {
        x: (bar) => bar.value ?? 0,
        y,
        dy: -BAR / 2,
        mark: (bar) => bar.mark ?? null,
      }),
      // Bands are as wide as bars; the strips reach over the gaps to their neighbours.
      Plot.barX(bars, {
        x1: low,
        x2: high,
        y,
        fill: 'transparent',
        insetTop: -(height - BAR) / 2,
        insetBottom: -(height - BAR) / 2,
        insetLeft: -left - margin,
        insetRight: -right - reasons.right,
        className: 'rows',
        title: 'title',
      }),
    ],
  };
}
