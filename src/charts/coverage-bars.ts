import * as Plot from '@observablehq/plot';
import { fitted, textWidth } from './text-fit';
import { colours, plotDefaults } from './theme';

/** A part of a bar, from → to in the chart's unit (floating point: pixels only). */
export interface BarPart {
  /** What it is: decides its colour. */
  key: string;
  from: number;
  to: number;
  /** Tried in this order; the first that fits stands in the bar. */
  labels: readonly string[];
  /** Hover text. */
  title: string;
  /** The drawer shows it: framed. */
  selected?: boolean;
}

export interface BarRow {
  key: string;
  label: string;
  note: string;
  parts: readonly BarPart[];
  /** After the bar's end. */
  end?: string;
}

export interface StackedBars {
  rows: readonly BarRow[];
  /** Keys in the order of the legend, with their names. */
  legend: readonly { key: string; name: string }[];
  /** Right end of the scale; absent: the longest bar. */
  max?: number;
  /** A tick as text. */
  tick: (value: number) => string;
}

/** Tints on which ink reads, light and dark; neighbours differ in hue and lightness. */
const TINTS = [
  'light-dark(#bcd7ef, #27496b)',
  'light-dark(#f3cfa8, #6b4824)',
  'light-dark(#c2dfd2, #2b5547)',
  'light-dark(#d9d2ea, #463d63)',
  'light-dark(#efe3a8, #5d5423)',
  'light-dark(#efc9cc, #63353a)',
] as const;
const REST = 'light-dark(#dcdfe3, #3a424b)';

const ROW = 44;
const BAR = 26;
const LEGEND_LINE = 20;
const AXIS = 26;

/** Colours by place in the legend; from the seventh on one grey. */
export const tint = (place: number): string => TINTS[place] ?? REST;

const SVG = 'http://www.w3.org/2000/svg';

interface LegendEntry {
  name: string;
  x: number;
  line: number;
}

/** Swatches with names, side by side in as many lines as the width needs. */
function legendLines(legend: StackedBars['legend'], width: number): LegendEntry[] {
  let x = 0;
  let line = 0;
  return legend.map(({ name }) => {
    const wide = 16 + textWidth(name, 12.5) + 16;
    if (x > 0 && x + wide - 16 > width) {
      x = 0;
      line++;
    }
    const entry = { name, x, line };
    x += wide;
    return entry;
  });
}

/** The legend above the bars, drawn into the picture so that it leaves with it. */
function legendMark(entries: readonly LegendEntry[]): Plot.Markish {
  return (_index, _scales, _values, _dimensions, context) => {
    const group = context.document.createElementNS(SVG, 'g') as SVGGElement;
    const set = (element: Element, values: Record<string, string | number>) => {
      for (const [key, value] of Object.entries(values)) element.setAttribute(key, String(value));
    };
    entries.forEach(({ name, x, line }, i) => {
      const y = line * LEGEND_LINE;
      const swatch = context.document.createElementNS(SVG, 'rect');
      const text = context.document.createElementNS(SVG, 'text');
      set(swatch, { x, y: y + 3, width: 11, height: 11, rx: 2, style: `fill: ${tint(i)}` });
      set(text, {
        x: x + 16,
        y: y + 9,
        'dominant-baseline': 'central',
        'text-anchor': 'start',
        style: `fill: ${colours.muted}`,
      });
      text.textContent = name;
      group.append(swatch, text);
    });
    return group;
  };
}

/**
 * Bars of stacked parts, one a row, with their texts inside where these fit, a legend above, and a zero baseline.
 * The parts are drawn in one group of class `parts`, row by row: the page puts its listeners on them.
 */
export function stackedBars({ rows, legend, max, tick }: StackedBars, width: number): Plot.PlotOptions {
  const left = Math.min(
    Math.max(110, width * 0.34),
    Math.max(90, ...rows.map((row) => textWidth(row.label, 12.5))) + 16,
  );
  const entries = legendLines(legend, width);
  const top = ((entries.at(-1)?.line ?? -1) + 1) * LEGEND_LINE + 6;
  const right = Math.max(18, ...rows.map((row) => (row.end ? textWidth(row.end, 12.5) + 14 : 0)));
  const end = max ?? Math.max(1e-9, ...rows.flatMap((row) => row.parts.map((part) => part.to)));
  const pixels = (width - left - right) / end;
  const parts = rows.flatMap((row) => row.parts.map((part) => ({ ...part, row: row.key })));
  const place = new Map(legend.map(({ key }, i) => [key, i]));
  const inside = (part: BarPart) =>
    part.labels.find((label) => textWidth(label, 12.5) + 10 <= (part.to - part.from) * pixels) ?? '';
  const ends = rows.map((row) => ({ ...row, at: Math.max(0, ...row.parts.map((part) => part.to)) }));

  return {
    ...plotDefaults(width),
    height: top + rows.length * ROW + AXIS,
    marginTop: top,
    marginBottom: AXIS,
    marginLeft: left,
    marginRight: right,
    x: {
      domain: [0, end],
      label: null,
      ticks: Math.max(2, Math.floor((width - left) / 130)),
      tickFormat: tick,
    },
    y: { type: 'band', domain: rows.map((row) => row.key), axis: null, padding: 1 - BAR / ROW },
    marks: [
      Plot.gridX({ stroke: colours.line, strokeOpacity: 1 }),
      Plot.axisX({ tickSize: 0, tickFormat: tick, label: null, fill: colours.muted }),
      Plot.barX(parts, {
        x1: 'from',
        x2: 'to',
        y: 'row',
        fill: { value: (part: BarPart) => tint(place.get(part.key) ?? TINTS.length), scale: null },
        stroke: { value: (part: BarPart) => (part.selected ? colours.ink : 'none'), scale: null },
        strokeWidth: 2,
        title: 'title',
        insetLeft: 0.5,
        insetRight: 0.5,
        className: 'parts',
      }),
      Plot.text(parts, {
        x: (part: BarPart) => (part.from + part.to) / 2,
        y: 'row',
        text: inside,
        fill: colours.ink,
        pointerEvents: 'none',
      }),
      Plot.text(
        ends.filter((row) => row.end),
        { x: 'at', y: 'key', text: 'end', textAnchor: 'start', dx: 8, fill: colours.ink },
      ),
      Plot.text(rows, {
        frameAnchor: 'left',
        y: 'key',
        text: (row: BarRow) => fitted(row.label, left - 12, 12.5),
        title: 'label',
        textAnchor: 'start',
        dx: -left,
        dy: -8,
        fill: colours.ink,
      }),
      Plot.text(rows, {
        frameAnchor: 'left',
        y: 'key',
        text: 'note',
        textAnchor: 'start',
        dx: -left,
        dy: 8,
        fill: colours.muted,
      }),
      Plot.ruleX([0], { stroke: colours.faint }),
      legendMark(entries),
    ],
  };
}
