import type { Query, Value } from '../../engine/types';
import { filterSql } from '../filter';
import { BASES } from './basis';
import type { DepartmentKey, PivotRequest } from './request';
import { compose, filledSql, placedSql, type Fragment } from './sql';

/** Documents of which the row total does not fit its parts that one answer names; the count is always whole. */
export const MISFIT_LIMIT = 1000;

/**
 * Which documents could have a column, one row a region × department × scope × year: `documents` there are,
 * `with_form` print the form, `filled` have amounts in it; `spare` documents left out as second copies; `weight` 分
 * of the printed total, for choosing the largest departments;
 * `doc_id` the document that is counted.
 */
export function coverageQuery(request: PivotRequest): Query {
  const basis = BASES[request.basis];
  const { sql, params } = filterSql(request.filter, 'd');
  const top = basis.summaries
    .filter((s) => s.depth === (basis.tree === 'economy' && basis.kind === 'final_account' ? 1 : 0))
    .map((s) => `'${s.key}'`);
  const measure: Fragment = { sql: '?', params: [request.measure] };
  const form: Fragment = { sql: '?', params: [basis.id] };
  return compose`WITH ${placedSql(request)},
weights AS (
  SELECT d, CAST(sum(CASE WHEN measure = ${measure} AND key IN (${top.join(', ')}) THEN amount_fen END) AS BIGINT) AS weight
  FROM placed GROUP BY d
)
SELECT CAST(d.region AS VARCHAR) AS region, CAST(d.department AS VARCHAR) AS department,
  CAST(d.scope AS VARCHAR) AS scope, CAST(d.fiscal_year AS INTEGER) AS fiscal_year,
  CAST(count(*) AS INTEGER) AS documents,
  CAST(sum(CASE WHEN list_contains(string_split(d.forms_present, ','), ${form}) THEN 1 ELSE 0 END) AS INTEGER) AS with_form,
  CAST(count(w.d) AS INTEGER) AS filled,
  CAST(count(s.d) - count(w.d) AS INTEGER) AS spare,
  CAST(sum(w.weight) AS BIGINT) AS weight, min(CASE WHEN w.d IS NOT NULL THEN d.doc_id END) AS doc_id
FROM documents d LEFT JOIN docs n ON n.doc_id = d.doc_id LEFT JOIN weights w ON w.d = n.d LEFT JOIN sizes s ON s.d = n.d
WHERE d.kind = '${basis.kind}' AND ${{ sql, params }}
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
}

/** The column that a document belongs to, over the columns of `filled`. `shown`: departments with their own column. */
function columnSql(
  request: PivotRequest,
  shown: readonly DepartmentKey[],
): { year: string; region: Fragment; department: Fragment } {
  const year = request.columns === 'department' ? 'CAST(NULL AS INTEGER)' : 'CAST(fiscal_year AS INTEGER)';
  const none: Fragment = { sql: 'CAST(NULL AS VARCHAR)', params: [] };
  if (request.columns === 'year' || shown.length === 0) return { year, region: none, department: none };
  const params: Value[] = shown.flatMap((d) => [d.region, d.department]);
  const own = shown.map(() => '(region = ? AND department = ?)').join(' OR ');
  const pick = (column: string): Fragment => ({
    sql: `CASE WHEN ${own} THEN CAST(${column} AS VARCHAR) END`,
    params,
  });
  return { year, region: pick('region'), department: pick('department') };
}

/**
 * The cells: one row a column × key that at least one document prints or implies. `amount` 分, NULL where every
 * document has the row and leaves the cell blank; `amounts` how many documents give it; `computed`, `derived`,
 * `conflicts` how many of them are sums of children, implied, or stated twice with different amounts; `note` one of
 * the extractor's remarks; `fact_id` the one printed fact of a cell that one document gives. `region`/`department` NULL: all departments (columns = year) or the column 其他.
 */
export function cellsQuery(request: PivotRequest, shown: readonly DepartmentKey[]): Query {
  const column = columnSql(request, shown);
  return compose`WITH ${filledSql(request)}
SELECT CAST(scope AS VARCHAR) AS scope, ${column.year} AS year, ${column.region} AS region, ${column.department} AS department,
  key, parent, depth,
  CAST(sum(amount) AS BIGINT) AS amount, CAST(count(amount) AS INTEGER) AS amounts,
  CAST(count(*) AS INTEGER) AS documents, CAST(sum(computed) AS INTEGER) AS computed,
  CAST(max(parts) AS INTEGER) AS parts, CAST(sum(derived) AS INTEGER) AS derived,
  CAST(sum(conflict) AS INTEGER) AS conflicts, min(note) AS note,
  CASE WHEN count(*) = 1 THEN min(fact_id) END AS fact_id
FROM filled JOIN docs USING (d) GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY depth, key, scope, year, region, department`;
}

/**
 * Where a printed amount is not the sum of the level below by more than rounding allows: (n+1)·u/2, that is half of
 * the sum of the resolutions of the parent and its n children. One row a document and key, largest difference first.
 */
export function misfitsQuery(request: PivotRequest): Query {
  return compose`WITH ${filledSql(request)},
children AS (
  SELECT d, parent AS key, CAST(coalesce(sum(amount), 0) AS BIGINT) AS amount,
    CAST(coalesce(sum(resolution), 0) AS BIGINT) AS resolution, count(*) AS parts
  FROM filled WHERE depth BETWEEN 1 AND 3 GROUP BY d, parent
),
off AS (
  SELECT f.d, f.key, f.amount, c.amount AS children, c.parts AS rows_below, coalesce(f.resolution, 0) + c.resolution AS doubled
  FROM filled f JOIN children c ON c.d = f.d AND c.key = f.key
  WHERE f.computed = 0 AND f.depth <= 2
)
SELECT doc_id, CAST(fiscal_year AS INTEGER) AS fiscal_year, CAST(region AS VARCHAR) AS region,
  CAST(department AS VARCHAR) AS department, CAST(scope AS VARCHAR) AS scope, key,
  amount, children, CAST(rows_below AS INTEGER) AS parts, doubled,
  CAST(count(*) OVER () AS INTEGER) AS misfits
FROM off JOIN docs USING (d) WHERE 2 * abs(coalesce(amount, 0) - children) > doubled
ORDER BY abs(coalesce(amount, 0) - children) DESC, doc_id, key LIMIT ${String(MISFIT_LIMIT)}`;
}

/**
 * Names of the subjects in the documents of the filter, whatever the form: one row a code × name, with the years that
 * use it. Other years may have called the same code otherwise.
 */
export function namesQuery(request: PivotRequest): Query {
  const basis = BASES[request.basis];
  return compose`SELECT subject_code AS code, CAST(subject_name AS VARCHAR) AS name,
  CAST(min(fiscal_year) AS INTEGER) AS first_year, CAST(max(fiscal_year) AS INTEGER) AS last_year, count(*) AS times
FROM facts WHERE classification = ${{ sql: '?', params: [basis.classification] }} AND subject_code IS NOT NULL
  AND source ${basis.kind === 'budget' ? '=' : '<>'} 'budget_form' AND ${filterSql(request.filter)}
GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Which stages and measures the filtered facts have, by form (NULL form: the narrative). */
export function optionsQuery(request: Pick<PivotRequest, 'filter'>): Query {
  return compose`SELECT form, CAST(source AS VARCHAR) AS source, CAST(stage AS VARCHAR) AS stage,
  CAST(measure AS VARCHAR) AS measure, CAST(flow AS VARCHAR) AS flow, CAST(fund AS VARCHAR) AS fund,
  CAST(classification AS VARCHAR) AS classification, count(*) AS facts
FROM facts WHERE classification IN ('function', 'economy', 'origin') AND ${filterSql(request.filter)}
GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7`;
}
