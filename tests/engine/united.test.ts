import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  loadExtract,
  loadExtracts,
  MOST_PACKAGES,
  SchemaMismatch,
  writeExtract,
  type ExtractFile,
} from '../../src/dataset';
import type { Extraction } from '../../src/domain/facts';
import { WasmEngine } from '../../src/engine/engine';
import type { Engine } from '../../src/engine/types';
import { memorySource, nativeEngine, rewritten, smallDataset, WatchedHost } from './support';

const CREATED = '2024-10-01T00:00:00Z';
const host = new WatchedHost();
let engine: Engine;
let native: Engine;
const given = smallDataset();
const write = (extractions: readonly Extraction[]) => writeExtract(engine, extractions, { created: CREATED });
const source = (id: string, files: readonly ExtractFile[]) => ({ id, ...memorySource(files) });

/** The document with every amount of form 05 raised by one 元: a corrected version of it. */
function corrected(extraction: Extraction): Extraction {
  const facts = extraction.facts.map((fact) =>
    fact.form === '05' ? { ...fact, amount: fact.amount + 100n } : fact,
  );
  return { ...extraction, facts, statements: [], document: { ...extraction.document, title: '更正' } };
}

beforeAll(async () => {
  [engine, native] = await Promise.all([WasmEngine.start(host), nativeEngine()]);
});
afterAll(() => Promise.all([engine.close(), native.close()]));

const FACTS =
  'SELECT fact_id, doc_id, department, fiscal_year, subject_name, amount_fen, resolution_fen, note FROM facts ORDER BY ALL';
const rows = (sql: string, db = engine) => db.query({ sql });

