import type { Filter } from '../filter';
import type { DocumentLine } from './rows';

/** A document and the one of the year before, of the same body and scope, where it is loaded. */
export interface Pair {
  document: DocumentLine;
  before: DocumentLine | null;
}

const body = (d: DocumentLine, year: number) =>
  [d.region, d.department, d.scope, String(year)].join('\u001f');

/**
 * The documents that the filter asks for, each with last year's. Where a body has two documents of a year, the first
 * by doc_id stands for it; the others are counted in `spare`.
 */
export function pairs(documents: readonly DocumentLine[], filter: Filter): { pairs: Pair[]; spare: number } {
  const byBody = new Map<string, DocumentLine>();
  for (const document of documents) {
    const key = body(document, document.fiscal_year);
    const known = byBody.get(key);
    if (!known || document.doc_id < known.doc_id) byBody.set(key, document);
  }
  const asked = documents.filter(
    (document) => filter.years.length === 0 || filter.years.includes(document.fiscal_year),
  );
  const kept = asked.filter((document) => byBody.get(body(document, document.fiscal_year)) === document);
  return {
    pairs: kept.map((document) => ({
      document,
      before: byBody.get(body(document, document.fiscal_year - 1)) ?? null,
    })),
    spare: asked.length - kept.length,
  };
}
