import { UnreadableDocument } from '../errors';
import type { PDFPageProxy } from 'pdfjs-dist';
import type { Line, Page } from '../page';
import type { Matrix } from './geometry';
import { ruledTables } from './grid';
import { pageLines } from './page-lines';
import { type OperatorNumbers, rulesOf } from './rules';
import type { CarriedColumns } from './unruled';
import { turnedView, withoutPlaces } from './turned';
import { type TextRun, wordsOf } from './words';

interface LineOptions {
  /** Each line with its words and their boxes. */
  words?: boolean;
  ignoreRules?: boolean;
  /** Columns of tables without rules, from page to page. */
  carry?: CarriedColumns;
}

/**
 * The lines of one page, numbered from `first`, as readPdf reads them. `words`: each with its words and their boxes.
 */
export async function linesOfPage(
  page: PDFPageProxy,
  ops: OperatorNumbers,
  first: number,
  { words = false, ignoreRules = false, carry }: LineOptions = {},
): Promise<Line[]> {
  const viewport = page.getViewport({ scale: 1 });
  const upright = viewport.transform as unknown as Matrix;
  const text = await page.getTextContent();
  const operators = ignoreRules ? null : await page.getOperatorList();
  const runs = text.items.filter((item): item is (typeof text.items)[number] & TextRun => 'str' in item);
  const turned = turnedView(runs, upright, viewport);
  const view = turned ?? upright;
  const rules = operators ? rulesOf(operators.fnArray, operators.argsArray, ops, view) : [];
  const lines = pageLines(wordsOf(runs, view), ruledTables(rules), first, words, carry);
  return turned ? withoutPlaces(lines) : lines;
}

/** How far the reading is, and a way to end it (docs of readDocument). */
interface Watch {
  onPage?: (done: number, total: number) => void;
  signal?: AbortSignal;
  ignoreRules?: boolean;
}

/** Where pdf.js finds its character maps and standard fonts; both come with the program. */
export interface PdfResources {
  cMapUrl: string;
  standardFontDataUrl: string;
}

/**
 * A PDF with a text layer → pages of lines; tables drawn with rules give rows of cells.
 * @throws UnreadableDocument encrypted, damaged, or without text (a scan)
 */
export async function readPdf(
  fileName: string,
  bytes: Uint8Array,
  resources: PdfResources,
  watch: Watch = {},
): Promise<Page[]> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    cMapPacked: true,
    verbosity: 0,
    ...resources,
  });
  const document = await task.promise.catch((error: unknown) => {
    const name = error instanceof Error ? error.name : '';
    throw new UnreadableDocument(
      name === 'PasswordException' ? 'encrypted' : 'damaged',
      fileName,
      undefined,
      { cause: error },
    );
  });
  try {
    const pages: Page[] = [];
    let line = 1;
    const carry: CarriedColumns = { head: null };
    for (let number = 1; number <= document.numPages; number++) {
      watch.signal?.throwIfAborted();
      const page = await document.getPage(number);
      const lines = await linesOfPage(page, pdfjs.OPS, line, {
        ignoreRules: watch.ignoreRules ?? false,
        carry,
      });
      line += lines.length;
      pages.push({ number, name: null, lines });
      page.cleanup();
      watch.onPage?.(number, document.numPages);
    }
    if (pages.every((page) => page.lines.every((item) => item.text === '')))
      throw new UnreadableDocument('no_text', fileName);
    return pages;
  } finally {
    await task.destroy();
  }
}