describe('several packages as one', () => {
  let whole: ExtractFile[];
  let first: ExtractFile[];
  let second: ExtractFile[];
  beforeAll(async () => {
    whole = await write(given);
    first = await write(given.slice(0, 4));
    second = await write(given.slice(4));
  });

  test('have the rows that one package of all has, on both databases', async () => {
    const DOCUMENTS = 'SELECT * FROM documents ORDER BY ALL';
    for (const db of [engine, native]) {
      await loadExtract(db, memorySource(whole));
      const expected = [await rows(FACTS, db), await rows(DOCUMENTS, db)];
      await loadExtracts(db, [source('a', first), source('b', second)]);
      expect([await rows(FACTS, db), await rows(DOCUMENTS, db)]).toEqual(expected);
    }
    const counts = await rows(
      'SELECT count(*) AS n FROM statements UNION ALL SELECT count(*) FROM indicators',
    );
    const sum = (table: 'statements' | 'indicators') =>
      BigInt(given.reduce((total, extraction) => total + extraction[table].length, 0));
    expect(counts).toEqual([{ n: sum('statements') }, { n: sum('indicators') }]);
  });

  test('a later one replaces the documents of an earlier one, with all their rows', async () => {
    const [old] = given;
    const newer = await write([corrected(old!)]);
    const { loaded } = await loadExtracts(engine, [source('old', whole), source('new', newer)]);
    expect(loaded.map(({ id, replaced }) => [id, replaced])).toEqual([
      ['old', [old!.document.doc_id]],
      ['new', []],
    ]);
    const sql = (table: string) =>
      `SELECT count(*) AS n FROM ${table} WHERE doc_id = '${old!.document.doc_id}'`;
    expect(await rows(sql('facts'))).toEqual([{ n: BigInt(old!.facts.length) }]);
    expect(await rows(sql('statements'))).toEqual([{ n: 0n }]);
    expect(await rows(`SELECT title FROM documents WHERE doc_id = '${old!.document.doc_id}'`)).toEqual([
      { title: '更正' },
    ]);
    const total = await rows(
      `SELECT CAST(sum(amount_fen) AS BIGINT) AS fen FROM facts WHERE form = '05' AND doc_id = '${old!.document.doc_id}'`,
    );
    const printed = old!.facts.filter((fact) => fact.form === '05');
    const expected = printed.reduce((sum, { amount }) => sum + amount, 0n) + BigInt(printed.length) * 100n;
    expect(total).toEqual([{ fen: expected }]);
    expect(await rows('SELECT count(*) AS n FROM documents')).toEqual([{ n: BigInt(given.length) }]);
  });

  test('written by other tools, with other types and orders of columns', async () => {
    const other = await rewritten(
      native,
      second,
      'facts',
      'SELECT note, * EXCLUDE (note, page, fiscal_year), CAST(fiscal_year AS BIGINT) AS fiscal_year, CAST(NULL AS INTEGER) AS page FROM files',
    );
    await loadExtract(engine, memorySource(whole));
    const expected = await rows(FACTS);
    await loadExtracts(engine, [source('a', first), source('b', other)]);
    expect(await rows(FACTS)).toEqual(expected);
  });

  test('one that is not as agreed is set aside, named, and the others are there', async () => {
    const broken = await rewritten(
      native,
      second,
      'facts',
      'SELECT * EXCLUDE (subject_code, fund) REPLACE (CAST(amount AS DOUBLE) AS amount) FROM files',
    );
    const { loaded, failed } = await loadExtracts(engine, [
      source('a', first),
      source('broken', broken),
      source('missing', []),
    ]);
    expect(loaded.map(({ id }) => id)).toEqual(['a']);
    expect(failed.map(({ id }) => id).toSorted()).toEqual(['broken', 'missing']);
    const mismatch = failed.find(({ id }) => id === 'broken')!.error as SchemaMismatch;
    expect(mismatch).toBeInstanceOf(SchemaMismatch);
    expect(mismatch.faults.map(({ column, problem }) => `${column} ${problem}`)).toEqual([
      'subject_code missing',
      'fund missing',
      'amount type',
    ]);
    expect(await rows('SELECT count(*) AS n FROM documents')).toEqual([{ n: 4n }]);
  });

  test('where every one fails, what was loaded stays', async () => {
    await loadExtract(engine, memorySource(first));
    await expect(loadExtracts(engine, [source('a', []), source('b', [])])).rejects.toThrow('manifest.json');
    expect(await rows('SELECT count(*) AS n FROM documents')).toEqual([{ n: 4n }]);
  });

  test('none at all gives empty tables', async () => {
    const { loaded, failed } = await loadExtracts(engine, []);
    expect([loaded, failed]).toEqual([[], []]);
    expect(await rows('SELECT count(*) AS n FROM facts')).toEqual([{ n: 0n }]);
    expect(await rows("SELECT doc_id FROM documents WHERE region = '某地'")).toEqual([]);
  });

  test('as many as may be opened fit into one statement', async () => {
    const many = await Promise.all(
      Array.from({ length: MOST_PACKAGES }, (_, i) => {
        const { document, ...rest } = given[0]!;
        const doc_id = `${document.doc_id}-${i}`;
        const renamed = <T extends { doc_id: string }>(list: readonly T[]) =>
          list.map((row) => ({ ...row, doc_id }));
        return write([
          {
            document: { ...document, doc_id },
            facts: renamed(rest.facts),
            statements: renamed(rest.statements),
            indicators: renamed(rest.indicators),
            warnings: [],
          },
        ]);
      }),
    );
    const boots = host.boots;
    const { loaded, failed } = await loadExtracts(
      engine,
      many.map((files, i) => source(String(i), files)),
    );
    expect(failed).toEqual([]);
    expect(loaded).toHaveLength(MOST_PACKAGES);
    expect(await rows('SELECT count(*) AS n FROM facts')).toEqual([
      { n: BigInt(given[0]!.facts.length * MOST_PACKAGES) },
    ]);
    expect(host.boots).toBe(boots);
  });

  test('come back after a crash', async () => {
    await loadExtracts(engine, [source('a', first), source('b', second)]);
    const before = await rows(FACTS);
    host.dieOf('ORDER BY ALL', 'exit');
    expect(await rows(FACTS)).toEqual(before);
  });
});
