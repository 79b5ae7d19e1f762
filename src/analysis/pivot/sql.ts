import type { Value } from '../../engine/types';
import { filterSql } from '../filter';
import { BASES, PERSONNEL, PERSONNEL_CLASSES, RUNNING, type Basis } from './basis';
import type { PivotRequest } from './request';

/** A piece of SQL with the values of its `?` in order. */
export interface Fragment {
  sql: string;
  params: readonly Value[];
}

/** Joins fragments with the texts between them, keeping the order of the values. */
export function compose(strings: TemplateStringsArray, ...parts: (Fragment | string)[]): Fragment {
  let sql = strings[0]!;
  const params: Value[] = [];
  parts.forEach((part, i) => {
    if (typeof part === 'string') sql += part;
    else {
      sql += part.sql;
      params.push(...part.params);
    }
    sql += strings[i + 1]!;
  });
  return { sql, params };
}

const quoted = (text: string) => `'${text.replace(/'/g, "''")}'`;
const listed = (texts: readonly string[]) => texts.map(quoted).join(', ');

/** Rows whose code is unknown hang under this parent: shown, never part of a sum. */
export const LOOSE = '?';
export const LOOSE_DEPTH = 9;

/** The code has the length that its level demands (3, 5, 7); a cut-off code that was not restored has not. */
const WHOLE_CODE = 'coalesce(length(subject_code) = 1 + 2 * subject_level, false)';
/** The code reaches at least to its parent: 3 digits for a 款, 5 for a 项. */
const HAS_PARENT = 'coalesce(length(subject_code) >= 2 * subject_level - 1 AND subject_level >= 1, false)';

/** SQL expressions over `facts` for a row's place in the tree. `''` is the key of the 合计 row. */
function placeSql(basis: Basis): { key: string; parent: string; depth: string } {
  const summary = (value: (s: Basis['summaries'][number]) => string) =>
    basis.summaries
      .map((s) => `WHEN classification = 'summary' AND subject_name = ${quoted(s.name)} THEN ${value(s)}`)
      .join(' ');
  const ofSummary = (s: Basis['summaries'][number]) => (s.depth === 0 ? 'NULL' : "''");
  if (basis.tree === 'origin') {
    return {
      key: `CASE ${summary((s) => quoted(s.key))} ELSE subject_name END`,
      parent: `CASE ${summary(ofSummary)} ELSE '' END`,
      depth: `CASE ${summary((s) => String(s.depth))} ELSE 1 END`,
    };
  }
  const economy = basis.tree === 'economy';
  const classParent = economy ? blockSql('subject_code') : "''";
  return {
    key: `CASE ${summary((s) => quoted(s.key))} WHEN ${WHOLE_CODE} THEN subject_code ELSE '${LOOSE}' || coalesce(subject_code, '') || ' ' || subject_name END`,
    parent: `CASE ${summary(ofSummary)} WHEN NOT ${HAS_PARENT} THEN '${LOOSE}' WHEN subject_level = 1 THEN ${classParent} ELSE substr(subject_code, 1, 2 * subject_level - 1) END`,
    depth: `CASE ${summary((s) => String(s.depth))} WHEN NOT ${HAS_PARENT} THEN ${LOOSE_DEPTH} ELSE subject_level ${economy ? '+ 1' : ''} END`,
  };
}

function blockSql(code: string): string {
  return `CASE WHEN substr(${code}, 1, 3) IN (${listed(PERSONNEL_CLASSES)}) THEN '${PERSONNEL}' ELSE '${RUNNING}' END`;
}

/** The parent's key of a row that the form does not print, from its own key. */
function parentOfKey(basis: Basis, key: string, depth: 1 | 2): string {
  if (depth === 1) return "''";
  return basis.tree === 'economy' ? blockSql(key) : `substr(${key}, 1, 3)`;
}

/** Which facts belong to the basis at the stage: the form itself, and for stages it does not print the narrative. */
function factsOf(request: PivotRequest): Fragment {
  const basis = BASES[request.basis];
  const source = basis.kind === 'budget' ? 'budget_form' : 'form';
  const form: Fragment = { sql: `(source = '${source}' AND form = ?)`, params: [basis.id] };
  const narrative = request.stage !== basis.stage && basis.narrativeStages.includes(request.stage);
  const where = narrative
    ? compose`(${form} OR (form IS NULL AND source IN ('narrative', 'performance')))`
    : form;
  const fund: Fragment = basis.fund
    ? { sql: 'AND fund = ?', params: [basis.fund] }
    : { sql: "AND fund <> 'fiscal'", params: [] };
  return compose`${where} AND stage = ${{ sql: '?', params: [request.stage] }} AND flow IN (${listed(basis.flows)}) ${fund} AND (classification = ${quoted(basis.classification)} OR (classification = 'summary' AND subject_name IN (${listed(basis.summaries.map((s) => s.name))})))`;
}

