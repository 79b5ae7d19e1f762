import type { Query, Value } from '../../engine/types';
import { filterSql, type Filter } from '../filter';
import { ITEM_KEYS, ITEM_OF_FACT, ITEM_OF_STATEMENT } from './items';
import { ITEM_OF_PLANNED_FACT } from './planned';
import type { ChangeStage } from './request';

/** The filter with the year before each of its years: that year's documents hold last year's figures. */
export function withPriorYears(filter: Filter): Filter {
  const years = [...new Set(filter.years.flatMap((year) => [year, year - 1]))].sort((a, b) => a - b);
  return { ...filter, years };
}

const KIND = { final: 'final_account', initial_budget: 'budget' } as const;

/** Every final account (or budget) that the filter allows, and those of the years before. */
export function documentsQuery(filter: Filter, stage: ChangeStage = 'final'): Query {
  const where = filterSql(withPriorYears(filter), 'd');
  return {
    sql: `SELECT d.doc_id, d.region, d.department, d.scope, d.fiscal_year, d.title, d.forms_present
FROM documents AS d
WHERE d.kind = '${KIND[stage]}' AND ${where.sql}
ORDER BY d.doc_id`,
    params: where.params,
  };
}

/** Which facts and statements are wanted. */
export interface Wanted {
  filter: Filter;
  /** Absent: 决算. */
  stage?: ChangeStage;
  /** Keys or codes; null: the fixed items, and all functional subjects where `doc_ids` are given. */
  items: readonly string[] | null;
  /** Only of these documents; null: of all that the filter allows. */
  doc_ids: readonly string[] | null;
}

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

function wantedSql(wanted: Wanted, alias: string, item: string): { sql: string; params: Value[] } {
  const where = filterSql(withPriorYears(wanted.filter), alias);
  const parts = [where.sql];
  const params: Value[] = [...where.params];
  if (wanted.doc_ids) {
    parts.push(`${alias}.doc_id IN (${marks(wanted.doc_ids)})`);
    params.push(...wanted.doc_ids);
  }
  const items = wanted.items ?? (wanted.doc_ids ? null : ITEM_KEYS);
  if (items) {
    parts.push(`${item} IN (${marks(items)})`);
    params.push(...items);
  } else parts.push(`${item} IS NOT NULL`);
  return { sql: parts.join(' AND '), params };
}

/** The value of the first fact, by fact_id, that meets a condition; NULL where none does. */
const first = (value: string, condition: string) => `arg_min(${value}, fact_id) FILTER (WHERE ${condition})`;
/** Last year's figure: a form's before the narrative's, a printed one before an implied one. */
const prior = (value: string) =>
  `arg_min(${value}, concat(CASE source WHEN 'form' THEN 0 ELSE 1 END, CASE WHEN derived THEN 1 ELSE 0 END, fact_id))
    FILTER (WHERE stage = 'prior_final')`;

/** The facts of 决算 with their items. */
const ACCOUNT_FACTS = `facts.source, facts.stage, ${ITEM_OF_FACT} AS item
  FROM facts
  WHERE facts.stage IN ('final', 'prior_final') AND facts.source IN ('form', 'narrative')`;
/** The facts of 年初预算 with their items; what follows reads them as a document's own figures of the year. */
const PLANNED_FACTS = `'form' AS source, 'final' AS stage, ${ITEM_OF_PLANNED_FACT} AS item
  FROM facts
  WHERE facts.stage = 'initial_budget' AND facts.source = 'budget_form'`;

/**
 * One row a document and item: this year's 决算 as form and narrative print it, and last year's as this document says
 * it; of a budget its 年初预算, in the columns of the form.
 */
