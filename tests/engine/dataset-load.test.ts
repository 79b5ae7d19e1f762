import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  DamagedFile,
  loadExtract,
  NotAnExtract,
  SchemaMismatch,
  writeExtract,
  type ExtractFile,
  type LoadProgress,
  type Manifest,
} from '../../src/dataset';
import { sha256Hex } from '../../src/dataset/sha256';
import type { TableName } from '../../src/dataset/schema';
import { WasmEngine } from '../../src/engine/engine';
import type { Engine } from '../../src/engine/types';
import {
  manifestOf,
  memorySource,
  nativeEngine,
  rewritten,
  smallDataset,
  WatchedHost,
  withBytes,
  withManifest,
} from './support';

const host = new WatchedHost();
let engine: Engine;
let native: Engine;
let files: ExtractFile[];
beforeAll(async () => {
  [engine, native] = await Promise.all([WasmEngine.start(host), nativeEngine()]);
  files = await writeExtract(engine, smallDataset(), { created: '2024-10-01T00:00:00Z' });
});
afterAll(() => Promise.all([engine.close(), native.close()]));

const DEPARTMENTS =
  'SELECT department, fiscal_year, CAST(sum(amount_fen) AS BIGINT) AS fen, count(*) AS n FROM facts GROUP BY ALL ORDER BY ALL';
const totals = () => engine.query({ sql: DEPARTMENTS });

describe('a package from elsewhere', () => {
  let whole: Awaited<ReturnType<typeof totals>>;
  beforeAll(async () => {
    await loadExtract(engine, memorySource(files));
    whole = await totals();
    expect(whole).toHaveLength(5);
  });

  test('written by another tool, with other integers, more columns and another order of them', async () => {
    const other = await rewritten(
      native,
      files,
      'facts',
      `SELECT note, quote, * EXCLUDE (note, quote, fiscal_year, page), CAST(fiscal_year AS BIGINT) AS fiscal_year,
         CAST(page AS UTINYINT) AS page, 'new' AS remark, CAST(1.5 AS DOUBLE) AS weight FROM files`,
    );
    await loadExtract(engine, memorySource(other));
    expect(await totals()).toEqual(whole);
    const columns = await engine.query({
      sql: "SELECT column_name FROM duckdb_columns() WHERE table_name = 'facts'",
    });
    expect(columns).toHaveLength(27);
  });

  /** facts/fiscal_year=…/a.parquet, the year in the folder's name alone. */
  async function partitioned(): Promise<ExtractFile[]> {
    const manifest = manifestOf(files);
    const facts = manifest.files.find((file) => file.table === 'facts')!;
    const { bytes } = files.find((file) => file.path === facts.path)!;
    await native.loadParquet('facts_whole', [{ name: 'facts.parquet', bytes }]);
    const parts = await Promise.all(
      [2023, 2024].map(async (year) => {
        const part = await native.exportParquet(
          `SELECT * EXCLUDE (fiscal_year) FROM facts_whole WHERE fiscal_year = ${year}`,
        );
        const [count] = await native.query<{ n: bigint }>({
          sql: `SELECT count(*) AS n FROM facts_whole WHERE fiscal_year = ${year}`,
        });
        return { path: `facts/fiscal_year=${year}/a.parquet`, bytes: part, year, rows: Number(count!.n) };
      }),
    );
    const entries = parts.map((part): Manifest['files'][number] => ({
      ...facts,
      path: part.path,
      rows: part.rows,
      bytes: part.bytes.length,
      sha256: sha256Hex(part.bytes),
      fiscal_years: [part.year],
    }));
    manifest.files = [...manifest.files.filter((file) => file !== facts), ...entries];
    return withManifest([...files, ...parts], manifest);
  }

  test('in Hive partitions', async () => {
    const parts = await partitioned();
    await loadExtract(engine, memorySource(parts));
    expect(await totals()).toEqual(whole);
    await loadExtract(native, memorySource(parts));
    expect(await native.query({ sql: DEPARTMENTS })).toEqual(whole);
  });

  test('of which one year is wanted: only its files are fetched', async () => {
    const parts = await partitioned();
    const fetched: string[] = [];
    const source = memorySource(parts);
    await loadExtract(engine, {
      years: [2024],
      fetchBytes: (path) => {
        fetched.push(path);
        return source.fetchBytes(path);
      },
    });
    expect(fetched).not.toContain('facts/fiscal_year=2023/a.parquet');
    expect(await totals()).toEqual(whole.filter((row) => row.fiscal_year === 2024));
  });

  test('of which a region is wanted that no file has: the tables are there, empty', async () => {
    await loadExtract(engine, { ...memorySource(files), regions: ['某省'] });
    expect(await totals()).toEqual([]);
    expect(await engine.query({ sql: 'SELECT count(*) AS n FROM documents' })).toEqual([{ n: 6n }]);
  });
});

