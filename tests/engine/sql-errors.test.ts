import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReading } from '../../src/analysis/sql';
import { loadExtract, writeExtract } from '../../src/dataset';
import { EngineError, refusalOfReading } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import { refusalFailure, sqlFailure } from '../../src/pages/sql/errors';
import { READABLE, SCHEMA_TABLES } from '../../src/pages/sql/schema';
import { memorySource, smallDataset } from './support';

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

/** What the reader is told of a statement that the engine does not accept. */
async function told(sql: string): Promise<string> {
  expect(refusalOfReading(sql, READABLE), sql).toBeNull();
  const error: unknown = await runReading(engine, sql).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error, sql).toBeInstanceOf(EngineError);
  const { text, detail } = sqlFailure(error, 'zh-CN', 60);
  expect(detail).not.toMatch(/c0|LIMIT 10001|MATERIALIZED/);
  return text;
}

describe('errors of the engine in words', () => {
  it.each([
    ['SELECT departmant FROM facts', '没有“departmant”这一列。是不是要写 department'],
    ['SELECT f.nothing FROM facts AS f', '没有“nothing”这一列'],
    ['SELECT department, sum(amount_fen) FROM facts', '“department”既不在 GROUP BY 里'],
    ['SELECT doc_id FROM facts, documents', '“doc_id”在几个表里都有'],
    ['SELECT sums(amount_fen) FROM facts', '没有 sums 这个函数。是不是要写 sum'],
    ['SELECT sum(department) FROM facts', '函数的参数类型不对：sum('],
    ['SELECT * FROM facts WHER form = 3 3', '语法错误，在“'],
    ['SELECT * FROM facts WHERE', '语句没有写完'],
    ["SELECT CAST('一百' AS INTEGER) AS n", '不能转换：'],
    [
      'SELECT rank() OVER (ORDER BY amount_fen ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM facts',
      '引擎不能运行 RANK',
    ],
    [`SELECT ${'('.repeat(70)}1${')'.repeat(70)}`, '语句太长或嵌套太深'],
  ])('%s', async (sql, start) => expect((await told(sql)).slice(0, start.length)).toBe(start));

  it('leaves the tables readable after each of them', async () => {
    const { rows } = await runReading(engine, 'SELECT count(*) AS n FROM documents');
    expect(rows[0]![0]).toBe(BigInt(smallDataset().length));
  });
});

describe('refusals in words', () => {
  const refused = (sql: string) => refusalFailure(refusalOfReading(sql, READABLE)!, 'zh-CN').text;
  it('name what is not possible, and what is', () => {
    expect(refused('drop table facts')).toContain('不能用 drop');
    expect(refused("SELECT * FROM 'https://example.test/x.parquet'")).toBe(
      '没有“https://example.test/x.parquet”这个表。可以查询的表：documents、facts、statements、indicators、fact_states。外部文件和网址不能读取。',
    );
    expect(refused('SELECT * FROM duckdb_settings()')).toContain('不能使用 duckdb_settings');
    expect(refused('SELECT 1; DROP TABLE facts')).toContain('一次只能运行一条语句');
  });
});

it('the schema that is shown is that of the engine', async () => {
  for (const { name, columns } of SCHEMA_TABLES) {
    const described = await engine.describe(name);
    expect(
      described.map((column) => column.name),
      name,
    ).toEqual(columns.map((column) => column.name));
    for (const [i, { type }] of described.entries()) {
      // ENUMs are shown as the texts that they are.
      expect([columns[i]!.type, 'ENUM'], `${name}.${columns[i]!.name}`).toContain(type);
    }
  }
});
