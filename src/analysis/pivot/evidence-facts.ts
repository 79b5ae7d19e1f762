import type { Engine, Query, QueryOptions, Row } from '../../engine/types';
import { branchesOf, type Plan } from './plan';
import type { PivotRequest, Series } from './request';
import { compose, filledSql, type Fragment } from './sql';

/** A printed fact. */
export interface FactName extends Row {
  doc_id: string;
  fact_id: string;
}

/**
 * The printed facts that add up to keys of one reading in the given documents: each row itself where it is printed,
 * else the nearest printed rows below it, and so on down.
 */
export function evidenceFactsQuery(
  request: PivotRequest,
  of: Series,
  keys: readonly string[],
  documents: readonly string[],
): Query {
  const marks = (list: readonly string[]) => (list.length > 0 ? list.map(() => '?').join(', ') : 'NULL');
  const at: Fragment = { sql: `doc_id IN (${marks(documents)})`, params: documents };
  const root: Fragment = { sql: `key IN (${marks(keys)})`, params: keys };
  const plan: Plan = {
    series: [of],
    bases: [],
    sources: [{ basis: of.basis, stage: of.stage, branches: branchesOf(of.basis, of.stage) }],
    reads: [{ source: 0, measure: of.measure }],
    roles: [{ read: 0, series: 0, part: 0, shift: 0, only: null }],
    years: [],
    shownYears: [],
  };
  const open: PivotRequest = { ...request, filter: { ...request.filter, years: [] } };
  const below = (from: string) =>
    `SELECT c.d, c.key, c.computed, c.fact_id FROM ${from} p JOIN filled c ON c.d = p.d AND c.parent = p.key WHERE p.computed = 1`;
  return compose`WITH ${filledSql(open, plan, at)},
step0 AS (SELECT d, key, computed, fact_id FROM filled WHERE ${root}),
step1 AS (${below('step0')}),
step2 AS (${below('step1')}),
step3 AS (${below('step2')}),
steps AS (SELECT * FROM step0 UNION ALL SELECT * FROM step1 UNION ALL SELECT * FROM step2 UNION ALL SELECT * FROM step3)
SELECT DISTINCT doc_id, fact_id FROM steps JOIN docs USING (d) WHERE computed = 0 AND fact_id IS NOT NULL ORDER BY doc_id, fact_id`;
}

/** Names of facts are unique within a document only: documents × names must reach no other fact. */
export async function isExact(
  engine: Engine,
  facts: readonly FactName[],
  options?: QueryOptions,
): Promise<boolean> {
  const documents = [...new Set(facts.map((fact) => fact.doc_id))];
  if (documents.length === 1) return true;
  const names = [...new Set(facts.map((fact) => fact.fact_id))];
  const marks = (list: readonly string[]) => list.map(() => '?').join(', ');
  const [row] = await engine.query<{ facts: number }>(
    {
      sql: `SELECT CAST(count(*) AS INTEGER) AS facts FROM facts WHERE doc_id IN (${marks(documents)}) AND fact_id IN (${marks(names)})`,
      params: [...documents, ...names],
    },
    options,
  );
  return row?.facts === facts.length;
}

/** Facts by their documents. */
export function grouped(facts: readonly FactName[]): Map<string, FactName[]> {
  const groups = new Map<string, FactName[]>();
  for (const fact of facts) groups.set(fact.doc_id, [...(groups.get(fact.doc_id) ?? []), fact]);
  return groups;
}
