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
  opens: boolean;
  selected: boolean;
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

export interface HeatRow {
  key: string;
  label: string;
  note: string;
  signs: readonly HeatSign[];
  title: string;
  cells: readonly HeatCell[];
}

/** Height of a row in CSS pixels, gap included: rows are of one height so that thousands can be windowed. */
export const ROW_HEIGHT = 46;