/**
 * CTEs `docs` (documents of the filter, numbered) and `placed`: one row a fact of the basis, with the number `d` of its
 * document, `key`, `parent`, `depth` and `ord`, the order of precedence within its document (form, narrative,
 * performance; then as printed). Where a department has several documents of one year and scope, only the fullest is
 * kept (`sizes.place` = 1): their figures would be counted twice.
 */
export function placedSql(request: PivotRequest): Fragment {
  const place = placeSql(BASES[request.basis]);
  const facts = filterSql(request.filter);
  const documents = filterSql(request.filter, 'documents');
  // Numbers instead of names: what follows groups by document, and five texts a row made it three times slower.
  return compose`
docs AS MATERIALIZED (
  SELECT CAST(row_number() OVER (ORDER BY doc_id) AS INTEGER) AS d, doc_id, fiscal_year, region, department, scope
  FROM documents WHERE ${documents}
),
own AS MATERIALIZED (
  SELECT docs.d, facts.fact_id, facts.measure, facts.amount_fen, facts.resolution_fen, facts.derived, facts.note,
    CASE facts.source WHEN 'form' THEN 0 WHEN 'budget_form' THEN 0 WHEN 'narrative' THEN 1 ELSE 2 END AS rank,
    ${place.key} AS key, ${place.parent} AS parent, CAST(${place.depth} AS INTEGER) AS depth
  FROM facts JOIN docs ON docs.doc_id = facts.doc_id WHERE ${factsOf(request)} AND ${facts}
),
sizes AS MATERIALIZED (
  SELECT d, n, row_number() OVER (PARTITION BY region, department, scope, fiscal_year ORDER BY n DESC, d) AS place
  FROM (SELECT d, count(*) AS n FROM own GROUP BY d) JOIN docs USING (d)
),
placed AS (SELECT * FROM own WHERE d NOT IN (SELECT d FROM sizes WHERE place > 1))`;
}

/**
 * CTE `filled`: one row a document (`d`) and key, with the amount of the measure (NULL where the row is printed and
 * its cell is blank). A parent that the document does not print is the sum of its children, `computed` = 1, `parts`
 * their number. 分 throughout.
 */
export function filledSql(request: PivotRequest): Fragment {
  const basis = BASES[request.basis];
  const mine: Fragment = { sql: 'FILTER (WHERE measure = ?)', params: [request.measure] };
  const first = request.stage === basis.stage ? 'fact_id' : "rank || ' ' || fact_id";
  const picked = compose`
picked AS MATERIALIZED (
  SELECT d, key, parent, depth,
    arg_min(amount_fen, ${first}) ${mine} AS amount,
    arg_min(resolution_fen, ${first}) ${mine} AS resolution,
    CASE WHEN min(amount_fen) ${mine} <> max(amount_fen) ${mine} THEN 1 ELSE 0 END AS conflict,
    CASE WHEN bool_or(derived) ${mine} THEN 1 ELSE 0 END AS derived,
    min(note) ${mine} AS note, arg_min(fact_id, ${first}) ${mine} AS fact_id
  FROM placed GROUP BY d, key, parent, depth
)`;
  const fill = (name: string, from: string, depth: 0 | 1 | 2) => `
${name} AS (
  SELECT c.d, c.parent AS key,
    ${depth === 0 ? 'CAST(NULL AS VARCHAR)' : parentOfKey(basis, 'c.parent', depth)} AS parent, ${depth} AS depth,
    CAST(sum(c.amount) AS BIGINT) AS amount, CAST(sum(c.resolution) AS BIGINT) AS resolution,
    0 AS conflict, 0 AS derived, CAST(NULL AS VARCHAR) AS note, CAST(NULL AS VARCHAR) AS fact_id, 1 AS computed, count(*) AS parts
  FROM ${from} c LEFT JOIN picked p ON p.d = c.d AND p.key = c.parent
  WHERE c.depth = ${depth + 1} AND p.key IS NULL
  GROUP BY c.d, c.parent
)`;
  const printed = 'SELECT *, 0 AS computed, CAST(0 AS BIGINT) AS parts FROM picked';
  return compose`${placedSql(request)},${picked},
${fill('fill2', 'picked', 2)},
level2 AS MATERIALIZED (${printed} UNION ALL SELECT * FROM fill2),
${fill('fill1', 'level2', 1)},
level1 AS MATERIALIZED (SELECT * FROM level2 UNION ALL SELECT * FROM fill1),
${fill('fill0', 'level1', 0)},
filled AS MATERIALIZED (SELECT * FROM level1 UNION ALL SELECT * FROM fill0)`;
}
