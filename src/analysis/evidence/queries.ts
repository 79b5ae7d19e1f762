import type { Query, Value } from '../../engine/types';
import { ITEM, OWNER, PRECEDENCE, QUANTITY } from './quantity';
import type { Coordinates, EvidenceRequest } from './request';
import { soundSql } from '../filter';
import { coordinatesSql } from './where';

/** Facts listed for a part; its sum is over all of them. */
export const MOST_FACTS = 60;
/** Documents in which other sources and reasons are looked for. */
export const MOST_DOCUMENTS = 12;

/** The columns of FactLine, but for the document's. */
const FACT = `f.doc_id, f.fact_id, f.region, f.department, f.fiscal_year, f.source, f.form, f.flow, f.classification,
    f.subject_code, f.subject_name, f.subject_level, f.fund, f.measure, f.stage, f.amount_fen, f.resolution_fen,
    f.derived, f.printed_code, f.printed_name, f.printed_value, f.printed_unit, f.page, f.line, f.quote, f.note`;

/** Every fact at the coordinates, numbered within its quantity: number 1 counts, the others repeat it. */
const numbered = (where: string) => `numbered AS (
  SELECT ${FACT}, ${QUANTITY('f')} AS quantity, ${OWNER('f')} AS owner,
    row_number() OVER (PARTITION BY f.doc_id, ${QUANTITY('f')}
      ORDER BY ${PRECEDENCE('f')}, f.form, f.fact_id) AS nth
  FROM facts AS f WHERE ${where}
)`;

/** The facts of one part. A quantity that several sources print is counted once, forms first. */
function counted(at: Coordinates, sound: boolean): Query {
  const { sql: place, params } = coordinatesSql(at);
  const sql = sound ? `${place} AND ${soundSql('f')}` : place;
  return {
    sql: `WITH ${numbered(sql)}, counted AS (
  SELECT *, CAST(sum(amount_fen) OVER () AS BIGINT) AS sum_fen, count(*) OVER () AS facts
  FROM numbered WHERE nth = 1
)
SELECT counted.* EXCLUDE (nth), d.title, d.file_name
FROM counted JOIN documents AS d ON d.doc_id = counted.doc_id
ORDER BY counted.fiscal_year, counted.department, counted.form, counted.subject_code,
  counted.doc_id, counted.fact_id
LIMIT ${MOST_FACTS}`,
    params,
  };
}

/**
 * All facts that are about the same quantities as the parts' facts, those included; of 年初预算 also those of the
 * body's other documents of the year.
 */
function sameQuantity(parts: EvidenceRequest['parts']): Query {
  const { union, params } = unionOf(parts, 'quantity');
  return {
    sql: `WITH wanted AS (${union}), documents_wanted AS (
  SELECT DISTINCT doc_id FROM wanted ORDER BY doc_id LIMIT ${MOST_DOCUMENTS}
), siblings AS (
  SELECT DISTINCT b.doc_id FROM documents AS a JOIN documents_wanted ON documents_wanted.doc_id = a.doc_id
    JOIN documents AS b ON b.region = a.region AND b.department = a.department AND b.scope = a.scope
      AND b.fiscal_year = a.fiscal_year
), candidates AS (
  SELECT ${FACT}, ${QUANTITY('f')} AS quantity, ${OWNER('f')} AS owner
  FROM facts AS f WHERE f.doc_id IN (SELECT doc_id FROM siblings)
), sought AS (SELECT DISTINCT owner, quantity FROM wanted)
SELECT candidates.*, d.title, d.file_name
FROM candidates
  JOIN sought ON sought.owner = candidates.owner AND sought.quantity = candidates.quantity
  JOIN documents AS d ON d.doc_id = candidates.doc_id
ORDER BY candidates.doc_id, candidates.quantity, candidates.form, candidates.fact_id`,
    params,
  };
}

/** The facts of the 款 and 项 below the parts' functional subjects, of the same fund, measure and stage. */
function below(parts: EvidenceRequest['parts']): Query {
  const { union, params } = unionOf(parts, 'branch');
  return {
    sql: `WITH wanted AS (${union}), documents_wanted AS (
  SELECT DISTINCT doc_id FROM wanted ORDER BY doc_id LIMIT ${MOST_DOCUMENTS}
), candidates AS (
  SELECT ${FACT}, ${QUANTITY('f')} AS quantity, ${OWNER('f')} AS owner, CAST(f.subject_code AS VARCHAR) AS code
  FROM facts AS f
  WHERE f.classification = 'function' AND f.source IN ('form', 'narrative', 'budget_form')
    AND f.doc_id IN (SELECT doc_id FROM documents_wanted)
)
SELECT DISTINCT candidates.* EXCLUDE (code), d.title, d.file_name
FROM candidates
  JOIN wanted ON wanted.doc_id = candidates.doc_id AND wanted.flow = candidates.flow
    AND wanted.fund = candidates.fund AND wanted.measure = candidates.measure AND wanted.stage = candidates.stage
    AND starts_with(candidates.code, wanted.code) AND length(candidates.code) > length(wanted.code)
  JOIN documents AS d ON d.doc_id = candidates.doc_id
ORDER BY candidates.doc_id, candidates.quantity, candidates.form, candidates.fact_id`,
    params,
  };
}

