import { bind } from './bind';
import { arrowBatches } from './columns';
import { refuseForbidden } from './forbidden';
import type { Instance } from './instance';
import { refuseOversized } from './limits';
import { identifier, literal } from './literals';
import { materialized, withoutRows } from './materialized';
import { rowsFromArrow } from './rows';
import { columnsOfArrow } from './sql-types';
import type { Cell, Column, ColumnDescription, ParquetFile, Query, Row, Session } from './types';
import { valueListStatements } from './value-lists';

/** Names of files and views in one process, so that two openings never meet. */
let opened = 0;

/**
 * Names in the database's own file space: short, because hundreds of them stand in one statement, and of characters
 * that it reads neither as a pattern nor as a quote. Hive partitions stay.
 */
function registeredName(opening: number, index: number, name: string): string {
  const partitions = name
    .split('/')
    .slice(0, -1)
    .filter((part) => /^[^=]+=/.test(part));
  return [opening, index, ...partitions, 'f'].join('/').replace(/[*?[\]{}'"\\\u0000]/g, '_');
}

/** The statement of `loadParquet`. */
export function tableOfFiles(table: string, relation: string, select: string): string {
  return `CREATE OR REPLACE TABLE ${identifier(table)} AS WITH files AS (SELECT * FROM ${relation}) SELECT * FROM (${select})`;
}

/** One database behind its fences. */
export class InstanceSession implements Session {
  readonly #instance: Instance;
  constructor(instance: Instance) {
    this.#instance = instance;
  }

  async query<R extends Record<keyof R, Cell> = Row>(query: Query): Promise<R[]> {
    const { sql, lists } = bind(query);
    const statement = materialized(sql);
    refuseForbidden(sql);
    refuseOversized(sql);
    try {
      for (const list of lists) {
        for (const part of valueListStatements(list)) await this.#instance.runBare(part);
      }
      return rowsFromArrow(await this.#instance.runBare(statement)) as unknown as R[];
    } finally {
      // A dead database has no tables to drop.
      for (const list of this.#instance.dead ? [] : lists) {
        await this.#instance.runBare(`DROP TABLE IF EXISTS ${list.name}`);
      }
    }
  }

  async execute(sql: string): Promise<void> {
    const statement = withoutRows(sql);
    refuseForbidden(statement);
    refuseOversized(statement);
    await this.#instance.runBare(statement);
  }

  async withParquet<T>(files: readonly ParquetFile[], use: (relation: string) => Promise<T>): Promise<T> {
    const opening = ++opened;
    const names = files.map((file, i) => registeredName(opening, i, file.name));
    const partitioned = names.some((name) => name.includes('='));
    const view = `parquet_${opening}`;
    try {
      for (const [i, file] of files.entries()) {
        // A copy is handed over: the caller's bytes are kept for the next reboot.
        const bytes = file.bytes.slice();
        await this.#instance.call('REGISTER_FILE_BUFFER', [names[i]!, bytes], [bytes.buffer]);
      }
      await this.execute(
        `CREATE TEMP VIEW ${view} AS SELECT * FROM read_parquet([${names.map(literal).join(',')}], union_by_name = true, hive_partitioning = ${partitioned})`,
      );
      return await use(view);
    } finally {
      if (!this.#instance.dead) {
        await this.#instance.runBare(`DROP VIEW IF EXISTS ${view}`);
        for (const name of names) await this.#instance.call('DROP_FILE', name);
      }
    }
  }

  loadParquet(table: string, files: readonly ParquetFile[], select = 'SELECT * FROM files'): Promise<void> {
    return this.withParquet(files, (relation) => this.execute(tableOfFiles(table, relation, select)));
  }

  async describe(relation: string): Promise<ColumnDescription[]> {
    const { sql } = bind({ sql: `SELECT * FROM ${relation} LIMIT 0` });
    refuseForbidden(sql);
    refuseOversized(sql);
    // Bare: no row is asked for, so none can be lost.
    return columnsOfArrow(await this.#instance.runBare(sql));
  }

  async loadRows(table: string, columns: readonly Column[]): Promise<void> {
    await this.execute(`DROP TABLE IF EXISTS ${identifier(table)}`);
    let create = true;
    for (const stream of arrowBatches(columns)) {
      await this.#instance.insertArrow(table, stream, create);
      create = false;
    }
  }

  async exportParquet(select: string): Promise<Uint8Array> {
    const name = 'export.parquet';
    // Registered first, or the Node build of the database would write it to the disk.
    await this.#instance.call('REGISTER_FILE_BUFFER', [name, new Uint8Array()]);
    try {
      await this.execute(`COPY (\n${select}\n) TO '${name}' (FORMAT PARQUET, COMPRESSION ZSTD)`);
      return await this.#instance.call('COPY_FILE_TO_BUFFER', name);
    } finally {
      if (!this.#instance.dead) await this.#instance.call('DROP_FILE', name);
    }
  }
}
