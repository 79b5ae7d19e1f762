import type { CheckReport } from '../../checks';
import type { Decisions } from '../../dataset';
import type { DocumentRow, Extraction } from '../../domain/facts';
import type { NearName } from '../../domain/department-names';
import type { ReadFailure } from './protocol';

/**
 * `waiting` → `reading` → `review` → `joined` | `left_out`, or `failed`, or `cancelled`. `unchanged`: the very same file
 * is kept already, or was given twice.
 */
export type ItemState =
  'waiting' | 'reading' | 'review' | 'joined' | 'left_out' | 'failed' | 'cancelled' | 'unchanged';

/** One file on its way into the data. */
export interface ImportItem {
  id: number;
  path: string;
  bytes: number;
  /** Of the file; null before its turn. */
  sha256: string | null;
  state: ItemState;
  /** Pages read, of how many; 0 of 0 where the format has none. */
  pages: { done: number; total: number };
  failure: ReadFailure | null;
  /** As it was read; null also where the file is known and was not read again. */
  extraction: Extraction | null;
  /** Of the document as decided; null where the decided unit does not fit the amounts. */
  report: CheckReport | null;
  decisions: Decisions;
}

/** What stands against taking a document in as it is. */
export type Concern =
  | { kind: 'department_missing' }
  | { kind: 'year_missing' }
  | { kind: 'region_missing' }
  /** It may be loaded under another name: the reader says. */
  | { kind: 'department_near'; names: NearName[] }
  /** Another file of the same document is loaded, and goes. */
  | { kind: 'replaces'; document: DocumentRow }
  /** Another file of this session is the same document. */
  | { kind: 'same_document'; path: string }
  /** Identities that do not hold. */
  | { kind: 'conflicts'; count: number }
  /** Amounts that could not be placed or read. */
  | { kind: 'unplaced'; count: number };

/** Remarks of the extraction that say of a printed amount that it is not among the facts. */
const LOST = new Set([
  'amount_unplaced',
  'amount_unreadable',
  'line_unread',
  'row_unrecognised',
  'column_missing',
  'column_unknown',
]);

export const isLost = (code: string) => LOST.has(code);

/** Concerns that must be settled before the document can join. */
export const BLOCKING: ReadonlySet<Concern['kind']> = new Set(['department_missing', 'year_missing']);
