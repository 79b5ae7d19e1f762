import { existsSync } from 'node:fs';
import Decimal from 'decimal.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUESTIONS, runReading } from '../../src/analysis/sql';
import { loadExtract, TABLES, writeExtract } from '../../src/dataset';
import { diskFolder } from '../../src/dataset/node-folder';
import { EngineError, refusalOfReading } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import { memorySource, smallDataset } from './support';

const READABLE = [...TABLES, 'fact_states'];
const EMBEDDED = new URL('../../data', import.meta.url).pathname;

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  const files = await writeExtract(engine, smallDataset(), {
    title: '小样',
    created: '2024-01-01T00:00:00Z',
  });
  await loadExtract(engine, memorySource(files));
});
afterAll(() => engine.close());

const rows = async (sql: string, most?: number) => runReading(engine, sql, {}, most);

describe('results are exact', () => {
  it('sums of money beyond 2^63, decimals and large counts', async () => {
    const { columns, rows: found } = await rows(
      `SELECT sum(v) AS total_fen, max(v) * 0.01 AS yuan, 7 // 2 AS n FROM (VALUES (9223372036854775807), (9223372036854775806)) AS t(v)`,
    );
    expect(columns.map(({ kind }) => kind)).toEqual(['amount', 'decimal', 'whole']);
    expect(found).toEqual([[18446744073709551613n, new Decimal('92233720368547758.07'), 3n]]);
  });

  it('kinds follow types and names', async () => {
    const { columns, rows: found } = await rows(
      `SELECT sum(amount_fen), avg(amount_fen) AS mean_fen, any_value(fiscal_year) AS fiscal_year, true AS yes,
  DATE '2024-05-06' AS day, [1, 2] AS list, CAST(NULL AS VARCHAR) AS nothing, any_value(stage) AS stage
FROM facts WHERE form = '06' AND subject_code = '30101'`,
    );
    expect(columns.map(({ kind }) => kind)).toEqual([
      'amount',
      'float',
      'year',
      'truth',
      'text',
      'text',
      'text',
      'text',
    ]);
    const [row] = found;
    expect(row?.slice(2, 8)).toEqual([
      expect.stringMatching(/^20\d\d$/),
      true,
      '2024-05-06',
      '[1, 2]',
      null,
      'final',
    ]);
  });

  it('columns of one name stay apart, and order is kept', async () => {
    const { columns, rows: found } = await rows(
      'SELECT 1 AS x, 2 AS x UNION ALL SELECT 3, 4 ORDER BY 1 DESC;',
    );
    expect(columns.map(({ name }) => name).map((name) => name.slice(0, 1))).toEqual(['x', 'x']);
    expect(found).toEqual([
      [3n, 4n],
      [1n, 2n],
    ]);
  });

  it('tells that there are more rows than asked for', async () => {
    expect(await rows('SELECT range AS n FROM range(5)', 5)).toMatchObject({ more: false });
    const cut = await rows('SELECT range AS n FROM range(50) ORDER BY n DESC', 3);
    expect(cut.more).toBe(true);
    expect(cut.rows).toEqual([[49n], [48n], [47n]]);
  });

  it('a comment at the end, a semicolon and a WITH do not disturb', async () => {
    expect((await rows('WITH a AS (SELECT 1 AS n) SELECT n FROM a -- 一')).rows).toEqual([[1n]]);
    expect((await rows('FROM (VALUES (1)) AS t(n);\n')).rows).toEqual([[1n]]);
  });

  it('an error half-way through the rows comes out', async () => {
    await expect(
      rows(`SELECT CAST(CASE WHEN range = 3000 THEN 'x' ELSE '1' END AS INTEGER) AS n FROM range(5000)`),
    ).rejects.toThrow(EngineError);
  });
});

describe('a statement that does not end', () => {
  it('is stopped, and the tables are there again', async () => {
    const before = await rows('SELECT count(*) AS n FROM facts');
    const stop = new AbortController();
    const endless = runReading(
      engine,
      'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t',
      { signal: stop.signal },
    );
    setTimeout(() => stop.abort(), 300);
    await expect(endless).rejects.toMatchObject({ kind: 'cancelled' });
    expect(await rows('SELECT count(*) AS n FROM facts')).toEqual(before);
  });

  it('ends by itself after the time given', async () => {
    const endless =
      'SELECT count(*) FROM range(100000000) AS a, range(100000000) AS b WHERE a.range + b.range = 3';
    await expect(runReading(engine, endless, { timeout: 300 })).rejects.toMatchObject({ kind: 'timeout' });
    expect((await rows('SELECT 1 AS n')).rows).toEqual([[1n]]);
  });
});

describe('the worked questions', () => {
  it('are more than a dozen, each a reading statement with the columns that it says', async () => {
    expect(QUESTIONS.length).toBeGreaterThan(12);
    for (const { id, sql, columns } of QUESTIONS) {
      expect(refusalOfReading(sql, READABLE), id).toBeNull();
      const result = await rows(sql);
      expect(
        result.columns.map(({ name }) => name),
        id,
      ).toEqual(columns);
      for (const column of result.columns)
        if (column.name.endsWith('_fen')) expect(column.kind, id).toBe('amount');
    }
  });

  it('count nothing twice: classes add up to the totals', async () => {
    const asked = (id: string) => rows(QUESTIONS.find((question) => question.id === id)!.sql);
    const totals = await asked('totals');
    const sum = totals.rows
      .filter((row) => row[1] === 'department')
      .reduce((all, row) => all + (row[3] as bigint), 0n);
    const classes = await asked('classes');
    const added = classes.rows.reduce((all, row) => all + (row[3] as bigint), 0n);
    // The small extract has departments of both scopes; each class is printed once a document.
    expect(added).toBe(sum);
  });
});

describe.skipIf(!existsSync(`${EMBEDDED}/manifest.json`))('over the embedded data', () => {
  it('every question but that of the states has an answer', async () => {
    const own = await createNodeEngine();
    await loadExtract(own, { fetchBytes: diskFolder(EMBEDDED) });
    const empty: string[] = [];
    for (const { id, sql } of QUESTIONS) {
      if ((await runReading(own, sql)).rows.length === 0) empty.push(id);
    }
    await own.close();
    expect(empty).toEqual(['states']);
  });
});
