import type { Query } from '../../engine/types';
import { filterSql } from '../filter';
import { BASES } from './basis';
import { partsOf } from './calculation';
import { subjectLevels } from './dimensions';
import type { Term } from './formula';
import { kindsOf, type Plan } from './plan';
import type { PivotRequest } from './request';
import {
  branchSql,
  compose,
  docsSql,
  filledSql,
  joined,
  quoted,
  sizesSql,
  valuesSql,
  type Fragment,
} from './sql';

/**
 * Which documents could have figures, one row a source (`src`) × region × department × scope × year: `documents` there
 * are, `with_form` print the form, `filled` (0 or 1) have amounts; `spare` are left out as second copies; `doc_id` the
 * document that is counted and `rank` where its amounts stand (0 budget form, 1 account form, 2 narrative).
 */
export function coverageQuery(request: PivotRequest, plan: Plan): Query {
  const facts = filterSql({ ...request.filter, years: [...plan.years] });
  const branches = plan.sources.flatMap((source, src) =>
    source.branches.map((branch) => {
      const rank = branch.printed
        ? String(branch.rank)
        : `CASE facts.source WHEN 'narrative' THEN ${branch.rank} ELSE ${branch.rank + 1} END`;
      return compose`SELECT ${String(src)} AS src, docs.d, ${rank} AS rank FROM facts JOIN docs ON docs.doc_id = facts.doc_id WHERE ${branchSql(branch, source)} AND ${facts}`;
    }),
  );
  const could = plan.sources.flatMap((source, src) =>
    kindsOf(source).map((kind) => {
      const form = source.branches.find((branch) => branch.basis.kind === kind)!.basis.id;
      return [src, kind, form];
    }),
  );
  return compose`WITH ${docsSql(request, plan)},
own AS MATERIALIZED (
  ${joined(branches, '\n  UNION ALL ')}
),
${sizesSql('own')}
SELECT CAST(c.src AS INTEGER) AS src, CAST(docs.region AS VARCHAR) AS region, CAST(docs.department AS VARCHAR) AS department,
  CAST(docs.scope AS VARCHAR) AS scope, docs.fiscal_year,
  CAST(count(*) AS INTEGER) AS documents,
  CAST(sum(CASE WHEN list_contains(string_split(docs.forms_present, ','), c.form) THEN 1 ELSE 0 END) AS INTEGER) AS with_form,
  CAST(sum(CASE WHEN s.place = 1 THEN 1 ELSE 0 END) AS INTEGER) AS filled,
  CAST(sum(CASE WHEN s.place > 1 AND s.rank < 2 THEN 1 ELSE 0 END) AS INTEGER) AS spare,
  min(CASE WHEN s.place = 1 THEN docs.doc_id END) AS doc_id,
  CAST(min(CASE WHEN s.place = 1 THEN s.rank END) AS INTEGER) AS rank
FROM docs JOIN (VALUES ${valuesSql(could)}) AS c(src, kind, form) ON c.kind = docs.kind
LEFT JOIN sizes s ON s.src = c.src AND s.d = docs.d
GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`;
}

/** Key of the printed 合计 where the request's 合计 is the sum of chosen subjects. */
export const WHOLE = '*';

const BELOW_LIMIT = (terms: readonly Term[]) =>
  terms.map(({ code }) => `starts_with(key, ${quoted(code)})`).join(' OR ');

/**
 * CTE `kept`: the rows that are shown, each with what stands below it: all, or those under the request's subjects;
 * without subjects on the axes only 合计. Formulas are rows of their own (`=name`; '' where the subjects are limited),
 * NULL where a document states only what lies above one of their subjects (`unknown`); beside a limited 合计 the printed
 * one stands under the key `*`.
 */
