import type { Line, Page } from '../documents/page';

/** Lines and pages of documents, as the readers give them. */
export type { Cell as PageCell, Line as PageLine, Page as DocumentPage, PlacedWord } from '../documents/page';

/** A drawing under way; `cancel` ends it and `done` rejects with DrawingCancelled then. */
export interface Drawing {
  done: Promise<void>;
  cancel: () => void;
}
export class DrawingCancelled extends Error {
  override readonly name = 'DrawingCancelled';
}

/** One page of a PDF. Sizes in points, rotation applied. */
export interface PdfPage {
  width: number;
  height: number;
  /** Draws it on a canvas: `scale` CSS pixels a point, `density` device pixels a CSS pixel. */
  draw: (canvas: HTMLCanvasElement, scale: number, density: number) => Drawing;
  /** Lays its words, transparent, over the picture, so that they can be selected. */
  layText: (container: HTMLElement, scale: number) => Drawing;
  /** Lets go of what drawing kept. */
  release: () => void;
}

export interface PdfDocument {
  kind: 'pdf';
  pages: number;
  page: (number: number) => Promise<PdfPage>;
  /** The lines of one page with words and boxes, numbered from `first`. */
  lines: (number: number, first: number) => Promise<Line[]>;
  /** How many lines stand on the pages before this one; reads them where it must. */
  linesBefore: (number: number, signal: AbortSignal) => Promise<number>;
  close: () => void;
}

/** An opened document: the pages of a PDF on request, or all pages of a format that has only lines. */
export type OpenDocument = PdfDocument | { kind: 'lines'; pages: readonly Page[]; close: () => void };

/** What a drawing on a document that was closed meanwhile comes to. */
const CLOSED = (): Drawing => ({ done: Promise.reject(new DrawingCancelled()), cancel: () => undefined });

/** Browsers refuse canvases beyond this many pixels, or draw nothing on them. */
const MOST_PIXELS = 16_000_000;

const isPdf = (bytes: Uint8Array) => [0x25, 0x50, 0x44, 0x46].every((byte, index) => bytes[index] === byte);

/** Character maps and fonts lie on the app's own origin. */
const resources = () => ({
  cMapUrl: new URL('pdfjs/cmaps/', document.baseURI).href,
  standardFontDataUrl: new URL('pdfjs/standard_fonts/', document.baseURI).href,
});

/**
 * Opens a file for showing; pdf.js and the readers come with the first call. The document keeps memory until `close`.
 * Throws UnreadableDocument, or what pdf.js throws for an encrypted or damaged file.
 */
export async function openDocument(fileName: string, bytes: Uint8Array): Promise<OpenDocument> {
  if (isPdf(bytes)) return openPdf(bytes);
  const { readDocument } = await import('../documents/read');
  return { kind: 'lines', pages: await readDocument(fileName, bytes), close: () => undefined };
}

async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const [pdfjs, { linesOfPage }, { default: PdfWorker }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('../documents/pdf/read'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs?worker'),
  ]);
  const thread = new PdfWorker();
  const worker = pdfjs.PDFWorker.create({ port: thread, verbosity: 0 });
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    worker,
    cMapPacked: true,
    verbosity: 0,
    ...resources(),
  });
  let closed = false;
  const close = () => {
    closed = true;
    void task.destroy().finally(() => {
      worker.destroy();
      thread.terminate();
    });
  };
  const opened = await task.promise.catch((error: unknown) => {
    close();
    throw error;
  });
  const counts: number[] = [];
  const lines = async (number: number, first: number) =>
    linesOfPage(await opened.getPage(number), pdfjs.OPS, first, { words: true });

  return {
    kind: 'pdf',
    pages: opened.numPages,
    lines,
    close,
    async linesBefore(number, signal) {
      for (let page = counts.length + 1; page < number; page++) {
        signal.throwIfAborted();
        counts[page - 1] = (await lines(page, 1)).length;
      }
      return counts.slice(0, number - 1).reduce((sum, count) => sum + count, 0);
    },
    async page(number) {
      const page = await opened.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      return {
        width,
        height,
        draw(canvas, scale, density) {
          if (closed) return CLOSED();
          const wanted = width * height * (scale * density) ** 2;
          const factor = scale * density * Math.min(1, Math.sqrt(MOST_PIXELS / wanted));
          const viewport = page.getViewport({ scale: factor });
          canvas.width = Math.floor(viewport.width);
          canvas.height = Math.floor(viewport.height);
          const drawing = page.render({ canvas, viewport });
          return { done: drawing.promise.catch(asCancelled), cancel: () => drawing.cancel() };
        },
        layText(container, scale) {
          if (closed) return CLOSED();
          container.replaceChildren();
          container.style.setProperty('--total-scale-factor', String(scale));
          const viewport = page.getViewport({ scale });
          const layer = new pdfjs.TextLayer({
            textContentSource: page.streamTextContent(),
            container,
            viewport,
          });
          return { done: layer.render().catch(asCancelled) as Promise<void>, cancel: () => layer.cancel() };
        },
        release: () => void page.cleanup(),
      };
    },
  };

  function asCancelled(error: unknown): never {
    const name = error instanceof Error ? error.name : '';
    if (name === 'RenderingCancelledException' || name === 'AbortException') throw new DrawingCancelled();
    throw error;
  }
}
