import type { Engine, Query, QueryOptions, Row } from '../../engine/types';
import type { Coordinates, EvidencePart, EvidenceRequest } from '../evidence';
import { BASES, PERSONNEL, RUNNING } from './basis';
import type { PivotColumn } from './columns';
import type { PivotNode } from './model';
import { settled, type PivotRequest } from './request';
import { compose, filledSql, type Fragment } from './sql';

/** More documents than this are not listed one by one: coordinates or nothing. */
const MOST_DOCUMENTS = 200;
/** Up to here a link names the documents; beyond, it says years and departments. */
const NAMED_DOCUMENTS = 40;

/** A figure of the pivot: a row in a column. */
export interface PivotPlace {
  node: PivotNode;
  column: PivotColumn;
}

/**
 * Where the facts of a figure are, if coordinates say it: printed rows of the form, in the documents of the column.
 * Null where the figure is a sum of rows below, or the narrative may say it twice: then `evidenceFacts` finds them.
 */
export function coordinatesOf(wanted: PivotRequest, { node, column }: PivotPlace): Coordinates | null {
  const request = settled(wanted);
  const cell = node.cells.get(column.id);
  if (
    cell?.kind !== 'amount' ||
    cell.marks.some((mark) => mark.kind === 'computed' || mark.kind === 'conflict')
  )
    return null;
  if (request.stage !== BASES[request.basis].stage) return null;
  const documents = documentsOf(request, column);
  if (!documents) return null;
  const basis = BASES[request.basis];
  return {
    ...documents,
    source: basis.kind === 'budget' ? 'budget_form' : 'form',
    form: basis.id,
    ...(basis.flows.length === 1 ? { flow: basis.flows[0]! } : {}),
    ...subjectOf(request, node),
    ...(basis.fund ? { fund: basis.fund } : {}),
    measure: request.measure,
    stage: request.stage,
  };
}

/**
 * Where the printed amounts are that a cell stands for, whether it shows one or not: for its state. A row that the form
 * does not print is the sum of what it prints below.
 */
export function markedAt(wanted: PivotRequest, { node, column }: PivotPlace): Coordinates {
  const request = settled(wanted);
  const basis = BASES[request.basis];
  const cell = node.cells.get(column.id);
  const computed = cell?.kind === 'amount' && cell.marks.some(({ kind }) => kind === 'computed');
  return {
    doc_ids: column.doc_ids,
    ...(request.stage === basis.stage
      ? { source: basis.kind === 'budget' ? 'budget_form' : 'form', form: basis.id }
      : {}),
    ...(computed && node.code !== null
      ? { classification: basis.classification, under: node.code }
      : subjectOf(request, node)),
    ...(basis.fund ? { fund: basis.fund } : {}),
    measure: request.measure,
    stage: request.stage,
  };
}

function documentsOf(request: PivotRequest, column: PivotColumn): Coordinates | null {
  if (column.doc_ids.length <= NAMED_DOCUMENTS) return { doc_ids: column.doc_ids };
  if (column.others > 0 || column.spare) return null;
  const { filter } = request;
  return {
    scope: column.scope,
    years: column.year === null ? filter.years : [column.year],
    departments: column.department === null ? filter.departments : [column.department],
    regions: column.region === null ? filter.regions : [column.region],
  };
}

function subjectOf(request: PivotRequest, node: PivotNode): Coordinates {
  const basis = BASES[request.basis];
  const summary = basis.summaries.find((s) => s.key === node.key);
  if (summary) return { classification: 'summary', subject_name: summary.name };
  const { classification } = basis;
  if (node.code === null) return { classification, subject_name: node.name ?? '' };
  // A cut-off code may stand for several subjects; its name tells them apart.
  return node.loose && node.name !== null
    ? { classification, subject_code: node.code, subject_name: node.name }
    : { classification, subject_code: node.code };
}

interface FactName extends Row {
  doc_id: string;
  fact_id: string;
}

/**
 * The printed facts that add up to a figure of one key in the given documents: the row itself where it is printed,
 * else the nearest printed rows below it, and so on down.
 */
