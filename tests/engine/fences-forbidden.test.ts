import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOST_FILTERS } from '../../src/engine/forbidden';
import { EngineError } from '../../src/engine/errors';
import { Instance } from '../../src/engine/instance';
import { createNodeEngine, nodeHost } from '../../src/engine/node';
import { rowsFromArrow } from '../../src/engine/rows';
import type { Engine } from '../../src/engine/types';
import { nativeEngine } from './support';

const FRAME = 'ROWS BETWEEN 1 PRECEDING AND CURRENT ROW';
const ranked = (over: string) => ({
  sql: `SELECT x, rank() OVER ${over} AS place FROM (VALUES (1), (1), (2), (2), (3)) t(x)`,
});
const filters = (n: number) =>
  `SELECT ${Array.from({ length: n }, (_, i) => `count(*) FILTER (WHERE i = ${i}) AS c${i}`).join(', ')} FROM range(9) t(i)`;

describe('fence 4: what is never emitted', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createNodeEngine();
  });
  afterAll(() => engine.close());

  // Where this fails, the database has been repaired and this part of the fence can go.
  test('the bare database still ranks wrongly over an explicit frame', async () => {
    const [bare, native] = await Promise.all([Instance.boot(nodeHost), nativeEngine()]);
    const sql = ranked(`(ORDER BY x ${FRAME})`);
    const right = await native.query(ranked('(ORDER BY x)'));
    // 1 1 3 3 5 by hand, and a frame does not change a rank.
    expect(right.map((row) => row.place)).toEqual([1n, 1n, 3n, 3n, 5n]);
    expect(await native.query(sql)).toEqual(right);
    expect(rowsFromArrow(await bare.runBare(sql.sql))).not.toEqual(right);
    bare.fail(new EngineError('unavailable', 'done'));
    await native.close();
  });

  test.each([
    'SELECT * FROM (PIVOT (SELECT 1 AS a, 2 AS b) ON a USING sum(b))',
    'select * from (pivot_wider (select 1 as a, 2 as b) on a using sum(b))',
    `SELECT rank() OVER (ORDER BY i ${FRAME}) AS r FROM range(3) t(i)`,
    `SELECT Dense_Rank ( ) OVER (PARTITION BY (i % 2) ORDER BY i RANGE UNBOUNDED PRECEDING) AS r FROM range(3) t(i)`,
    `SELECT percent_rank() OVER w AS r FROM range(3) t(i) WINDOW w AS (ORDER BY i ${FRAME})`,
    filters(MOST_FILTERS + 1),
    'SELECT * FROM duckdb_extensions()',
  ])('refuses %s', async (sql) => {
    await expect(engine.query({ sql })).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('the engine does not run') as string,
    });
  });

  test.each(['INSTALL json', 'LOAD icu'])('refuses the extension: %s', async (sql) => {
    await expect(engine.execute(sql)).rejects.toMatchObject({ kind: 'refused' });
  });

  test('lets through what only looks like it', async () => {
    expect(await engine.query({ sql: `SELECT 'PIVOT' AS "pivot" -- PIVOT` })).toEqual([{ pivot: 'PIVOT' }]);
    expect(await engine.query({ sql: filters(MOST_FILTERS) })).toHaveLength(1);
    const rows = await engine.query({
      sql: `SELECT CAST(rank() OVER (ORDER BY i DESC) AS INTEGER) AS place, CAST(sum(i) OVER (ORDER BY i ${FRAME}) AS INTEGER) AS pair FROM range(3) t(i) ORDER BY i`,
    });
    expect(rows).toEqual([
      { place: 3, pair: 0 },
      { place: 2, pair: 1 },
      { place: 1, pair: 3 },
    ]);
  });
});
