import { TABLES } from '../../../src/dataset';
import type { Engine, Row } from '../../../src/engine/types';

/** Every row of the loaded tables with all its columns, DECIMAL as text. */
export async function everything(engine: Engine): Promise<Row[][]> {
  const tables: Row[][] = [];
  for (const table of TABLES) {
    const columns = (await engine.describe(table)).map(({ name, type }) =>
      /^DECIMAL/.test(type) ? `CAST("${name}" AS VARCHAR) AS "${name}"` : `"${name}"`,
    );
    tables.push(await engine.query({ sql: `SELECT ${columns.join(', ')} FROM ${table} ORDER BY ALL` }));
  }
  return tables;
}
