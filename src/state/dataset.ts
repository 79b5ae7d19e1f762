import type { StaffLine } from '../analysis/valuation';
import type { DocumentRow, FormAbsence, Warning } from '../domain/facts';

/** What is loaded, read once; everything else is asked of the engine. */
export interface Dataset {
  documents: readonly DocumentRow[];
  years: readonly number[];
  departments: readonly { name: string; region: string; years: readonly number[] }[];
  /** Number of amounts. */
  facts: number;
  /** What the extractor remarked, by document; empty where the package does not say. */
  warnings: readonly Warning[];
  /** Forms without amounts, and the note that says so; empty where the package does not say. */
  absences?: readonly FormAbsence[];
  /** Members of staff as the documents count them. */
  staff: readonly StaffLine[];
}

export type Phase = 'idle' | 'engine' | 'data' | 'ready' | 'failed';

export interface Progress {
  doneBytes: number;
  totalBytes: number;
  rows: number;
}
