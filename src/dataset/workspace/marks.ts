import { DamagedFile } from '../errors';
import type { ExtractFile } from '../write';

/** `open` 待核实 · `explained` 已说明 · `corrected` 已更正. */
export const MARK_STATUSES = ['open', 'explained', 'corrected'] as const;
export type MarkStatus = (typeof MARK_STATUSES)[number];

/** What a finding said when it was marked, so that a mark whose finding is gone still tells what it was about. */
export interface MarkedFinding {
  rule: string;
  /** The document's title. */
  document: string;
  message: { zh: string; en: string };
  /** The two figures as printed, or in 元; empty where nothing is printed. */
  left: string;
  right: string;
}

/** The reader's judgement of one finding. */
export interface ReviewMark {
  doc_id: string;
  /** Stable within a document (see Finding). */
  finding_id: string;
  status: MarkStatus;
  note: string;
  /** ISO 8601: when it was last changed. */
  changed: string;
  about: MarkedFinding;
}

/** The file of a package that has the marks. */
export const REVIEWS_PATH = 'reviews.json';
const FORMAT = 'juesuan-reviews/1';
/** Characters of a note that are kept. */
export const LONGEST_NOTE = 2000;

const keyOf = ({ doc_id, finding_id }: Pick<ReviewMark, 'doc_id' | 'finding_id'>) =>
  JSON.stringify([doc_id, finding_id]);

/** Whole characters only. */
const cut = (note: string) =>
  note.length <= LONGEST_NOTE ? note : note.slice(0, LONGEST_NOTE).replace(/\p{Cs}$/u, '');

/** In a fixed order, so that equal marks are equal files. */
function ordered(marks: Iterable<ReviewMark>): ReviewMark[] {
  return [...marks].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The marks with this one in place of the former one of the same finding. */
export function withMark(marks: readonly ReviewMark[], mark: ReviewMark): ReviewMark[] {
  const kept = { ...mark, note: cut(mark.note) };
  return ordered([...withoutMark(marks, mark), kept]);
}

export function withoutMark(
  marks: readonly ReviewMark[],
  of: Pick<ReviewMark, 'doc_id' | 'finding_id'>,
): ReviewMark[] {
  return marks.filter((mark) => keyOf(mark) !== keyOf(of));
}

/** Of two marks of one finding the later stays; of two at the same time the own one. */
export function mergeMarks(own: readonly ReviewMark[], given: readonly ReviewMark[]): ReviewMark[] {
  const merged = new Map(own.map((mark) => [keyOf(mark), mark]));
  for (const mark of given) {
    const known = merged.get(keyOf(mark));
    if (!known || known.changed < mark.changed) merged.set(keyOf(mark), mark);
  }
  return ordered(merged.values());
}

/** Marks → `reviews.json`. */
export function reviewsFile(marks: readonly ReviewMark[]): ExtractFile {
  const text = JSON.stringify({ format: FORMAT, marks: ordered(marks) }, null, 1);
  return { path: REVIEWS_PATH, bytes: new TextEncoder().encode(`${text}\n`) };
}

/** `reviews.json` → marks. Throws DamagedFile where it is not what `reviewsFile` writes. */
export function parseReviews(bytes: Uint8Array): ReviewMark[] {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DamagedFile(REVIEWS_PATH, 'no JSON');
  }
  const { format, marks } = (value ?? {}) as { format?: unknown; marks?: unknown };
  if (format !== FORMAT) throw new DamagedFile(REVIEWS_PATH, `format ${JSON.stringify(format ?? null)}`);
  if (!Array.isArray(marks)) throw new DamagedFile(REVIEWS_PATH, 'no list of marks');
  return mergeMarks(
    [],
    marks.map((mark: unknown, i) => {
      if (!isMark(mark)) throw new DamagedFile(REVIEWS_PATH, `mark ${i + 1} is incomplete`);
      return markOf(mark);
    }),
  );
}

/** Its own fields alone, whatever else the file says. */
function markOf({ doc_id, finding_id, status, note, changed, about }: ReviewMark): ReviewMark {
  const { rule, document, message, left, right } = about;
  const { zh, en } = message;
  return {
    doc_id,
    finding_id,
    status,
    note: cut(note),
    changed: new Date(changed).toISOString(),
    about: { rule, document, message: { zh, en }, left, right },
  };
}

function isMark(value: unknown): value is ReviewMark {
  if (!isRecord(value) || !isRecord(value['about'])) return false;
  const { about } = value;
  const { message } = about;
  return (
    texts(value, 'doc_id', 'finding_id', 'note', 'changed') &&
    MARK_STATUSES.some((status) => status === value['status']) &&
    !Number.isNaN(Date.parse(value['changed'] as string)) &&
    texts(about, 'rule', 'document', 'left', 'right') &&
    isRecord(message) &&
    texts(message, 'zh', 'en')
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const texts = (value: Record<string, unknown>, ...names: string[]) =>
  names.every((name) => typeof value[name] === 'string');
