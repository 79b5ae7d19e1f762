import * as Plot from '@observablehq/plot';
import { stateMarks, type ChartMark } from './state-marks';
import { fitted, textWidth } from './text-fit';
import { colours, plotDefaults } from './theme';

/** One component of one department. Values are floating point in the chart's unit: for pixels only. */
export interface BudgetBar {
  key: string;
  label: string;
  budget: number | null;
  final: number | null;
  /** Last year's figure, a tick on the bar. */
  prior: number | null;
  /** Behind the bars: `1.11 / 3.00 · 36.9%`. */
  text: string;
  title: string;
  /** The state of its figures, where there is something to tell. */
  mark?: ChartMark | null;
}

/** A department in a year: a heading, then its bars. */
export interface BudgetBlock {
  key: string;
  label: string;
  note: string;
  bars: readonly BudgetBar[];
}

export interface BudgetBars {
  blocks: readonly BudgetBlock[];
  tick: (value: number) => string;
  legend: { budget: string; final: string; over: string; prior: string };
}

const ROW = 28;
const BUDGET = 18;
const FINAL = 8;
const LEGEND = 30;
const AXIS = 26;
const SIZE = 12.5;
const TITLE = 13.5;
const SVG = 'http://www.w3.org/2000/svg';

const BUDGET_FILL = 'var(--seq-2)';
const FINAL_FILL = 'var(--under-4)';
const OVER_FILL = 'var(--over-4)';

interface Row {
  key: string;
  block: BudgetBlock | null;
  bar: BudgetBar | null;
}

type Attributes = Record<string, string | number>;

/** The legend in one line above the bars, drawn into the picture so that it leaves with it. */
function legendMark(legend: BudgetBars['legend'], shown: { over: boolean; prior: boolean }): Plot.Markish {
  return (_index, _scales, _values, _dimensions, context) => {
    const group = context.document.createElementNS(SVG, 'g') as SVGGElement;
    let x = 0;
    const add = (name: string, attributes: Attributes, text?: string) => {
      const element = context.document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
      if (text !== undefined) element.textContent = text;
      group.append(element);
    };
    const entry = (swatch: (x: number) => void, text: string) => {
      swatch(x);
      add(
        'text',
        {
          x: x + 24,
          y: 10,
          'text-anchor': 'start',
          'dominant-baseline': 'central',
          style: `fill: ${colours.muted}`,
        },
        text,
      );
      x += 24 + textWidth(text, SIZE) + 18;
    };
    const bar = (height: number, fill: string) => (at: number) =>
      add('rect', { x: at, y: 10 - height / 2, width: 18, height, rx: 1, style: `fill: ${fill}` });
    entry(bar(14, BUDGET_FILL), legend.budget);
    entry(bar(FINAL, FINAL_FILL), legend.final);
    if (shown.over) entry(bar(FINAL, OVER_FILL), legend.over);
    if (shown.prior) {
      entry(
        (at) => add('rect', { x: at + 8, y: 2, width: 2, height: 16, style: `fill: ${colours.ink}` }),
        legend.prior,
      );
    }
    return group;
  };
}

/** Each block's name and, behind it, its note. */
function headings(blocks: readonly BudgetBlock[], width: number): Plot.Markish {
  return (_index, scales, _values, _dimensions, context) => {
    const group = context.document.createElementNS(SVG, 'g') as SVGGElement;
    for (const block of blocks) {
      const line = context.document.createElementNS(SVG, 'text');
      const top = (scales.y as unknown as (key: string) => number)(block.key);
      line.setAttribute('y', String(top + ROW / 2 + 4));
      line.setAttribute('dominant-baseline', 'central');
      line.setAttribute('text-anchor', 'start');
      line.setAttribute('pointer-events', 'none');
      const add = (text: string, x: number, style: string) => {
        const part = context.document.createElementNS(SVG, 'tspan');
        part.setAttribute('x', String(x));
        part.setAttribute('style', style);
        part.textContent = text;
        line.append(part);
      };
      add(block.label, 0, `font-size: ${TITLE}px; font-weight: 600; fill: ${colours.ink}`);
      const behind = textWidth(block.label, TITLE) + 12;
      add(fitted(block.note, width - behind, SIZE), behind, `fill: ${colours.muted}`);
      group.append(line);
    }
    return group;
  };
}

/**
 * Budget (wide, light) against final (narrow, dark; beyond the budget orange) by component, in blocks of one department
 * each, with last year as a tick, a zero baseline and the figures behind the bars. A transparent strip in the group
 * `rows` covers each bar's row: the page puts its listeners on them, in the order of blocks and bars.
 */
