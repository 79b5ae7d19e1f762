import type { Query } from '../../engine/types';
import { filterSql, type Filter } from '../filter';
import { PLACE_OF_FACT } from './places';

/** Every final account and budget that the filter allows, by body, year and kind. */
export function documentsQuery(filter: Filter): Query {
  const where = filterSql(filter, 'd');
  return {
    sql: `SELECT d.doc_id, CAST(d.region AS VARCHAR) AS region, CAST(d.department AS VARCHAR) AS department,
  CAST(d.scope AS VARCHAR) AS scope, CAST(d.fiscal_year AS INTEGER) AS fiscal_year, CAST(d.kind AS VARCHAR) AS kind,
  d.title
FROM documents AS d
WHERE ${where.sql}
ORDER BY d.region, d.department, d.fiscal_year, d.kind, d.doc_id`,
    params: where.params,
  };
}

/** One row a document and place (see places.ts) that it fills. */
export function placesQuery(filter: Filter): Query {
  const where = filterSql(filter);
  return {
    sql: `WITH f AS (
  SELECT facts.doc_id, facts.fact_id, facts.amount_fen, facts.resolution_fen, ${PLACE_OF_FACT} AS place
  FROM facts
  WHERE facts.classification IN ('summary', 'three_public') AND NOT facts.derived AND ${where.sql}
)
SELECT doc_id, CAST(place AS INTEGER) AS place, arg_min(fact_id, fact_id) AS fact_id,
  arg_min(amount_fen, fact_id) AS amount_fen, arg_min(resolution_fen, fact_id) AS resolution_fen
FROM f WHERE place IS NOT NULL
GROUP BY doc_id, place
ORDER BY doc_id, place`,
    params: where.params,
  };
}

/** Classes of spending, origins of income and initial budgets by class; one row a document, kind of part and code. */
export function partsQuery(filter: Filter): Query {
  const where = filterSql(filter);
  return {
    sql: `WITH f AS (
  SELECT facts.doc_id, facts.fact_id, CAST(facts.form AS VARCHAR) AS form, facts.amount_fen, facts.resolution_fen,
    CAST(facts.subject_name AS VARCHAR) AS name, CAST(facts.subject_code AS VARCHAR) AS subject_code,
    facts.subject_level,
    CASE
      WHEN facts.form IN ('05', 'B05') AND facts.classification = 'function' AND facts.flow = 'expenditure'
        AND facts.measure = 'total' AND facts.subject_level = 1 AND facts.stage IN ('final', 'initial_budget')
        THEN 'function'
      WHEN facts.form IN ('06', 'B06') AND facts.classification = 'economy' AND facts.measure = 'total'
        AND facts.subject_level = 1 AND facts.stage IN ('final', 'initial_budget') THEN 'economy'
      WHEN (facts.form = '01' OR (facts.form = 'B01' AND facts.subject_level = 1)) AND facts.classification = 'origin'
        AND facts.measure = 'total'
        AND facts.stage IN ('final', 'initial_budget') THEN 'origin'
      WHEN facts.source = 'narrative' AND facts.classification = 'function' AND facts.flow = 'expenditure'
        AND facts.fund = 'general' AND facts.measure = 'total' AND facts.stage = 'initial_budget'
        AND facts.subject_level IN (1, 3) THEN 'initial'
      WHEN facts.form = '05' AND facts.classification = 'function' AND facts.measure = 'total'
        AND facts.subject_level = 3 AND facts.stage = 'final' THEN 'items'
    END AS part
  FROM facts
  WHERE facts.classification IN ('function', 'economy', 'origin') AND NOT facts.derived AND ${where.sql}
), g AS (
  SELECT *, CASE WHEN part IN ('initial', 'items') THEN left(subject_code, 3) WHEN part = 'origin' THEN name ELSE subject_code END AS code
  FROM f WHERE part IS NOT NULL
)
SELECT doc_id, part, code, min(name) FILTER (WHERE part <> 'initial' OR subject_level = 1) AS name,
  min(form) AS form, CAST(coalesce(subject_level, 1) AS INTEGER) AS level, CAST(count(*) AS INTEGER) AS n,
  min(fact_id) AS fact_id, CAST(sum(amount_fen) AS BIGINT) AS amount_fen,
  CAST(max(resolution_fen) AS BIGINT) AS resolution_fen
FROM g WHERE code IS NOT NULL
GROUP BY doc_id, part, code, coalesce(subject_level, 1)
ORDER BY doc_id, part, code, level`,
    params: where.params,
  };
}

/** Sentences with a reason, in the order of the document. */
export function reasonsQuery(filter: Filter): Query {
  const where = filterSql(filter, 'd');
  return {
    sql: `SELECT s.doc_id, s.item, CAST(s.subject_code AS VARCHAR) AS code, s.subject_name AS name,
  s.final_fen AS final, s.change_fen AS change, CAST(s.change_rate AS VARCHAR) AS change_rate, s.reason, s.page, s.line
FROM statements AS s JOIN documents AS d ON d.doc_id = s.doc_id
WHERE s.reason IS NOT NULL AND s.reason <> '' AND ${where.sql}
ORDER BY s.doc_id, s.line, s.item, s.subject_code, s.change_fen, s.change_rate, s.reason`,
    params: where.params,
  };
}

/** Counts of staff and posts, totals alone (the kinds of posts are parts of them). */
export function staffQuery(filter: Filter): Query {
  const where = filterSql(filter, 'd');
  return {
    sql: `SELECT i.doc_id, CAST(i.code AS VARCHAR) AS code, CAST(i.value AS VARCHAR) AS value, i.quote, i.page, i.line
FROM indicators AS i JOIN documents AS d ON d.doc_id = i.doc_id
WHERE i.code IN ('staff_present', 'staff_established') AND i.subject_name IS NULL AND ${where.sql}
ORDER BY i.doc_id, i.code DESC, i.line, i.value, i.quote`,
    params: where.params,
  };
}