function keptSql(request: PivotRequest): Fragment {
  const axes = request.shown.some((dimension) => subjectLevels(dimension) !== null);
  const { subjects, baskets } = request;
  const limited = subjects.length > 0;
  const rows = axes
    ? limited
      ? `depth >= 1 AND (${BELOW_LIMIT(subjects)})`
      : 'true'
    : limited
      ? 'false'
      : 'depth = 0';
  const formulas = [
    ...(limited ? subjects.map(({ code, sign }) => ['', 0, code, sign]) : []),
    ...baskets.flatMap(({ name, terms }) => terms.map(({ code, sign }) => [`=${name}`, 1, code, sign])),
  ];
  const checked = `kids AS (
  SELECT read, d, parent AS key, CAST(coalesce(sum(amount), 0) AS BIGINT) AS amount,
    CAST(coalesce(sum(resolution), 0) AS BIGINT) AS resolution
  FROM filled WHERE depth BETWEEN 1 AND 3 GROUP BY read, d, parent
),
checked AS MATERIALIZED (
  SELECT f.*, k.amount AS below, coalesce(f.resolution, 0) + k.resolution AS doubled,
    CASE WHEN f.computed = 0 AND f.depth <= 2 AND 2 * abs(coalesce(f.amount, 0) - k.amount) > coalesce(f.resolution, 0) + k.resolution
      THEN abs(coalesce(f.amount, 0) - k.amount) END AS off, 0 AS unknown
  FROM filled f LEFT JOIN kids k ON k.read = f.read AND k.d = f.d AND k.key = f.key
)`;
  if (formulas.length === 0) {
    return compose`${checked},
kept AS (SELECT * FROM checked WHERE ${rows})`;
  }
  return compose`${checked},
terms AS (SELECT * FROM (VALUES ${valuesSql(formulas)}) AS t(formula, depth, code, sign)),
addends AS (
  SELECT c.read, c.d, t.formula, t.depth, t.sign * c.amount AS amount, c.resolution, c.conflict, c.derived, 0 AS unknown
  FROM checked c JOIN terms t ON t.code = c.key
  UNION ALL
  SELECT a.read, a.d, t.formula, t.depth, NULL, NULL, 0, 0, 1
  FROM terms t JOIN checked a ON a.key <> t.code AND a.depth >= 1 AND starts_with(t.code, a.key)
  LEFT JOIN checked o ON o.read = a.read AND o.d = a.d AND o.key = t.code
  WHERE o.key IS NULL AND a.below IS NULL
),
kept AS (
  SELECT * FROM checked WHERE ${rows}
  UNION ALL
  SELECT * REPLACE ('${WHOLE}' AS key) FROM checked WHERE depth = 0${limited ? '' : ' AND false'}
  UNION ALL
  SELECT read, d, formula AS key, CASE WHEN depth = 0 THEN CAST(NULL AS VARCHAR) ELSE '' END AS parent, depth,
    CASE WHEN max(unknown) = 0 THEN CAST(sum(amount) AS BIGINT) END AS amount, CAST(sum(resolution) AS BIGINT) AS resolution,
    max(conflict) AS conflict, max(derived) AS derived, CAST(NULL AS VARCHAR) AS note, CAST(NULL AS VARCHAR) AS fact_id,
    1 AS computed, count(*) AS parts, CAST(NULL AS BIGINT) AS below, CAST(NULL AS BIGINT) AS doubled, CAST(NULL AS BIGINT) AS off, max(unknown) AS unknown
  FROM addends GROUP BY read, d, formula, depth
)`;
}

/**
 * The cells at the finest step that is shown: one row a series × scope × region, department, year (NULL where the step
 * is not shown) × key. `amount` 分, NULL where every document has the row and leaves the cell blank; `rows` documents
 * with the row, `amounts` those with an amount; `computed`, `derived`, `conflicts`, `unknown` how many of them are sums
 * of children, implied, stated twice, or stated above the formula's subjects only; `misfits` how many differ from the
 * level below by more than rounding, `misfit` the largest (`difference, year, region, department, printed, below,
 * twice the tolerance` with tabs between). For each base n of the comparisons: `base_n` its amount and `of_n` the
 * figure's own, both over the documents that have figures on both sides.
 */
