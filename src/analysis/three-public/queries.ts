import type { Query } from '../../engine/types';
import { documentsQuery } from '../change/queries';
import { filterSql, type Filter } from '../filter';
import { COUNTS } from './request';

export { documentsQuery };
/** Documents of both kinds, and the figures that “三公” is set against. */
export { documentsQuery as bodiesQuery, placesQuery } from '../department';

const figure = (name: string, source: string, stage: string) => {
  const where = `FILTER (WHERE source = '${source}' AND stage = '${stage}')`;
  return `arg_min(amount_fen, fact_id) ${where} AS ${name},
  arg_min(fact_id, fact_id) ${where} AS ${name}_id,
  arg_min(resolution_fen, fact_id) ${where} AS ${name}_resolution`;
};

/** One row a document and component of form 09: 全年预算数 and 决算数 as the form and as the narrative print them. */
export function componentsQuery(filter: Filter): Query {
  const where = filterSql(filter);
  return {
    sql: `WITH f AS (
  SELECT facts.doc_id, CAST(facts.subject_code AS VARCHAR) AS component, facts.source, facts.stage, facts.fact_id,
    facts.amount_fen, facts.resolution_fen
  FROM facts
  WHERE facts.classification = 'three_public' AND facts.stage IN ('adjusted_budget', 'final')
    AND (facts.form = '09' OR facts.source = 'narrative') AND NOT facts.derived AND ${where.sql}
)
SELECT doc_id, component,
  ${figure('form_budget', 'form', 'adjusted_budget')},
  ${figure('narrative_budget', 'narrative', 'adjusted_budget')},
  ${figure('form_final', 'form', 'final')},
  ${figure('narrative_final', 'narrative', 'final')}
FROM f
GROUP BY doc_id, component
ORDER BY doc_id, component`,
    params: where.params,
  };
}

/** 年初预算 of form B09, one row a budget and component. */
export function plannedQuery(filter: Filter): Query {
  const where = filterSql(filter);
  return {
    sql: `SELECT facts.doc_id, CAST(facts.subject_code AS VARCHAR) AS component,
  arg_min(facts.fact_id, facts.fact_id) AS fact_id, arg_min(facts.amount_fen, facts.fact_id) AS amount_fen,
  arg_min(facts.resolution_fen, facts.fact_id) AS resolution_fen
FROM facts
WHERE facts.classification = 'three_public' AND facts.form = 'B09' AND facts.source = 'budget_form'
  AND facts.stage = 'initial_budget' AND facts.measure = 'total' AND ${where.sql}
GROUP BY 1, 2 ORDER BY 1, 2`,
    params: where.params,
  };
}

/** Vehicles, trips, receptions and persons, as narrative 九（三） counts them; the first of a code where it is repeated. */
export function countsQuery(filter: Filter): Query {
  const where = filterSql(filter, 'd');
  return {
    sql: `WITH t AS (
  SELECT i.doc_id, i.code, CAST(i.value AS VARCHAR) AS value, i.quote, i.page, i.line,
    row_number() OVER (PARTITION BY i.doc_id, i.code ORDER BY i.line, i.value, i.quote) AS nth
  FROM indicators AS i JOIN documents AS d ON d.doc_id = i.doc_id
  WHERE i.code IN (${COUNTS.map((code) => `'${code}'`).join(', ')})
    AND d.kind = 'final_account' AND ${where.sql}
)
SELECT doc_id, code, value, quote, page, line FROM t WHERE nth = 1 ORDER BY doc_id, code`,
    params: where.params,
  };
}

/** The reasons that narrative 九 gives, for the budget and for last year. */
export function reasonsQuery(filter: Filter): Query {
  const where = filterSql(filter, 'd');
  return {
    sql: `SELECT s.doc_id, CAST(s.subject_code AS VARCHAR) AS component,
  (s.change_fen IS NOT NULL OR s.change_rate IS NOT NULL) AS of_change, s.reason
FROM statements AS s JOIN documents AS d ON d.doc_id = s.doc_id
WHERE s.reason IS NOT NULL AND s.item <> '增减明细' AND starts_with(CAST(s.subject_code AS VARCHAR), 'SG')
  AND d.kind = 'final_account' AND ${where.sql}
ORDER BY s.doc_id, 2, 3, s.line, s.reason`,
    params: where.params,
  };
}
