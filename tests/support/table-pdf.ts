import type { WrittenCell, WrittenTable } from './office-files';
import { hex, pdfOf } from './small-pdf';

/** How the table's borders are drawn; `bands` colours every second row. */
export type Borders = 'none' | 'horizontal' | 'bands' | 'all';

export interface TablePdfOptions {
  borders?: Borders;
  /** /Rotate of the pages: the content is drawn sideways and shown upright. */
  rotate?: 0 | 90 | 270;
  /** Text turned on an upright page: shown sideways. */
  turned?: boolean;
}

export interface PrintedTable {
  /** Lines above the table. */
  above: readonly string[];
  table: WrittenTable;
  /** Widths of the columns in points. */
  widths: readonly number[];
  /** Rows of its head, whose texts are centred. */
  headRows: number;
  /** Where in a column the texts of the other rows stand. */
  align: readonly ('left' | 'centre' | 'right')[];
  /** Row of the table at which a new page begins. */
  breakAt?: number;
}

const SIZE = 9;
const ROW = 22;
const LEFT = 40;
/** Length and breadth of the text's page. */
const [LONG, SHORT] = [842, 595];

const widthOf = (text: string) =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 128 ? 0.5 : 1), 0) * SIZE;

class Sheet {
  readonly parts: string[] = [];
  /** Baseline at y (growing upwards, from the bottom of the text's page). */
  text(x: number, y: number, text: string): void {
    this.parts.push(`BT /F1 ${SIZE} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm ${hex(text)} Tj ET`);
  }
  line(x0: number, y0: number, x1: number, y1: number): void {
    this.parts.push(`${x0} ${y0} m ${x1} ${y1} l S`);
  }
  band(x: number, y: number, width: number, height: number): void {
    this.parts.push(`0.9 g ${x} ${y} ${width} ${height} re f 0 g`);
  }
}

/** Tables as PDF pages, each table on its own page or pages. A cell too narrow for its text breaks it into lines. */
export function tablePdf(tables: readonly PrintedTable[], options: TablePdfOptions = {}): Uint8Array {
  const sheets = tables.flatMap((table) => printed(table, options.borders ?? 'none'));
  const turn =
    options.rotate === 90 || options.turned
      ? `0 1 -1 0 ${SHORT} 0 cm`
      : options.rotate === 270
        ? `0 -1 1 0 0 ${LONG} cm`
        : '';
  const box = turn ? `[0 0 ${SHORT} ${LONG}]` : `[0 0 ${LONG} ${SHORT}]`;
  const page = `/MediaBox ${box}${options.rotate ? ` /Rotate ${options.rotate}` : ''}`;
  return pdfOf(
    sheets.map((sheet) => `q ${turn}\n${sheet.parts.join('\n')}\nQ`),
    {},
    page,
  );
}

function printed(
  { above, table, widths, headRows, align, breakAt }: PrintedTable,
  borders: Borders,
): Sheet[] {
  const sheets = [new Sheet()];
  let top = SHORT - 50;
  for (const line of above) {
    sheets[0]!.text(LEFT, top, line);
    top -= 20;
  }
  let from = 0;
  const xs = widths.reduce<number[]>((edges, width) => [...edges, edges.at(-1)! + width], [LEFT]);
  const taken = new Set<string>();
  table.forEach((row, at) => {
    if (at === breakAt) {
      sheets.push(new Sheet());
      top = SHORT - 60;
      from = at;
    }
    const sheet = sheets.at(-1)!;
    const y = top - (at - from) * ROW;
    const right = xs.at(-1)!;
    if (borders === 'bands' && at % 2 === 1) sheet.band(LEFT, y - ROW, right - LEFT, ROW);
    if (borders === 'horizontal' || borders === 'all') sheet.line(LEFT, y - ROW, right, y - ROW);
    let column = 0;
    for (const cell of row) {
      const {
        text,
        colSpan = 1,
        rowSpan = 1,
      }: WrittenCell = typeof cell === 'string' ? { text: cell } : cell;
      while (taken.has(`${at}/${column}`)) column++;
      for (let down = 0; down < rowSpan; down++)
        for (let over = 0; over < colSpan; over++) taken.add(`${at + down}/${column + over}`);
      const [x0, x1] = [xs[column]!, xs[column + colSpan]!];
      if (borders === 'all') {
        sheet.line(x0, y, x0, y - ROW * rowSpan);
        sheet.line(x0, y, x1, y);
        if (column + colSpan === widths.length) sheet.line(x1, y, x1, y - ROW * rowSpan);
      }
      const aligned = at < headRows ? 'centre' : align[column]!;
      const lines = broken(text, x1 - x0 - 4);
      lines.forEach((line, index) => {
        const middle = y - (ROW * rowSpan) / 2 - SIZE * 0.38 + (lines.length - 1) * 5 - index * 10;
        const free = x1 - x0 - widthOf(line);
        const x = aligned === 'left' ? x0 + 2 : aligned === 'right' ? x0 + free - 2 : x0 + free / 2;
        sheet.text(x, middle, line);
      });
      column += colSpan;
    }
  });
  return sheets;
}

function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    let line = '';
    for (const char of part) {
      if (widthOf(line + char) > width && line !== '') {
        lines.push(line);
        line = '';
      }
      line += char;
    }
    if (line) lines.push(line);
  }
  return lines;
}