describe('loading', () => {
  test('tells what is under way', async () => {
    const seen: LoadProgress[] = [];
    const { manifest } = await loadExtract(engine, memorySource(files), (progress) => seen.push(progress));
    const total = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    expect([...new Set(seen.map(({ step }) => step))]).toEqual(['manifest', 'files', 'tables']);
    expect(seen.at(-1)).toEqual({
      step: 'tables',
      doneBytes: total,
      totalBytes: total,
      rows: manifest.files.reduce((sum, file) => sum + file.rows, 0),
    });
    const done = seen.map((progress) => progress.doneBytes);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
  });

  test('a second package replaces the first', async () => {
    await loadExtract(engine, memorySource(files));
    const small = await writeExtract(engine, smallDataset().slice(0, 1), { created: '2024-10-01T00:00:00Z' });
    await loadExtract(engine, memorySource(small));
    expect(await totals()).toHaveLength(1);
  });

  test('what is loaded comes back after a crash', async () => {
    await loadExtract(engine, memorySource(files));
    const before = await totals();
    host.dieOf('GROUP BY ALL', 'exit');
    const boots = host.boots;
    expect(await totals()).toEqual(before);
    expect(host.boots).toBe(boots + 1);
  });
});

describe('what is no extract, or not the one it says', () => {
  beforeEach(() => loadExtract(engine, memorySource(files)).then(() => undefined));

  /** Loading fails with that error, and the tables are as they were. */
  async function fails(
    broken: ExtractFile[],
    error: new (...args: never[]) => Error,
    message: string,
  ): Promise<void> {
    const before = await totals();
    const loading = loadExtract(engine, memorySource(broken));
    await expect(loading).rejects.toThrow(error);
    await expect(loading).rejects.toThrow(message);
    expect(await totals()).toEqual(before);
  }
  const facts = (select: string, table: TableName = 'facts') => rewritten(native, files, table, select);

  test('no manifest', () => fails([], DamagedFile, 'manifest.json'));

  test('a file that is missing', () =>
    fails(
      files.filter((file) => file.path !== 'statements.parquet'),
      DamagedFile,
      'statements.parquet',
    ));

  test('a file that was changed', () => {
    const changed = files.map((file) => {
      if (file.path !== 'facts.parquet') return file;
      const bytes = file.bytes.slice();
      bytes[100]! ^= 1;
      return { ...file, bytes };
    });
    return fails(changed, DamagedFile, 'facts.parquet');
  });

  test('a file that was cut off', () =>
    fails(
      files.map((file) =>
        file.path === 'facts.parquet' ? { ...file, bytes: file.bytes.slice(0, 2000) } : file,
      ),
      DamagedFile,
      'facts.parquet',
    ));

  test.each([
    ['text', new TextEncoder().encode('region,department,amount\n甲,乙,1\n'.repeat(20))],
    ['nothing', new Uint8Array()],
    ['the beginning of a Parquet file', null],
  ])('a file that is no Parquet but %s', (_, bytes) => {
    const start = files.find((file) => file.path === 'facts.parquet')!.bytes.slice(0, 2000);
    return fails(withBytes(files, 'facts.parquet', bytes ?? start), NotAnExtract, 'facts.parquet');
  });

  test('a column that is missing', async () =>
    fails(await facts('SELECT * EXCLUDE (subject_code) FROM files'), SchemaMismatch, 'facts.subject_code'));

  test('amounts in binary floating point', async () =>
    fails(
      await facts('SELECT * REPLACE (CAST(amount AS DOUBLE) AS amount) FROM files'),
      SchemaMismatch,
      'facts.amount',
    ));

  test('amounts with more places than 分', async () =>
    fails(
      await facts('SELECT * REPLACE (CAST(amount AS DECIMAL(18,4)) AS amount) FROM files'),
      SchemaMismatch,
      'facts.amount',
    ));

  test('amounts that are blank', async () =>
    fails(
      await facts("SELECT * REPLACE (CASE WHEN form = '05' THEN NULL ELSE amount END AS amount) FROM files"),
      SchemaMismatch,
      'facts.amount',
    ));

  test('facts of a document that is not there', async () =>
    fails(
      await facts(
        "SELECT * REPLACE (CASE WHEN form = '05' THEN '别处' ELSE doc_id END AS doc_id) FROM files",
      ),
      SchemaMismatch,
      'facts.doc_id：别处',
    ));

  test('facts that name another region than their document', async () =>
    fails(
      await facts(
        "SELECT * REPLACE (CASE WHEN form = '05' THEN '别省' ELSE region END AS region) FROM files",
      ),
      SchemaMismatch,
      'facts.region：别省',
    ));

  test('columns without values may be of any type, but not where a value is required', async () => {
    const other = await facts(
      'SELECT * REPLACE (CAST(NULL AS INTEGER) AS note, CAST(NULL AS INTEGER) AS quote) FROM files',
    );
    await loadExtract(engine, memorySource(other));
    await fails(
      await facts('SELECT * REPLACE (CAST(NULL AS INTEGER) AS fund) FROM files'),
      SchemaMismatch,
      'facts.fund',
    );
    await fails(await facts('SELECT * REPLACE (7 AS note) FROM files'), SchemaMismatch, 'facts.note');
  });

  test('a document that is there twice', async () =>
    fails(
      await facts('SELECT * FROM files UNION ALL SELECT * FROM files', 'documents'),
      SchemaMismatch,
      'documents.doc_id',
    ));

  test('fewer rows than the manifest says', () => {
    const manifest = manifestOf(files);
    manifest.files[1]!.rows += 1;
    manifest.counts.facts += 1;
    return fails(withManifest(files, manifest), DamagedFile, 'facts.parquet');
  });
});
