import type Decimal from 'decimal.js';
import { ratio, type Fen } from '../../domain/money';
import { breakdownReasons } from './breakdown-reasons';
import type { BreakdownRequest, Choice } from './breakdown-request';
import { itemSteps } from './item-steps';
import type { FigureLine, StatementLine } from './rows';
import { byContribution, changeOfSums, pointsOf, type Divided, type Step, type Sum } from './step';
import type { SubjectFact } from './subject-facts';
import { subjectSteps } from './subject-steps';

export interface BreakdownRows {
  subjects: SubjectFact[];
  figures: FigureLine[];
  statements: StatementLine[];
}

/** The change of one total and what it is made of. Money in 分. */
export interface BreakdownModel {
  request: BreakdownRequest;
  /** Null: nothing within the filter has two years. */
  choice: Choice | null;
  before: Sum | null;
  now: Sum | null;
  change: Fen | null;
  rate: Decimal | null;
  /** Largest contribution first. */
  steps: Step[];
  /** Change of the total − the contributions; 0 where they add up. */
  residual: Fen | null;
  /** What rounding alone can make of the residual. */
  tolerance: Fen;
  /** Subjects left out because an identity contradicts one of their figures. */
  left_out: string[];
  /** Codes that the other classification has no one place for, and those whose parts do not add up. */
  held: string[];
  /** Bodies whose forms do not print what the division needs. */
  without: string[];
}

const NOTHING: Divided = { before: null, now: null, steps: [], left_out: [], held: [], without: [] };

/** Request, what is chosen and its rows → the parts of the change. Nothing is added that is in two parts. */
export function breakdownModel(
  request: BreakdownRequest,
  choice: Choice | null,
  rows: BreakdownRows,
): BreakdownModel {
  const divided = choice ? divide(request, choice, rows) : NOTHING;
  const { before, now } = divided;
  const whole = changeOfSums(now, before, { now: false, before: false });
  const reasons = choice ? breakdownReasons(choice, rows) : () => [];
  const steps = divided.steps
    .map((step) => ({
      ...step,
      points: pointsOf(step.contribution, before?.amount ?? null),
      reasons: reasons(step),
    }))
    .sort(byContribution);
  const parts = steps.reduce((sum, step) => sum + (step.contribution ?? 0n), 0n);
  return {
    request,
    choice,
    before,
    now,
    change: whole.change,
    rate:
      whole.rate ??
      (before && whole.change !== null && before.amount > 0n ? ratio(whole.change, before.amount) : null),
    steps,
    residual: whole.change === null ? null : whole.change - parts,
    tolerance: steps.reduce((sum, step) => sum + step.tolerance, whole.tolerance),
    left_out: divided.left_out,
    held: divided.held,
    without: divided.without,
  };
}

function divide(request: BreakdownRequest, choice: Choice, rows: BreakdownRows): Divided {
  return choice.division === 'function' || choice.division === 'economy'
    ? subjectSteps(request, choice, choice.division, rows.subjects)
    : itemSteps(choice, rows.figures);
}
