/** A value as the engine gives it: money is bigint (BIGINT 分), counts are bigint or number, text string. */
export type Value = string | number | bigint | boolean | null;
/** A value of a result row; lists (`list(fact_id)`) come as arrays, dates as ISO text `YYYY-MM-DD`. */
export type Cell = Value | readonly Value[];
export type Row = Record<string, Cell>;

/** One statement that returns rows. `params` bind to `?` in order. */
export interface Query {
  sql: string;
  params?: readonly Value[];
}

export interface QueryOptions {
  signal?: AbortSignal;
  /** Milliseconds from the start of the work; the engine is stopped and booted again when it is over. */
  timeout?: number;
}

/** A whole Parquet file. `name` may carry Hive partitions (`facts/fiscal_year=2023/a.parquet`). */
export interface ParquetFile {
  name: string;
  bytes: Uint8Array;
}

/** SQL types in which rows enter the engine from TypeScript; anything else is cast from these in SQL. */
export type ColumnType = 'VARCHAR' | 'BIGINT' | 'INTEGER' | 'BOOLEAN';

/** One column of rows: a value for each row, `null` where there is none. BIGINT takes bigint. */
export interface Column {
  name: string;
  type: ColumnType;
  values: readonly Value[];
}

export interface ColumnDescription {
  name: string;
  type: string;
}

/** What can be done with a running database. Every promise rejects with an EngineError (errors.ts). */
export interface Session {
  /**
   * Runs one SELECT, WITH, VALUES or FROM statement and gives its rows as plain objects.
   * A DECIMAL or HUGEINT column is refused: money leaves as `CAST(… AS BIGINT)` 分, rates as
   * `CAST(… AS VARCHAR)`; `sum()` of BIGINT is HUGEINT, so cast it back.
   * Long lists `IN (?, ?, …)` are moved into a temporary table by themselves.
   */
  query<R extends Record<keyof R, Cell> = Row>(query: Query): Promise<R[]>;
  /** Runs one statement without rows (CREATE, INSERT, COPY, DROP, SET …). */
  execute(sql: string): Promise<void>;
  /**
   * Makes a table of Parquet files, replacing it. `select` reads from the relation `files`; default all of it.
   * Columns are matched by name; Hive partitions of the file names are columns too.
   */
  loadParquet(table: string, files: readonly ParquetFile[], select?: string): Promise<void>;
  /**
   * Opens Parquet files for the time of `use`, which gets the SQL of a relation over all of them
   * (`SELECT … FROM ${relation}`). Columns are matched by name.
   */
  withParquet<T>(files: readonly ParquetFile[], use: (relation: string) => Promise<T>): Promise<T>;
  /**
   * The columns of a relation (a table, or SQL in brackets) with their SQL types. HUGEINT is DECIMAL(38,0), every
   * ENUM just ENUM. Asked of a result without rows: the catalogue's own tables take half a second at first.
   */
  describe(relation: string): Promise<ColumnDescription[]>;
  /** Makes a table of rows, replacing it. All columns have the same length. */
  loadRows(table: string, columns: readonly Column[]): Promise<void>;
  /** The rows of a SELECT as the bytes of one Parquet file (zstd), in the order of the SELECT. */
  exportParquet(select: string): Promise<Uint8Array>;
}

/**
 * The one door to DuckDB-WASM. Statements run one at a time, in the order in which they were asked for.
 * Rows are plain objects, typed by the caller. Errors are EngineError values of named kinds.
 */
export interface Engine extends Omit<Session, 'withParquet'> {
  /** Equal queries under way at the same time are run once. */
  query<R extends Record<keyof R, Cell> = Row>(query: Query, options?: QueryOptions): Promise<R[]>;
  /**
   * Runs several statements as one turn, that nothing comes between. The turn is run again from its beginning
   * where the database died under it; what it made is gone after a later reboot.
   * Do not call the engine itself from inside: it would wait for its own end.
   */
  run<T>(job: (session: Session) => Promise<T>, options?: QueryOptions): Promise<T>;
  /** As `run`, for state that has to outlive a reboot: the job is kept under its name and run again after one. */
  install(name: string, job: (session: Session) => Promise<void>, options?: QueryOptions): Promise<void>;
  /** Installs a table of Parquet files (see Session): the bytes are kept for reboots. */
  loadParquet(table: string, files: readonly ParquetFile[], select?: string): Promise<void>;
  close(): Promise<void>;
}
