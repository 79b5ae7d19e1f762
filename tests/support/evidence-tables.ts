import type { Column, Engine, Value } from '../../src/engine/types';

/** A hand-made fact: what differs from the defaults (form 05 of document `a`, 201, general, total, final). */
export type FactGiven = Partial<Record<(typeof FACT_COLUMNS)[number][0], Value>>;

const FACT_COLUMNS = [
  ['fact_id', 'VARCHAR', ''],
  ['doc_id', 'VARCHAR', 'a'],
  ['region', 'VARCHAR', '安阳市北关区'],
  ['department', 'VARCHAR', '便民服务中心'],
  ['scope', 'VARCHAR', 'unit'],
  ['fiscal_year', 'INTEGER', 2023],
  ['source', 'VARCHAR', 'form'],
  ['form', 'VARCHAR', '05'],
  ['flow', 'VARCHAR', 'expenditure'],
  ['classification', 'VARCHAR', 'function'],
  ['subject_code', 'VARCHAR', '201'],
  ['subject_name', 'VARCHAR', '一般公共服务支出'],
  ['subject_level', 'INTEGER', 1],
  ['fund', 'VARCHAR', 'general'],
  ['measure', 'VARCHAR', 'total'],
  ['stage', 'VARCHAR', 'final'],
  ['amount_fen', 'BIGINT', 0n],
  ['resolution_fen', 'BIGINT', 10_000n],
  ['derived', 'BOOLEAN', false],
  ['printed_code', 'VARCHAR', null],
  ['printed_name', 'VARCHAR', null],
  ['printed_value', 'VARCHAR', null],
  ['printed_unit', 'VARCHAR', '万元'],
  ['page', 'INTEGER', null],
  ['line', 'INTEGER', null],
  ['quote', 'VARCHAR', null],
  ['note', 'VARCHAR', null],
] as const;

const STATEMENT_COLUMNS = [
  ['doc_id', 'VARCHAR', 'a'],
  ['section', 'VARCHAR', '五（三）'],
  ['item', 'VARCHAR', '支出决算'],
  ['subject_code', 'VARCHAR', null],
  ['subject_name', 'VARCHAR', null],
  ['reason', 'VARCHAR', null],
  ['change_fen', 'BIGINT', null],
  ['initial_budget_fen', 'BIGINT', null],
  ['adjusted_budget_fen', 'BIGINT', null],
  ['page', 'INTEGER', null],
  ['line', 'INTEGER', null],
] as const;
export type StatementGiven = Partial<Record<(typeof STATEMENT_COLUMNS)[number][0], Value>>;

const OF_DOCUMENT = FACT_COLUMNS.filter(
  ([name]) => name === 'region' || name === 'department' || name === 'scope' || name === 'fiscal_year',
);

const ENUMS = [
  'department',
  'region',
  'subject_code',
  'subject_name',
  'form',
  'measure',
  'stage',
  'source',
  'fund',
];

const columns = (
  spec: readonly (readonly [string, Column['type'], Value])[],
  rows: readonly Readonly<Record<string, Value | undefined>>[],
): Column[] =>
  spec.map(([name, type, usual]) => ({
    name,
    type,
    values: rows.map((row) => (row[name] === undefined ? usual : row[name])),
  }));

/** Tables `documents`, `facts` (ENUM columns) and `statements` as the dataset loads them. */
export async function loadEvidenceTables(
  engine: Engine,
  facts: readonly FactGiven[],
  statements: readonly StatementGiven[] = [],
): Promise<void> {
  const ids = [...new Set(facts.map((fact) => fact.doc_id ?? 'a'))];
  await engine.loadRows('documents', [
    { name: 'doc_id', type: 'VARCHAR', values: ids },
    { name: 'title', type: 'VARCHAR', values: ids.map((id) => `决算 ${String(id)}`) },
    { name: 'file_name', type: 'VARCHAR', values: ids.map((id) => `${String(id)}.txt`) },
    ...OF_DOCUMENT.map(([name, type, usual]) => ({
      name,
      type,
      values: ids.map((id) => facts.find((fact) => (fact.doc_id ?? 'a') === id)?.[name] ?? usual),
    })),
  ]);
  const numbered = facts.map((fact, i) => ({ fact_id: `f${String(i).padStart(2, '0')}`, ...fact }));
  await engine.loadRows('raw', columns(FACT_COLUMNS, numbered));
  for (const name of ENUMS) {
    await engine.execute(
      `CREATE TYPE ${name}_of AS ENUM (SELECT DISTINCT ${name} FROM raw WHERE ${name} IS NOT NULL ORDER BY 1)`,
    );
  }
  await engine.execute(
    `CREATE TABLE facts AS SELECT * REPLACE (${ENUMS.map((name) => `${name}::${name}_of AS ${name}`).join(', ')}) FROM raw`,
  );
  await engine.loadRows('statements', columns(STATEMENT_COLUMNS, statements));
}
