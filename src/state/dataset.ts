import type { DocumentRow } from '../domain/facts';

/** What is loaded, read once; everything else is asked of the engine. */
export interface Dataset {
  documents: readonly DocumentRow[];
  years: readonly number[];
  departments: readonly { name: string; region: string; years: readonly number[] }[];
  /** Number of amounts. */
  facts: number;
}

export type Phase = 'idle' | 'engine' | 'data' | 'ready' | 'failed';

export interface Progress {
  doneBytes: number;
  totalBytes: number;
  rows: number;
}
