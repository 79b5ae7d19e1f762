import type Decimal from 'decimal.js';
import type { Scope } from '../../domain/facts';
import { functionalClassByCode } from '../../domain/functional';
import { functionalName } from '../../domain/functional-catalogue';
import { absentCell, type ExecutionCell } from './cell';
import { bodyYear, documentFigures, type BudgetDoubt, type DocumentFigures } from './figures';
import type { Basis, ExecutionRequest, Thresholds } from './request';
import type { BudgetLine, ExecutionRows } from './rows';
import { sortRows } from './sort';
import { median, summaries, type ExecutionSummary } from './summary';

export interface ExecutionColumn {
  code: string;
  /** Standard name of the subject (a class with 支出); as printed where the catalogue does not know the code. */
  name: string;
  /** Median 完成率 of this subject over the rows; null where none is defined. */
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

/** The cells of all final accounts for one basis, in no order: what sorting and views start from. */
export interface ExecutionLines {
  basis: Basis;
  columns: ExecutionColumn[];
  totalMedian: Decimal | null;
  rows: ExecutionRow[];
  /** Budget documents whose year has no final account here: nothing to measure, so they are no rows. */
  unmatched: BudgetLine[];
}

export interface ExecutionModel extends Omit<ExecutionLines, 'basis'> {
  request: ExecutionRequest;
  /** One a scope: 部门 and 单位 are never added. */
  summaries: ExecutionSummary[];
}

/** Subjects in which some document has money; one of zeros alone gets no column. */
function columnCodes(documents: readonly DocumentFigures[]): string[] {
  const codes = new Set<string>();
  for (const document of documents) {
    for (const code of document.codes) {
      if (!codes.has(code) && document.cell(code).state !== 'absent') codes.add(code);
    }
  }
  return [...codes].sort();
}

function columnName(code: string, documents: readonly DocumentFigures[]): string {
  const standard = functionalClassByCode(code)?.name ?? functionalName(code);
  if (standard !== null) return standard;
  for (const document of documents) {
    const printed = document.nameOf(code);
    if (printed !== null) return printed;
  }
  return code;
}

/**
 * Rows (分) → the cells: a row a document, a column a functional subject in code order, then 合计.
 * Rates are plain ratios by decimal.js. Rules: form 05 before narrative for 支出决算; 年初预算 from form B05 of the
 * department's own 预算公开, a form's budget column, narrative 五（三）, or the sum of a subject's 项; 全年预算 from
 * forms, the narrative (a subject or all its 项), else the self-evaluation's 部门整体支出, for the 合计 alone.
 */
export function executionLines(basis: Basis, rows: ExecutionRows): ExecutionLines {
  const documents = documentFigures(basis, rows);
  const codes = columnCodes(documents);
  const absent = new Map(codes.map((code) => [code, absentCell(code)]));
  const lines = documents.map(({ line, codes: own, budget_doc_id, cell, doubts }): ExecutionRow => {
    const mentioned = new Set(own);
    return {
      doc_id: line.doc_id,
      region: line.region,
      department: line.department,
      scope: line.scope,
      fiscal_year: Number(line.fiscal_year),
      title: line.title,
      budget_doc_id,
      cells: codes.map((code) => (mentioned.has(code) ? cell(code) : absent.get(code)!)),
      total: cell(''),
      doubts,
    };
  });
  const accounts = new Set(rows.documents.map(bodyYear));
  return {
    basis,
    columns: codes.map((code, i) => ({
      code,
      name: columnName(code, documents),
      median: median(lines.map((line) => line.cells[i]!)),
    })),
    totalMedian: median(lines.map((line) => line.total)),
    rows: lines,
    unmatched: rows.budgets.filter((budget) => !accounts.has(bodyYear(budget))),
  };
}

/** The model under other thresholds: its order stays. */
export function withThresholds(model: ExecutionModel, thresholds: Thresholds): ExecutionModel {
  const request = { ...model.request, thresholds };
  return { ...model, request, summaries: summaries(model.rows, request) };
}

/** Request + rows → the sorted documents with their figures above. `lines`: those of the same basis and rows, kept. */
export function executionModel(
  request: ExecutionRequest,
  rows: ExecutionRows,
  lines: ExecutionLines = executionLines(request.basis, rows),
): ExecutionModel {
  const { columns, totalMedian, unmatched } = lines;
  return {
    request,
    columns,
    totalMedian,
    unmatched,
    rows: sortRows(lines.rows, request),
    summaries: summaries(lines.rows, request),
  };
}
