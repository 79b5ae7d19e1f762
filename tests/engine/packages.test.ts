import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DamagedFile,
  loadExtract,
  NotAnExtract,
  ORIGINALS,
  preparePackage,
  SchemaMismatch,
  writeExtract,
  zip,
  type ExtractFile,
  type PackageFile,
} from '../../src/dataset';
import { sha256Hex } from '../../src/dataset/sha256';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import {
  everything,
  manifestOf,
  memorySource,
  nativeEngine,
  rewritten,
  smallDataset,
  withManifest,
} from './support';

const CREATED = '2024-10-01T00:00:00Z';
let scratch: Engine;
let engine: Engine;
let native: Engine;
let files: ExtractFile[];
const given = smallDataset();
beforeAll(async () => {
  [scratch, engine, native] = await Promise.all([createNodeEngine(), createNodeEngine(), nativeEngine()]);
  files = await writeExtract(scratch, given, { created: CREATED });
});
afterAll(() => Promise.all([scratch.close(), engine.close(), native.close()]));

async function loaded(of: readonly PackageFile[]): Promise<unknown[]> {
  await loadExtract(engine, memorySource(of));
  return everything(engine);
}
const below = (folder: string, of: readonly PackageFile[]) =>
  of.map(({ path, bytes }) => ({ path: folder + path, bytes }));

describe('opening a package', () => {
  test.each<[string, () => Promise<PackageFile[]>]>([
    ['a folder', () => Promise.resolve(below('某文件夹/', files))],
    ['a zip', async () => [{ path: 'a.zip', bytes: await zip(files) }]],
    [
      'a zip with a folder in it',
      async () => [{ path: 'a.zip', bytes: await zip(below('extract/', files)) }],
    ],
    [
      'a folder with other things in it',
      () =>
        Promise.resolve([
          ...files,
          { path: '说明.txt', bytes: new Uint8Array([1]) },
          { path: '.DS_Store', bytes: new Uint8Array(1) },
        ]),
    ],
  ])('%s', async (_, make) => {
    const prepared = await preparePackage(scratch, await make());
    expect(prepared).toMatchObject({
      documents: 6,
      synthetic: false,
      facts: given.flatMap((e) => e.facts).length,
    });
    expect(await loaded(prepared.files)).toEqual(await loaded(files));
  });

  test('the same tables are the same package, whatever the manifest says besides', async () => {
    const other = { ...manifestOf(files), title: '另一个标题', created: '2025-01-01T00:00:00Z' };
    const [a, b] = [
      await preparePackage(scratch, files),
      await preparePackage(scratch, withManifest(files, other)),
    ];
    expect(b.id).toBe(a.id);
    expect(b.title).toBe('另一个标题');
  });

  test.each<[string, () => PackageFile[] | Promise<PackageFile[]>, new (...args: never[]) => Error, string]>([
    ['nothing', () => [], NotAnExtract, 'no file'],
    [
      'no manifest and no Parquet',
      () => [{ path: 'a.txt', bytes: new Uint8Array([1]) }],
      NotAnExtract,
      'a.txt',
    ],
    [
      'a file missing',
      () => files.filter(({ path }) => path !== 'facts.parquet'),
      DamagedFile,
      'facts.parquet',
    ],
    [
      'two packages beside each other',
      () => [...below('a/', files), ...below('b/', files)],
      NotAnExtract,
      'b/manifest.json',
    ],
    [
      'a zip that is cut off',
      async () => [{ path: 'a.zip', bytes: (await zip(files)).subarray(0, 3000) }],
      NotAnExtract,
      'a.zip',
    ],
    [
      'an original that is another file',
      () => [...files, { path: `${ORIGINALS}${'0'.repeat(64)}/a.pdf`, bytes: new Uint8Array([1]) }],
      DamagedFile,
      'a.pdf',
    ],
  ])('with %s is refused', async (_, make, error, message) => {
    const opening = preparePackage(scratch, await make());
    await expect(opening).rejects.toThrow(error);
    await expect(opening).rejects.toThrow(message);
  });
});

describe('what would be added up wrongly in silence is refused', () => {
  const opening = async (select: string) =>
    preparePackage(scratch, await rewritten(native, files, 'facts', select)).then(
      () => 'opened',
      (error: SchemaMismatch) =>
        error.faults.map(({ column, problem, found }) => `${column} ${problem} ${found}`).join('; '),
    );

  test('measures and stages that nobody knows', async () => {
    expect(
      await opening(
        "SELECT * REPLACE (CASE WHEN form = '05' THEN 'sum' ELSE measure END AS measure, CASE WHEN form = '06' THEN 'plan' ELSE stage END AS stage) FROM files",
      ),
    ).toBe('measure value sum; stage value plan');
  });
  test('facts of one document under another department', async () => {
    const [other] = given.filter(({ document }) => document.department !== given[0]!.document.department);
    const { doc_id } = given[0]!.document;
    expect(
      await opening(
        `SELECT * REPLACE (CASE WHEN doc_id = '${doc_id}' THEN '${other!.document.department}' ELSE department END AS department) FROM files`,
      ),
    ).toBe(`department unknown ${doc_id}`);
  });
  test('facts that are there twice', async () => {
    const facts = given.flatMap((extraction) => extraction.facts).length;
    expect(await opening('SELECT * FROM files UNION ALL SELECT * FROM files')).toBe(`fact_id twice ${facts}`);
  });
});