export function evidenceFactsQuery(wanted: PivotRequest, key: string, documents: readonly string[]): Query {
  const request = settled(wanted);
  const at: Fragment = {
    sql: documents.length > 0 ? `doc_id IN (${documents.map(() => '?').join(', ')})` : 'false',
    params: documents,
  };
  const root: Fragment = { sql: '?', params: [key] };
  const below = (from: string) =>
    `SELECT c.d, c.key, c.computed, c.fact_id FROM ${from} p JOIN filled c ON c.d = p.d AND c.parent = p.key WHERE p.computed = 1`;
  return compose`WITH ${filledSql(request)},
step0 AS (SELECT d, key, computed, fact_id FROM filled WHERE key = ${root} AND d IN (SELECT d FROM docs WHERE ${at})),
step1 AS (${below('step0')}),
step2 AS (${below('step1')}),
step3 AS (${below('step2')}),
steps AS (SELECT * FROM step0 UNION ALL SELECT * FROM step1 UNION ALL SELECT * FROM step2 UNION ALL SELECT * FROM step3)
SELECT doc_id, fact_id FROM steps JOIN docs USING (d) WHERE computed = 0 AND fact_id IS NOT NULL ORDER BY doc_id, fact_id`;
}

/** Names of facts are unique within a document only: documents × names must reach no other fact. */
async function isExact(engine: Engine, facts: readonly FactName[], options?: QueryOptions): Promise<boolean> {
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

async function partOf(
  engine: Engine,
  request: PivotRequest,
  place: PivotPlace,
  term: string,
  options?: QueryOptions,
): Promise<EvidencePart | null> {
  const at = coordinatesOf(request, place);
  if (at) return { term, at };
  if (place.node.cells.get(place.column.id)?.kind !== 'amount') return null;
  if (place.column.doc_ids.length > MOST_DOCUMENTS) return null;
  const query = evidenceFactsQuery(request, place.node.key, place.column.doc_ids);
  const facts = await engine.query<FactName>(query, options);
  if (facts.length === 0 || !(await isExact(engine, facts, options))) return null;
  return {
    term,
    at: {
      doc_ids: [...new Set(facts.map((fact) => fact.doc_id))],
      fact_ids: [...new Set(facts.map((fact) => fact.fact_id))],
    },
  };
}

/** What the drawer calls the figure: its stage, or the column of the form where it is not the total. */
export function termOf(wanted: PivotRequest): string {
  const { basis, measure, stage } = settled(wanted);
  const revenue = BASES[basis].flows[0] === 'revenue';
  if (measure === 'total') return stage === 'final' && revenue ? 'final_revenue' : stage;
  return revenue && measure === 'operating' ? 'operating_income' : measure;
}

/** Title of a row in the drawer: `行政运行（2010301）`; names of the unnamed rows come from the page. */
export function titleOf(node: PivotNode, unnamed: Readonly<Record<string, string>>): string {
  const name = node.name ?? unnamed[node.key] ?? node.code ?? '';
  return node.code === null || name === node.code ? name : `${name}（${node.code}）`;
}

/** Keys of rows whose names are words of the interface. */
export const UNNAMED_KEYS = ['', PERSONNEL, RUNNING] as const;

/**
 * The evidence of a figure, or with `base` of its share in another row of the column. Null where it cannot be
 * listed (hundreds of documents in one cell that no coordinates describe) or there is no figure.
 */
export async function pivotEvidence(
  engine: Engine,
  request: PivotRequest,
  place: PivotPlace,
  title: string,
  base: PivotNode | null = null,
  options?: QueryOptions,
): Promise<EvidenceRequest | null> {
  const term = termOf(request);
  const first = await partOf(engine, request, place, term, options);
  if (!first) return null;
  if (!base) return { title, show: 'amount', parts: [first] };
  const second = await partOf(engine, request, { node: base, column: place.column }, 'total', options);
  return second && { title, show: 'share', parts: [first, second] };
}
