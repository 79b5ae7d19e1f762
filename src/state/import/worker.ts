import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { UnreadableDocument } from '../../documents/errors';
import { extractDocument } from '../../extract';
import type { ReadFailure, ReadJob, ReadMessage } from './protocol';

/**
 * Reads documents beside the page. pdf.js finds its own worker in the import above and works in this thread: there is
 * no worker inside the worker.
 */
const send = (message: ReadMessage) => postMessage(message);

/** By default pdf.js asks the page's `document` for character maps and gives fonts to it; a worker has none. Nothing is drawn. */
const IN_WORKER = { useWorkerFetch: true, disableFontFace: true, useSystemFonts: true };

function failureOf(error: unknown): ReadFailure {
  const detail = error instanceof Error ? (error.cause instanceof Error ? error.cause : error) : null;
  return {
    reason: error instanceof UnreadableDocument ? error.reason : null,
    message: error instanceof Error ? error.message : String(error),
    detail: detail ? `${detail.name}: ${detail.message}` : null,
  };
}

addEventListener('message', ({ data }: MessageEvent<ReadJob>) => {
  const { id, fileName, bytes, pdf } = data;
  extractDocument(fileName, bytes, {
    pdf: { ...pdf, ...IN_WORKER },
    onPage: (done, total) => send({ type: 'page', id, done, total }),
  }).then(
    (extraction) => send({ type: 'done', id, extraction }),
    (error: unknown) => send({ type: 'failed', id, failure: failureOf(error) }),
  );
});
