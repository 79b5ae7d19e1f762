import { cellText, safeText } from './safe-cell';
import { heading, type ExportTable } from './table';

const BOM = '\ufeff';

/** RFC 4180: quoted where it holds a comma, a quote, a line break, or blanks at an end. */
function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * CSV that Excel opens as it is: UTF-8 with BOM, CRLF, header with units, exact numbers as numbers, text never a
 * formula. Notes follow an empty line, in the first column.
 */
export function toCsv(table: ExportTable): string {
  const width = table.columns.length;
  const padded = (cells: readonly string[]) => [
    ...cells,
    ...Array<string>(Math.max(0, width - cells.length)).fill(''),
  ];
  const lines = [
    table.columns.map((column) => safeText(heading(column))),
    ...table.rows.map((row) => row.map(cellText)),
    ...(table.notes?.length ? [padded([]), ...table.notes.map((note) => padded([safeText(note)]))] : []),
  ];
  return BOM + lines.map((cells) => cells.map(quoted).join(',') + '\r\n').join('');
}

/** Tab-separated text for pasting into a spreadsheet: header and rows, no notes. Tabs and line breaks become blanks. */
export function toTsv(table: Pick<ExportTable, 'columns' | 'rows'>): string {
  const flat = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
  return [
    table.columns.map((column) => flat(safeText(heading(column)))),
    ...table.rows.map((row) => row.map((cell) => flat(cellText(cell)))),
  ]
    .map((cells) => cells.join('\t'))
    .join('\r\n');
}