describe('Parquet without a manifest', () => {
  const factsFile = () => files.find(({ path }) => path === 'facts.parquet')!.bytes;
  const facts = async (select: string) => {
    await native.loadParquet('single', [{ name: 'a.parquet', bytes: factsFile() }], select);
    return native.exportParquet('SELECT * FROM single');
  };

  test('facts alone: their documents are made of them', async () => {
    const prepared = await preparePackage(scratch, [{ path: '导出.parquet', bytes: factsFile() }]);
    expect(prepared).toMatchObject({ documents: 6, facts: given.flatMap((e) => e.facts).length });
    await loadExtract(engine, memorySource(files));
    const [, expected] = await everything(engine);
    await loadExtract(engine, memorySource(prepared.files));
    const [, found, statements, indicators] = await everything(engine);
    expect(found).toEqual(expected);
    expect([statements, indicators]).toEqual([[], []]);
    const documents = await engine.query({
      sql: 'SELECT doc_id, title, region, department, fiscal_year, kind, scope, unit_printed, forms_present, file_name, sha256, pages, warnings FROM documents ORDER BY doc_id',
    });
    const wanted = given
      .map(({ document: { doc_id, region, department, fiscal_year, kind, scope, unit_printed } }) => ({
        doc_id,
        title: `${department}${fiscal_year}年度${scope === 'unit' ? '单位' : '部门'}决算公开`,
        region,
        department,
        fiscal_year,
        kind,
        scope,
        unit_printed,
        forms_present: '01,02,03,05,06,09',
        file_name: '导出.parquet',
        sha256: sha256Hex(factsFile()),
        pages: null,
        warnings: 0,
      }))
      .toSorted((a, b) => (a.doc_id < b.doc_id ? -1 : 1));
    expect(documents.toSorted((a, b) => (String(a.doc_id) < String(b.doc_id) ? -1 : 1))).toEqual(wanted);
  });

  test('of budget forms makes budgets', async () => {
    const bytes = await facts(
      "SELECT * REPLACE ('budget_form' AS source, 'initial_budget' AS stage) FROM files WHERE form = '05'",
    );
    const prepared = await preparePackage(scratch, [{ path: 'a.parquet', bytes }]);
    await loadExtract(engine, memorySource(prepared.files));
    expect(await engine.query({ sql: 'SELECT DISTINCT kind, forms_present FROM documents' })).toEqual([
      { kind: 'budget', forms_present: '05' },
    ]);
  });

  test('is refused with everything that is missing or wrong', async () => {
    const bytes = await facts(
      'SELECT * EXCLUDE (fund, resolution) REPLACE (CAST(amount AS DOUBLE) AS amount, CAST(fiscal_year AS VARCHAR) AS fiscal_year) FROM files',
    );
    const error = await preparePackage(scratch, [{ path: 'a.parquet', bytes }]).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(SchemaMismatch);
    expect((error as SchemaMismatch).faults).toEqual([
      { column: 'fiscal_year', problem: 'type', found: 'VARCHAR', expected: 'SMALLINT' },
      { column: 'fund', problem: 'missing', found: '', expected: 'VARCHAR' },
      { column: 'amount', problem: 'type', found: 'DOUBLE', expected: 'DECIMAL(18,2)' },
      { column: 'resolution', problem: 'missing', found: '', expected: 'DECIMAL(18,2)' },
    ]);
  });

  test('whose facts say two years of one document is refused', async () => {
    const bytes = await facts(
      "SELECT * REPLACE (CAST(CASE WHEN form = '05' THEN 2011 ELSE fiscal_year END AS SMALLINT) AS fiscal_year) FROM files",
    );
    await expect(preparePackage(scratch, [{ path: 'a.parquet', bytes }])).rejects.toThrow(
      /facts\.fiscal_year：.*有多个取值/,
    );
  });

  test('that is no Parquet is refused', async () => {
    const bytes = new TextEncoder().encode('PAR1 and nothing more');
    await expect(preparePackage(scratch, [{ path: 'a.parquet', bytes }])).rejects.toThrow(NotAnExtract);
  });

  test('in Hive partitions, from a folder and from a zip', async () => {
    const years = [...new Set(given.map(({ document }) => document.fiscal_year))];
    const parts: PackageFile[] = [];
    for (const year of years) {
      const bytes = await facts(`SELECT * EXCLUDE (fiscal_year) FROM files WHERE fiscal_year = ${year}`);
      parts.push({ path: `facts/fiscal_year=${year}/part-0.parquet`, bytes });
    }
    const folder = [
      ...files.filter(({ path }) => path !== 'facts.parquet' && path !== 'manifest.json'),
      ...parts,
    ];
    expect(parts.length).toBeGreaterThan(1);
    const expected = await loaded(files);
    for (const one of [below('x/', folder), [{ path: 'x.zip', bytes: await zip(folder) }]]) {
      const prepared = await preparePackage(scratch, one);
      expect(await loaded(prepared.files)).toEqual(expected);
    }
  });
});
