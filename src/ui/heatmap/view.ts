import type { EvidenceRequest } from '../../state';

/** Colours of a cell, as #rrggbb in both themes. */
export interface CellColours {
  light: { fill: string; ink: string };
  dark: { fill: string; ink: string };
}

/** What stands beside a cell's or a row's text: a sign, and what it says to those who do not see it. */
export interface HeatSign {
  sign: string;
  label: string;
  warn?: boolean;
}

export interface HeatCell {
  text: string;
  /** Null: no value to colour. */
  colours: CellColours | null;
  /** `blank` nothing there · `hatched` something missing · `value` a value. */
  kind: 'value' | 'blank' | 'hatched';
  signs: readonly HeatSign[];
  /** Hover and description: exact figures, reasons. */
  title: string;
  /** What the drawer shows of it; null where there is nothing to show, or too much. */
  evidence: EvidenceRequest | null;
  /** It does something when it is picked. */
  opens: boolean;
  /** Share of the largest, 0 … 1, drawn as a square of that area; absent: the whole cell is coloured. */
  area?: number | null;
}

export interface HeatColumn {
  key: string;
  label: string;
  /** Above the label, small: a code. */
  code?: string;
  title?: string;
  /** Set apart from the columns before it. */
  total?: boolean;
}

/** The head of a row. */
export interface HeatRow {
  key: string;
  label: string;
  note: string;
  signs: readonly HeatSign[];
  title: string;
}

/** A row that is no part of the grid, e.g. medians below it. */
export interface HeatFoot {
  label: string;
  note: string;
  cells: readonly { text: string; title: string }[];
}

/** Height of a row in CSS pixels, gap included: rows are of one height so that thousands can be windowed. */
export const ROW_HEIGHT = 46;
/** Width of a column in CSS pixels, gap included, where columns are windowed; few columns share the whole width. */
export const COLUMN_WIDTH = 82;
/** Side of the square that the largest amount has. */
export const LARGEST_SIDE = 28;
