import type { Fen } from '../../domain/money';
import { groupRows } from '../group';
import {
  adjustedBudget,
  budgetsComplete,
  initialBudget,
  NO_BUDGET,
  totalOfClasses,
  type Budget,
} from './budget';
import { cellOf, type Disagreement, type ExecutionCell, type Reason } from './cell';
import { agree } from '../evidence/agreement';
import { readEvaluation, type Evaluation } from './evaluation';
import type { Basis } from './request';
import type { DocumentLine, ExecutionRows, FigureLine } from './rows';

/**
 * A budget of the whole that one document states twice and differently (checks: P1, P2). 分.
 * `initial_budget`: narrative 五（三） against self-evaluation; `adjusted_budget`: two places of the self-evaluation.
 */
export interface BudgetDoubt {
  stage: Basis;
  taken: Fen;
  other: Fen;
}

/** One document's cells. */
export interface DocumentFigures {
  line: DocumentLine;
  /** Subject codes that the document mentions. */
  codes: string[];
  /** Name of a subject as the document prints it. */
  nameOf: (code: string) => string | null;
  /** The 预算公开 that 年初预算 is taken from; null where none of this body and year prints form B05. */
  budget_doc_id: string | null;
  /** The cell of a subject that the document mentions; '' is the 合计. */
  cell: (code: string) => ExecutionCell;
  doubts: BudgetDoubt[];
}

type Body = { region: string; department: string; scope: string; fiscal_year: number };
export const bodyYear = (b: Body) => [b.region, b.department, b.scope, Number(b.fiscal_year)].join('\u001f');

const NO_DISAGREEMENTS: Disagreement[] = [];
const NO_REASONS: Reason[] = [];

const finalOf = (figure: FigureLine | undefined): Fen | null =>
  figure?.form_final ?? figure?.narrative_final ?? null;

function budgetDoubts(
  basis: Basis,
  total: FigureLine | undefined,
  { initial, adjusted, adjusted_elsewhere }: Evaluation,
): BudgetDoubt[] {
  if (basis === 'adjusted_budget') {
    return adjusted
      ? adjusted_elsewhere.map((other) => ({ stage: basis, taken: adjusted.amount, other }))
      : [];
  }
  if (!initial || total?.narrative_initial == null) return [];
  const narrative = { amount: total.narrative_initial, resolution: total.initial_resolution ?? 1n };
  return agree(narrative, initial) ? [] : [{ stage: basis, taken: narrative.amount, other: initial.amount }];
}

/** Rows of the engine → each document's cells for one basis. */
export function documentFigures(basis: Basis, rows: ExecutionRows): DocumentFigures[] {
  const figures = groupRows(rows.figures, (row) => row.doc_id);
  const disagreements = groupRows(rows.disagreements, (row) => row.doc_id);
  const reasons = groupRows(rows.reasons, (row) => row.doc_id);
  const evaluations = groupRows(rows.evaluations, (row) => row.doc_id);
  const budgetDocuments = groupRows(rows.budgetDocuments, bodyYear);
  const published = new Set(rows.budgetDocuments.map(bodyYear));
  const allFunds = new Map(rows.allFunds.map((row) => [row.doc_id, row.amount_fen]));

  return rows.documents.map((line) => {
    const byCode = new Map((figures.get(line.doc_id) ?? []).map((row) => [row.code, row]));
    const printed = new Map((budgetDocuments.get(bodyYear(line)) ?? []).map((b) => [b.code, b]));
    const total = byCode.get('');
    const hasForm = total != null && total.form_final !== null;
    const oneFund = hasForm && allFunds.get(line.doc_id) === total.form_final;
    const evaluation = readEvaluation(evaluations.get(line.doc_id) ?? [], total?.form_final ?? null);
    const finals = new Map([...byCode].map(([code, figure]) => [code, finalOf(figure)]));

    const codes = [...new Set([...byCode.keys(), ...printed.keys()])].filter((code) => code !== '');
    const budgets = new Map<string, Budget>(
      ['', ...codes].map((code) => [
        code,
        basis === 'initial_budget'
          ? initialBudget(byCode.get(code), printed.get(code), published.has(bodyYear(line)))
          : adjustedBudget(code, byCode.get(code), evaluation, oneFund),
      ]),
    );
    if (budgets.get('')?.missing === 'not_printed') {
      budgets.set('', totalOfClasses(budgets, finals) ?? NO_BUDGET);
    }
    const places = [
      ...[...byCode.values()].map((figure) => figure.initial_resolution),
      ...[...printed.values()].map((budget) => budget.resolution),
    ];
    const resolution = places.reduce((coarsest: Fen, r) => (r !== null && r > coarsest ? r : coarsest), 1n);
    const complete = budgetsComplete(budgets, resolution);

    // Most documents have none: their cells share the empty list, of which there may be 10⁵.
    const contradicted = disagreements.get(line.doc_id);
    const disagreementsOf = (code: string): Disagreement[] =>
      contradicted
        ? contradicted
            .filter((d) => (code === '' ? d.code === '' : d.code.startsWith(code)))
            .map((d) => ({ code: d.code, name: d.name, form: d.form_fen, narrative: d.narrative_fen }))
        : NO_DISAGREEMENTS;
    const stated = reasons.get(line.doc_id);
    const reasonsOf = (code: string): Reason[] =>
      stated && code !== ''
        ? stated
            .filter((r) => r.code.startsWith(code))
            .map((r) => ({ code: r.code, name: r.name, text: r.reason }))
        : NO_REASONS;

    return {
      line,
      codes,
      nameOf: (code) => byCode.get(code)?.name ?? null,
      budget_doc_id: [...printed.values()][0]?.doc_id ?? null,
      cell: (code) => {
        const budget = budgets.get(code) ?? NO_BUDGET;
        return cellOf({
          code: code === '' ? null : code,
          budget: budget.amount,
          final: finals.get(code) ?? null,
          budgetSource: budget.source,
          finalSource: byCode.get(code)?.form_final != null ? 'form' : 'narrative',
          missing: budget.missing,
          items: budget.items,
          fact_ids: budget.fact_ids,
          printed_as: budget.printed_as,
          budgetConflict: budget.budgetConflict,
          disagreements: disagreementsOf(code),
          reasons: reasonsOf(code),
          budgetsComplete: complete,
          hasForm,
        });
      },
      // The self-evaluation covers all funds: only where there is one are the two the same quantity.
      doubts: oneFund ? budgetDoubts(basis, total, evaluation) : [],
    };
  });
}
