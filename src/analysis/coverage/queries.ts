import type { Query } from '../../engine/types';
import { filterSql, type Filter } from '../filter';

/** The statements of one request, by what they return (rows.ts has the columns). */
export interface CoverageQueries {
  documents: Query;
  amounts: Query;
  totals: Query;
  classes: Query;
  measures: Query;
  subjects: Query;
  reasons: Query;
}

const documents = (filter: Filter): Query => {
  const where = filterSql(filter, 'd');
  return {
    sql: `SELECT d.doc_id, d.title, d.region, d.department, d.scope, d.fiscal_year, d.kind, d.unit_printed,
  d.forms_present, d.warnings, d.file_name
FROM documents AS d WHERE ${where.sql} ORDER BY d.doc_id`,
    params: where.params,
  };
};

/** How many amounts each source and form gives, how many of them are not zero, how many implied. */
const amounts = (filter: Filter): Query => {
  // What the documents print, contradicted or not.
  const where = filterSql({ ...filter, leave_conflicts: false });
  return {
    sql: `SELECT facts.doc_id, facts.source, coalesce(CAST(facts.form AS VARCHAR), '') AS form, count(*) AS amounts,
  count(*) FILTER (WHERE facts.amount_fen <> 0) AS nonzero, count(*) FILTER (WHERE facts.derived) AS derived
FROM facts WHERE ${where.sql}
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    params: where.params,
  };
};

/** Where a key total may stand. `preference` 1 is the form it belongs to; the others repeat it, the narrative last. */
const PLACES: readonly { key: string; preference: number; where: string }[] = [
  {
    key: 'revenue',
    preference: 1,
    where: `form = '01' AND flow = 'revenue' AND subject_name = '本年收入合计'`,
  },
  { key: 'revenue', preference: 2, where: `form = '02' AND flow = 'revenue' AND subject_name = '合计'` },
  {
    key: 'expenditure',
    preference: 1,
    where: `form = '01' AND flow = 'expenditure' AND subject_name = '本年支出合计'`,
  },
  {
    key: 'expenditure',
    preference: 2,
    where: `form = '03' AND flow = 'expenditure' AND subject_name = '合计'`,
  },
  { key: 'general', preference: 1, where: `form = '05' AND fund = 'general' AND subject_name = '合计'` },
  {
    key: 'general',
    preference: 2,
    where: `form = '04' AND fund = 'general' AND subject_name = '本年支出合计'`,
  },
  {
    key: 'general',
    preference: 3,
    where: `source = 'narrative' AND fund = 'general' AND flow = 'expenditure' AND subject_name = '合计'`,
  },
  { key: 'three_public', preference: 1, where: `form = '09' AND subject_code = 'SG'` },
  { key: 'three_public', preference: 2, where: `source = 'narrative' AND subject_code = 'SG'` },
  // A budget document prints 总计 on both sides, carried-over money included; its other forms count otherwise.
  { key: 'revenue', preference: 1, where: `form = 'B01' AND flow = 'balance' AND subject_name = '收入总计'` },
  {
    key: 'expenditure',
    preference: 1,
    where: `form = 'B01' AND flow = 'balance' AND subject_name = '支出总计'`,
  },
  { key: 'general', preference: 1, where: `form = 'B05' AND fund = 'general' AND subject_name = '合计'` },
  { key: 'three_public', preference: 1, where: `form = 'B09' AND subject_code = 'SG'` },
];
const choose = (column: 'key' | 'preference') =>
  `CASE ${PLACES.map((p) => `WHEN ${p.where} THEN ${column === 'key' ? `'${p.key}'` : p.preference}`).join('\n      ')} END`;

/** Final accounts are told by 决算, budgets by 年初预算 of their own forms. */
const OF_ITS_KIND = `(facts.stage = 'final' AND facts.source <> 'budget_form'
    OR facts.stage = 'initial_budget' AND facts.source = 'budget_form')`;

/**
 * The four key totals of a document, each from the best place that prints it. `contradicted` is 1 where another
 * place says it differently: beyond half a unit of the coarser printing, or at all in one unit.
 */
const totals = (filter: Filter): Query => {
  const where = filterSql(filter);
  return {
    sql: `WITH candidates AS (
  SELECT facts.doc_id, facts.fact_id, facts.amount_fen, facts.resolution_fen, facts.source,
    coalesce(CAST(facts.form AS VARCHAR), '') AS form, CAST(facts.subject_name AS VARCHAR) AS subject_name,
    ${choose('key')} AS key,
    ${choose('preference')} AS preference
  FROM facts
  WHERE facts.measure = 'total' AND ${OF_ITS_KIND} AND NOT facts.derived
    AND (facts.classification = 'summary' OR facts.classification = 'three_public') AND ${where.sql}
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY doc_id, key ORDER BY preference, fact_id) AS place
  FROM candidates WHERE key IS NOT NULL
), taken AS (SELECT * FROM ranked WHERE place = 1)
SELECT taken.doc_id, taken.key, taken.amount_fen, taken.source, taken.form, taken.subject_name,
  max(CASE WHEN 2 * abs(ranked.amount_fen - taken.amount_fen) >
    CASE WHEN ranked.resolution_fen = taken.resolution_fen THEN 0
         ELSE greatest(ranked.resolution_fen, taken.resolution_fen) END THEN 1 ELSE 0 END) AS contradicted
FROM taken JOIN ranked ON ranked.doc_id = taken.doc_id AND ranked.key = taken.key
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY 1, 2`,
    params: where.params,
  };
};

/** 本年支出 by functional class, all funds: form 03, and form 01 for documents without it; B03 and B01 of budgets. */
const classes = (filter: Filter): Query => {
  const where = filterSql(filter);
  return {
    sql: `SELECT facts.doc_id, CAST(facts.form AS VARCHAR) AS form, CAST(facts.subject_code AS VARCHAR) AS code,
  arg_min(facts.amount_fen, facts.fact_id) AS amount_fen
FROM facts
WHERE facts.form IN ('01', '03', 'B01', 'B03') AND facts.flow = 'expenditure' AND facts.fund = 'all'
  AND facts.classification = 'function' AND facts.subject_level = 1 AND facts.measure = 'total'
  AND ${OF_ITS_KIND} AND ${where.sql}
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    params: where.params,
  };
};

