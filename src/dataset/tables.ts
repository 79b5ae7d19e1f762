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

/**
 * ENUM types in the order of their texts, so that ORDER BY gives the order of the texts. What documents and facts
 * have both is of the documents: a fact of no document does not fit in.
 */
function createEnumSql(
  name: string,
  sources: readonly { table: TableName; relation: string; column: string }[],
): string {
  const ofDocuments = sources.filter(({ table }) => table === 'documents');
  const distinct = (ofDocuments.length ? ofDocuments : sources)
    .map(({ relation, column }) => `SELECT DISTINCT CAST("${column}" AS VARCHAR) AS v FROM ${relation}`)
    .join(' UNION ');
  return `CREATE TYPE ${enumType(name)} AS ENUM (SELECT v FROM (${distinct}) WHERE v IS NOT NULL ORDER BY v)`;
}

/** Throws SchemaMismatch where the relation is not what the contract says. */
async function demandColumns(session: Session, table: TableName, relation: string): Promise<void> {
  const types = new Map((await session.describe(relation)).map(({ name, type }) => [name, type]));
  for (const column of SCHEMA[table]) {
    const type = types.get(column.name);
    if (type === undefined) throw new SchemaMismatch(table, column.name, '缺少这一列 (missing column)');
    if (readable(column, type)) continue;
    // Tools that know no type of a column without values choose one.
    const sql = `SELECT count("${column.name}") AS n FROM ${relation}`;
    const [found] = column.required ? [] : await session.query<{ n: bigint }>({ sql });
    if (found?.n !== 0n) throw new SchemaMismatch(table, column.name, `${type} (${column.type})`);
  }
}

/** Throws SchemaMismatch where rows would be lost or counted twice in silence; gives the number of rows. */
async function demandWhole(session: Session, table: TableName): Promise<number> {
  const required = SCHEMA[table].filter((column) => column.required);
  const blanks = required.map((column) => `count(*) - count("${engineName(column)}") AS "${column.name}"`);
  const twice = table === 'documents' ? ['count(doc_id) - count(DISTINCT doc_id) AS "twice of doc_id"'] : [];
  const sql = `SELECT count(*) AS "rows", ${[...blanks, ...twice].join(', ')} FROM ${table}`;
  const [counts] = await session.query<Record<string, bigint>>({ sql });
  const { rows, 'twice of doc_id': repeated, ...missing } = counts ?? {};
  for (const [column, count] of Object.entries(missing)) {
    if (count > 0n) throw new SchemaMismatch(table, column, `${count} 行为空 (rows without a value)`);
  }
  if (repeated) throw new SchemaMismatch(table, 'doc_id', `${repeated} 个重复 (given twice)`);
  return Number(rows ?? 0n);
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

/** What the database says of a text that is not in an ENUM. */
const UNKNOWN_TEXT = /could not convert string '[^]*' to U?INT/i;

/** The first text of a column that should be one of the documents' and is none. */
async function demandKnown(
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
    if (unknown) throw new SchemaMismatch(table, name, `${unknown.v} 不在 documents 中 (unknown)`);
  }
}

async function createTable(
  session: Session,
  table: TableName,
  relation: string,
  documents: string,
): Promise<void> {
  try {
    await session.execute(createTableSql(table, relation));
  } catch (cause) {
    if (cause instanceof EngineError && UNKNOWN_TEXT.test(cause.message)) {
      await demandKnown(session, table, relation, documents);
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
    for (const [name, columns] of shared) {
      const sources = columns.map((source) => ({ ...source, relation: relations[source.table]! }));
      await session.execute(createEnumSql(name, sources));
    }
    for (const made of TABLES) await createTable(session, made, relations[made]!, relations.documents!);
  };
  await open(0, {});
  const counts: [TableName, number][] = [];
  for (const table of TABLES) counts.push([table, await demandWhole(session, table)]);
  return Object.fromEntries(counts) as LoadedCounts;
}

/** Throws DamagedFile where the tables have other numbers of rows than the manifest says. */
export function demandCounts(counts: LoadedCounts, expected: LoadedCounts): void {
  for (const table of TABLES) {
    if (counts[table] !== expected[table]) {
      throw new DamagedFile(`${table}.parquet`, `${counts[table]} rows, ${expected[table]} in the manifest`);
    }
  }
}
