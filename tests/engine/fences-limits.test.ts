import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LONGEST_LIST } from '../../src/engine/bind';
import { WasmEngine } from '../../src/engine/engine';
import { Instance } from '../../src/engine/instance';
import { DEEPEST, HEAVIEST, LONGEST_TEXT, MOST_BRANCHES } from '../../src/engine/limits';
import { nodeHost } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import { WatchedHost } from './support/watched-host';

const KB = 1024;
const repeated = (n: number, piece: string) => piece.repeat(n);
/** The statement with a comment that makes it as long as that. */
const ofLength = (bytes: number, sql: string) => `${sql} /*${'x'.repeat(bytes - sql.length - 5)}*/`;
const nested = (n: number, value = 'i') => `${repeated(n, 'abs(')}${value}${repeated(n, ')')}`;
const chained = (n: number, last: string) =>
  `WITH ${Array.from({ length: n }, (_, i) => `c${i} AS (SELECT * FROM ${i ? `c${i - 1}` : '(VALUES (1)) t(i)'})`).join(', ')} ${last}`;
const joined = (n: number) =>
  Array.from({ length: n }, (_, k) => `LEFT JOIN (VALUES (1)) j${k}(i) ON j${k}.i = t.i`).join(' ');
const branches = (n: number, sql: string) => Array<string>(n).fill(sql).join(' UNION ALL ');

/** Statements that kill a database of duckdb-wasm 1.28.0: too long, too deep, or both a little. */
const DEADLY: [name: string, sql: string][] = [
  ['a text of 66 KB', ofLength(66 * KB, 'SELECT 1 AS x')],
  ['a sum of 300 terms', `SELECT ${repeated(299, 'i + ')} i AS x FROM range(2) t(i)`],
  ['300 NOTs', `SELECT ${repeated(300, 'NOT ')} true AS x FROM range(2) t(i)`],
  ['800 IS NULL', `SELECT i ${repeated(800, 'IS NULL ')} AS x FROM range(2) t(i)`],
  ['40 common tables in 48 KB', ofLength(48 * KB, chained(40, 'SELECT i AS x FROM c39'))],
  ['60 brackets in 48 KB', ofLength(48 * KB, `SELECT ${nested(60)} AS x FROM range(2) t(i)`)],
];

/** As heavy as the engine lets through. */
const HEAVY: [name: string, sql: string][] = [
  [
    'common tables, joins and brackets',
    chained(30, `SELECT ${nested(20, 't.i')} AS x FROM c29 t ${joined(28)}`),
  ],
  ['common tables and a chain', chained(40, `SELECT ${repeated(38, 'i + ')} i AS x FROM c39`)],
  ['branches and brackets', branches(40, `SELECT ${nested(39)} AS x FROM range(1) t(i)`)],
  [
    'subqueries in conditions',
    `SELECT 1 AS x WHERE ${repeated(14, '1 IN (SELECT 1 WHERE 1 IN (')}1${repeated(14, '))')}`,
  ],
];