/** The reasons that the narrative gives for the parts' subjects; for a class also those of its 项. */
function reasons(parts: EvidenceRequest['parts']): Query {
  const { union, params } = unionOf(parts, 'subject');
  return {
    sql: `WITH wanted AS (${union}), documents_wanted AS (
  SELECT DISTINCT doc_id FROM wanted ORDER BY doc_id LIMIT ${MOST_DOCUMENTS}
)
SELECT DISTINCT s.doc_id, d.title, d.department, d.fiscal_year, s.section, s.item, s.subject_code, s.subject_name,
  s.reason, s.page, s.line, s.change_fen IS NOT NULL AS about_change,
  coalesce(s.initial_budget_fen, s.adjusted_budget_fen) IS NOT NULL AS about_budget
FROM statements AS s
  JOIN documents AS d ON d.doc_id = s.doc_id
  JOIN wanted ON wanted.doc_id = s.doc_id
WHERE s.doc_id IN (SELECT doc_id FROM documents_wanted) AND s.reason IS NOT NULL
  AND (starts_with(CAST(s.subject_code AS VARCHAR), wanted.code)
    OR (s.subject_code IS NULL AND (s.subject_name = wanted.name OR s.item = wanted.item)))
ORDER BY s.doc_id, s.line, s.section, s.item, s.subject_code, s.reason
LIMIT ${MOST_FACTS}`,
    params,
  };
}

/** The other columns of the one fact that is shown, in its form, and the 合计 row of its column. */
function beside(at: Coordinates): Query {
  const { sql, params } = coordinatesSql(at);
  return {
    sql: `WITH ${numbered(sql)}, one AS (
  SELECT * FROM numbered WHERE nth = 1 AND (SELECT count(*) FROM numbered WHERE nth = 1) = 1
)
SELECT ${FACT}, ${QUANTITY('f')} AS quantity, ${OWNER('f')} AS owner, d.title, d.file_name
FROM facts AS f
  JOIN one ON f.doc_id = one.doc_id AND f.form = one.form AND f.flow = one.flow AND f.fund = one.fund
    AND f.stage = one.stage
  JOIN documents AS d ON d.doc_id = f.doc_id
WHERE (f.subject_name = one.subject_name AND f.subject_code IS NOT DISTINCT FROM one.subject_code)
  OR (f.subject_name IN ('合计', '本年支出合计', '本年收入合计') AND f.measure = one.measure)
ORDER BY f.fact_id`,
    params,
  };
}

/** What `unionOf` takes of a fact: the quantity it is about, its subject, or its place in the functional tree. */
const TAKEN = {
  quantity: `${QUANTITY('f')} AS quantity, ${OWNER('f')} AS owner`,
  subject: `CAST(f.subject_code AS VARCHAR) AS code, CAST(f.subject_name AS VARCHAR) AS name, ${ITEM('f')} AS item`,
  branch: 'CAST(f.subject_code AS VARCHAR) AS code, f.flow, f.fund, f.measure, f.stage',
};

/** One SELECT over the facts of all parts, each row once. */
function unionOf(
  parts: EvidenceRequest['parts'],
  what: keyof typeof TAKEN,
): { union: string; params: Value[] } {
  const params: Value[] = [];
  const selects = parts.map(({ at }) => {
    const where = coordinatesSql(at);
    params.push(...where.params);
    const only = what === 'branch' ? ` AND f.classification = 'function'` : '';
    return `SELECT DISTINCT f.doc_id, ${TAKEN[what]} FROM facts AS f WHERE ${where.sql}${only}`;
  });
  return { union: selects.join('\nUNION\n'), params };
}

export interface EvidenceQueries {
  counted: Query[];
  same: Query;
  below: Query;
  reasons: Query;
  beside: Query | null;
}

/**
 * Request → statements (DuckDB 0.9.1). All amounts are BIGINT 分. `sound`: amounts in conflict do not count, as in the
 * figure that is asked about; they are still among what is said of the same quantity.
 */
export function evidenceQueries(request: EvidenceRequest, sound = false): EvidenceQueries {
  const [first] = request.parts;
  return {
    counted: request.parts.map(({ at }) => counted(at, sound)),
    same: sameQuantity(request.parts),
    below: below(request.parts),
    reasons: reasons(request.parts),
    beside: request.show === 'amount' && first ? beside(first.at) : null,
  };
}
