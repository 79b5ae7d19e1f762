import { kindOf } from './kind';
import type { Page } from './page';
import { UnreadableDocument } from './errors';
import { type PdfResources, readPdf } from './pdf/read';
import { readText } from './text';

/** What readers need from the outside. */
export interface ReadOptions {
  /** Without them a PDF is refused. */
  pdf?: PdfResources;
  /** Told after each page (or sheet) of formats that have them. */
  onPage?: (done: number, total: number) => void;
  /** Aborted → reading ends at the next page with the signal's reason (an AbortError by default). */
  signal?: AbortSignal;
  /** Tables of a PDF by the places of their words alone, as if no rules were drawn. For tests. */
  ignoreRules?: boolean;
}

/**
 * Any supported file → pages, told by its content, never by its name (docs/formats.md). A reader and its library are
 * loaded with the first file that needs them.
 * @throws UnreadableDocument naming the file and the reason; the signal's reason where it is aborted
 */
export async function readDocument(
  fileName: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Page[]> {
  options.signal?.throwIfAborted();
  if (bytes.length === 0) throw new UnreadableDocument('empty', fileName);
  switch (kindOf(fileName, bytes)) {
    case 'pdf':
      if (!options.pdf) throw new UnreadableDocument('unsupported_format', fileName, 'PDF');
      return readPdf(fileName, bytes, options.pdf, options);
    case 'sheet':
    case 'ole':
      return (await import('./sheet/read')).readWorkbook(fileName, bytes, options);
    case 'docx':
      return (await import('./docx/read')).readDocx(fileName, bytes);
    case 'html':
      return (await import('./html/read')).readHtml(fileName, bytes);
    case 'mht':
      return (await import('./html/mht')).readMht(fileName, bytes);
    case 'text':
      return readText(fileName, bytes);
  }
}
