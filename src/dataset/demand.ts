import type { Session } from '../engine/types';
import { SchemaMismatch, type ColumnFault } from './errors';
import { engineName, MONEY, SCHEMA, type PublishedColumn, type TableName } from './schema';

/** Types in which another tool may have written a column and from which the contract's own follows without loss. */
const WHOLE = /^U?(TINY|SMALL|BIG)INT$|^U?INTEGER$/;
function readable(column: PublishedColumn, type: string): boolean {
  if (type === 'NULL' || type === '"NULL"') return true;
  switch (column.type) {
    case 'VARCHAR':
      return type === 'VARCHAR' || type.startsWith('ENUM');
    case 'BOOLEAN':
    case 'DATE':
      return type === column.type;
    case MONEY:
    case 'DECIMAL(12,4)':
    case 'DECIMAL(18,4)': {
      const scale = /^DECIMAL\(\d+,(\d+)\)$/.exec(type)?.[1];
      return WHOLE.test(type) || (scale !== undefined && Number(scale) <= (column.type === MONEY ? 2 : 4));
    }
    default:
      // A Hive partition (`fiscal_year=2023`) is read as BIGINT.
      return WHOLE.test(type);
  }
}

/** Throws SchemaMismatch, naming every column at fault, where the relation is not what the contract says. */
export async function demandColumns(session: Session, table: TableName, relation: string): Promise<void> {
  const types = new Map((await session.describe(relation)).map(({ name, type }) => [name, type]));
  const faults: ColumnFault[] = [];
  for (const column of SCHEMA[table]) {
    const { name, type: expected } = column;
    const found = types.get(name);
    if (found === undefined) {
      faults.push({ column: name, problem: 'missing', found: '', expected });
      continue;
    }
    if (readable(column, found)) continue;
    // Tools that know no type of a column without values choose one.
    const sql = `SELECT count("${name}") AS n FROM ${relation}`;
    const [values] = column.required ? [] : await session.query<{ n: bigint }>({ sql });
    if (values?.n !== 0n) faults.push({ column: name, problem: 'type', found, expected });
  }
  if (faults.length > 0) throw SchemaMismatch.of(table, faults);
}

/** Throws SchemaMismatch where rows would be lost or counted twice in silence; gives the number of rows. */
export async function demandWhole(session: Session, table: TableName): Promise<number> {
  const required = SCHEMA[table].filter((column) => column.required);
  const blanks = required.map((column) => `count(*) - count("${engineName(column)}") AS "${column.name}"`);
  const twice = table === 'documents' ? ['count(doc_id) - count(DISTINCT doc_id) AS "twice of doc_id"'] : [];
  const sql = `SELECT count(*) AS "rows", ${[...blanks, ...twice].join(', ')} FROM ${table}`;
  const [counts] = await session.query<Record<string, bigint>>({ sql });
  const { rows, 'twice of doc_id': repeated, ...missing } = counts ?? {};
  const faults = Object.entries(missing).flatMap(([column, count]): ColumnFault[] =>
    count > 0n ? [{ column, problem: 'blank', found: String(count), expected: '' }] : [],
  );
  if (repeated) faults.push({ column: 'doc_id', problem: 'twice', found: String(repeated), expected: '' });
  if (faults.length > 0) throw SchemaMismatch.of(table, faults);
  return Number(rows ?? 0n);
}

/** Throws SchemaMismatch with the first text of a column that should be one of the documents' and is none. */
export async function demandKnown(
  session: Session,
  table: TableName,
  relation: string,
  documents: string,
): Promise<void> {
  const shared = SCHEMA[table].filter(({ name }) => SCHEMA.documents.some((column) => column.name === name));
  for (const { name } of shared) {
    const [unknown] = await session.query<{ v: string }>({
      sql: `SELECT CAST("${name}" AS VARCHAR) AS v FROM ${relation} WHERE v NOT IN (SELECT CAST("${name}" AS VARCHAR) FROM ${documents}) ORDER BY v LIMIT 1`,
    });
    if (unknown) {
      throw SchemaMismatch.of(table, [{ column: name, problem: 'unknown', found: unknown.v, expected: '' }]);
    }
  }
}
