import type { Extraction } from '../../domain/facts';
import type { Engine } from '../../engine/types';
import { Unwritable } from '../errors';
import { SCHEMA, TABLES } from '../schema';
import { sha256Hex } from '../sha256';
import { writeExtract, type ExtractFile } from '../write';
import type { DocumentEntry } from './index-file';

/** Raised when the same documents would be compiled otherwise. */
const VERSION = 1;
const shortHash = (value: unknown) => sha256Hex(new TextEncoder().encode(JSON.stringify(value))).slice(0, 32);

/** Other published columns make another version by themselves. */
export const COMPILER = shortHash([
  VERSION,
  TABLES.map((table) => SCHEMA[table].map(({ name, type }) => `${name} ${type}`)),
]);

/** Equal for what compiles to the same rows: what was read, and the decisions. */
export function partKey({ extraction, decisions }: Pick<DocumentEntry, 'extraction' | 'decisions'>): string {
  return shortHash([extraction, Object.entries(decisions).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

export interface Compilation {
  files: ExtractFile[];
  /** Documents that the contract does not hold, or that are no longer kept whole; the others are in the files. */
  failed: { doc_id: string; error: Error }[];
}

/** Extractions, decisions applied → the package of them, without those that cannot be written. Throws EngineError. */
export async function compile(
  engine: Engine,
  extractions: readonly Extraction[],
  options: { created: string },
): Promise<Compilation> {
  const failed: Compilation['failed'] = [];
  let rest = extractions;
  for (;;) {
    if (rest.length === 0) return { files: [], failed };
    try {
      return { files: await writeExtract(engine, rest, options), failed };
    } catch (thrown) {
      if (!(thrown instanceof Unwritable) || !rest.some(({ document }) => document.doc_id === thrown.docId)) {
        throw thrown;
      }
      failed.push({ doc_id: thrown.docId, error: thrown });
      rest = rest.filter(({ document }) => document.doc_id !== thrown.docId);
    }
  }
}
