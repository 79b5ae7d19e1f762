import type { CheckedDocument, Finding, Outcome, RuleId, Severity } from '../../checks';
import { CROSS_RULES, RULES } from '../../checks';
import type { EvidenceRequest } from '../../state';
import type { Params } from '../../state';

/** A finding with the document it is of. */
export interface Line {
  checked: CheckedDocument;
  finding: Finding;
}

export type Order = 'severity' | 'money' | 'document';

export interface Chosen {
  severity: Severity | 'all';
  rule: RuleId | 'all';
  doc: string | null;
  order: Order;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const ORDERS: readonly Order[] = ['severity', 'money', 'document'];

export const ALL_RULES = [...RULES, ...CROSS_RULES];

/** The page's settings from the address; what is not understood is its default. */
export function readChosen(params: Params): Chosen {
  return {
    severity: SEVERITIES.find((one) => one === params['severity']) ?? 'all',
    rule: ALL_RULES.find(({ id }) => id === params['rule'])?.id ?? 'all',
    doc: params['doc'] ?? null,
    order: ORDERS.find((one) => one === params['order']) ?? 'severity',
  };
}

/** The findings chosen, in the order chosen. A finding has the rules of all its identities. */
export function chosenLines(all: readonly CheckedDocument[], chosen: Chosen): Line[] {
  const lines = all.flatMap((checked) => checked.findings.map((finding) => ({ checked, finding })));
  const kept = lines.filter(
    ({ checked, finding }) =>
      (chosen.severity === 'all' || finding.severity === chosen.severity) &&
      (chosen.rule === 'all' || finding.instances.some(({ rule }) => rule === chosen.rule)) &&
      (chosen.doc === null || checked.document.doc_id === chosen.doc),
  );
  if (chosen.order === 'document') return kept;
  const weight = ({ finding }: Line) => SEVERITIES.indexOf(finding.severity);
  const money = (a: Line, b: Line) =>
    a.finding.at_stake === b.finding.at_stake ? 0 : a.finding.at_stake > b.finding.at_stake ? -1 : 1;
  return kept.toSorted((a, b) =>
    chosen.order === 'money' ? money(a, b) : weight(a) - weight(b) || money(a, b),
  );
}

/** The cell of the matrix: the worst outcome, and how many of it. */
export function worst(counts: Record<Outcome, number>): { outcome: Outcome; n: number } {
  const order: readonly Outcome[] = ['conflict', 'unknown', 'rounding', 'exact'];
  const outcome = order.find((one) => counts[one] > 0) ?? 'not_applicable';
  return { outcome, n: outcome === 'not_applicable' ? 0 : counts[outcome] };
}

/** Rules that at least one document has terms for, in their order. */
export function usedRules(all: readonly CheckedDocument[]): RuleId[] {
  return ALL_RULES.map(({ id }) => id).filter((id) =>
    all.some(({ counts }) => worst(counts[id]).outcome !== 'not_applicable'),
  );
}

const TERMS = {
  initial_budget: 'initial_budget',
  adjusted_budget: 'adjusted_budget',
  final: 'final',
  prior_final: 'prior_final',
} as const;

/** The drawer's request for the cells of one side; null where it has none. */
export function sideEvidence(
  checked: CheckedDocument,
  side: Finding['instances'][number]['left'],
): EvidenceRequest | null {
  if (side.fact_ids.length === 0) return null;
  const stage = checked.stages.get(side.fact_ids[0]!);
  const term = stage && stage in TERMS ? TERMS[stage as keyof typeof TERMS] : 'final';
  return {
    title: side.label,
    show: 'amount',
    parts: [
      { term, at: { doc_ids: [side.doc_id ?? checked.document.doc_id], fact_ids: [...side.fact_ids] } },
    ],
  };
}