export function cellsQuery(request: PivotRequest, plan: Plan): Query {
  const on = (...names: string[]) => request.shown.some((dimension) => names.includes(dimension));
  const compares = plan.bases.length > 0;
  const own = compares ? 'FILTER (WHERE part = 0)' : '';
  const roles = valuesSql(plan.roles.map((r) => [r.read, r.series, r.part, r.shift, r.only]));
  const years =
    plan.shownYears.length > 0 ? ` AND docs.fiscal_year + ro.shift IN (${plan.shownYears.join(', ')})` : '';
  const atYear = `(ro.only_year IS NULL OR docs.fiscal_year = ro.only_year)${years}`;
  const group = 'docs.scope, docs.region, docs.department';
  const present = `,
present AS MATERIALIZED (
  SELECT ro.series, ${group}, docs.fiscal_year + ro.shift AS year,
    ${['', ...plan.bases].map((_, part) => `max(CASE WHEN ro.part = ${part} THEN 1 ELSE 0 END) AS in${part}`).join(', ')}
  FROM sizes s JOIN docs ON docs.d = s.d
    JOIN (VALUES ${valuesSql(plan.reads.map((read, i) => [i, read.source]))}) AS r(read, src) ON r.src = s.src
    JOIN roles ro ON ro.read = r.read
  WHERE s.place = 1 AND ${atYear} GROUP BY ro.series, ${group}, docs.fiscal_year + ro.shift
)`;
  const bases = plan.bases.map((_, i) => {
    const part = i + 1;
    const both = `FILTER (WHERE part = 0 AND in${part} = 1)`;
    const base = `FILTER (WHERE part = ${part} AND in0 = 1)`;
    return `,
  CAST(sum(amount) ${base} AS BIGINT) AS base_${part}, CAST(sum(amount) ${both} AS BIGINT) AS of_${part}`;
  });
  const same = ['series', 'scope', 'region', 'department', 'year']
    .map((c) => `p.${c} = l.${c}`)
    .join(' AND ');
  const text = (column: string, shown: boolean) =>
    shown ? `CAST(${column} AS VARCHAR)` : 'CAST(NULL AS VARCHAR)';
  const misfit = ['fiscal_year', 'region', 'department', 'coalesce(amount, 0)', 'below', 'doubled']
    .map((c) => `CAST(${c} AS VARCHAR)`)
    .join(' || chr(9) || ');
  return compose`WITH ${filledSql(request, plan)},
${keptSql(request)},
roles AS (SELECT * FROM (VALUES ${roles}) AS t(read, series, part, shift, only_year))${compares ? present : ''},
lines AS (
  SELECT ro.series, ro.part, docs.fiscal_year, docs.fiscal_year + ro.shift AS year, ${group}, k.*
  FROM kept k JOIN docs ON docs.d = k.d JOIN roles ro ON ro.read = k.read WHERE ${atYear}
)${compares ? `,\nall_lines AS (SELECT l.*, ${plan.bases.map((_, i) => `p.in${i + 1}`).join(', ')}, p.in0 FROM lines l JOIN present p ON ${same} WHERE l.part = 0 OR p.in0 = 1)` : ''}
SELECT CAST(series AS INTEGER) AS series, CAST(scope AS VARCHAR) AS scope, ${text('region', on('region', 'department'))} AS region,
  ${text('department', on('department'))} AS department, ${on('year') ? 'CAST(year AS INTEGER)' : 'CAST(NULL AS INTEGER)'} AS year,
  key, parent, depth,
  CAST(sum(amount) ${own} AS BIGINT) AS amount, CAST(count(amount) ${own} AS INTEGER) AS amounts,
  CAST(count(*) ${own} AS INTEGER) AS rows, CAST(coalesce(sum(computed) ${own}, 0) AS INTEGER) AS computed,
  CAST(coalesce(max(parts) ${own}, 0) AS INTEGER) AS parts, CAST(coalesce(sum(derived) ${own}, 0) AS INTEGER) AS derived,
  CAST(coalesce(sum(conflict) ${own}, 0) AS INTEGER) AS conflicts, CAST(coalesce(sum(unknown) ${own}, 0) AS INTEGER) AS unknown,
  min(note) ${own} AS note, CAST(count(off) ${own} AS INTEGER) AS misfits,
  max(lpad(CAST(off AS VARCHAR), 20, '0') || chr(9) || ${misfit}) ${own} AS misfit${bases.join('')}
FROM ${compares ? 'all_lines' : 'lines'} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
ORDER BY 8, 6, 1, 2, 5, 3, 4`;
}

/**
 * Names of the subjects in the documents of the filter, whatever the form: one row a code × name, with the years that
 * use it. Other years may have called the same code otherwise.
 */
export function namesQuery(request: PivotRequest): Query {
  const basis = BASES[request.basis];
  const budgets =
    request.stages.includes('initial_budget') ||
    request.values.some((v) => partsOf(v).base === 'initial_budget');
  const kind =
    basis.kind === 'budget' ? "source = 'budget_form' AND" : budgets ? '' : "source <> 'budget_form' AND";
  return compose`SELECT subject_code AS code, CAST(subject_name AS VARCHAR) AS name,
  CAST(min(fiscal_year) AS INTEGER) AS first_year, CAST(max(fiscal_year) AS INTEGER) AS last_year, CAST(count(*) AS INTEGER) AS times
FROM facts WHERE classification = ${{ sql: '?', params: [basis.classification] }} AND subject_code IS NOT NULL
  AND ${kind} ${filterSql(request.filter)}
GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Which stages and measures the filtered facts have, by form (NULL form: the narrative). */
export function optionsQuery(request: Pick<PivotRequest, 'filter'>): Query {
  return compose`SELECT form, CAST(source AS VARCHAR) AS source, CAST(stage AS VARCHAR) AS stage,
  CAST(measure AS VARCHAR) AS measure, CAST(flow AS VARCHAR) AS flow, CAST(fund AS VARCHAR) AS fund,
  CAST(classification AS VARCHAR) AS classification, CAST(count(*) AS INTEGER) AS facts
FROM facts WHERE classification IN ('function', 'economy', 'origin') AND ${filterSql(request.filter)}
GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7`;
}
