import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadExtract, writeExtract, type ExtractSource } from '../../src/dataset';
import { diskFolder } from '../../src/dataset/node-folder';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine, Query } from '../../src/engine/types';
import { engineName, SCHEMA, TABLES } from '../../src/dataset/schema';
import { memorySource, nativeEngine, smallDataset } from './support';

interface Example {
  name: string;
  queries: Query[];
}

/** Every analysis hands over the queries that it can ask: `examples.ts` in its room. */
const rooms = import.meta.glob<{ examples: Example[] }>('../../src/analysis/*/examples.ts', { eager: true });
const analyses = Object.keys(import.meta.glob('../../src/analysis/*/queries.ts'));
const EMBEDDED = new URL('../../data', import.meta.url).pathname;

const DATASETS: { name: string; source: (engine: Engine) => Promise<ExtractSource> }[] = [
  {
    name: 'a small hand-made extract',
    source: async (engine) =>
      memorySource(
        await writeExtract(engine, smallDataset(), { title: '小样', created: '2024-01-01T00:00:00Z' }),
      ),
  },
];
if (existsSync(`${EMBEDDED}/manifest.json`)) {
  DATASETS.push({
    name: 'the embedded extract',
    source: () => Promise.resolve({ fetchBytes: diskFolder(EMBEDDED) }),
  });
}

test('every analysis with queries hands over examples', () => {
  const folder = (path: string) => path.slice(0, path.lastIndexOf('/'));
  expect(analyses.map(folder).filter((room) => !rooms[`${room}/examples.ts`])).toEqual([]);
  for (const [path, room] of Object.entries(rooms)) {
    expect(room.examples.flatMap((example) => example.queries).length, path).toBeGreaterThan(0);
  }
});

describe.each(DATASETS)('the same rows as native DuckDB over $name', ({ source }) => {
  let wasm: Engine;
  let native: Engine;
  beforeAll(async () => {
    [wasm, native] = await Promise.all([createNodeEngine(), nativeEngine()]);
    const extract = await source(wasm);
    await loadExtract(wasm, extract);
    await loadExtract(native, extract);
  });
  afterAll(() => Promise.all([wasm.close(), native.close()]));

  test('every column of every table', async () => {
    for (const table of TABLES) {
      const columns = SCHEMA[table].map(
        (column) => `CAST("${engineName(column)}" AS VARCHAR) AS "${column.name}"`,
      );
      const query = { sql: `SELECT ${columns.join(', ')} FROM ${table}` };
      const rows = await wasm.query(query);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows).toEqual(await native.query(query));
    }
  });

  for (const [path, { examples }] of Object.entries(rooms)) {
    const analysis = path.split('/').at(-2)!;
    test.each(examples)(`${analysis}: $name`, async ({ queries }) => {
      expect(queries.length).toBeGreaterThan(0);
      for (const query of queries) {
        expect(await wasm.query(query), query.sql).toEqual(await native.query(query));
      }
    });

    test(`${analysis}: some example finds something`, async () => {
      const counts = await Promise.all(
        examples.flatMap((example) => example.queries.map(async (query) => (await wasm.query(query)).length)),
      );
      expect(Math.max(...counts)).toBeGreaterThan(0);
    });
  }
});
