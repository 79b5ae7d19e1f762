import type { CheckedDocument, Finding, Outcome, RuleId, Severity, Side } from '../../checks';
import { CROSS_RULES, RULES } from '../../checks';
import type { MarkStatus, ReviewMark } from '../../dataset';
import { MARK_STATUSES } from '../../dataset';
import type { Fen } from '../../domain/money';
import type { EvidenceRequest, Params } from '../../state';
import { markOf } from './review';

/** A finding with the document it is of, and the reader's judgement of it. */
export interface Line {
  checked: CheckedDocument;
  finding: Finding;
  mark: ReviewMark | null;
}

export type View = 'findings' | 'graph' | 'matrix' | 'checklist';
export type Order = 'severity' | 'money' | 'document';

/** A judgement, `none` for findings without one, `todo` for those neither explained nor corrected. */
export type MarkChoice = MarkStatus | 'none' | 'todo' | 'all';

/** Least money at stake, 元; as the address has it. */
export const STAKES = ['0', '10000', '100000', '1000000'] as const;
export type Stake = (typeof STAKES)[number];

export interface Chosen {
  view: View;
  severity: Severity | 'all';
  rule: RuleId | 'all';
  doc: string | null;
  mark: MarkChoice;
  stake: Stake;
  order: Order;
}

const VIEWS: readonly View[] = ['findings', 'graph', 'matrix', 'checklist'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const ORDERS: readonly Order[] = ['severity', 'money', 'document'];
const CHOICES: readonly MarkChoice[] = ['none', 'todo', ...MARK_STATUSES];

export const ALL_RULES = [...RULES, ...CROSS_RULES];

/** The page's settings from the address; what is not understood is its default. */
export function readChosen(params: Params): Chosen {
  return {
    view: VIEWS.find((one) => one === params['view']) ?? 'findings',
    severity: SEVERITIES.find((one) => one === params['severity']) ?? 'all',
    rule: ALL_RULES.find(({ id }) => id === params['rule'])?.id ?? 'all',
    doc: params['doc'] ?? null,
    mark: CHOICES.find((one) => one === params['mark']) ?? 'all',
    stake: STAKES.find((one) => one === params['stake']) ?? '0',
    order: ORDERS.find((one) => one === params['order']) ?? 'severity',
  };
}

/** Every finding with its judgement, document by document. */
export function linesOf(all: readonly CheckedDocument[], marks: readonly ReviewMark[]): Line[] {
  const of = markOf(marks);
  return all.flatMap((checked) =>
    checked.findings.map((finding) => ({ checked, finding, mark: of(checked.document.doc_id, finding.id) })),
  );
}

function hasMark(mark: ReviewMark | null, choice: MarkChoice): boolean {
  switch (choice) {
    case 'all':
      return true;
    case 'none':
      return mark === null;
    case 'todo':
      return mark === null || mark.status === 'open';
    default:
      return mark?.status === choice;
  }
}

/** The findings chosen, in the order chosen. A finding has the rules of all its identities. */
export function chosenLines(lines: readonly Line[], chosen: Chosen): Line[] {
  const least: Fen = BigInt(chosen.stake) * 100n;
  const kept = lines.filter(
    ({ checked, finding, mark }) =>
      (chosen.severity === 'all' || finding.severity === chosen.severity) &&
      (chosen.rule === 'all' || finding.instances.some(({ rule }) => rule === chosen.rule)) &&
      (chosen.doc === null || checked.document.doc_id === chosen.doc) &&
      finding.at_stake >= least &&
      hasMark(mark, chosen.mark),
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

/** The drawer's request for the cells of one side; null where it has none. `stage` is that of its first cell. */
export function sideEvidence(doc_id: string, side: Side, stage: string | undefined): EvidenceRequest | null {
  if (side.fact_ids.length === 0) return null;
  const term = stage && stage in TERMS ? TERMS[stage as keyof typeof TERMS] : 'final';
  return {
    title: side.label,
    show: 'amount',
    parts: [{ term, at: { doc_ids: [side.doc_id ?? doc_id], fact_ids: [...side.fact_ids] } }],
  };
}
