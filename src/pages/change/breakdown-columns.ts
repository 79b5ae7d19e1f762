import {
  stepEvidence,
  sumsEvidence,
  type BreakdownModel,
  type Step,
  type StepFigure,
} from '../../analysis/change';
import type { EvidenceRequest } from '../../state';
import type { Column } from '../../ui';
import {
  flagged,
  reasonsText,
  stepLabel,
  stepNote,
  stepRemarks,
  stepState,
  stepStateReason,
  stepTitle,
} from './step-words';
import { wholeName } from './waterfall-rows';
import type { Reader } from './words';

/** The total as a last row. */
const TOTAL = 'total';

export function breakdownTotal(model: BreakdownModel, reader: Reader): Step | null {
  if (model.change === null) return null;
  return {
    state: 'rate',
    change: model.change,
    tolerance: model.tolerance,
    rate: model.rate,
    size: null,
    imprecise: false,
    key: TOTAL,
    codes: [],
    name: wholeName(model, reader),
    renamed: null,
    before: model.before,
    now: model.now,
    contribution: model.change,
    points: model.rate,
    moves: [],
    held: false,
    reasons: [],
  };
}

/** The columns of a breakdown: both years, change, rate, contribution in points, stated reasons. */
export function breakdownColumns(model: BreakdownModel, reader: Reader): Column<Step>[] {
  const { t } = reader;
  const { from = 0, to = 0 } = model.choice ?? {};
  const planned = model.request.stage === 'initial_budget';
  const evidence =
    (what: StepFigure) =>
    (step: Step): EvidenceRequest | null =>
      step.key === TOTAL
        ? sumsEvidence(step, what, model.request.stage, step.name ?? '')
        : stepEvidence(step, model, what, stepTitle(step, reader));
  const why = (step: Step) => stepRemarks(step, model, reader).join('\n') || null;
  const told = model.steps.some(({ reasons }) => reasons.some(({ stated }) => stated.reason !== null));
  return [
    {
      key: 'part',
      label: t('column_part'),
      kind: 'text',
      value: (step) => stepLabel(step, reader),
      note: (step) =>
        [stepNote(step, model), step.moves.length > 0 || step.renamed ? '◇' : ''].filter(Boolean).join(' ') ||
        null,
      reason: why,
    },
    {
      key: 'before',
      label: t('column_of_year', { year: from }),
      kind: 'amount',
      term: planned ? 'prior_budget' : 'prior_final',
      value: (step) => step.before?.amount ?? null,
      mark: (step) => (step.before?.implied ? 'derived' : null),
      reason: (step) => (step.before ? null : stepStateReason(step, model, reader)),
      evidence: evidence('before'),
    },
    {
      key: 'now',
      label: t('column_of_year', { year: to }),
      kind: 'amount',
      term: planned ? 'initial_budget' : 'final',
      value: (step) => step.now?.amount ?? null,
      reason: (step) => (step.now ? null : stepStateReason(step, model, reader)),
      evidence: evidence('now'),
    },
    {
      key: 'change',
      label: t('column_change'),
      kind: 'amount',
      term: 'change',
      sign: true,
      value: (step) => step.contribution,
      note: (step) => (step.size === 'rounding' ? t('size_rounding') : null),
      reason: why,
      evidence: evidence('change'),
    },
    {
      key: 'rate',
      label: t('column_rate'),
      kind: 'percent',
      term: 'change_rate',
      sign: true,
      value: (step) => step.rate,
      note: (step) => (step.rate ? null : stepState(step, reader)),
      mark: (step) => (step.imprecise && step.rate ? 'derived' : null),
      reason: (step) => stepStateReason(step, model, reader),
      evidence: evidence('change_rate'),
    },
    {
      key: 'points',
      label: t('column_points'),
      kind: 'percent',
      decimals: 2,
      sign: true,
      value: (step) => step.points,
      reason: () => t('points_note'),
    },
    ...(told
      ? [
          {
            key: 'reason',
            label: t('column_reason'),
            kind: 'text' as const,
            sortable: false,
            wrap: true,
            value: (step: Step) => {
              const text = reasonsText(step, reader);
              return text && flagged(step) ? `⚑ ${text}` : text;
            },
            reason: why,
          },
        ]
      : []),
  ];
}
