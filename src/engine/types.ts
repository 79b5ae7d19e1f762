/** A value as the engine gives it: money is bigint (BIGINT 分), counts are bigint or number, text string. */
export type Value = string | number | bigint | boolean | null;
export type Row = Record<string, Value>;

/** One statement that returns rows. `params` bind to `?` in order. */
export interface Query {
  sql: string;
  params?: readonly Value[];
}

export interface QueryOptions {
  signal?: AbortSignal;
  /** Milliseconds; the engine is stopped and booted again when it is over. */
  timeout?: number;
}

/**
 * The one door to DuckDB-WASM (docs/engine.md). Rows are plain objects, typed by the caller.
 * Errors are EngineError values of named kinds; nothing is swallowed.
 */
export interface Engine {
  query<R extends Row = Row>(query: Query, options?: QueryOptions): Promise<R[]>;
  /** Runs a statement without rows (CREATE, INSERT, COPY). */
  execute(sql: string): Promise<void>;
  /** Loads Parquet files (whole bytes) as one table, replacing it; kept for reboot. */
  loadParquet(table: string, files: readonly { name: string; bytes: Uint8Array }[], select?: string): Promise<void>;
  close(): Promise<void>;
}
