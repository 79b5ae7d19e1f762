import type { WorkSheet } from '@e965/xlsx';
import { joinCells, joinWrapped } from '../blocks';
import { withCaptions } from '../captions';
import type { Cell, Line, Page, PageNote } from '../page';
import { isUnanswered, shownText, type StoredCell } from './cell-text';

/** No real form is wider: columns beyond hold stray formats. */
const WIDEST = 400;
const NAME_ROWS = 8;

/** A sheet → a page: a line per row that holds anything, numbered as in the sheet. */
export function sheetPage(sheet: WorkSheet, name: string, number: number): Page {
  const data = (sheet['!data'] ?? []) as (StoredCell | undefined)[][];
  const spans = spansOf(sheet);
  const told = new Told();
  const lines: Line[] = [];
  let width = 0;
  // Arrays of SheetJS have holes: a sheet may hold one cell in row 1 and one in row 60 000.
  data.forEach((stored, row) => {
    if (!stored) return;
    const cells: Cell[] = [];
    stored.slice(0, WIDEST).forEach((cell, column) => {
      if (!cell) return;
      const { text, hidden } = shownText(cell);
      if (text === '') return;
      if (spans.covered.has(key(row, column))) {
        if (cell.t === 'n') told.add('covered_figures', row + 1);
        return;
      }
      if (isUnanswered(cell)) told.add('formula_without_value', row + 1);
      if (hidden) told.add('hidden_digits', row + 1);
      if (cell.t === 'n' && sheet['!rows']?.[row]?.hidden) told.add('hidden_rows', row + 1);
      if (cell.t === 'n' && sheet['!cols']?.[column]?.hidden) told.add('hidden_columns', row + 1);
      cells[column] = { text: joinWrapped(text.split(/\r\n|\r|\n/)), ...spans.anchors.get(key(row, column)) };
    });
    if (cells.length === 0) return;
    width = Math.max(width, cells.length);
    lines.push({ number: row + 1, text: '', cells });
  });
  const rows = lines.map((line) => {
    const cells = Array.from({ length: width }, (_, column) => line.cells![column] ?? { text: '' });
    return { ...line, cells, text: joinCells(cells) };
  });
  const notes = told.notes();
  return { number, name, lines: titled(withCaptions(rows), name), ...(notes.length > 0 ? { notes } : {}) };
}

const key = (row: number, column: number) => row * 16384 + column;

function spansOf(sheet: WorkSheet) {
  const anchors = new Map<number, { colSpan?: number; rowSpan?: number }>();
  const covered = new Set<number>();
  const rows = sheet['!data']?.length ?? 0;
  for (const { s, e } of sheet['!merges'] ?? []) {
    const [bottom, right] = [Math.min(e.r, rows - 1), Math.min(e.c, WIDEST)];
    for (let row = s.r; row <= bottom; row++)
      for (let column = s.c; column <= right; column++)
        if (row !== s.r || column !== s.c) covered.add(key(row, column));
    anchors.set(key(s.r, s.c), {
      ...(right > s.c ? { colSpan: right - s.c + 1 } : {}),
      ...(bottom > s.r ? { rowSpan: bottom - s.r + 1 } : {}),
    });
  }
  return { anchors, covered };
}

/** `GK03 支出决算表(公开03表)` names the form where the sheet itself does not. */
function titled(lines: Line[], name: string): Line[] {
  const bare = (text: string) => text.replace(/\s+/g, '');
  const title = bare(name)
    .replace(/[（(][^（(]*[)）]?$/, '')
    .replace(/^[A-Za-z]{0,3}\d*[.、_-]*/, '');
  if (!/.{3,}表$/.test(title) || lines.length === 0) return lines;
  if (lines.slice(0, NAME_ROWS).some((line) => bare(line.text).includes(title))) return lines;
  return [{ number: lines[0]!.number, text: title, cells: null }, ...lines];
}

const MESSAGES: Partial<Record<PageNote['code'], (rows: string) => string>> = {
  hidden_rows: (rows) => `隐藏的行里有数字，已照常读入（第 ${rows} 行）`,
  hidden_columns: (rows) => `隐藏的列里有数字，已照常读入（第 ${rows} 行）`,
  hidden_digits: (rows) => `单元格格式没有显示全部小数，请与存储的值核对（第 ${rows} 行）`,
  covered_figures: (rows) => `合并单元格下面压着数字，表上看不到，没有读入（第 ${rows} 行）`,
  formula_without_value: (rows) =>
    `公式没有保存计算结果，读不到数；请用 Excel 打开并保存一次（第 ${rows} 行）`,
};
const NAMED_ROWS = 6;

/** One note for each kind of thing to tell, with its rows. */
class Told {
  readonly #rows = new Map<PageNote['code'], Set<number>>();

  add(code: PageNote['code'], row: number): void {
    this.#rows.set(code, (this.#rows.get(code) ?? new Set()).add(row));
  }

  notes(): PageNote[] {
    return [...this.#rows].map(([code, rows]) => {
      const named = [...rows].slice(0, NAMED_ROWS).join('、');
      return {
        code,
        message: MESSAGES[code]!(rows.size > NAMED_ROWS ? `${named} 等 ${rows.size}` : named),
        line: Math.min(...rows),
      };
    });
  }
}