describe('fence 2: long and deep statements', () => {
  test.each(DEADLY)('the bare database dies of %s', async (_, sql) => {
    const bare = await Instance.boot(nodeHost);
    await expect(bare.runBare(`WITH r AS MATERIALIZED (${sql}) SELECT * FROM r`)).rejects.toThrow();
    expect(bare.dead).toBe(true);
  });

  describe('the engine', () => {
    const host = new WatchedHost();
    let engine: Engine;
    beforeAll(async () => {
      engine = await WasmEngine.start(host);
    });
    afterAll(async () => {
      // Nothing here may have killed it.
      expect(host.boots).toBe(1);
      await engine.close();
    });

    test.each([
      ...DEADLY,
      ['a text in Chinese', `SELECT '${repeated(LONGEST_TEXT / 3, '字')}' AS x`],
      ['41 branches', branches(MOST_BRANCHES + 1, 'SELECT 1 AS x')],
      ['41 joins', `SELECT 1 AS x FROM (VALUES (1)) t(i) ${joined(MOST_BRANCHES + 1)}`],
      ['41 common tables', chained(MOST_BRANCHES + 1, 'SELECT 1 AS x')],
      ['deep brackets', `SELECT ${repeated(DEEPEST + 1, '(')}1${repeated(DEEPEST + 1, ')')} AS x`],
      ['deep lists', `SELECT ${repeated(DEEPEST + 1, '[')}1${repeated(DEEPEST + 1, ']')} AS x`],
      [
        'deep cases',
        `SELECT ${repeated(DEEPEST + 1, 'CASE WHEN true THEN ')}1${repeated(DEEPEST + 1, ' END')} AS x`,
      ],
      ['a chain in brackets in a chain', `SELECT ${repeated(31, '1 + ')}(${repeated(31, '1 + ')} 1) AS x`],
      [
        'a little of everything',
        chained(40, `SELECT ${nested(HEAVIEST - 60)} AS x FROM c39 t ${joined(21)}`),
      ],
    ])('refuses %s before the database sees it', async (_, sql) => {
      const refusal = {
        kind: 'refused',
        message: expect.stringContaining('too large for the engine') as string,
      };
      await expect(engine.query({ sql })).rejects.toMatchObject(refusal);
      await expect(engine.execute(`CREATE TABLE never AS ${sql}`)).rejects.toMatchObject(refusal);
    });

    test.each(HEAVY)('runs what is just light enough, as long as can be: %s', async (_, sql) => {
      expect(await engine.query({ sql: ofLength(LONGEST_TEXT, sql) })).not.toEqual([]);
    });

    test.each([
      ['600 ORs, which are not deep', `SELECT 1 AS x WHERE ${repeated(600, '1 = 2 OR ')} true`],
      [
        '200 columns',
        `SELECT ${Array.from({ length: 200 }, (_, i) => `t.i + 1 AS c${i}`).join(', ')} FROM range(1) t(i)`,
      ],
    ])('runs %s', async (_, sql) => {
      expect(await engine.query({ sql })).toHaveLength(1);
    });

    test('a list of 20 000 values goes through a temporary table, which does not stay', async () => {
      await engine.loadRows('names', [
        { name: 'name', type: 'VARCHAR', values: ['名3', "o'x", '别的', null] },
      ]);
      const params = [...Array.from({ length: 20_000 }, (_, i) => `名${i}`), "o'x"];
      const list = params.map(() => '?').join(', ');
      const rows = await engine.query({
        sql: `SELECT name, ? AS first, ? AS last FROM names WHERE name IN (${list}) AND name <> ? ORDER BY name`,
        params: ['头', 7, ...params, '尾'],
      });
      expect(rows).toEqual([
        { name: "o'x", first: '头', last: 7 },
        { name: '名3', first: '头', last: 7 },
      ]);
      const left = await engine.query({ sql: 'SELECT table_name FROM duckdb_tables() WHERE temporary' });
      expect(left).toEqual([]);
    });

    test('equal long lists of one statement share a table, others do not', async () => {
      const list = Array(LONGEST_LIST + 1)
        .fill('?')
        .join(', ');
      const numbers = Array.from({ length: LONGEST_LIST + 1 }, (_, i) => i);
      const others = numbers.map((n) => n + 10);
      const rows = await engine.query({
        sql: `SELECT i FROM range(100) t(i) WHERE i IN (${list}) AND i IN (${list}) AND i NOT IN (${list}) ORDER BY i`,
        params: [...numbers, ...numbers, ...others],
      });
      expect(rows.map((row) => row.i)).toEqual([0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n]);
      expect(host.sent('CREATE OR REPLACE TEMP TABLE value_list_2')).toBe(1);
      expect(host.sent('CREATE OR REPLACE TEMP TABLE value_list_3')).toBe(0);
    });

    test('long lists of ENUM texts, years and amounts find what short ones find', async () => {
      await engine.execute("CREATE TYPE colour AS ENUM ('红', '绿')");
      await engine.execute(
        "CREATE TABLE things AS SELECT CAST(c AS colour) AS c, CAST(y AS SMALLINT) AS y, CAST(a AS BIGINT) AS a FROM (VALUES ('红', 2023, -9223372036854775807), ('绿', 2024, 5)) t(c, y, a)",
      );
      const many = <T>(value: T, filler: (i: number) => T) => [
        value,
        ...Array.from({ length: LONGEST_LIST }, (_, i) => filler(i)),
      ];
      for (const [column, params] of [
        ['c', many('红', (i) => `色${i}`)],
        ['y', many(2023, (i) => 3000 + i)],
        ['a', many(-9223372036854775807n, (i) => BigInt(i + 10))],
      ] as const) {
        const list = params.map(() => '?').join(', ');
        const rows = await engine.query({ sql: `SELECT y FROM things WHERE ${column} IN (${list})`, params });
        expect(rows, column).toEqual([{ y: 2023 }]);
      }
    });

    test('refuses U+0000 in a long list, where the text would be cut off', async () => {
      const params = [...Array<string>(LONGEST_LIST).fill('a'), 'b\u0000c'];
      const sql = `SELECT 1 AS x WHERE 'b' IN (${params.map(() => '?').join(', ')})`;
      await expect(engine.query({ sql, params })).rejects.toMatchObject({ kind: 'refused' });
    });

    test('refuses a long list of several types', async () => {
      const params = [...Array<number>(LONGEST_LIST).fill(1), 'a'];
      const sql = `SELECT 1 AS x WHERE '1' IN (${params.map(() => '?').join(', ')})`;
      await expect(engine.query({ sql, params })).rejects.toMatchObject({ kind: 'refused' });
    });
  });
});