export function budgetBars({ blocks, tick, legend }: BudgetBars, width: number): Plot.PlotOptions {
  const rows: Row[] = blocks.flatMap((block) => [
    { key: block.key, block, bar: null },
    ...block.bars.map((bar) => ({ key: bar.key, block: null, bar })),
  ]);
  const bars = blocks.flatMap((block) => block.bars);
  const longest = Math.max(60, ...bars.map((bar) => textWidth(bar.label, SIZE)));
  const left = Math.round(Math.min(longest + 28, width * 0.34));
  const end = Math.max(1e-9, ...bars.flatMap((bar) => [bar.budget ?? 0, bar.final ?? 0, bar.prior ?? 0]));
  const reach = (bar: BudgetBar) => Math.max(bar.budget ?? 0, bar.final ?? 0, bar.prior ?? 0);
  const inner = width - left - 4;
  // The text of a short bar may stand over the longest bar's room: only what reaches beyond it needs more.
  let right = 0;
  for (let pass = 0; pass < 4; pass++) {
    const pixels = Math.max(40, inner - right) / end;
    right = Math.max(0, ...bars.map((bar) => textWidth(bar.text, SIZE) + 14 - (end - reach(bar)) * pixels));
  }
  const y = 'key' as const;
  const inset = (height: number) => ({ insetTop: (ROW - height) / 2, insetBottom: (ROW - height) / 2 });
  const over = bars.filter((bar) => (bar.final ?? 0) > (bar.budget ?? 0) && bar.budget !== null);
  const ticked = bars.filter((bar) => bar.prior !== null && bar.prior > 0);

  return {
    ...plotDefaults(width),
    height: LEGEND + rows.length * ROW + AXIS,
    marginTop: LEGEND,
    marginBottom: AXIS,
    marginLeft: left,
    marginRight: 4,
    x: { domain: [0, end], insetRight: right, label: null, ticks: Math.max(2, Math.floor(inner / 140)) },
    y: { type: 'band', domain: rows.map((row) => row.key), axis: null, padding: 0 },
    marks: [
      Plot.gridX({ stroke: colours.line, strokeOpacity: 1 }),
      Plot.axisX({ tickSize: 0, tickFormat: tick, label: null, fill: colours.muted }),
      Plot.ruleX([0], { stroke: colours.ink }),
      // A heading covers the lines behind it.
      Plot.barX(
        rows.filter((row) => row.block),
        { x1: 0, x2: end, y, fill: colours.paper, insetLeft: -left, insetRight: -right - 4 },
      ),
      Plot.barX(
        bars.filter((bar) => bar.budget !== null),
        { x: 'budget', y, fill: BUDGET_FILL, rx: 1, ...inset(BUDGET), pointerEvents: 'none' },
      ),
      Plot.barX(
        bars.filter((bar) => bar.final !== null),
        {
          x: (bar: BudgetBar) => Math.min(bar.final!, bar.budget ?? bar.final!),
          y,
          fill: FINAL_FILL,
          ...inset(FINAL),
          pointerEvents: 'none',
        },
      ),
      Plot.barX(over, {
        x1: 'budget',
        x2: 'final',
        y,
        fill: OVER_FILL,
        ...inset(FINAL),
        pointerEvents: 'none',
      }),
      Plot.barX(ticked, {
        x1: 'prior',
        x2: 'prior',
        y,
        fill: colours.ink,
        insetLeft: -1,
        insetRight: -1,
        ...inset(BUDGET + 4),
        pointerEvents: 'none',
      }),
      Plot.text(bars, {
        x: reach,
        y,
        text: 'text',
        textAnchor: 'start',
        dx: 8,
        fill: colours.ink,
        pointerEvents: 'none',
      }),
      Plot.text(bars, {
        frameAnchor: 'left',
        y,
        text: (bar: BudgetBar) => fitted(bar.label, left - 22, SIZE),
        textAnchor: 'start',
        dx: -left + 14,
        fill: colours.muted,
        pointerEvents: 'none',
      }),
      ...stateMarks(bars, {
        x: reach,
        y,
        dy: -BUDGET / 2,
        mark: (bar) => bar.mark ?? null,
      }),
      headings(blocks, width),
      Plot.barX(bars, {
        x1: 0,
        x2: end,
        y,
        fill: 'transparent',
        insetLeft: -left,
        insetRight: -right,
        className: 'rows',
        title: 'title',
      }),
      legendMark(legend, { over: over.length > 0, prior: ticked.length > 0 }),
    ],
  };
}
