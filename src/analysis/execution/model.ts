import type Decimal from 'decimal.js';
import type { Scope } from '../../domain/facts';
import { functionalClassByCode } from '../../domain/functional';
import type { ExecutionCell } from './cell';
import { bodyYear, documentFigures, type BudgetDoubt, type DocumentFigures } from './figures';
import type { ExecutionRequest } from './request';
import type { BudgetLine, ExecutionRows } from './rows';
import { sortRows } from './sort';
import { median, summaries, type ExecutionSummary } from './summary';

export interface ExecutionColumn {
  code: string;
  /** Standard name of the class, with 支出. */
  name: string;
  /** Median 完成率 of this class over the rows; null where none is defined. */
  median: Decimal | null;
}

/** One final account: a department (or unit) in a year. */
export interface ExecutionRow {
  doc_id: string;
  region: string;
  department: string;
  scope: Scope;
  fiscal_year: number;
  title: string;
  /** The department's own 预算公开 of the year with form B05, where it is loaded. */
  budget_doc_id: string | null;
  /** In the order of the model's columns. */
  cells: ExecutionCell[];
  total: ExecutionCell;
  /** Budgets of the whole that the document states twice and differently, for the basis asked for. */
  doubts: BudgetDoubt[];
}

export interface ExecutionModel {
  request: ExecutionRequest;
  columns: ExecutionColumn[];
  totalMedian: Decimal | null;
  rows: ExecutionRow[];
  /** Budget documents whose year has no final account here: nothing to measure, so they are no rows. */
  unmatched: BudgetLine[];
  /** One a scope: 部门 and 单位 are never added. */
  summaries: ExecutionSummary[];
}

/** Classes in which some document has money; a class of zeros alone gets no column. */
function columnCodes(documents: readonly DocumentFigures[]): string[] {
  const codes = new Set<string>();
  for (const document of documents) {
    for (const code of document.codes) if (document.cell(code).state !== 'absent') codes.add(code);
  }
  return [...codes].sort();
}

/**
 * Request + rows (分) → the heatmap: a row a document, a column a functional class in code order, then 合计.
 * Rates are plain ratios by decimal.js. Rules: form 05 before narrative for 支出决算; 年初预算 from form B05 of the department's own
 * 预算公开, a form's budget column, narrative 五（三）, or the sum of a class's 项; 全年预算 from forms, else the
 * self-evaluation's 部门整体支出, for the 合计 alone.
 */
export function executionModel(request: ExecutionRequest, rows: ExecutionRows): ExecutionModel {
  const documents = documentFigures(request.basis, rows);
  const codes = columnCodes(documents);
  const lines = documents.map(({ line, budget_doc_id, cell, doubts }): ExecutionRow => ({
    doc_id: line.doc_id,
    region: line.region,
    department: line.department,
    scope: line.scope,
    fiscal_year: Number(line.fiscal_year),
    title: line.title,
    budget_doc_id,
    cells: codes.map((code) => cell(code)),
    total: cell(''),
    doubts,
  }));
  const columns = codes.map((code, i) => ({
    code,
    name: functionalClassByCode(code)?.name ?? code,
    median: median(lines.map((line) => line.cells[i]!.rate)),
  }));
  const accounts = new Set(rows.documents.map(bodyYear));
  return {
    request,
    columns,
    unmatched: rows.budgets.filter((budget) => !accounts.has(bodyYear(budget))),
    totalMedian: median(lines.map((line) => line.total.rate)),
    rows: sortRows(lines, request),
    summaries: summaries(lines, request.basis),
  };
}
