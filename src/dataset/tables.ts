import { EngineError } from '../engine/errors';
import type { ParquetFile, Session } from '../engine/types';
import { DamagedFile, NotAnExtract, SchemaMismatch } from './errors';
import {
  engineName,
  enumerations,
  MONEY,
  SCHEMA,
  TABLES,
  type PublishedColumn,
  type TableName,
} from './schema';

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

/** 元 → 分 for values of any size: DECIMAL(18,2) × 100 is quick but overflows beyond 100 万亿元. */
function fen(column: string): string {
  const small = `${column} BETWEEN -99999999999999 AND 99999999999999`;
  return `CAST(CASE WHEN ${small} THEN ${column} * 100 ELSE CAST(${column} AS DECIMAL(38,2)) * 100 END AS BIGINT)`;
}

const enumType = (name: string) => `extract_${name}`;

/** One column of an engine table, read from the published one. */
function engineColumn(column: PublishedColumn): string {
  const name = `"${column.name}"`;
  const target = `"${engineName(column)}"`;
  if (column.enumeration) return `CAST(${name} AS ${enumType(column.enumeration)}) AS ${target}`;
  if (column.type === MONEY) return `${fen(`CAST(${name} AS DECIMAL(18,2))`)} AS ${target}`;
  return `CAST(${name} AS ${column.type}) AS ${target}`;
}

/**
 * The statement that makes an engine table of a relation of published rows: money as BIGINT 分 with the suffix `_fen`,
 * repeated texts as ENUM, the rest as published. Columns that the contract does not know are left out.
 */
export function createTableSql(table: TableName, relation: string): string {
  return `CREATE TABLE ${table} AS SELECT ${SCHEMA[table].map(engineColumn).join(', ')} FROM ${relation}`;
}

/** ENUM types in the order of their texts, so that ORDER BY gives the order of the texts. */
function createEnumSql(name: string, sources: readonly { relation: string; column: string }[]): string {
  const distinct = sources
    .map(({ relation, column }) => `SELECT DISTINCT CAST("${column}" AS VARCHAR) AS v FROM ${relation}`)
    .join(' UNION ');
  return `CREATE TYPE ${enumType(name)} AS ENUM (SELECT v FROM (${distinct}) WHERE v IS NOT NULL ORDER BY v)`;
}

async function demandColumns(session: Session, table: TableName, relation: string): Promise<void> {
  await session.execute(`CREATE OR REPLACE TEMP TABLE extract_probe AS SELECT * FROM ${relation} LIMIT 0`);
  const found = await session.query<{ name: string; type: string }>({
    sql: "SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = 'extract_probe'",
  });
  await session.execute('DROP TABLE extract_probe');
  const types = new Map(found.map(({ name, type }) => [name, type]));
  for (const column of SCHEMA[table]) {
    const type = types.get(column.name);
    if (type === undefined) throw new SchemaMismatch(table, column.name, '缺少这一列 (missing column)');
    if (!readable(column, type)) throw new SchemaMismatch(table, column.name, `${type} (${column.type})`);
  }
}

/** Rows that would be lost or counted twice in silence. */
async function demandIntegrity(session: Session): Promise<void> {
  for (const table of TABLES) {
    const required = SCHEMA[table].filter((column) => column.required);
    const sql = `SELECT ${required.map((c) => `count(*) - count("${engineName(c)}") AS "${c.name}"`).join(', ')} FROM ${table}`;
    const [blanks] = await session.query<Record<string, bigint>>({ sql });
    for (const [column, count] of Object.entries(blanks ?? {})) {
      if (count > 0n) throw new SchemaMismatch(table, column, `${count} 行为空 (rows without a value)`);
    }
  }
  const twice = await session.query<{ doc_id: string }>({
    sql: 'SELECT doc_id FROM documents GROUP BY doc_id HAVING count(*) > 1 ORDER BY doc_id LIMIT 1',
  });
  if (twice[0]) throw new SchemaMismatch('documents', 'doc_id', `${twice[0].doc_id} 重复 (given twice)`);
  for (const table of TABLES.filter((name) => name !== 'documents')) {
    const orphans = await session.query<{ doc_id: string }>({
      sql: `SELECT DISTINCT doc_id FROM ${table} WHERE doc_id NOT IN (SELECT doc_id FROM documents) ORDER BY 1 LIMIT 1`,
    });
    if (orphans[0])
      throw new SchemaMismatch(table, 'doc_id', `${orphans[0].doc_id} 不在 documents 中 (unknown)`);
  }
}

/** A published table without rows, for a part of an extract that has no file of it. */
function emptyRelation(table: TableName): string {
  const columns = SCHEMA[table].map(({ name, type }) => `CAST(NULL AS ${type}) AS "${name}"`);
  return `(SELECT ${columns.join(', ')} WHERE false)`;
}

/** What the database says of files that are none of its own making. */
const NO_PARQUET = /no magic bytes|too small to be a parquet|footer|thrift|corrupt/i;

/** A table's files, opened: what is no Parquet is named. */
async function withTable<T>(
  session: Session,
  table: TableName,
  files: readonly ParquetFile[],
  use: (relation: string) => Promise<T>,
): Promise<T> {
  if (files.length === 0) return use(emptyRelation(table));
  try {
    return await session.withParquet(files, use);
  } catch (cause) {
    if (cause instanceof EngineError && NO_PARQUET.test(cause.message)) {
      throw new NotAnExtract(files.map((file) => file.name).join(', '), 'not Parquet', { cause });
    }
    throw cause;
  }
}

/** How many rows the tables have after loading. */
export type LoadedCounts = Record<TableName, number>;

/**
 * Makes the four engine tables of an extract's Parquet files, replacing what is there. The one place where they are
 * made, for every engine. Throws NotAnExtract, SchemaMismatch, EngineError.
 */
export async function createTables(
  session: Session,
  files: Record<TableName, readonly ParquetFile[]>,
  onTable?: (table: TableName) => void,
): Promise<LoadedCounts> {
  const shared = enumerations();
  for (const table of TABLES) await session.execute(`DROP TABLE IF EXISTS ${table}`);
  for (const name of shared.keys()) await session.execute(`DROP TYPE IF EXISTS ${enumType(name)}`);
  const open = async (index: number, relations: Partial<Record<TableName, string>>): Promise<void> => {
    const table = TABLES[index];
    if (table) {
      await withTable(session, table, files[table], async (relation) => {
        await demandColumns(session, table, relation);
        await open(index + 1, { ...relations, [table]: relation });
      });
      return;
    }
    for (const [name, sources] of shared) {
      const columns = sources.map((source) => ({
        relation: relations[source.table]!,
        column: source.column,
      }));
      await session.execute(createEnumSql(name, columns));
    }
    for (const made of TABLES) {
      await session.execute(createTableSql(made, relations[made]!));
      onTable?.(made);
    }
  };
  await open(0, {});
  await demandIntegrity(session);
  const counts = await session.query<{ name: TableName; rows: bigint }>({
    sql: TABLES.map((table) => `SELECT '${table}' AS name, count(*) AS rows FROM ${table}`).join(
      ' UNION ALL ',
    ),
  });
  return Object.fromEntries(counts.map(({ name, rows }) => [name, Number(rows)])) as LoadedCounts;
}

/** Throws DamagedFile where the tables have other numbers of rows than the manifest says. */
export function demandCounts(counts: LoadedCounts, expected: LoadedCounts): void {
  for (const table of TABLES) {
    if (counts[table] !== expected[table]) {
      throw new DamagedFile(`${table}.parquet`, `${counts[table]} rows, ${expected[table]} in the manifest`);
    }
  }
}
