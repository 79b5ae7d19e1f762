import type * as Plot from '@observablehq/plot';
import { CLIP, heatColour } from './execution-scale';
import { fitted, textWidth, twoLines } from './text-fit';

/** A cell of the picture; colours are #rrggbb for paper. `fill` null: no value to colour. */
export interface DrawnCell {
  text: string;
  /** Signs before the text: ⚑, Σ … */
  signs: string;
  fill: string | null;
  ink: string | null;
  /** Share of the largest, 0 … 1, as a square of that area; absent: the whole cell is coloured. */
  area?: number | null;
}

/** The heatmap as a picture, its texts final. */
export interface HeatmapDrawing {
  columns: readonly { code: string; label: string }[];
  rows: readonly { label: string; note: string; cells: readonly DrawnCell[] }[];
  /** A last row set apart. */
  foot: { label: string; cells: readonly string[] } | null;
  /** What stands at the ends of the colour scale; 50 % and 150 % where absent. */
  ends?: { low: string; high: string };
  /** The last column is one like the others, no 合计. */
  withoutTotal?: boolean;
}

const INK = '#16202c';
const MUTED = '#55606d';
const VOID = '#f7f7f7';
const GAP = 2;
const ROW = 44;
const HEAD = 52;
const FOOT = 30;
const LEGEND = 40;
const SWATCHES = 61;
const LARGEST_SIDE = 28;

const SVG = 'http://www.w3.org/2000/svg';
type Attributes = Record<string, string | number>;

/**
 * The heatmap for SVG and PNG as Plot options: cells, signs, row labels with their second line, medians, and the
 * colour scale from 50 % to 150 %.
 */
export function executionHeatmap(drawing: HeatmapDrawing, width: number): Plot.PlotOptions {
  const { columns, rows, foot } = drawing;
  const label = Math.min(
    300,
    Math.max(120, ...rows.map((row) => textWidth(row.label, 14)), textWidth(foot?.label ?? '', 12)) + 16,
  );
  const wide = Math.max(width, label + columns.length * 76);
  const cell = (wide - label) / Math.max(1, columns.length);
  const top = (r: number) => HEAD + r * ROW;
  const bottom = top(rows.length) + (foot ? FOOT : 0);

  const draw: Plot.Markish = (_index, _scales, _values, _dimensions, context) => {
    const group = context.document.createElementNS(SVG, 'g') as SVGGElement;
    const add = (name: string, attributes: Attributes, text?: string) => {
      const element = context.document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
      if (text !== undefined) element.textContent = text;
      group.append(element);
    };
    const write = (text: string, x: number, y: number, size: number, fill: string, more: Attributes = {}) =>
      add(
        'text',
        {
          x,
          y,
          'font-size': `${size}px`,
          fill,
          'dominant-baseline': 'central',
          'text-anchor': 'start',
          ...more,
        },
        text,
      );
    const end = { 'text-anchor': 'end' };

    columns.forEach((column, c) => {
      const x = label + (c + 1) * cell - 10;
      const lines = twoLines(column.label, cell - 14, 12);
      lines.forEach((line, i) => write(line, x, HEAD - 12 - (lines.length - 1 - i) * 15, 12, MUTED, end));
      if (column.code) write(column.code, x, HEAD - 12 - lines.length * 15, 11, MUTED, end);
    });
    rows.forEach((row, r) => {
      const y = top(r) + ROW / 2;
      write(fitted(row.label, label - 12, 14), 0, y - 8, 14, INK);
      write(row.note, 0, y + 10, 12, MUTED);
      row.cells.forEach(({ text, signs, fill, ink: on, area }, c) => {
        const square = area !== undefined;
        const ink = square ? INK : on;
        const x = label + c * cell;
        add('rect', {
          x: x + GAP / 2,
          y: top(r) + GAP / 2,
          width: cell - GAP,
          height: ROW - GAP,
          rx: 3,
          fill: square ? VOID : (fill ?? VOID),
        });
        if (square && area && fill) {
          const side = Math.max(2, Math.sqrt(area) * LARGEST_SIDE);
          add('rect', { x: x + 20 - side / 2, y: y - side / 2, width: side, height: side, rx: 2, fill });
        }
        const colour = ink ?? MUTED;
        const weight = c === columns.length - 1 && !drawing.withoutTotal ? 600 : 400;
        write(text, x + cell - 10, y, fill ? 14 : 12, colour, { ...end, 'font-weight': weight });
        if (signs) write(signs, square ? x + cell - 6 : x + 7, top(r) + 10, 11, colour, square ? end : {});
      });
    });
    if (foot) {
      const y = top(rows.length) + FOOT / 2;
      write(foot.label, 0, y, 12, MUTED);
      foot.cells.forEach((text, c) => write(text, label + (c + 1) * cell - 10, y, 12, MUTED, end));
    }
    const y = bottom + LEGEND / 2 + 4;
    write(drawing.ends?.low ?? `${CLIP.low}%`, 0, y, 12, MUTED);
    for (let i = 0; i < SWATCHES; i++) {
      const points = (i / (SWATCHES - 1)) * 100 - 50;
      add('rect', {
        x: 36 + i * 3.5,
        y: y - 5,
        width: 3.8,
        height: 10,
        fill: heatColour(points, 'light').fill,
      });
    }
    write(drawing.ends?.high ?? `${CLIP.high}%`, 36 + SWATCHES * 3.5 + 8, y, 12, MUTED);
    return group;
  };
  return {
    width: wide,
    height: bottom + LEGEND,
    margin: 0,
    axis: null,
    style: { fontVariantNumeric: 'tabular-nums', background: 'transparent', overflow: 'visible' },
    marks: [draw],
  };
}
