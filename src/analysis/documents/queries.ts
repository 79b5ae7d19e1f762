import type { Query } from '../../engine/types';
import { filterSql, type Filter } from '../filter';
import type { DocumentRequest } from './request';

/** How many amounts each document gives, by source and form, and how many of them are not zero. */
export function countsQuery(filter: Filter): Query {
  // What the documents print, contradicted or not.
  const where = filterSql({ ...filter, leave_conflicts: false });
  return {
    sql: `SELECT facts.doc_id, facts.source, coalesce(CAST(facts.form AS VARCHAR), '') AS form, count(*) AS amounts,
  count(*) FILTER (WHERE facts.amount_fen <> 0) AS nonzero, count(*) FILTER (WHERE facts.derived) AS derived
FROM facts WHERE ${where.sql}
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    params: where.params,
  };
}

export interface DocumentQueries {
  facts: Query;
  statements: Query;
  indicators: Query;
}

/** Everything read from one document, in printed order. */
export function documentQueries({ doc_id }: DocumentRequest): DocumentQueries {
  const order = 'ORDER BY page NULLS FIRST, line NULLS FIRST';
  return {
    facts: {
      sql: `SELECT fact_id, doc_id, region, department, scope, fiscal_year, source, form, flow, classification,
  subject_code, subject_name, subject_level, fund, measure, stage, amount_fen, resolution_fen, derived, printed_code,
  printed_name, printed_value, printed_unit, page, line, quote, note
FROM facts WHERE doc_id = ? ${order}, fact_id`,
      params: [doc_id],
    },
    statements: {
      sql: `SELECT doc_id, section, item, subject_code, subject_name, initial_budget_fen, adjusted_budget_fen, final_fen,
  change_fen, prior_final_fen, CAST(change_rate AS VARCHAR) AS change_rate,
  CAST(execution_rate AS VARCHAR) AS execution_rate, CAST(share AS VARCHAR) AS share, reason, quote, page, line
FROM statements WHERE doc_id = ? ${order}, section, item, subject_code, quote`,
      params: [doc_id],
    },
    indicators: {
      sql: `SELECT doc_id, code, subject_name, CAST(value AS VARCHAR) AS value, unit, quote, page, line
FROM indicators WHERE doc_id = ? ${order}, code, subject_name, value`,
      params: [doc_id],
    },
  };
}
