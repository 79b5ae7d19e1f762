import {
  fileName,
  saveFile,
  toCsv,
  toPng,
  toSvg,
  toTsv,
  toXlsx,
  type ExportTable,
  type FigureText,
} from '../export';

/** A drawn figure and the text that goes round it. */
export interface ExportFigure extends FigureText {
  element: Element;
}

/** Saves a table as CSV; returns the file's name. */
export function downloadCsv(name: string, table: ExportTable): string {
  const file = fileName(name, 'csv');
  saveFile(file, new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' }));
  return file;
}

/** Saves tables as one XLSX file, a sheet each; returns the file's name. */
export async function downloadXlsx(name: string, ...tables: readonly ExportTable[]): Promise<string> {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return downloadBytes(name, 'xlsx', await toXlsx(...tables), type);
}

export function downloadSvg(name: string, figure: ExportFigure): string {
  const file = fileName(name, 'svg');
  saveFile(file, new Blob([toSvg(figure.element, figure)], { type: 'image/svg+xml' }));
  return file;
}

/** PNG at twice the screen's CSS pixels, from the same SVG. */
export async function downloadPng(name: string, figure: ExportFigure): Promise<string> {
  const file = fileName(name, 'png');
  saveFile(file, await toPng(toSvg(figure.element, figure), 2));
  return file;
}

/** Puts a table on the clipboard for a spreadsheet. Rejects where the browser does not allow it. */
export async function copyTable(table: ExportTable): Promise<number> {
  await navigator.clipboard.writeText(toTsv(table));
  return table.rows.length;
}

/** Saves bytes as a file; returns its name. */
export function downloadBytes(name: string, ending: string, bytes: Uint8Array, type: string): string {
  const file = fileName(name, ending);
  saveFile(file, new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  return file;
}
