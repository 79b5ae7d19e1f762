import * as Plot from '@observablehq/plot';
import { fitted, textWidth } from './text-fit';
import { colours, plotDefaults } from './theme';

/** One step of the bridge. Values are floating point in the chart's unit: for pixels only; texts are final. */
export interface BridgeBar {
  key: string;
  label: string;
  from: number;
  to: number;
  /** A level on the ground, a rise, a fall, or no change. */
  tone: 'level' | 'up' | 'down' | 'even';
  /** Beside the bar. */
  text: string;
  /** Hover text and name for readers. */
  title: string;
}

const ROW = 32;
const BAR = 18;
const AXIS = 26;
const SIZE = 12.5;
const GAP = 7;
const FILL: Record<BridgeBar['tone'], string> = {
  level: 'var(--faint)',
  up: 'var(--over-3)',
  down: 'var(--under-3)',
  even: 'var(--faint)',
};

/**
 * A waterfall lying down: a row a step, levels from zero, differences from where the step before ended, with a line
 * from each to the next. A transparent strip in the group of class `picks` covers each row for the page's listeners.
 */
export function executionBridgeChart(
  bars: readonly BridgeBar[],
  tick: (value: number) => string,
  width: number,
): Plot.PlotOptions {
  const longest = Math.max(80, ...bars.map((bar) => textWidth(bar.label, 13.5)));
  const margin = Math.round(Math.min(Math.max(110, width * 0.34), longest + 20));
  const low = Math.min(0, ...bars.flatMap((bar) => [bar.from, bar.to]));
  const high = Math.max(0, ...bars.flatMap((bar) => [bar.from, bar.to])) || 1;
  const room = Math.max(...bars.map((bar) => textWidth(bar.text, SIZE))) + GAP + 6;
  const links = bars.slice(0, -1).map((bar, i) => ({ at: bar.to, from: bar.key, to: bars[i + 1]!.key }));
  return {
    ...plotDefaults(width),
    height: bars.length * ROW + AXIS,
    marginTop: 0,
    marginBottom: AXIS,
    marginLeft: margin,
    marginRight: 4,
    x: {
      domain: [low, high],
      insetRight: room,
      label: null,
      ticks: Math.max(2, Math.floor((width - margin - room) / 120)),
    },
    y: { type: 'band', domain: bars.map((bar) => bar.key), axis: null, padding: 1 - BAR / ROW },
    marks: [
      Plot.gridX({ stroke: colours.line, strokeOpacity: 1 }),
      Plot.axisX({ tickSize: 0, tickFormat: tick, label: null, fill: colours.muted }),
      Plot.ruleX(links, { x: 'at', y1: 'from', y2: 'to', stroke: colours.muted, pointerEvents: 'none' }),
      Plot.barX(
        bars.filter((bar) => bar.from !== bar.to),
        {
          x1: 'from',
          x2: 'to',
          y: 'key',
          fill: { value: (bar: BridgeBar) => FILL[bar.tone], scale: null },
          rx: 1,
          pointerEvents: 'none',
        },
      ),
      Plot.text(bars, {
        x: (bar: BridgeBar) => Math.max(bar.from, bar.to),
        y: 'key',
        text: 'text',
        textAnchor: 'start',
        dx: GAP,
        fill: colours.ink,
        pointerEvents: 'none',
      }),
      ...[true, false].map((level) =>
        Plot.text(
          bars.filter((bar) => (bar.tone === 'level') === level),
          {
            frameAnchor: 'left',
            y: 'key',
            text: (bar: BridgeBar) => fitted(bar.label, margin - 16, 13.5),
            textAnchor: 'start',
            dx: -margin,
            fontSize: 13.5,
            fontWeight: level ? 600 : 400,
            fill: colours.ink,
            pointerEvents: 'none',
          },
        ),
      ),
      Plot.ruleX([0], { stroke: colours.ink }),
      Plot.barX(bars, {
        x1: low,
        x2: high,
        y: 'key',
        fill: 'transparent',
        insetTop: -(ROW - BAR) / 2,
        insetBottom: -(ROW - BAR) / 2,
        insetLeft: -margin,
        insetRight: -room,
        className: 'picks',
        title: 'title',
      }),
    ],
  };
}
