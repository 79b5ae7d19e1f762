import type Decimal from 'decimal.js';
import { ratio, type Fen } from '../../domain/money';
import type { Figure } from '../change';
import { agree } from '../evidence/agreement';
import type { ComponentLine } from './rows';

/** A figure of form 09 or, where the form has none, of the narrative; both where they cannot be one figure. */
export interface Told {
  /** The figure that counts: the form's where it prints one. */
  taken: Figure | null;
  form: Figure | null;
  narrative: Figure | null;
  /** Form and narrative disagree beyond rounding. */
  conflict: boolean;
}

/**
 * Why there is a control rate, or why not:
 * `rate` 决算 ÷ 预算 is defined · `zero_budget` spending on a budget of 0 · `both_zero` neither budget nor spending ·
 * `no_budget` the budget is not stated · `no_final` the spending is not stated · `nothing` neither is.
 */
export const CONTROL_STATES = [
  'rate',
  'zero_budget',
  'both_zero',
  'no_budget',
  'no_final',
  'nothing',
] as const;
export type ControlState = (typeof CONTROL_STATES)[number];

function told(form: Figure | null, narrative: Figure | null): Told {
  return {
    taken: form ?? narrative,
    form,
    narrative,
    conflict: form !== null && narrative !== null && !agree(form, narrative),
  };
}

function figure(
  doc_id: string,
  form: string | null,
  amount: Fen | null,
  fact_id: string | null,
  resolution: Fen | null,
): Figure | null {
  if (amount === null || fact_id === null) return null;
  return { amount, resolution: resolution ?? 1n, doc_id, fact_id, form };
}

export function budgetOf(line: ComponentLine | undefined): Told {
  if (!line) return told(null, null);
  const { doc_id: id } = line;
  return told(
    figure(id, '09', line.form_budget, line.form_budget_id, line.form_budget_resolution),
    figure(id, null, line.narrative_budget, line.narrative_budget_id, line.narrative_budget_resolution),
  );
}

export function finalOf(line: ComponentLine | undefined): Told {
  if (!line) return told(null, null);
  const { doc_id: id } = line;
  return told(
    figure(id, '09', line.form_final, line.form_final_id, line.form_final_resolution),
    figure(id, null, line.narrative_final, line.narrative_final_id, line.narrative_final_resolution),
  );
}

/** 控制率 = 决算 ÷ 全年预算. A budget of 0 has no rate, and a figure that is missing is not 0. */
export function controlOf(
  budget: Figure | null,
  final: Figure | null,
): { control: ControlState; control_rate: Decimal | null } {
  if (!budget || !final) {
    return { control: budget ? 'no_final' : final ? 'no_budget' : 'nothing', control_rate: null };
  }
  if (budget.amount === 0n) {
    return { control: final.amount === 0n ? 'both_zero' : 'zero_budget', control_rate: null };
  }
  return { control: 'rate', control_rate: ratio(final.amount, budget.amount) };
}
