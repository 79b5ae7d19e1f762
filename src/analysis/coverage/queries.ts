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
  const where = filterSql(filter);
  return {
    sql: `SELECT facts.doc_id, facts.source, coalesce(CAST(facts.form AS VARCHAR), '') AS form, count(*) AS amounts,
  count(*) FILTER (WHERE facts.amount_fen <> 0) AS nonzero, count(*) FILTER (WHERE facts.derived) AS derived
FROM facts WHERE ${where.sql}
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    params: where.params,
  };
};

/**
 * The four key totals of a document. `preference` 1 is the form they belong to; a higher one is the next best
 * place: 02 and 03 repeat 01's totals, 04 the total of 05, the narrative those of 09.
 */
const totals = (filter: Filter): Query => {
  const where = filterSql(filter);
  return {
    sql: `WITH candidates AS (
  SELECT facts.doc_id, facts.fact_id, facts.amount_fen, facts.source,
    coalesce(CAST(facts.form AS VARCHAR), '') AS form, CAST(facts.subject_name AS VARCHAR) AS subject_name,
    CASE
      WHEN facts.classification = 'three_public' AND facts.subject_code = 'SG' THEN 'three_public'
      WHEN facts.flow = 'revenue' AND facts.fund = 'all' THEN 'revenue'
      WHEN facts.flow = 'expenditure' AND facts.fund = 'all' THEN 'expenditure'
      ELSE 'general' END AS key,
    CASE WHEN facts.form IN ('01', '05', '09') THEN 1 ELSE 2 END AS preference
  FROM facts
  WHERE facts.measure = 'total' AND facts.stage = 'final' AND NOT facts.derived AND ${where.sql}
    AND (
      (facts.classification = 'summary' AND facts.source = 'form' AND (
        (facts.flow = 'revenue' AND facts.fund = 'all' AND facts.form = '01' AND facts.subject_name = '本年收入合计')
        OR (facts.flow = 'revenue' AND facts.fund = 'all' AND facts.form = '02' AND facts.subject_name = '合计')
        OR (facts.flow = 'expenditure' AND facts.fund = 'all' AND facts.form = '01'
          AND facts.subject_name = '本年支出合计')
        OR (facts.flow = 'expenditure' AND facts.fund = 'all' AND facts.form = '03' AND facts.subject_name = '合计')
        OR (facts.flow = 'expenditure' AND facts.fund = 'general' AND facts.form = '05'
          AND facts.subject_name = '合计')
        OR (facts.flow = 'expenditure' AND facts.fund = 'general' AND facts.form = '04'
          AND facts.subject_name = '本年支出合计')))
      OR (facts.classification = 'three_public' AND facts.subject_code = 'SG'
        AND (facts.form = '09' OR facts.source = 'narrative'))
    )
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY doc_id, key ORDER BY preference, fact_id) AS place FROM candidates
)
SELECT doc_id, key, amount_fen, source, form, subject_name FROM ranked WHERE place = 1 ORDER BY doc_id, key`,
    params: where.params,
  };
};

/** 本年支出 by functional class, all funds: form 03, and form 01 for documents without it. */
const classes = (filter: Filter): Query => {
  const where = filterSql(filter);
  return {
    sql: `SELECT facts.doc_id, CAST(facts.form AS VARCHAR) AS form, CAST(facts.subject_code AS VARCHAR) AS code,
  arg_min(facts.amount_fen, facts.fact_id) AS amount_fen
FROM facts
WHERE facts.source = 'form' AND facts.form IN ('01', '03') AND facts.flow = 'expenditure' AND facts.fund = 'all'
  AND facts.classification = 'function' AND facts.subject_level = 1 AND facts.measure = 'total'
  AND facts.stage = 'final' AND ${where.sql}
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    params: where.params,
  };
};

/** The 合计 row of form 03 by measure: 基本支出, 项目支出 and the rest. */
const measures = (filter: Filter): Query => {
  const where = filterSql(filter);
  return {
    sql: `SELECT facts.doc_id, CAST(facts.measure AS VARCHAR) AS measure,
  arg_min(facts.amount_fen, facts.fact_id) AS amount_fen
FROM facts
WHERE facts.source = 'form' AND facts.form = '03' AND facts.flow = 'expenditure' AND facts.fund = 'all'
  AND facts.classification = 'summary' AND facts.subject_name = '合计' AND facts.stage = 'final' AND ${where.sql}
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
WHERE facts.source = 'form' AND facts.classification IN ('function', 'economy') AND facts.amount_fen <> 0
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
