import type { Coordinates, EvidenceRequest } from '../evidence';
import type { CoverageDocument, KeyTotal } from './model';
import type { TotalKey } from './rows';

/** What all the places of a key total share; a budget's 总计 are balances, and the form and name tell them. */
const WHAT: Readonly<Record<TotalKey, Coordinates>> = {
  revenue: { flow: 'revenue', fund: 'all', classification: 'summary' },
  expenditure: { flow: 'expenditure', fund: 'all', classification: 'summary' },
  general: { flow: 'expenditure', fund: 'general', classification: 'summary' },
  three_public: { classification: 'three_public', subject_code: 'SG' },
};

function place({ key, source, stage, form, subject_name }: KeyTotal): Coordinates {
  const balance = form === 'B01' ? ({ flow: 'balance' } as const) : {};
  return {
    ...(form ? { form } : { source }),
    ...WHAT[key],
    ...balance,
    ...(key === 'three_public' ? {} : { subject_name }),
    measure: 'total',
    stage,
  };
}

/** What the drawer explains for one document's key total. */
export function totalEvidence(doc_id: string, total: KeyTotal, title: string): EvidenceRequest {
  return {
    title,
    show: 'amount',
    parts: [{ term: total.stage, at: { doc_ids: [doc_id], ...place(total) } }],
  };
}

/** Links hold the documents by name; a sum over more of them than this has no drawer. */
const MOST_DOCUMENTS = 30;

/** The same for a sum over documents; null where they have it in different places, or are too many for a link. */
export function sumEvidence(
  documents: readonly CoverageDocument[],
  key: TotalKey,
  title: string,
): EvidenceRequest | null {
  const found = documents.flatMap((document) => {
    const total = document.totals[key];
    return total ? [{ doc_id: document.doc_id, stage: total.stage, at: place(total) }] : [];
  });
  const first = found[0];
  // “三公” stand under the same coordinates in form 09 and narrative, and the drawer counts a quantity once.
  if (key === 'three_public') {
    for (const total of found) total.at = { ...WHAT.three_public, measure: 'total', stage: total.stage };
  }
  if (!first || found.length > MOST_DOCUMENTS) return null;
  if (found.some(({ at }) => JSON.stringify(at) !== JSON.stringify(first.at))) return null;
  return {
    title,
    show: 'amount',
    parts: [{ term: first.stage, at: { doc_ids: found.map(({ doc_id }) => doc_id), ...first.at } }],
  };
}

/** The facts of a class or a measure of 本年支出 (form 03 or B03; classes of form 01 or B01 where there is none). */
export function structureEvidence(
  doc_id: string,
  part: { key: string; form: string },
  by: 'class' | 'measure',
  title: string,
): EvidenceRequest {
  const stage = part.form.startsWith('B') ? 'initial_budget' : 'final';
  const at = {
    doc_ids: [doc_id],
    form: part.form,
    flow: 'expenditure',
    fund: 'all',
    stage,
  } as const;
  return {
    title,
    show: 'amount',
    parts: [
      {
        term: by === 'class' ? stage : part.key,
        at:
          by === 'class'
            ? { ...at, classification: 'function', subject_code: part.key, measure: 'total' }
            : {
                ...at,
                classification: 'summary',
                subject_name: '合计',
                measure: part.key as NonNullable<Coordinates['measure']>,
              },
      },
    ],
  };
}
