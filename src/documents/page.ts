/**
 * The one shape behind every format. Text and PDF give lines; spreadsheets, Word, HTML and tab-separated text give
 * lines with cells. Positions are in points where the format has them.
 */
export interface Cell {
  text: string;
  /** Columns and rows that the cell spans; 1 where the format has no spans. */
  colSpan?: number;
  rowSpan?: number;
  /** Left and right edge in points, where the format has positions. */
  x0?: number;
  x1?: number;
  /** Top and bottom, growing downwards, of the whole cell where it spans rows. */
  y0?: number;
  y1?: number;
}

/** A word (or several characters that touch) with its box in points, y growing downwards. */
export interface PlacedWord {
  text: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface Line {
  /** 1-based line (or row) number within its document. */
  number: number;
  /** The whole line as text, marks such as <b> and ** removed. */
  text: string;
  /** The cells of a table row, blanks included; null where the format has only running text. */
  cells: Cell[] | null;
  /** Top and bottom in points, where the format has positions. */
  y0?: number;
  y1?: number;
  /** Its words in reading order, where they were asked for. */
  words?: readonly PlacedWord[];
}

export interface Page {
  /** 1-based; null where the format has no pages. */
  number: number | null;
  /** Sheet or heading name, where there is one. */
  name: string | null;
  lines: Line[];
}
