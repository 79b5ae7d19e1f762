import type { ThreePublicFigure, ThreePublicRow } from '../../analysis/three-public';
import type { Figure } from '../../analysis/change';
import type { Coordinates, EvidenceRequest } from '../../state';
import type { Reader } from './words';

/** Documents whose facts one link can name. */
const MOST_NAMED = 12;

/** The sum over documents of 合计, as far as a link can name its facts; null for none or too many. */
export function totalEvidence(
  rows: readonly ThreePublicRow[],
  what: ThreePublicFigure,
  { t }: Reader,
): EvidenceRequest | null {
  const counted = rows.filter((row) => row.cells.SG.budget.taken && row.cells.SG.final.taken);
  if (counted.length === 0 || counted.length > MOST_NAMED) return null;
  const named = (figures: readonly Figure[]): Coordinates => ({
    doc_ids: [...new Set(figures.map((figure) => figure.doc_id))],
    fact_ids: [...new Set(figures.map((figure) => figure.fact_id))],
  });
  const final = { term: 'final', at: named(counted.map((row) => row.cells.SG.final.taken!)) };
  const budget = { term: 'adjusted_budget', at: named(counted.map((row) => row.cells.SG.budget.taken!)) };
  const title = t('SG_full');
  if (what === 'control_rate') return { title, show: 'control_rate', parts: [final, budget] };
  return { title, show: 'amount', parts: [what === 'budget' ? budget : final] };
}
