import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EngineError } from '../../src/engine/errors';
import { Instance } from '../../src/engine/instance';
import { createNodeEngine, nodeHost } from '../../src/engine/node';
import { rowsFromArrow } from '../../src/engine/rows';
import type { Engine } from '../../src/engine/types';

const BAD_CAST = "SELECT CAST('abc' AS INTEGER) AS x";
const BAD_ROW =
  "SELECT CASE WHEN i = 5000 THEN CAST('abc' || i AS INTEGER) ELSE 1 END AS x FROM range(10000) t(i)";

describe('fence 1: errors are not lost', () => {
  let engine: Engine;
  let bare: Instance;
  beforeAll(async () => {
    [engine, bare] = await Promise.all([createNodeEngine(), Instance.boot(nodeHost)]);
  });
  afterAll(async () => {
    bare.fail(new EngineError('unavailable', 'done'));
    await engine.close();
  });

  // Where this fails, the database has been repaired and the fence can go.
  test('the bare statement still ends in silence, with the rows made so far', async () => {
    expect(rowsFromArrow(await bare.runBare(BAD_CAST))).toHaveLength(0);
    expect(rowsFromArrow(await bare.runBare(BAD_ROW))).toHaveLength(4096);
  });

  test.each([BAD_CAST, BAD_ROW])('query() rejects: %s', async (sql) => {
    await expect(engine.query({ sql })).rejects.toMatchObject({
      name: 'EngineError',
      kind: 'query',
      message: expect.stringContaining('Could not convert string') as string,
    });
  });

  test.each([
    `CREATE TABLE bad AS ${BAD_ROW}`,
    `COPY (${BAD_ROW}) TO '${join(tmpdir(), 'bad.parquet')}' (FORMAT PARQUET)`,
  ])('execute() rejects: %s', async (sql) => {
    await expect(engine.execute(sql)).rejects.toMatchObject({ kind: 'query' });
  });

  test('exportParquet() rejects', async () => {
    await expect(engine.exportParquet(BAD_ROW)).rejects.toMatchObject({ kind: 'query' });
  });

  test('the order of a large result is kept', async () => {
    const rows = await engine.query<{ i: bigint }>({
      sql: 'SELECT i FROM range(10000) t(i) ORDER BY i DESC',
    });
    expect(rows.map((row) => row.i)).toEqual(Array.from({ length: 10000 }, (_, i) => 9999n - BigInt(i)));
  });

  test.each([
    ['WITH a AS (SELECT 1 AS x) SELECT * FROM a', [{ x: 1 }]],
    ['SELECT 1 AS x -- the end', [{ x: 1 }]],
    ['SELECT 1 AS x /* the end */ ;', [{ x: 1 }]],
    ['(SELECT 1 AS x) UNION ALL (SELECT 2) ORDER BY x DESC', [{ x: 2 }, { x: 1 }]],
    ['FROM (VALUES (1)) t(x)', [{ x: 1 }]],
  ])('runs %s', async (sql, rows) => {
    expect(await engine.query({ sql })).toEqual(rows);
  });

  test.each(['DROP TABLE x', 'SHOW TABLES', 'SELECT 1; SELECT 2', '', '-- nothing', 'SELECT 1 \u0000, 2'])(
    'query() refuses what it would not see the rows or errors of: %j',
    async (sql) => {
      await expect(engine.query({ sql })).rejects.toMatchObject({ kind: 'refused' });
    },
  );

  test.each(['SELECT 1', 'VALUES (1)', 'DROP TABLE IF EXISTS a; SELECT 1', 'DESCRIBE SELECT 1'])(
    'execute() refuses statements whose rows or errors it would lose: %s',
    async (sql) => {
      await expect(engine.execute(sql)).rejects.toMatchObject({ kind: 'refused' });
    },
  );

  test('two columns of one name are an error, not one column', async () => {
    await expect(engine.query({ sql: 'SELECT 1 AS a, 2 AS a' })).rejects.toMatchObject({ kind: 'query' });
  });
});
