import type { UnreadableReason } from '../../documents/errors';
import type { PdfResources } from '../../documents/pdf/read';
import type { Extraction } from '../../domain/facts';

/** A document to be read in the worker. Its bytes move there. */
export interface ReadJob {
  id: number;
  fileName: string;
  bytes: Uint8Array;
  pdf: PdfResources;
}

/**
 * An error as it crosses from the worker: `reason` for documents that cannot become disclosures; `changed` for a file
 * that is no longer what was read.
 */
export interface ReadFailure {
  reason: UnreadableReason | 'changed' | null;
  /** In the user's words where there is a reason, else of the program. */
  message: string;
  detail: string | null;
}

export type ReadMessage =
  | { type: 'page'; id: number; done: number; total: number }
  | { type: 'done'; id: number; extraction: Extraction }
  | { type: 'failed'; id: number; failure: ReadFailure };
