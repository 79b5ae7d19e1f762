import { absolute, type Fen } from '../../domain/money';
import type { BudgetConflict, BudgetSource, MissingReason } from './cell';
import type { Evaluation } from './evaluation';
import type { BudgetDocumentLine, FigureLine } from './rows';

/** The budget of one class or of the 合计 (分), and where it comes from or why there is none. */
export interface Budget {
  amount: Fen | null;
  source: BudgetSource | null;
  missing: MissingReason | null;
  /** 项 that were added up. */
  items: number;
  /** The facts of a self-evaluation: it may print several that coordinates do not tell apart. */
  fact_ids: string[];
  /** What the document calls it, where that is not the standard term. */
  printed_as: string | null;
  budgetConflict: BudgetConflict | null;
}

const NOTHING = { items: 0, fact_ids: [], printed_as: null, budgetConflict: null };
const without = (missing: MissingReason): Budget => ({ ...NOTHING, amount: null, source: null, missing });
const found = (amount: Fen, source: BudgetSource, items = 0): Budget => ({
  ...NOTHING,
  amount,
  source,
  missing: null,
  items,
});

export const NO_BUDGET: Budget = without('not_printed');

/**
 * 年初预算: of the department's own 预算公开 (form B05; the class's 项 where it prints no class row), else of its final
 * account. `otherwise`: a 预算公开 of the year is there, whether it lists the subject or not.
 */
export function initialBudget(
  figure: FigureLine | undefined,
  document: BudgetDocumentLine | undefined,
  otherwise: boolean,
): Budget {
  const account = accountBudget(figure);
  const printed = document ? (document.initial ?? document.items_initial) : null;
  if (!document || printed === null) {
    const differs = otherwise && figure?.code !== '' && account.amount !== null && account.amount !== 0n;
    return differs ? { ...account, budgetConflict: { document: null, account: account.amount! } } : account;
  }
  const budget =
    document.initial === null
      ? found(printed, 'budget_items', Number(document.items))
      : found(printed, 'budget_document');
  if (account.amount === null || figure === undefined) return budget;
  // Printed to one place both must be the same; a sum of n figures may be off by half a place for each.
  const parts = BigInt(Math.max(1, account.items));
  const theirs = (figure.initial_resolution ?? 1n) * parts;
  const exact = parts === 1n && theirs === document.resolution;
  const open = exact ? 0n : theirs + document.resolution;
  return 2n * absolute(printed - account.amount) > open
    ? { ...budget, budgetConflict: { document: printed, account: account.amount } }
    : budget;
}

/** 年初预算 as the final account says it. A class's 项 are added up only where every 项 of it in form 05 has one. */
function accountBudget(figure: FigureLine | undefined): Budget {
  if (!figure) return NO_BUDGET;
  if (figure.form_initial !== null) return found(figure.form_initial, 'form');
  if (figure.narrative_initial !== null) return found(figure.narrative_initial, 'narrative');
  if (figure.items_initial === null) return figure.coarser ? without('coarser') : NO_BUDGET;
  return Number(figure.items_without_budget) === 0
    ? found(figure.items_initial, 'sum_of_items', Number(figure.items_with_budget))
    : without('items_incomplete');
}

/**
 * 全年预算. The self-evaluation's 部门整体支出 stands for the 合计 only where the document spends nothing outside
 * the general public budget (`oneFund`): it covers all funds, form 05 covers one.
 */
export function adjustedBudget(
  code: string,
  figure: FigureLine | undefined,
  { adjusted }: Evaluation,
  oneFund: boolean,
): Budget {
  if (figure && figure.form_adjusted !== null) return found(figure.form_adjusted, 'form');
  if (figure && figure.narrative_adjusted !== null) return found(figure.narrative_adjusted, 'narrative');
  if (figure && figure.items_adjusted !== null) {
    return Number(figure.items_without_adjusted) === 0
      ? found(figure.items_adjusted, 'sum_of_items', Number(figure.items_with_adjusted))
      : without('items_incomplete');
  }
  if (!adjusted) return NO_BUDGET;
  if (code !== '') return without('department_only');
  if (!oneFund) return without('other_funds');
  const { amount, fact_ids, printed_as, parts } = adjusted;
  return { ...found(amount, parts ? 'sum_of_parts' : 'performance'), fact_ids, printed_as };
}

/**
 * The 合计 where the document prints none: the sum of its classes, if each class with spending has a budget;
 * null where that cannot be said.
 */
export function totalOfClasses(
  budgets: ReadonlyMap<string, Budget>,
  finals: ReadonlyMap<string, Fen | null>,
): Budget | null {
  let sum: Fen | null = null;
  for (const [code, { amount }] of budgets) {
    if (code === '') continue;
    if (amount !== null) sum = (sum ?? 0n) + amount;
    else if ((finals.get(code) ?? 0n) !== 0n) return null;
  }
  return sum === null ? null : found(sum, 'sum_of_classes');
}

/**
 * True where the class budgets make up the printed 合计, within the rounding of n terms and their sum,
 * (n + 1) × resolution ÷ 2: then a class without a budget had none. A whole that is printed as 0 leaves none to any.
 */
export function budgetsComplete(budgets: ReadonlyMap<string, Budget>, resolution: Fen): boolean {
  const total = budgets.get('');
  if (!total || total.amount === null || total.source === 'sum_of_classes') return false;
  let sum = 0n;
  let terms = 0;
  for (const [code, { amount }] of budgets) {
    if (code === '' || amount === null) continue;
    sum += amount;
    terms += 1;
  }
  if (terms === 0) return total.amount === 0n;
  return 2n * absolute(sum - total.amount) <= BigInt(terms + 1) * resolution;
}
