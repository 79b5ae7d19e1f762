import type { Coordinates, EvidencePart, EvidenceRequest } from '../evidence';
import type { Figure } from './figure';
import type { ChangeRow } from './model';

/** Facts by name: a fact is one figure of one document, whatever its coordinates. */
export function at(figure: Figure): Coordinates {
  return { doc_ids: [figure.doc_id], fact_ids: [figure.fact_id] };
}

/** What the figures of this year and the last are called: 决算, or 年初预算 from budget forms. */
function termsOf(row: ChangeRow | undefined): { now: string; before: string } {
  return (row?.final ?? row?.prior)?.form?.startsWith('B')
    ? { now: 'initial_budget', before: 'prior_budget' }
    : { now: 'final', before: 'prior_final' };
}

/** What of a row is asked about. */
export type ChangeFigure = 'final' | 'prior_final' | 'change' | 'change_rate';

/** What the drawer explains for a figure of a row; null where there is nothing to show. */
export function changeEvidence(row: ChangeRow, what: ChangeFigure, title: string): EvidenceRequest | null {
  const terms = termsOf(row);
  const final: EvidencePart[] = row.final ? [{ term: terms.now, at: at(row.final) }] : [];
  const prior: EvidencePart[] = row.prior ? [{ term: terms.before, at: at(row.prior) }] : [];
  if (what === 'final' || what === 'prior_final') {
    const parts = what === 'final' ? final : prior;
    return parts.length > 0 ? { title, show: 'amount', parts } : null;
  }
  const parts = [...final, ...prior];
  if (parts.length === 0) return null;
  return { title, show: parts.length === 2 ? what : 'amount', parts };
}

/** Documents whose facts one link can name. */
const MOST_NAMED = 12;

/** The sum of several rows' figures, as far as a link can name them; null for none or too many. */
export function sumEvidence(
  rows: readonly ChangeRow[],
  what: ChangeFigure,
  title: string,
): EvidenceRequest | null {
  const counted = rows.filter((row) => row.change !== null);
  if (counted.length === 0 || counted.length > MOST_NAMED) return null;
  const terms = termsOf(counted[0]);
  // One part a document: fact ids tell facts within their document alone.
  const final = counted.map((row) => ({ term: terms.now, at: at(row.final!) }));
  const prior = counted.map((row) => ({ term: terms.before, at: at(row.prior!) }));
  if (what === 'final' || what === 'prior_final') {
    return { title, show: 'amount', parts: what === 'final' ? final : prior };
  }
  return { title, show: what, parts: [...final, ...prior] };
}