export function figuresQuery(wanted: Wanted): Query {
  const where = wantedSql(wanted, 'f', 'f.item');
  return {
    sql: `WITH f AS (
  SELECT facts.doc_id, facts.department, facts.region, facts.scope, facts.fiscal_year, facts.form,
    facts.fact_id, CAST(facts.subject_name AS VARCHAR) AS name, facts.amount_fen, facts.resolution_fen,
    facts.derived, facts.quote, ${wanted.stage === 'initial_budget' ? PLANNED_FACTS : ACCOUNT_FACTS}
    AND facts.classification IN ('summary', 'three_public', 'function')
)
SELECT f.doc_id, f.item,
  coalesce(${first('name', `source = 'form' AND stage = 'final'`)}, arg_min(name, fact_id)) AS name,
  CAST(${first('form', `source = 'form' AND stage = 'final'`)} AS VARCHAR) AS form,
  ${first('fact_id', `source = 'form' AND stage = 'final'`)} AS form_id,
  ${first('amount_fen', `source = 'form' AND stage = 'final'`)} AS form_final,
  ${first('resolution_fen', `source = 'form' AND stage = 'final'`)} AS form_resolution,
  ${first('fact_id', `source = 'narrative' AND stage = 'final'`)} AS narrative_id,
  ${first('amount_fen', `source = 'narrative' AND stage = 'final'`)} AS narrative_final,
  ${first('resolution_fen', `source = 'narrative' AND stage = 'final'`)} AS narrative_resolution,
  ${prior('fact_id')} AS prior_id,
  ${prior('amount_fen')} AS prior,
  ${prior('resolution_fen')} AS prior_resolution,
  ${prior('derived')} AS prior_derived,
  ${prior('quote')} AS prior_quote
FROM f
WHERE ${where.sql}
GROUP BY f.doc_id, f.item
ORDER BY f.doc_id, f.item`,
    params: where.params,
  };
}

/** The sentences that compare items with last year, in the order of the document. */
export function statementsQuery(wanted: Wanted): Query {
  const where = wantedSql(wanted, 't', 't.key');
  return {
    sql: `WITH t AS (
  SELECT s.*, ${ITEM_OF_STATEMENT} AS key, d.department, d.region, d.scope, d.fiscal_year
  FROM statements AS s JOIN documents AS d ON d.doc_id = s.doc_id
  WHERE (s.change_fen IS NOT NULL OR s.change_rate IS NOT NULL) AND d.kind = '${KIND[wanted.stage ?? 'final']}'
)
SELECT t.doc_id, t.key AS item, t.section, ${wanted.stage === 'initial_budget' ? 't.initial_budget_fen' : 't.final_fen'} AS final, t.change_fen AS change,
  t.prior_final_fen AS prior_final, CAST(t.change_rate AS VARCHAR) AS change_rate, t.reason, t.quote, t.page, t.line
FROM t
WHERE ${where.sql}
ORDER BY t.doc_id, t.key, t.change_fen IS NULL, t.line, t.section, t.quote, t.change_fen, t.change_rate, t.reason`,
    params: where.params,
  };
}

/**
 * The classes that can be compared: those of form 05 (B05 of budgets) in documents that have a neighbour of the same body and scope
 * one year apart, and those of which the narrative says last year's figure.
 */
export function subjectsQuery(filter: Filter, stage: ChangeStage = 'final'): Query {
  const where = filterSql(withPriorYears(filter));
  const form = stage === 'final' ? '05' : 'B05';
  return {
    sql: `WITH neighbours AS (
  SELECT a.doc_id AS newer, b.doc_id AS older
  FROM documents AS a JOIN documents AS b
    ON a.region = b.region AND a.department = b.department AND a.scope = b.scope
      AND b.fiscal_year = a.fiscal_year - 1
  WHERE a.kind = '${KIND[stage]}' AND b.kind = '${KIND[stage]}'
), ids AS (SELECT newer AS doc_id FROM neighbours UNION SELECT older FROM neighbours)
SELECT CAST(facts.subject_code AS VARCHAR) AS code, min(CAST(facts.subject_name AS VARCHAR)) AS name
FROM facts
WHERE facts.classification = 'function' AND facts.flow = 'expenditure' AND facts.fund = 'general'
  AND facts.measure = 'total' AND length(CAST(facts.subject_code AS VARCHAR)) = 3
  AND (${stage === 'final' ? `facts.stage = 'prior_final'` : 'false'}
    OR (facts.form = '${form}' AND facts.stage = '${stage}' AND facts.doc_id IN (SELECT doc_id FROM ids)))
  AND ${where.sql}
GROUP BY 1
ORDER BY 1`,
    params: where.params,
  };
}
