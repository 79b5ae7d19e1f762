import type { Value } from '../../engine/types';
import { filterSql } from '../filter';
import { PERSONNEL, PERSONNEL_CLASSES, RUNNING, type Basis } from './basis';
import type { Branch, Plan, SourcePlan } from './plan';
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

/** Fragments one after another with a text between them. */
export function joined(fragments: readonly Fragment[], between: string): Fragment {
  return {
    sql: fragments.map(({ sql }) => sql).join(between),
    params: fragments.flatMap(({ params }) => params),
  };
}

export const quoted = (text: string) => `'${text.replace(/'/g, "''")}'`;
const listed = (texts: readonly string[]) => texts.map(quoted).join(', ');
/** Rows of a small table in SQL. */
export const valuesSql = (rows: readonly (readonly (string | number | null)[])[]) =>
  rows
    .map(
      (row) =>
        `(${row.map((v) => (v === null ? 'CAST(NULL AS INTEGER)' : typeof v === 'number' ? String(v) : quoted(v))).join(', ')})`,
    )
    .join(', ');

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
      key: `CASE ${summary((s) => quoted(s.key))} ELSE CAST(subject_name AS VARCHAR) END`,
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

/** The facts of a branch at a stage: its form, or the narrative outside all forms. */
export function branchSql(branch: Branch, { stage }: SourcePlan): Fragment {
  const { basis } = branch;
  const at: Fragment = branch.printed
    ? { sql: `source IN (${listed(branch.sources)}) AND form = ?`, params: [basis.id] }
    : { sql: `form IS NULL AND source IN (${listed(branch.sources)})`, params: [] };
  const fund: Fragment = basis.fund
    ? { sql: 'AND fund = ?', params: [basis.fund] }
    : { sql: "AND fund <> 'fiscal'", params: [] };
  return compose`${at} AND stage = ${{ sql: '?', params: [stage] }} AND flow IN (${listed(basis.flows)}) ${fund} AND (classification = ${quoted(basis.classification)} OR (classification = 'summary' AND subject_name IN (${listed(basis.summaries.map((s) => s.name))})))`;
}

/** CTE `docs`: the documents that are read (`only`: of them, a condition), numbered; what follows groups by the number, not by five texts. */
export function docsSql(request: PivotRequest, plan: Plan, only: Fragment | null = null): Fragment {
  const documents = filterSql({ ...request.filter, years: [...plan.years] }, 'documents');
  return compose`docs AS MATERIALIZED (
  SELECT CAST(row_number() OVER (ORDER BY doc_id) AS INTEGER) AS d, doc_id, CAST(fiscal_year AS INTEGER) AS fiscal_year,
    region, department, scope, kind, forms_present
  FROM documents WHERE ${documents}${only ? compose` AND ${only}` : ''}
)`;
}

/**
 * CTE `sizes`: which document is counted for a source (`place` = 1) where a department has several of one year and
 * scope: forms before the narrative, then the fullest. The others would count the same money twice. Over a relation
 * with `src`, `d`, `rank` one row a fact.
 */
export const sizesSql = (from: string) => `sizes AS MATERIALIZED (
  SELECT src, d, rank, row_number() OVER (PARTITION BY src, region, department, scope, fiscal_year ORDER BY rank, n DESC, d) AS place
  FROM (SELECT src, d, min(rank) AS rank, count(*) AS n FROM ${from} GROUP BY src, d) JOIN docs USING (d)
)`;

/**
 * CTEs `own` and `placed`: one row a fact with its source `src`, the number `d` of its document, its place in the tree
 * (`key`, `parent`, `depth`) and `rank`, the precedence within its document (form, narrative, performance).
 */
