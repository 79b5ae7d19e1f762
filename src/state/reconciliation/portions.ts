import type { DocumentRow } from '../../domain/facts';

/** Documents checked at a time. */
const AT_ONCE = 8;
/** Documents read from the engine and handed over at a time: so few that the page never waits for them. */
const READ_AT_ONCE = 2;

/** Documents in groups of whole bodies, since some rules go across the documents of one. */
export function portions(documents: readonly DocumentRow[]): DocumentRow[][] {
  const bodies = new Map<string, DocumentRow[]>();
  for (const document of documents) {
    const own = bodyOf(document);
    bodies.set(own, [...(bodies.get(own) ?? []), document]);
  }
  const found: DocumentRow[][] = [];
  for (const group of bodies.values()) {
    const last = found.at(-1);
    if (last && last.length + group.length <= AT_ONCE) last.push(...group);
    else found.push([...group]);
  }
  return found;
}

export const bodyOf = ({ region, department }: DocumentRow): string => `${region}|${department}`;

/** What is known of each document, in the order of the documents. */
export function inOrder<T extends { document: DocumentRow }>(
  known: readonly T[],
  documents: readonly DocumentRow[],
): T[] {
  const byId = new Map(known.map((one) => [one.document.doc_id, one]));
  return documents.flatMap(({ doc_id }) => byId.get(doc_id) ?? []);
}

/** Each value once, in its order. */
export const each = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** A portion in the pieces in which it is read. */
export const pieces = (documents: readonly DocumentRow[]): DocumentRow[][] =>
  Array.from({ length: Math.ceil(documents.length / READ_AT_ONCE) }, (_, i) =>
    documents.slice(i * READ_AT_ONCE, (i + 1) * READ_AT_ONCE),
  );
