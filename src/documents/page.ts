/**
 * The one shape behind every format. Text and PDF give lines; spreadsheets, Word, HTML and separated text give lines
 * with cells. Positions are in points where the format has them.
 */
export interface Cell {
  text: string;
  /**
   * Columns and rows that the cell spans; absent where it spans one. A row has an entry for every column of its table:
   * the fields that a span covers follow as blank cells.
   */
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
  /** 1-based line (or row) number: within the sheet for spreadsheets, within the document else. */
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

/** What a reader has to tell of a page beside its lines, e.g. rows that are hidden and hold figures. */
export interface PageNote {
  code:
    | 'hidden_rows'
    | 'hidden_columns'
    | 'hidden_sheet'
    | 'hidden_digits'
    | 'covered_figures'
    | 'formula_without_value';
  /** For the user, in Chinese. */
  message: string;
  /** First line (row) meant; null where the whole page is. */
  line: number | null;
}

export interface Page {
  /** 1-based; null where the format has no pages. For spreadsheets the place of the sheet in the workbook. */
  number: number | null;
  /** Sheet or heading name, where there is one. */
  name: string | null;
  lines: Line[];
  notes?: PageNote[];
}
