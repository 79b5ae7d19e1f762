import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  DuckDBDateValue,
  DuckDBInstance,
  DuckDBListValue,
  DuckDBTypeId,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';
import { EngineError } from '../../../src/engine/errors';
import { identifier, literal } from '../../../src/engine/literals';
import { tableOfFiles } from '../../../src/engine/session';
import type {
  Cell,
  Column,
  ColumnDescription,
  Engine,
  ParquetFile,
  Query,
  Row,
  Session,
  Value,
} from '../../../src/engine/types';

const REFUSED = new Set([DuckDBTypeId.DECIMAL, DuckDBTypeId.HUGEINT, DuckDBTypeId.UHUGEINT]);

function plain(value: DuckDBValue): Cell {
  if (value === null) return null;
  if (value instanceof DuckDBListValue) return value.items.map((item) => plain(item) as Value);
  if (value instanceof DuckDBDateValue) return value.toString();
  if (typeof value === 'object')
    throw new EngineError('refused', `a value of native DuckDB: ${String(value)}`);
  return value;
}

/** A current native DuckDB behind the same door, without the fences: statements bare, parameters bound by the database. */
class NativeSession implements Session {
  readonly #connection: DuckDBConnection;
  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  async query<R extends Record<keyof R, Cell> = Row>({ sql, params = [] }: Query): Promise<R[]> {
    const reader = await this.#connection.runAndReadAll(sql, [...params]);
    const names = reader.columnNames();
    names.forEach((name, i) => {
      if (REFUSED.has(reader.columnTypeId(i))) throw new EngineError('refused', `result column ${name}`);
    });
    const rows = reader
      .getRows()
      .map((row) => Object.fromEntries(row.map((value, i) => [names[i]!, plain(value)])));
    return rows as unknown as R[];
  }

  async execute(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  async withParquet<T>(files: readonly ParquetFile[], use: (relation: string) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'extract-'));
    try {
      const paths = files.map((file, i) => join(folder, String(i), file.name));
      for (const [i, path] of paths.entries()) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, files[i]!.bytes);
      }
      const partitioned = files.some((file) => file.name.includes('='));
      return await use(
        `read_parquet([${paths.map(literal).join(', ')}], union_by_name = true, hive_partitioning = ${partitioned})`,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  loadParquet(table: string, files: readonly ParquetFile[], select = 'SELECT * FROM files'): Promise<void> {
    return this.withParquet(files, (relation) => this.execute(tableOfFiles(table, relation, select)));
  }

  async describe(relation: string): Promise<ColumnDescription[]> {
    const reader = await this.#connection.runAndReadAll(`SELECT * FROM ${relation} LIMIT 0`);
    return reader.columnNames().map((name, i) => {
      const type = reader.columnType(i);
      return { name, type: type.typeId === DuckDBTypeId.ENUM ? 'ENUM' : String(type) };
    });
  }

  async loadRows(table: string, columns: readonly Column[]): Promise<void> {
    const types = columns.map((column) => `${identifier(column.name)} ${column.type}`).join(', ');
    await this.execute(`CREATE OR REPLACE TABLE ${identifier(table)} (${types})`);
    const insert = `INSERT INTO ${identifier(table)} VALUES (${columns.map(() => '?').join(', ')})`;
    for (const i of columns[0]?.values.keys() ?? []) {
      await this.#connection.run(
        insert,
        columns.map((column) => column.values[i]!),
      );
    }
  }

  async exportParquet(select: string): Promise<Uint8Array> {
    const folder = await mkdtemp(join(tmpdir(), 'extract-'));
    try {
      const path = join(folder, 'export.parquet');
      await this.execute(`COPY (${select}) TO ${literal(path)} (FORMAT PARQUET, COMPRESSION ZSTD)`);
      return new Uint8Array(await readFile(path));
    } finally {
      await rm(folder, { recursive: true });
    }
  }
}

/** The Engine of a current native DuckDB, in memory, to compare with. Nothing to revive, nothing to cancel. */
export async function nativeEngine(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const session = new NativeSession(connection);
  return {
    query: (query) => session.query(query),
    execute: (sql) => session.execute(sql),
    loadParquet: (table, files, select) => session.loadParquet(table, files, select),
    describe: (relation) => session.describe(relation),
    loadRows: (table, columns) => session.loadRows(table, columns),
    exportParquet: (select) => session.exportParquet(select),
    run: (job) => job(session),
    install: (_name, job) => job(session),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}
