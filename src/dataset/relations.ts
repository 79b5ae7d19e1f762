import { EngineError } from '../engine/errors';
import type { ParquetFile, Session } from '../engine/types';
import { demandColumns } from './demand';
import { DamagedFile, NotAnExtract } from './errors';
import { SCHEMA, TABLES, type TableName } from './schema';

/** SQL of a relation with published rows, for each table. */
export type Relations = Record<TableName, string>;
/** How many rows each table has. */
export type RowCounts = Record<TableName, number>;

/** The Parquet files of one package by table, and how many rows its manifest says they have. */
export interface PackageTables {
  files: Record<TableName, readonly ParquetFile[]>;
  rows: RowCounts;
  /** Documents whose rows are left out. */
  without?: readonly string[];
}

/** A published table without rows, for a part of an extract that has no file of it. */
export function emptyRelation(table: TableName): string {
  const columns = SCHEMA[table].map(({ name, type }) => `CAST(NULL AS ${type}) AS "${name}"`);
  return `(SELECT ${columns.join(', ')} WHERE false)`;
}

/** What the database says of files that are none of its own making. */
const NO_PARQUET = /no magic bytes|too small to be a parquet|footer|thrift|corrupt/i;

/** A table's files, opened: what is no Parquet is named. */
export async function withTable<T>(
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

/** A package's files, opened, with the columns of the contract. Throws NotAnExtract, SchemaMismatch, EngineError. */
export async function withPackage<T>(
  session: Session,
  files: PackageTables['files'],
  use: (relations: Relations) => Promise<T>,
): Promise<T> {
  const open = async (index: number, relations: Partial<Relations>): Promise<T> => {
    const table = TABLES[index];
    if (!table) return use(relations as Relations);
    return withTable(session, table, files[table], async (relation) => {
      await demandColumns(session, table, relation);
      return open(index + 1, { ...relations, [table]: relation });
    });
  };
  return open(0, {});
}

/** Throws DamagedFile where the tables have other numbers of rows than the manifest says. */
export function demandCounts(counts: RowCounts, expected: RowCounts): void {
  for (const table of TABLES) {
    if (counts[table] !== expected[table]) {
      throw new DamagedFile(`${table}.parquet`, `${counts[table]} rows, ${expected[table]} in the manifest`);
    }
  }
}

/** Rows of relations, asked of the files' own counts. */
export async function countRows(session: Session, relations: Relations): Promise<RowCounts> {
  const counts: [TableName, number][] = [];
  for (const table of TABLES) {
    const [found] = await session.query<{ n: bigint }>({
      sql: `SELECT count(*) AS n FROM ${relations[table]}`,
    });
    counts.push([table, Number(found?.n ?? 0n)]);
  }
  return Object.fromEntries(counts) as RowCounts;
}
