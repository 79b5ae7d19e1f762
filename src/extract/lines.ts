import type { Line, Page } from '../documents/page';

/** A line that has text, with the page it stands on. */
export interface PlacedLine extends Line {
  page: number | null;
}

/** A printed word or cell with its place; the unit of reading for forms. */
export interface Printed {
  text: string;
  page: number | null;
  line: number;
}

/** All lines with text, in reading order. Page numbers that stand alone (`- 15 -`, `第 3 页`) are left out. */
export function placedLines(pages: readonly Page[]): PlacedLine[] {
  return pages.flatMap((page) =>
    page.lines
      .filter((line) => line.text !== '' && !isPageNumber(line.text))
      .map((line) => ({ ...line, page: page.number })),
  );
}

function isPageNumber(text: string): boolean {
  return (
    /^[-—–]\s*\d{1,4}\s*[-—–]$/.test(text) ||
    /^第\s*\d{1,4}\s*页(?:\s*[,，]?\s*共\s*\d{1,4}\s*页)?$/.test(text)
  );
}
