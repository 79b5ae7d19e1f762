import Decimal from 'decimal.js';
import { DEFAULT_EXECUTION, executionModel } from '../../src/analysis/execution';
import type { BudgetDocumentLine, ExecutionRows, FigureLine } from '../../src/analysis/execution/rows';

/** 万元 as printed → 分. */
export const wan = (text: string) => BigInt(new Decimal(text).times(1_000_000).toFixed());
export const CENT = 10_000n; // 万元 with two decimals

export const document = (
  doc_id: string,
  department: string,
  fiscal_year: number,
  scope: 'department' | 'unit' = 'unit',
) => ({
  doc_id,
  region: '某市',
  department,
  scope,
  fiscal_year,
  title: `${department} ${fiscal_year}`,
});

export const figure = (doc_id: string, code: string, given: Partial<FigureLine>): FigureLine => ({
  doc_id,
  code,
  form_final: null,
  narrative_final: null,
  form_initial: null,
  narrative_initial: null,
  form_adjusted: null,
  narrative_adjusted: null,
  initial_resolution: CENT,
  items_initial: null,
  items_with_budget: 0,
  items_without_budget: 0,
  name: null,
  items_adjusted: null,
  items_with_adjusted: 0,
  items_without_adjusted: 0,
  coarser: false,
  ...given,
});

/** A line of form B05 in 万元; without an amount only its 项 are printed. */
export const budgetLine = (
  code: string,
  amount: string | null,
  given: Partial<BudgetDocumentLine> = {},
): BudgetDocumentLine => ({
  doc_id: 'b',
  region: '某市',
  department: '甲',
  scope: 'unit',
  fiscal_year: 2023,
  code,
  initial: amount === null ? null : wan(amount),
  items_initial: null,
  items: 0,
  resolution: CENT,
  ...given,
});

export const rows = (given: Partial<ExecutionRows>): ExecutionRows => ({
  documents: [],
  figures: [],
  budgets: [],
  budgetDocuments: [],
  evaluations: [],
  allFunds: [],
  disagreements: [],
  reasons: [],
  ...given,
});

/** A year of 甲: 201 budget 100, final 80; 208 budget 50, final 60; printed total 150, final 140. */
export const SIMPLE = rows({
  documents: [document('a', '甲', 2023)],
  figures: [
    figure('a', '', { form_final: wan('140'), narrative_initial: wan('150') }),
    figure('a', '201', { form_final: wan('80'), narrative_initial: wan('100') }),
    figure('a', '208', { form_final: wan('60'), narrative_initial: wan('50') }),
  ],
});
export const change = (base: ExecutionRows, code: string, given: Partial<FigureLine>): ExecutionRows => ({
  ...base,
  figures: base.figures.map((f) => (f.code === code ? { ...f, ...given } : f)),
});
export const initial = (data: ExecutionRows) => executionModel(DEFAULT_EXECUTION, data);
export const adjusted = (data: ExecutionRows) =>
  executionModel({ ...DEFAULT_EXECUTION, basis: 'adjusted_budget' }, data);
export const percent = (rate: Decimal | null | undefined) => rate?.times(100).toFixed(2);

/** A line of the self-evaluation; 万元. */
export const evaluation = (
  amount: string,
  given: Partial<ExecutionRows['evaluations'][number]> = {},
): ExecutionRows['evaluations'][number] => ({
  doc_id: 'a',
  stage: 'adjusted_budget',
  part: 'total',
  fact_id: `whole ${amount}`,
  amount_fen: wan(amount),
  resolution_fen: CENT,
  printed_as: '',
  ...given,
});
