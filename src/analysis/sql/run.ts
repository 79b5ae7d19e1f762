import type { Cell, Engine, QueryOptions } from '../../engine/types';
import { body, kindOf, readingSql, resultCell, type ReadingResult } from './result';

/** Rows of a result that are shown and exported. */
export const MOST_ROWS = 10_000;

/**
 * Runs a reader's statement, which has been found to read tables alone (refusalOfReading), and gives its first rows.
 * `options.signal` and `options.timeout` stop it: the engine is booted again with the same tables. Throws EngineError.
 */
export async function runReading(
  engine: Engine,
  sql: string,
  options: QueryOptions = {},
  most = MOST_ROWS,
): Promise<ReadingResult> {
  return engine.run(async (session) => {
    const described = await session.describe(`(\n${body(sql)}\n)`);
    const columns = described.map(({ name, type }) => ({ name, type, kind: kindOf(name, type) }));
    const types = columns.map(({ type }) => type);
    const rows = await session.query<Record<string, Cell>>({ sql: readingSql(sql, types, most) });
    return {
      columns,
      rows: rows
        .slice(0, most)
        .map((row) => columns.map(({ kind }, i) => resultCell(row[`c${i}`] ?? null, kind))),
      more: rows.length > most,
    };
  }, options);
}
