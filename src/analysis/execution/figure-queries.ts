import type { Query } from '../../engine/types';
import { filterSql } from '../filter';
import { codeLength, type ExecutionScope } from './request';

/** 合计 and class lines, and the 项 below them, of 一般公共预算 expenditure. */
export const GENERAL_EXPENDITURE = `facts.flow = 'expenditure' AND facts.fund = 'general' AND facts.measure = 'total'
    AND NOT facts.derived
    AND (facts.classification = 'function' OR (facts.classification = 'summary' AND facts.subject_name = '合计'))`;

/** `facts.subject_code` may be an ENUM; '' stands for the 合计 row, which has none. */
export const CODE = `coalesce(CAST(facts.subject_code AS VARCHAR), '')`;

/** The amount of the first fact (by fact_id) that meets a condition; NULL where none does. */
const first = (condition: string) => `arg_min(amount_fen, fact_id) FILTER (WHERE ${condition})`;

/**
 * One row a document and subject of the level ('' = 合计): what forms and narrative print, and the sum of the budgets
 * of its 项 with the number of 项 that are printed in form 05 but have none.
 */
export const figures = ({ filter, level }: ExecutionScope): Query => {
  const where = filterSql(filter);
  const digits = codeLength(level);
  return {
    sql: `WITH picked AS (
  SELECT facts.doc_id, facts.source, facts.form, facts.stage, ${CODE} AS code, facts.fact_id,
    facts.amount_fen, facts.resolution_fen, CAST(facts.subject_name AS VARCHAR) AS name
  FROM facts
  WHERE ${GENERAL_EXPENDITURE}
    AND (facts.form = '05' OR facts.source = 'narrative')
    AND facts.stage IN ('initial_budget', 'adjusted_budget', 'final')
    AND ${where.sql}
), classes AS (
  SELECT doc_id, code,
    coalesce(arg_min(name, fact_id) FILTER (WHERE form = '05'), arg_min(name, fact_id)) AS name,
    ${first(`form = '05' AND stage = 'final'`)} AS form_final,
    ${first(`source = 'narrative' AND stage = 'final'`)} AS narrative_final,
    ${first(`form = '05' AND stage = 'initial_budget'`)} AS form_initial,
    ${first(`source = 'narrative' AND stage = 'initial_budget'`)} AS narrative_initial,
    ${first(`form = '05' AND stage = 'adjusted_budget'`)} AS form_adjusted,
    ${first(`source = 'narrative' AND stage = 'adjusted_budget'`)} AS narrative_adjusted,
    max(resolution_fen) FILTER (WHERE stage = 'initial_budget') AS initial_resolution
  FROM picked WHERE length(code) IN (0, ${digits}) GROUP BY doc_id, code
), items AS (
  SELECT doc_id, code,
    ${first(`form = '05' AND stage = 'final'`)} AS form_final,
    ${first(`source = 'narrative' AND stage = 'initial_budget'`)} AS initial,
    ${first(`source = 'narrative' AND stage = 'adjusted_budget'`)} AS adjusted,
    max(resolution_fen) FILTER (WHERE stage = 'initial_budget') AS initial_resolution
  FROM picked WHERE length(code) = 7 GROUP BY doc_id, code
), sums AS (
  SELECT doc_id, substr(code, 1, ${digits}) AS code, CAST(sum(initial) AS BIGINT) AS items_initial,
    max(initial_resolution) AS items_resolution, count(initial) AS items_with_budget,
    count(*) FILTER (WHERE form_final IS NOT NULL AND initial IS NULL) AS items_without_budget,
    CAST(sum(adjusted) AS BIGINT) AS items_adjusted, count(adjusted) AS items_with_adjusted,
    count(*) FILTER (WHERE form_final IS NOT NULL AND adjusted IS NULL) AS items_without_adjusted
  FROM items WHERE ${digits} < 7 GROUP BY 1, 2
), coarser AS (
  SELECT DISTINCT doc_id, code FROM picked
  WHERE ${digits} > 3 AND length(code) = 3 AND source = 'narrative' AND stage = 'initial_budget'
), lines AS (
  SELECT coalesce(classes.doc_id, sums.doc_id) AS doc_id, coalesce(classes.code, sums.code) AS code, name,
    form_final, narrative_final, form_initial, narrative_initial, form_adjusted, narrative_adjusted,
    greatest(coalesce(initial_resolution, 1), coalesce(items_resolution, 1)) AS initial_resolution,
    items_initial, coalesce(items_with_budget, 0) AS items_with_budget,
    coalesce(items_without_budget, 0) AS items_without_budget,
    items_adjusted, coalesce(items_with_adjusted, 0) AS items_with_adjusted,
    coalesce(items_without_adjusted, 0) AS items_without_adjusted
  FROM classes FULL JOIN sums ON classes.doc_id = sums.doc_id AND classes.code = sums.code
)
SELECT lines.*, coarser.code IS NOT NULL AS coarser
FROM lines LEFT JOIN coarser ON coarser.doc_id = lines.doc_id AND coarser.code = left(lines.code, 3)
ORDER BY lines.doc_id, lines.code`,
    params: where.params,
  };
};

/**
 * Form B05 of a department's own 预算公开, by the body and year that it belongs to: subjects of the level and 合计 as
 * printed, and the sum of a subject's 项. Of several documents of one body and year the first by doc_id counts.
 */
export const budgetDocuments = ({ filter, level }: ExecutionScope): Query => {
  const where = filterSql(filter);
  const digits = codeLength(level);
  return {
    sql: `WITH printed AS (
  SELECT facts.doc_id, facts.region, facts.department, facts.scope, facts.fiscal_year, ${CODE} AS code,
    arg_min(facts.amount_fen, facts.fact_id) AS amount_fen, max(facts.resolution_fen) AS resolution_fen
  FROM facts
  WHERE ${GENERAL_EXPENDITURE} AND facts.source = 'budget_form' AND facts.form = 'B05'
    AND facts.stage = 'initial_budget' AND length(${CODE}) IN (0, ${digits}, 7) AND ${where.sql}
  GROUP BY 1, 2, 3, 4, 5, 6
), ids AS (
  SELECT min(doc_id) AS doc_id FROM printed GROUP BY region, department, scope, fiscal_year
), kept AS (SELECT printed.* FROM printed JOIN ids ON ids.doc_id = printed.doc_id)
SELECT doc_id, region, department, scope, fiscal_year, left(code, ${digits}) AS code,
  max(amount_fen) FILTER (WHERE length(code) IN (0, ${digits})) AS initial,
  CAST(sum(amount_fen) FILTER (WHERE length(code) > ${digits}) AS BIGINT) AS items_initial,
  count(*) FILTER (WHERE length(code) > ${digits}) AS items, max(resolution_fen) AS resolution
FROM kept
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY 1, 6`,
    params: where.params,
  };
};
