import { COUNTED_BY, type ThreePublicModel } from '../../analysis/three-public';
import { formatDecimal, type BesideLine, type EvidenceRequest } from '../../state';
import type { Reader } from './words';

/** The counts behind the money that the drawer shows, with their lines in the document. */
export function countLines(model: ThreePublicModel, request: EvidenceRequest, reader: Reader): BesideLine[] {
  const { t, language } = reader;
  const ids = new Set(request.parts.flatMap((part) => part.at.fact_ids ?? []));
  const docs = new Set(request.parts.flatMap((part) => part.at.doc_ids ?? []));
  if (docs.size !== 1) return [];
  const row = model.rows.find((candidate) => docs.has(candidate.document.doc_id));
  const cell =
    row &&
    Object.values(row.cells).find((candidate) =>
      [candidate.final.taken, candidate.budget.taken].some((figure) => figure && ids.has(figure.fact_id)),
    );
  if (!row || !cell || row.counts.size === 0) return [];
  return (COUNTED_BY[cell.component] ?? []).map((code) => {
    const count = row.counts.get(code);
    if (!count) return { label: t(code), value: t('count_missing') };
    const value = formatDecimal(count.value, count.value.decimalPlaces(), { language });
    return {
      label: t(code),
      value: count.line === null ? value : t('count_line', { value, line: count.line }),
    };
  });
}