/** The 合计 row of form 03 or B03 by measure: 基本支出, 项目支出 and the rest. */
const measures = (filter: Filter): Query => {
  const where = filterSql(filter);
  return {
    sql: `SELECT facts.doc_id, CAST(facts.measure AS VARCHAR) AS measure,
  arg_min(facts.amount_fen, facts.fact_id) AS amount_fen
FROM facts
WHERE facts.form IN ('03', 'B03') AND facts.flow = 'expenditure' AND facts.fund = 'all'
  AND facts.classification = 'summary' AND facts.subject_name = '合计' AND ${OF_ITS_KIND} AND ${where.sql}
GROUP BY 1, 2 ORDER BY 1, 2`,
    params: where.params,
  };
};

/** How many different functional and economic subjects the forms name. */
const subjects = (filter: Filter): Query => {
  const where = filterSql(filter);
  return {
    sql: `SELECT facts.classification, count(DISTINCT CAST(facts.subject_code AS VARCHAR)) AS subjects
FROM facts
WHERE facts.source IN ('form', 'budget_form') AND facts.classification IN ('function', 'economy')
  AND facts.amount_fen <> 0
  AND ${where.sql}
GROUP BY 1 ORDER BY 1`,
    params: where.params,
  };
};

/** Narrative sentences that compare with last year, and those that state a reason. */
const reasons = (filter: Filter): Query => {
  const where = filterSql(filter, 'd');
  return {
    sql: `SELECT count(*) FILTER (WHERE s.change_fen IS NOT NULL) AS changes,
  count(*) FILTER (WHERE s.reason IS NOT NULL AND s.reason <> '') AS reasons
FROM statements AS s JOIN documents AS d ON s.doc_id = d.doc_id
WHERE ${where.sql}`,
    params: where.params,
  };
};

/** Request → statements (DuckDB 0.9.1). All amounts are BIGINT 分. */
export function coverageQueries(filter: Filter): CoverageQueries {
  return {
    documents: documents(filter),
    amounts: amounts(filter),
    totals: totals(filter),
    classes: classes(filter),
    measures: measures(filter),
    subjects: subjects(filter),
    reasons: reasons(filter),
  };
}
