import { CLASSIFICATIONS, FLOWS, FUNDS, KINDS, MEASURES, SCOPES, SOURCES, STAGES } from '../../domain/facts';
import type { Engine } from '../../engine/types';
import { SchemaMismatch, type ColumnFault } from '../errors';
import type { TableName } from '../schema';

/** Columns that take one of a list of values: another one would be left out of every sum in silence. */
const VALUES: readonly [table: TableName, column: string, values: readonly string[]][] = [
  ['documents', 'kind', KINDS],
  ['documents', 'scope', SCOPES],
  ['documents', 'unit_printed', ['元', '万元', '亿元']],
  ['facts', 'source', SOURCES],
  ['facts', 'flow', FLOWS],
  ['facts', 'classification', CLASSIFICATIONS],
  ['facts', 'fund', FUNDS],
  ['facts', 'measure', MEASURES],
  ['facts', 'stage', STAGES],
];
/** What facts repeat of their documents. */
const REPEATED = ['region', 'department', 'scope', 'fiscal_year'] as const;

async function firstUnknown(engine: Engine, [table, column, values]: (typeof VALUES)[number]) {
  const places = values.map(() => '?').join(', ');
  const rows = await engine.query<{ v: string }>({
    sql: `SELECT DISTINCT CAST(${column} AS VARCHAR) AS v FROM ${table} WHERE v NOT IN (${places}) ORDER BY v LIMIT 5`,
    params: values,
  });
  return rows.length === 0 ? null : rows.map(({ v }) => v).join('、');
}

/**
 * What a package of unknown origin must fulfil beyond its columns, asked of the loaded tables: known values where a list
 * says which there are, facts that agree with their document, no fact twice. Throws SchemaMismatch with all that is wrong.
 */
export async function demandSound(engine: Engine): Promise<void> {
  const faults: [TableName, ColumnFault][] = [];
  for (const check of VALUES) {
    const [table, column, values] = check;
    const found = await firstUnknown(engine, check);
    if (found) faults.push([table, { column, problem: 'value', found, expected: values.join(' | ') }]);
  }
  for (const column of REPEATED) {
    const [row] = await engine.query<{ v: string }>({
      sql: `SELECT min(CAST(f.doc_id AS VARCHAR)) AS v FROM facts f JOIN documents d ON f.doc_id = d.doc_id WHERE f.${column} <> d.${column}`,
    });
    if (row?.v) faults.push(['facts', { column, problem: 'unknown', found: row.v, expected: '' }]);
  }
  const [twice] = await engine.query<{ n: bigint }>({
    sql: 'SELECT count(*) AS n FROM (SELECT doc_id, fact_id FROM facts GROUP BY doc_id, fact_id HAVING count(*) > 1)',
  });
  if (twice && twice.n > 0n) {
    faults.push(['facts', { column: 'fact_id', problem: 'twice', found: String(twice.n), expected: '' }]);
  }
  const table = faults[0]?.[0];
  if (table)
    throw SchemaMismatch.of(
      table,
      faults.filter(([of]) => of === table).map(([, fault]) => fault),
    );
}
