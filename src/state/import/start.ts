import type { ReadWorker } from './reader';
import { DocumentReader } from './reader';

/** A reader whose workers are the browser's; what pdf.js needs lies beside the page. */
export function browserReader(): DocumentReader {
  const beside = (path: string) => new URL(path, document.baseURI).href;
  return new DocumentReader(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as unknown as ReadWorker,
    { cMapUrl: beside('pdfjs/cmaps/'), standardFontDataUrl: beside('pdfjs/standard_fonts/') },
  );
}
