import type { EvidencePart, EvidenceRequest } from '../evidence';
import type { BreakdownModel } from './breakdown';
import type { Figure } from './figure';
import type { ChangeStage } from './request';
import type { SeriesPoint } from './series';
import type { Step, Sum } from './step';

/** Facts that one link can name. */
const MOST_NAMED = 24;

const TERMS = {
  final: { now: 'final', before: 'prior_final' },
  initial_budget: { now: 'initial_budget', before: 'prior_budget' },
} as const;

/** One part a document, because fact ids tell facts within their document alone. */
function partsOf(figures: readonly Figure[], term: string): EvidencePart[] {
  const found = new Map<string, string[]>();
  for (const { doc_id, fact_id } of figures) found.set(doc_id, [...(found.get(doc_id) ?? []), fact_id]);
  return [...found].map(([doc_id, fact_ids]) => ({ term, at: { doc_ids: [doc_id], fact_ids } }));
}

/** What of a step or of the whole is asked about. */
export type StepFigure = 'now' | 'before' | 'change' | 'change_rate';

/** The facts under two sums; null where there are none, or more than a link can name. */
export function sumsEvidence(
  { now, before }: { now: Sum | null; before: Sum | null },
  what: StepFigure,
  stage: ChangeStage,
  title: string,
): EvidenceRequest | null {
  const terms = TERMS[stage];
  const parts = {
    now: partsOf(now?.figures ?? [], terms.now),
    before: partsOf(before?.figures ?? [], terms.before),
  };
  const facts = (now?.figures.length ?? 0) + (before?.figures.length ?? 0);
  if (facts > MOST_NAMED) return null;
  if (what === 'now' || what === 'before') {
    return parts[what].length > 0 ? { title, show: 'amount', parts: parts[what] } : null;
  }
  const both = parts.now.length > 0 && parts.before.length > 0;
  const all = [...parts.now, ...parts.before];
  return all.length > 0 ? { title, show: both ? what : 'amount', parts: all } : null;
}

/** As above for a step; what is left of a total shows the total and what was taken away. */
export function stepEvidence(
  step: Step,
  model: BreakdownModel,
  what: StepFigure,
  title: string,
): EvidenceRequest | null {
  if (step.key !== 'rest') return sumsEvidence(step, what, model.request.stage, title);
  const taken = model.steps.filter(({ key }) => key !== 'rest');
  const terms = TERMS[model.request.stage];
  const sides = what === 'now' || what === 'before' ? [what] : (['now', 'before'] as const);
  const parts = sides.flatMap((side) => [
    ...partsOf(model[side]?.figures ?? [], terms[side]),
    ...taken.flatMap((part) =>
      partsOf(part[side]?.figures ?? [], part.key === 'personnel' ? 'personnel' : 'running_costs'),
    ),
  ]);
  const few = parts.length > 0 && parts.length <= MOST_NAMED;
  // The amount shown big is the total's; the parts below say what is taken from it.
  return few ? { title, show: 'amount', parts } : null;
}

/** The facts under a point of a line. */
export function pointEvidence(point: SeriesPoint, stage: ChangeStage, title: string): EvidenceRequest | null {
  const term = point.source === 'document' ? TERMS[stage].now : TERMS[stage].before;
  const parts = partsOf(point.sum.figures, term);
  return parts.length > 0 && point.sum.figures.length <= MOST_NAMED ? { title, show: 'amount', parts } : null;
}
