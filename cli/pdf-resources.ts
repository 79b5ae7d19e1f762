import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PdfResources } from '../src/documents/pdf/read';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Character maps and fonts from the installed package: nothing is fetched. */
export const PDF_RESOURCES: PdfResources = {
  cMapUrl: `${join(folder, 'cmaps')}/`,
  standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
};
