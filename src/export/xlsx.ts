import Decimal from 'decimal.js';
import type { CellObject, Row, Sheet } from 'write-excel-file/universal';
import { plainNumber } from './safe-cell';
import { heading, type Cell, type ExportColumn, type ExportTable } from './table';

/** Excel's own limits: a sheet's name, a cell's text, and digits of a number that it keeps. */
const NAME_LENGTH = 31;
const TEXT_LENGTH = 32_767;
const DIGITS = 15;

/** Characters that XML cannot hold, and `_xHHHH_`, which Excel would read as the character of that code. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ESCAPE_LIKE = /_(?=x[0-9a-fA-F]{4}_)/g;

/**
 * Tables as one XLSX file, a sheet each: headings with units, frozen and bold; numbers are numbers with all their
 * decimals, text is text whatever it begins with; notes under an empty line. A number of more than 15 digits, which
 * Excel would round, is written as text. The writer is loaded when first asked for.
 */
export async function toXlsx(...tables: readonly ExportTable[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: write } = await import('write-excel-file/universal');
  const names = sheetNames(tables.map(({ title }) => title));
  const blob = await write(tables.map((table, i) => sheetOf(table, names[i]!))).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** Titles → names that Excel takes: at most 31 characters, none of `[]:*?/\`, no quote at an end, no two alike. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = xmlText(title)
      .replace(/[[\]:*?/\\\s]+/g, ' ')
      .replace(/^[\s']+|[\s']+$/g, '');
    const base = plain || '数据';
    for (let n = 1; ; n++) {
      const ending = n === 1 ? '' : ` ${n}`;
      const name = cut(base, NAME_LENGTH - ending.length).trimEnd() + ending;
      // “History” is a name that Excel keeps for itself.
      if (taken.has(name.toLowerCase()) || name.toLowerCase() === 'history') continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

function sheetOf(table: ExportTable, sheet: string): Sheet<Blob> {
  const formats = table.columns.map((column, c) => numberFormat(column, table.rows, c));
  const width = table.columns.length;
  const rows: Row[] = [
    table.columns.map((column) => ({ ...textCell(heading(column)), fontWeight: 'bold', wrap: true })),
    ...table.rows.map((row) => row.map((cell, c) => cellOf(cell, formats[c] ?? null))),
    ...(table.notes?.length ? [[], ...table.notes.map((note) => [textCell(note)])] : []),
  ];
  return {
    sheet,
    data: rows,
    stickyRowsCount: 1,
    ...(width > 1 ? { stickyColumnsCount: 1 } : {}),
    ...(width > 6 ? { orientation: 'landscape' as const } : {}),
    columns: table.columns.map((column, c) => ({ width: columnWidth(column, table.rows, c) })),
  };
}

function cellOf(cell: Cell, format: string | null): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return textCell(cell);
  const plain = plainNumber(cell);
  const digits = new Decimal(plain).precision();
  if (digits > DIGITS) return { ...textCell(plain), align: 'right' };
  return { value: Number(plain), type: Number, ...(format ? { format } : {}) };
}

function textCell(text: string): CellObject {
  return { value: cut(xmlText(text), TEXT_LENGTH), type: String };
}

/** Money and rates: as many decimals as the column's longest number has, at least two for money; counts as they are. */
function numberFormat(
  column: ExportColumn,
  rows: readonly (readonly Cell[])[],
  index: number,
): string | null {
  if (!column.unit) return null;
  let places = 0;
  for (const row of rows) {
    const cell = row[index];
    if (cell instanceof Decimal) places = Math.max(places, cell.decimalPlaces());
  }
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
}

/** In characters of Latin width: a Chinese one is two wide. */
function columnWidth(column: ExportColumn, rows: readonly (readonly Cell[])[], index: number): number {
  let widest = Math.min(24, wide(heading(column)));
  for (const row of rows.slice(0, 500)) {
    const cell = row[index] ?? null;
    if (cell !== null) widest = Math.max(widest, wide(typeof cell === 'string' ? cell : plainNumber(cell)));
  }
  return Math.min(60, Math.max(8, widest + 2));
}

function wide(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e7f' ? 2 : 1;
  return width;
}

function xmlText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(NOT_XML, '')
    .replace(ESCAPE_LIKE, '_x005F_');
}

/** The text's beginning, whole characters only. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, length).replace(/\p{Cs}$/u, '');
}