export function placedSql(request: PivotRequest, plan: Plan): Fragment {
  const facts = filterSql({ ...request.filter, years: [...plan.years] });
  const branches = plan.sources.flatMap((source, src) =>
    source.branches.map((branch) => {
      const place = placeSql(branch.basis);
      const rank = branch.printed
        ? String(branch.rank)
        : `CASE facts.source WHEN 'narrative' THEN ${branch.rank} ELSE ${branch.rank + 1} END`;
      return compose`SELECT ${String(src)} AS src, docs.d, facts.fact_id, CAST(facts.measure AS VARCHAR) AS measure, facts.amount_fen, facts.resolution_fen,
    facts.derived, facts.note, ${rank} AS rank, ${place.key} AS key, ${place.parent} AS parent, CAST(${place.depth} AS INTEGER) AS depth
  FROM facts JOIN docs ON docs.doc_id = facts.doc_id WHERE ${branchSql(branch, source)} AND ${facts}`;
    }),
  );
  return compose`own AS MATERIALIZED (
  ${joined(branches, '\n  UNION ALL ')}
),
${sizesSql('own')},
placed AS (SELECT own.* FROM own JOIN sizes ON sizes.src = own.src AND sizes.d = own.d WHERE sizes.place = 1)`;
}

/** The parent's key of a row that no document prints, from its own key. */
const parentOfKey = (economy: boolean, key: string, depth: 1 | 2) =>
  depth === 1 ? "''" : economy ? blockSql(key) : `substr(${key}, 1, 3)`;

/**
 * CTE `filled`: one row a read (`read`), document (`d`) and key, with the amount of the read's measure (NULL where the
 * row is printed and its cell is blank). A parent that the document does not print is the sum of its children,
 * `computed` = 1, `parts` their number. 分 throughout. `only` as in `docsSql`.
 */
export function filledSql(request: PivotRequest, plan: Plan, only: Fragment | null = null): Fragment {
  const economy = plan.sources[0]?.branches[0]?.basis.tree === 'economy';
  const told = plan.sources.some((source) => source.branches.length > 1);
  const first = told ? "o.rank || ' ' || o.fact_id" : 'o.fact_id';
  const mine = 'FILTER (WHERE o.measure = r.measure)';
  const reads = valuesSql(plan.reads.map((read, i) => [i, read.source, read.measure]));
  const picked = `
picked AS MATERIALIZED (
  SELECT r.read, o.d, o.key, o.parent, o.depth,
    arg_min(o.amount_fen, ${first}) ${mine} AS amount,
    arg_min(o.resolution_fen, ${first}) ${mine} AS resolution,
    CASE WHEN min(o.amount_fen) ${mine} <> max(o.amount_fen) ${mine} THEN 1 ELSE 0 END AS conflict,
    CASE WHEN bool_or(o.derived) ${mine} THEN 1 ELSE 0 END AS derived,
    min(o.note) ${mine} AS note, arg_min(o.fact_id, ${first}) ${mine} AS fact_id
  FROM placed o JOIN (VALUES ${reads}) AS r(read, src, measure) ON r.src = o.src
  GROUP BY r.read, o.d, o.key, o.parent, o.depth
)`;
  const fill = (name: string, from: string, depth: 0 | 1 | 2) => `
${name} AS (
  SELECT c.read, c.d, c.parent AS key,
    ${depth === 0 ? 'CAST(NULL AS VARCHAR)' : parentOfKey(economy, 'c.parent', depth)} AS parent, ${depth} AS depth,
    CAST(sum(c.amount) AS BIGINT) AS amount, CAST(sum(c.resolution) AS BIGINT) AS resolution,
    0 AS conflict, 0 AS derived, CAST(NULL AS VARCHAR) AS note, CAST(NULL AS VARCHAR) AS fact_id, 1 AS computed, count(*) AS parts
  FROM ${from} c LEFT JOIN picked p ON p.read = c.read AND p.d = c.d AND p.key = c.parent
  WHERE c.depth = ${depth + 1} AND p.key IS NULL
  GROUP BY c.read, c.d, c.parent
)`;
  const printed = 'SELECT *, 0 AS computed, CAST(0 AS BIGINT) AS parts FROM picked';
  return compose`${docsSql(request, plan, only)},
${placedSql(request, plan)},${picked},
${fill('fill2', 'picked', 2)},
level2 AS MATERIALIZED (${printed} UNION ALL SELECT * FROM fill2),
${fill('fill1', 'level2', 1)},
level1 AS MATERIALIZED (SELECT * FROM level2 UNION ALL SELECT * FROM fill1),
${fill('fill0', 'level1', 0)},
filled AS MATERIALIZED (SELECT * FROM level1 UNION ALL SELECT * FROM fill0)`;
}
