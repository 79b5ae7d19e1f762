import type { Query } from '../../engine/types';
import { filterSql, type Filter } from '../filter';
import { budgetDocuments, CODE, figures, GENERAL_EXPENDITURE } from './figure-queries';
import type { ExecutionScope } from './request';

/** The statements of one request, by what they return (rows.ts has the columns). */
export interface ExecutionQueries {
  documents: Query;
  figures: Query;
  budgets: Query;
  budgetDocuments: Query;
  evaluations: Query;
  allFunds: Query;
  disagreements: Query;
  reasons: Query;
}

const documents = (filter: Filter): Query => {
  const where = filterSql(filter, 'd');
  return {
    sql: `SELECT d.doc_id, d.region, d.department, d.scope, d.fiscal_year, d.title
FROM documents AS d
WHERE d.kind = 'final_account' AND ${where.sql}
ORDER BY d.doc_id`,
    params: where.params,
  };
};

/** The budget documents within the filter: those whose year has a final account, and the others. */
const budgets = (filter: Filter): Query => {
  const where = filterSql(filter, 'd');
  return {
    sql: `SELECT d.doc_id, d.region, d.department, d.scope, d.fiscal_year
FROM documents AS d WHERE d.kind = 'budget' AND ${where.sql} ORDER BY d.doc_id`,
    params: where.params,
  };
};

/**
 * 部门整体支出, 基本支出 and 项目支出 of the self-evaluation, the best printing of each first: all funds before
 * 财政拨款, a figure under its standard name before one that is only called 预算数, which the extractor notes.
 */
const evaluations = (filter: Filter): Query => {
  const where = filterSql(filter);
  return {
    sql: `WITH lines AS (
  SELECT facts.doc_id, facts.stage, facts.fund, facts.fact_id, facts.amount_fen, facts.resolution_fen,
    CASE facts.subject_name WHEN '部门整体支出' THEN 'total' WHEN '基本支出' THEN 'basic' ELSE 'project' END AS part,
    regexp_extract(coalesce(CAST(facts.note AS VARCHAR), ''), 'printed (预算[^;]*)', 1) AS printed_as
  FROM facts
  WHERE facts.source = 'performance' AND facts.fund IN ('all', 'fiscal')
    AND (facts.subject_name = '部门整体支出' AND facts.measure = 'total'
      OR facts.subject_name = '基本支出' AND facts.measure = 'basic'
      OR facts.subject_name = '项目支出' AND facts.measure = 'project')
    AND facts.stage IN ('initial_budget', 'adjusted_budget', 'final') AND ${where.sql}
)
SELECT doc_id, CAST(stage AS VARCHAR) AS stage, part, fact_id, amount_fen, resolution_fen, printed_as FROM lines
ORDER BY doc_id, part, CAST(stage AS VARCHAR), CASE WHEN fund = 'all' THEN 0 ELSE 1 END,
  CASE WHEN printed_as = '' THEN 0 ELSE 1 END, fact_id`,
    params: where.params,
  };
};

/** 本年支出合计 of all funds (form 01, else 03): tells whether the self-evaluation covers more than form 05. */
const allFunds = (filter: Filter): Query => {
  const where = filterSql(filter);
  return {
    sql: `SELECT facts.doc_id, arg_min(facts.amount_fen, concat(facts.form, facts.fact_id)) AS amount_fen
FROM facts
WHERE facts.source = 'form' AND facts.flow = 'expenditure' AND facts.fund = 'all' AND facts.measure = 'total'
  AND facts.stage = 'final' AND facts.classification = 'summary'
  AND ((facts.form = '01' AND facts.subject_name = '本年支出合计')
    OR (facts.form = '03' AND facts.subject_name = '合计')) AND ${where.sql}
GROUP BY facts.doc_id
ORDER BY 1`,
    params: where.params,
  };
};

/**
 * Where the narrative states another 支出决算 for a subject than form 05, beyond rounding: equal where both are
 * printed to the same place, otherwise half a unit of the coarser one.
 */
const disagreements = (filter: Filter): Query => {
  const where = filterSql(filter);
  return {
    sql: `WITH finals AS (
  SELECT facts.doc_id, facts.source, facts.fact_id, ${CODE} AS code,
    CAST(facts.subject_name AS VARCHAR) AS name, facts.amount_fen, facts.resolution_fen
  FROM facts
  WHERE ${GENERAL_EXPENDITURE} AND (facts.form = '05' OR facts.source = 'narrative')
    AND facts.stage = 'final' AND ${where.sql}
)
SELECT f.doc_id, f.code, f.name, f.amount_fen AS form_fen, n.amount_fen AS narrative_fen
FROM finals AS f JOIN finals AS n ON f.doc_id = n.doc_id AND f.code = n.code
WHERE f.source = 'form' AND n.source = 'narrative'
  AND 2 * abs(f.amount_fen - n.amount_fen) >
    CASE WHEN f.resolution_fen = n.resolution_fen THEN 0 ELSE greatest(f.resolution_fen, n.resolution_fen) END
ORDER BY f.doc_id, f.code, n.fact_id`,
    params: where.params,
  };
};

/** Why spending differs from the initial budget, as the narrative says it for a class or its 项. */
const reasons = (filter: Filter): Query => {
  const where = filterSql(filter, 'd');
  return {
    sql: `SELECT s.doc_id, CAST(s.subject_code AS VARCHAR) AS code, CAST(s.subject_name AS VARCHAR) AS name, s.reason
FROM statements AS s JOIN documents AS d ON s.doc_id = d.doc_id
WHERE s.initial_budget_fen IS NOT NULL AND s.subject_code IS NOT NULL AND length(CAST(s.subject_code AS VARCHAR)) IN (3, 5, 7)
  AND s.reason IS NOT NULL AND s.reason <> '' AND ${where.sql}
ORDER BY s.doc_id, code, s.line, s.reason`,
    params: where.params,
  };
};

/** Request → statements (DuckDB 0.9.1, no PIVOT). All amounts are BIGINT 分. */
export function executionQueries(scope: ExecutionScope): ExecutionQueries {
  const { filter } = scope;
  return {
    documents: documents(filter),
    figures: figures(scope),
    budgets: budgets(filter),
    budgetDocuments: budgetDocuments(scope),
    evaluations: evaluations(filter),
    allFunds: allFunds(filter),
    disagreements: disagreements(filter),
    reasons: reasons(filter),
  };
}
