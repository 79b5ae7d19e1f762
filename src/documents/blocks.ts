import { withCaptions } from './captions';
import type { Cell, Line } from './page';

/** What Word and HTML documents consist of: paragraphs and tables, tables in cells of tables included. */
export type Block = { kind: 'text'; text: string } | { kind: 'table'; rows: SpannedCell[][] };

export interface SpannedCell {
  blocks: Block[];
  colSpan: number;
  rowSpan: number;
}

/** No real table is wider; a wrong span must not fill the memory. */
const WIDEST = 400;

/**
 * Blocks → lines numbered from `first` on. Tables become rows of cells; a table that only arranges others (its cells
 * hold tables) or has one column is no table of figures, and its contents follow one another.
 */
export function blockLines(blocks: readonly Block[], first = 1): Line[] {
  const lines: Line[] = [];
  for (const block of blocks) {
    const at = first + lines.length;
    if (block.kind === 'text') lines.push(...textLines(block.text, at));
    else lines.push(...tableLines(block.rows, at));
  }
  return lines;
}

function textLines(text: string, first: number): Line[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, index) => ({ number: first + index, text: line, cells: null }));
}

function tableLines(rows: readonly SpannedCell[][], first: number): Line[] {
  const arranges = rows.some((row) => row.some((cell) => cell.blocks.some(({ kind }) => kind === 'table')));
  if (arranges) return layoutLines(rows, first);
  const grid = placeCells(rows);
  if (grid.every((row) => row.length <= 1))
    return blockLines(
      rows.flatMap((row) => row.flatMap((cell) => cell.blocks)),
      first,
    );
  return withCaptions(grid.map((cells, index) => ({ number: first + index, text: joinCells(cells), cells })));
}

/** Rows without tables inside, next to rows with them, are still rows. */
function layoutLines(rows: readonly SpannedCell[][], first: number): Line[] {
  const lines: Line[] = [];
  let plain: SpannedCell[][] = [];
  const flush = () => {
    if (plain.length > 0) lines.push(...tableLines(plain, first + lines.length));
    plain = [];
  };
  for (const row of rows) {
    if (!row.some((cell) => cell.blocks.some(({ kind }) => kind === 'table'))) {
      plain.push(row);
      continue;
    }
    flush();
    for (const cell of row) lines.push(...blockLines(cell.blocks, first + lines.length));
  }
  flush();
  return lines;
}

/** Cells with spans → rows of equal width: the text in the first field of a span, blanks in the others. */
export function placeCells(rows: readonly (readonly SpannedCell[])[]): Cell[][] {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row) {
      while (grid[at]![column] !== undefined) column++;
      const colSpan = Math.max(1, Math.min(cell.colSpan, WIDEST - column));
      const rowSpan = Math.max(1, Math.min(cell.rowSpan, rows.length - at));
      if (column >= WIDEST) break;
      for (let down = 0; down < rowSpan; down++)
        for (let right = 0; right < colSpan; right++) grid[at + down]![column + right] ??= { text: '' };
      grid[at]![column] = {
        text: cellText(cell.blocks),
        ...(colSpan > 1 ? { colSpan } : {}),
        ...(rowSpan > 1 ? { rowSpan } : {}),
      };
      column += colSpan;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? { text: '' }));
}

/** The filled cells of a row as one line of text. */
export function joinCells(cells: readonly Cell[]): string {
  return cells
    .map((cell) => cell.text)
    .filter(Boolean)
    .join(' ');
}

function cellText(blocks: readonly Block[]): string {
  return joinWrapped(blocks.flatMap((block) => (block.kind === 'text' ? block.text.split('\n') : [])));
}

/** Lines of a cell joined without blanks, because names wrap inside words; figures stay apart. */
export function joinWrapped(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .reduce((all, line) => (/[\d.]$/.test(all) && /^[\d-]/.test(line) ? `${all} ${line}` : all + line), '');
}
