import { UnreadableDocument } from './errors';
import type { Page } from './page';
import { type PdfResources, readPdf } from './pdf/read';
import { readText } from './text';

const SIGNATURES: readonly { name: string; bytes: readonly number[] }[] = [
  { name: 'ZIP / Office', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'Office 97–2003', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { name: 'gzip', bytes: [0x1f, 0x8b] },
];

const PDF = [0x25, 0x50, 0x44, 0x46];

/** What readers need from the outside. */
export interface ReadOptions {
  /** Without them a PDF is refused. */
  pdf?: PdfResources;
  /** Told after each page (or sheet) of formats that have them. */
  onPage?: (done: number, total: number) => void;
  /** Aborted → reading ends at the next page with the signal's reason (an AbortError by default). */
  signal?: AbortSignal;
}

/**
 * Any supported file → pages, told by its content, never by its name.
 * @throws UnreadableDocument naming the file and the reason; the signal's reason where it is aborted
 */
export async function readDocument(
  fileName: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Page[]> {
  options.signal?.throwIfAborted();
  const startsWith = (mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (startsWith(PDF)) {
    if (!options.pdf) throw new UnreadableDocument('unsupported_format', fileName, 'PDF');
    return readPdf(fileName, bytes, options.pdf, options);
  }
  const known = SIGNATURES.find(({ bytes: mark }) => startsWith(mark));
  if (known) throw new UnreadableDocument('unsupported_format', fileName, known.name);
  return readText(fileName, bytes);
}
