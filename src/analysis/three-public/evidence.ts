import { at } from '../change';
import type { EvidenceRequest } from '../evidence';
import type { ThreePublicCell } from './model';

export type ThreePublicFigure = 'budget' | 'final' | 'control_rate';

/** What the drawer explains for a figure of form 09 (or of the narrative, where the form has none); null without figure. */
export function threePublicEvidence(
  cell: ThreePublicCell,
  what: ThreePublicFigure,
  title: string,
): EvidenceRequest | null {
  const final = cell.final.taken ? [{ term: 'final', at: at(cell.final.taken) }] : [];
  const budget = cell.budget.taken ? [{ term: 'adjusted_budget', at: at(cell.budget.taken) }] : [];
  const parts = what === 'budget' ? budget : what === 'final' ? final : [...final, ...budget];
  if (parts.length === 0) return null;
  return { title, show: what === 'control_rate' && parts.length === 2 ? 'control_rate' : 'amount', parts };
}
