import * as xlsx from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';

/** A field of a written table; a field that a span covers is not written at all. */
export interface WrittenCell {
  text: string;
  colSpan?: number;
  rowSpan?: number;
}

export type WrittenTable = (string | WrittenCell)[][];

/** A document as a list of paragraphs (text) and tables. */
export type WrittenDocument = (string | WrittenTable)[];

const cellOf = (cell: string | WrittenCell): Required<WrittenCell> => ({
  colSpan: 1,
  rowSpan: 1,
  ...(typeof cell === 'string' ? { text: cell } : cell),
});

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** HTML as a web page has it; a line break of a text becomes <br>. */
export function htmlOf(document: WrittenDocument): string {
  const inline = (text: string) => escaped(text).replace(/\n/g, '<br>');
  const body = document.map((block) => {
    if (typeof block === 'string') return `<p>${inline(block)}</p>`;
    const rows = block.map((row) => {
      const cells = row.map(cellOf).map(({ text, colSpan, rowSpan }) => {
        const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan=${rowSpan}` : ''}`;
        return `<td${spans}><p>${inline(text)}</p></td>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    });
    return `<table border="1"><tbody>${rows.join('\n')}</tbody></table>`;
  });
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>决算公开</title></head><body>${body.join('\n')}</body></html>`;
}

/** A field of a table with all its fields: null where a span from the left, 'above' where one from above covers it. */
type Field = Required<WrittenCell> | 'left' | 'above';

/** Rows with a field for each column; what a span covers is marked. */
function fields(table: WrittenTable): Field[][] {
  const grid: (Field | undefined)[][] = table.map(() => []);
  table.forEach((row, at) => {
    let column = 0;
    for (const cell of row.map(cellOf)) {
      while (grid[at]![column] !== undefined) column++;
      for (let down = 0; down < cell.rowSpan; down++)
        for (let right = 0; right < cell.colSpan; right++)
          grid[at + down]![column + right] =
            down === 0 ? 'left' : right === 0 ? { ...cell, text: '\0' } : 'left';
      grid[at]![column] = cell;
      column += cell.colSpan;
    }
  });
  return grid.map((row) =>
    Array.from({ length: row.length }, (_, i) => row[i] ?? { text: '', colSpan: 1, rowSpan: 1 }),
  );
}

/** word/document.xml: a paragraph is <w:p>, spans are gridSpan and vMerge, as Word writes them. */
export function wordXml(document: WrittenDocument): string {
  const paragraph = (text: string) =>
    `<w:p>${text
      .split('\n')
      .map((line) => `<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)
      .join('<w:r><w:br/></w:r>')}</w:p>`;
  const table = (rows: WrittenTable) =>
    `<w:tbl><w:tblPr/>${fields(rows)
      .map(
        (row) =>
          `<w:tr>${row
            .map((cell) => {
              if (typeof cell === 'string') return '';
              const covered = cell.text === '\0';
              const merge = covered ? '<w:vMerge/>' : cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
              const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : '';
              return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraph(covered ? '' : cell.text)}</w:tc>`;
            })
            .join('')}</w:tr>`,
      )
      .join('')}</w:tbl>`;
  const body = document.map((block) => (typeof block === 'string' ? paragraph(block) : table(block)));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="w"><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`;
}

/** A .docx of the given body; further parts by their path. */
export function docxOf(documentXml: string, parts: Record<string, string> = {}): Uint8Array {
  const files = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': documentXml,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

export interface WrittenSheet {
  name: string;
  document: WrittenDocument;
  hidden?: boolean;
  /** Amounts as text, as numbers with the format that shows them, or as numbers in General. */
  numbers?: 'text' | 'formatted' | 'general';
}

const AMOUNT = /^-?\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^-?\d+\.\d+$/;

/** A sheet: paragraphs are rows with one cell, tables follow with their merges. */
export function sheetOf({ document, numbers = 'formatted' }: WrittenSheet): xlsx.WorkSheet {
  const sheet: xlsx.WorkSheet = {};
  const merges: xlsx.Range[] = [];
  let at = 0;
  let width = 1;
  const write = (row: number, column: number, text: string) => {
    if (text === '') return;
    const plain = text.replace(/,/g, '');
    const decimals = /\.(\d+)$/.exec(plain)?.[1]!.length ?? 0;
    const format = `${text.includes(',') ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
    sheet[xlsx.utils.encode_cell({ r: row, c: column })] =
      numbers !== 'text' && AMOUNT.test(text)
        ? { t: 'n', v: Number(plain), ...(numbers === 'formatted' ? { z: format } : {}) }
        : { t: 's', v: text };
  };
  for (const block of document) {
    if (typeof block === 'string') {
      write(at++, 0, block);
      continue;
    }
    fields(block).forEach((row, down) =>
      row.forEach((cell, column) => {
        width = Math.max(width, column + 1);
        if (typeof cell === 'string' || cell.text === '\0') return;
        write(at + down, column, cell.text);
        if (cell.colSpan > 1 || cell.rowSpan > 1)
          merges.push({
            s: { r: at + down, c: column },
            e: { r: at + down + cell.rowSpan - 1, c: column + cell.colSpan - 1 },
          });
      }),
    );
    at += block.length;
  }
  sheet['!ref'] = xlsx.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, at - 1), c: width - 1 } });
  sheet['!merges'] = merges;
  return sheet;
}

/** A workbook in the format of `type` (xlsx, biff8 for .xls, xlml for Excel's XML, ods …). */
export function workbookOf(sheets: readonly WrittenSheet[], type: xlsx.BookType = 'xlsx'): Uint8Array {
  return writeBook(
    sheets.map((sheet) => ({ name: sheet.name, sheet: sheetOf(sheet), hidden: sheet.hidden ?? false })),
    type,
  );
}

export function writeBook(
  sheets: readonly { name: string; sheet: xlsx.WorkSheet; hidden?: boolean }[],
  type: xlsx.BookType = 'xlsx',
): Uint8Array {
  const book = xlsx.utils.book_new();
  for (const { name, sheet } of sheets) xlsx.utils.book_append_sheet(book, sheet, name);
  book.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) };
  return new Uint8Array(xlsx.write(book, { type: 'array', bookType: type, cellStyles: true }) as ArrayBuffer);
}

/** CSV as spreadsheets write it: every record as wide as the widest. */
export function csvOf(document: WrittenDocument, delimiter = ','): string {
  const rows = document.flatMap((block) =>
    typeof block === 'string'
      ? [[block]]
      : fields(block).map((row) =>
          row.map((cell) => (typeof cell === 'string' || cell.text === '\0' ? '' : cell.text)),
        ),
  );
  const width = Math.max(...rows.map((row) => row.length));
  const quoted = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replace(/"/g, '""')}"` : text;
  return rows
    .map((row) => Array.from({ length: width }, (_, i) => quoted(row[i] ?? '')).join(delimiter))
    .join('\r\n');
}
