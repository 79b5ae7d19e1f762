import type { Cell, Page } from '../../documents/page';

/** A line that has text, with its place in the document. */
export interface ProseLine {
  page: number | null;
  number: number;
  text: string;
  cells: Cell[] | null;
  /** First or last line of its page: where a bare number is a page number. */
  edge: boolean;
}

const PAGE_NUMBER = /^(?:[-—–－]\s*\d{1,4}\s*[-—–－]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)$/;
const BULLET = /^[-•·*●■◆]\s+(?=\S)/;

/** The lines of a document that carry text, in order; page numbers and list bullets removed. */
export function proseLines(pages: readonly Page[]): ProseLine[] {
  const found: ProseLine[] = [];
  for (const page of pages) {
    const lines = page.lines.filter((line) => line.text.trim() !== '' && !PAGE_NUMBER.test(line.text.trim()));
    lines.forEach((line, index) => {
      found.push({
        page: page.number,
        number: line.number,
        text: line.text.trim().replace(BULLET, ''),
        cells: line.cells,
        edge: page.number !== null && (index === 0 || index === lines.length - 1),
      });
    });
  }
  return found;
}

/** True for a bare page number at the edge of a page; only running text may drop it (table cells wrap to lone digits). */
export function isLooseNumber(line: ProseLine): boolean {
  return line.edge && /^\d{1,3}$/.test(line.text);
}
