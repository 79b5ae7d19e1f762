import type Decimal from 'decimal.js';
import { ratio, type Fen } from '../../domain/money';

/**
 * What a cell of the heatmap is:
 * `rate` 完成率 is defined · `absent` the document has no such subject · `unspent` budget without spending ·
 * `new` spending without a budget, while the printed budgets of the other classes make up the whole (新增) ·
 * `zero_budget` budget printed as 0, the ratio is undefined · `missing_budget` spending, but the document gives no
 * budget of this kind · `missing_final` budget, but no form 05 to take spending from · `negative` one of the two is
 * below zero (e.g. spending taken back): the rate is given where the budget is above zero, and is no execution.
 */
export const CELL_STATES = [
  'rate',
  'absent',
  'unspent',
  'new',
  'zero_budget',
  'missing_budget',
  'missing_final',
  'negative',
] as const;
export type CellState = (typeof CELL_STATES)[number];

/** Where the budget of a cell comes from; the sums are computed and marked so. */
export type BudgetSource =
  | 'form'
  | 'budget_document'
  | 'budget_items'
  | 'narrative'
  | 'sum_of_items'
  | 'sum_of_classes'
  | 'performance'
  | 'sum_of_parts'
  | 'sum_of_documents';

export type FinalSource = 'form' | 'narrative' | 'sum_of_documents';

/**
 * Why a budget is missing, where more can be said than that the document does not print it: `coarser` it is printed
 * for the class (类) alone.
 */
export type MissingReason =
  'department_only' | 'other_funds' | 'items_incomplete' | 'coarser' | 'not_printed';

/** 主要原因 as the narrative gives it, for the class itself or one of its 项. */
export interface Reason {
  code: string;
  name: string | null;
  text: string;
}

/** The narrative and form 05 disagree on a subject's 支出决算 beyond rounding. '' is the 合计. */
export interface Disagreement {
  code: string;
  name: string;
  form: Fen;
  narrative: Fen;
}

/**
 * The department's 预算公开 and its final account give different 年初预算 for a subject, beyond rounding. The budget
 * document is taken; `document` null: it does not list the subject, and what the final account says stands.
 */
export interface BudgetConflict {
  document: Fen | null;
  account: Fen;
}

export interface ExecutionCell {
  /** Subject code of the level asked for; null for 合计. */
  code: string | null;
  state: CellState;
  budget: Fen | null;
  final: Fen | null;
  /** 支出决算 ÷ budget as a plain ratio (1 = 100 %); null where it is undefined. */
  rate: Decimal | null;
  budgetSource: BudgetSource | null;
  finalSource: FinalSource | null;
  missing: MissingReason | null;
  /** 项 that were added up, where budgetSource is sum_of_items or budget_items. */
  items: number;
  /** Facts of the self-evaluation, where the budget is taken from it. */
  fact_ids: string[];
  /** What the self-evaluation calls the budget, where that is not 全年预算数. */
  printed_as: string | null;
  budgetConflict: BudgetConflict | null;
  disagreements: Disagreement[];
  reasons: Reason[];
}

export interface Parts extends Omit<ExecutionCell, 'state' | 'rate'> {
  /** The printed class budgets add up to the printed total: a class without one had none. */
  budgetsComplete: boolean;
  /** The document has form 05: a class that it does not list had no spending. */
  hasForm: boolean;
}

/** Zeros on both sides are no subject of this document: some print 0.00 for every class there is. */
function stateOf({ code, budget, final, budgetsComplete, hasForm }: Parts): CellState {
  if ((budget !== null && budget < 0n) || (final !== null && final < 0n)) return 'negative';
  if (budget === null) {
    if (final === null || final === 0n) return 'absent';
    return budgetsComplete ? 'new' : 'missing_budget';
  }
  if (budget === 0n) return code !== null && (final === null || final === 0n) ? 'absent' : 'zero_budget';
  if (final === null) return hasForm ? 'unspent' : 'missing_final';
  return final === 0n ? 'unspent' : 'rate';
}

/** Budget and final of one document and class → its cell. */
export function cellOf(parts: Parts): ExecutionCell {
  const state = stateOf(parts);
  const { budget, final, budgetSource, finalSource, missing } = parts;
  const defined =
    state === 'rate' || state === 'unspent' || (state === 'negative' && budget !== null && budget > 0n);
  // Field by field: there may be 10⁵ of them.
  return {
    code: parts.code,
    state,
    budget,
    final,
    rate: defined && budget !== null && final !== null ? ratio(final, budget) : null,
    budgetSource: budget === null ? null : budgetSource,
    finalSource: final === null ? null : finalSource,
    missing: state === 'missing_budget' ? (missing ?? 'not_printed') : null,
    items: parts.items,
    fact_ids: parts.fact_ids,
    printed_as: parts.printed_as,
    budgetConflict: parts.budgetConflict,
    disagreements: parts.disagreements,
    reasons: parts.reasons,
  };
}

/** The cell of a subject that a document does not have; `code` null is the 合计. */
export function absentCell(code: string | null): ExecutionCell {
  return {
    code,
    state: 'absent',
    budget: null,
    final: null,
    rate: null,
    budgetSource: null,
    finalSource: null,
    missing: null,
    items: 0,
    fact_ids: [],
    printed_as: null,
    budgetConflict: null,
    disagreements: [],
    reasons: [],
  };
}
