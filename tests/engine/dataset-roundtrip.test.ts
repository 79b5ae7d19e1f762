import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadExtract, Unwritable, writeExtract, type ExtractFile } from '../../src/dataset';
import { engineName, SCHEMA, TABLES, type TableName } from '../../src/dataset/schema';
import type { Extraction, Fact } from '../../src/domain/facts';
import { fenToYuan } from '../../src/domain/money';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine, Row } from '../../src/engine/types';
import { manifestOf, memorySource, nativeEngine, smallDataset } from './support';

const OPTIONS = { title: '小样', created: '2024-10-01T00:00:00Z' };
const DECIMALS = /^DECIMAL\((12|18),4\)$/;

let wasm: Engine;
let native: Engine;
beforeAll(async () => {
  [wasm, native] = await Promise.all([createNodeEngine(), nativeEngine()]);
});
afterAll(() => Promise.all([wasm.close(), native.close()]));

/** The extraction of one document with these facts, all else from the small dataset. */
function oneDocument(facts: Partial<Fact>[]): Extraction[] {
  const [document] = smallDataset();
  const [fact] = document!.facts;
  return [{ ...document!, facts: facts.map((given, i) => ({ ...fact!, fact_id: `f${i}`, ...given })) }];
}

/** All rows of an engine table under the published names, rates and indicators as text. */
async function rowsOf(engine: Engine, table: TableName): Promise<Row[]> {
  const columns = SCHEMA[table].map((column) => {
    const name = `"${engineName(column)}"`;
    return `${DECIMALS.test(column.type) ? `CAST(${name} AS VARCHAR)` : name} AS "${column.name}"`;
  });
  return engine.query({ sql: `SELECT ${columns.join(', ')} FROM ${table}` });
}

/** A written file as native DuckDB reads it. */
async function published(files: readonly ExtractFile[], table: TableName, select?: string): Promise<void> {
  const path = `${table}.parquet`;
  await native.loadParquet(
    'published',
    [{ name: path, bytes: files.find((f) => f.path === path)!.bytes }],
    select,
  );
}

describe('facts → Parquet → engine', () => {
  const given = smallDataset();
  let files: ExtractFile[];
  beforeAll(async () => {
    files = await writeExtract(wasm, given, OPTIONS);
    await loadExtract(wasm, memorySource(files));
  });

  test('every row of every table comes back with every value', async () => {
    const key = (row: object) =>
      JSON.stringify(row, (_, v: unknown) => (typeof v === 'bigint' ? `${v} 分` : v));
    const four = (text: unknown) =>
      typeof text === 'string'
        ? `${text}.`.replace(/\.(\d*)\.?$/, (_, d: string) => `.${d.padEnd(4, '0')}`)
        : text;
    const expected: Record<TableName, object[]> = {
      documents: given.map((e) => e.document),
      facts: given.flatMap((e) => e.facts),
      statements: given
        .flatMap((e) => e.statements)
        .map((s) => ({ ...s, change_rate: four(s.change_rate), execution_rate: four(s.execution_rate) })),
      indicators: given.flatMap((e) => e.indicators).map((i) => ({ ...i, value: four(i.value) })),
    };
    for (const table of TABLES) {
      const names = SCHEMA[table].map((column) => column.name);
      const wanted = expected[table].map((row) =>
        key(Object.fromEntries(names.map((name) => [name, (row as Row)[name]]))),
      );
      const found = (await rowsOf(wasm, table)).map(key);
      expect(found.toSorted(), table).toEqual(wanted.toSorted());
    }
  });

  test('money is 分 in BIGINT, repeated texts are ENUMs, the rest as published', async () => {
    const types = await wasm.query<{ name: string; type: string }>({
      sql: "SELECT column_name AS name, CASE WHEN data_type LIKE 'ENUM%' THEN 'ENUM' ELSE data_type END AS type FROM duckdb_columns() WHERE table_name = 'facts' ORDER BY column_index",
    });
    expect(types.map(({ name, type }) => `${name} ${type}`)).toEqual(
      `fact_id VARCHAR, doc_id ENUM, region ENUM, department ENUM, scope ENUM, fiscal_year SMALLINT, source ENUM,
       form ENUM, flow ENUM, classification ENUM, subject_code ENUM, subject_name ENUM, subject_level TINYINT,
       fund ENUM, measure ENUM, stage ENUM, amount_fen BIGINT, resolution_fen BIGINT, derived BOOLEAN,
       printed_code VARCHAR, printed_name VARCHAR, printed_value VARCHAR, printed_unit ENUM, page INTEGER,
       line INTEGER, quote VARCHAR, note VARCHAR`.split(/,\s+/),
    );
  });

  test('ENUMs sort as their texts do and join across tables', async () => {
    const sorted = await wasm.query({ sql: 'SELECT DISTINCT subject_name FROM facts ORDER BY subject_name' });
    const texts = await wasm.query({
      sql: 'SELECT DISTINCT CAST(subject_name AS VARCHAR) AS subject_name FROM facts ORDER BY 1',
    });
    expect(sorted.length).toBeGreaterThan(10);
    expect(sorted).toEqual(texts);
    const joined = await wasm.query({
      sql: 'SELECT count(*) AS n FROM facts f JOIN documents d ON d.doc_id = f.doc_id AND d.region = f.region AND d.department = f.department AND d.scope = f.scope',
    });
    expect(joined).toEqual([{ n: BigInt(given.flatMap((e) => e.facts).length) }]);
  });

  test('the manifest says what the files are', () => {
    const manifest = manifestOf(files);
    expect(manifest).toMatchObject({
      schema: 'juesuan-extract/1',
      title: '小样',
      created: OPTIONS.created,
      synthetic: false,
    });
    expect(manifest.files.map((file) => file.path)).toEqual([
      'documents.parquet',
      'facts.parquet',
      'statements.parquet',
      'indicators.parquet',
    ]);
    expect(manifest.counts.documents).toBe(6);
    expect(manifest.files[0]).toMatchObject({
      fiscal_years: [2023, 2024],
      regions: ['河南省安阳市北关区', '甘肃省临夏市'],
    });
  });

  test('native DuckDB reads the published types, compressed with zstd', async () => {
    const contract: Record<TableName, string> = {
      documents:
        'doc_id VARCHAR, title VARCHAR, region VARCHAR, department VARCHAR, fiscal_year SMALLINT, kind VARCHAR, scope VARCHAR, unit_printed VARCHAR, file_name VARCHAR, sha256 VARCHAR, pages INTEGER, forms_present VARCHAR, source_url VARCHAR, published DATE, warnings INTEGER',
      facts:
        'fact_id VARCHAR, doc_id VARCHAR, region VARCHAR, department VARCHAR, scope VARCHAR, fiscal_year SMALLINT, source VARCHAR, form VARCHAR, flow VARCHAR, classification VARCHAR, subject_code VARCHAR, subject_name VARCHAR, subject_level TINYINT, fund VARCHAR, measure VARCHAR, stage VARCHAR, amount DECIMAL(18,2), resolution DECIMAL(18,2), derived BOOLEAN, printed_code VARCHAR, printed_name VARCHAR, printed_value VARCHAR, printed_unit VARCHAR, page INTEGER, line INTEGER, quote VARCHAR, note VARCHAR',
      statements:
        'doc_id VARCHAR, section VARCHAR, item VARCHAR, subject_code VARCHAR, subject_name VARCHAR, initial_budget DECIMAL(18,2), adjusted_budget DECIMAL(18,2), final DECIMAL(18,2), change DECIMAL(18,2), prior_final DECIMAL(18,2), change_rate DECIMAL(12,4), execution_rate DECIMAL(12,4), share DECIMAL(12,4), reason VARCHAR, quote VARCHAR, page INTEGER, line INTEGER',
      indicators:
        'doc_id VARCHAR, code VARCHAR, subject_name VARCHAR, value DECIMAL(18,4), unit VARCHAR, quote VARCHAR, page INTEGER, line INTEGER',
    };
    for (const table of TABLES) {
      await published(files, table);
      const types = await native.query<{ name: string; type: string }>({
        sql: "SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = 'published' ORDER BY column_index",
      });
      expect(types.map(({ name, type }) => `${name} ${type}`).join(', ')).toBe(contract[table]);
      const codecs = await native.run((session) => {
        const path = `${table}.parquet`;
        const { bytes } = files.find((file) => file.path === path)!;
        return session.withParquet([{ name: path, bytes }], (relation) =>
          session.query({
            sql: `SELECT DISTINCT compression FROM parquet_metadata(${/\['.*?'\]/.exec(relation)![0]})`,
          }),
        );
      });
      expect(codecs).toEqual([{ compression: 'ZSTD' }]);
    }
  });

  test('amounts are 元, exact, with the value of their last printed place', async () => {
    await published(files, 'facts');
    const rows = await native.query({
      sql: "SELECT DISTINCT unit_of, value, amount, resolution FROM (SELECT printed_unit AS unit_of, printed_value AS value, CAST(amount AS VARCHAR) AS amount, CAST(resolution AS VARCHAR) AS resolution FROM published WHERE printed_value IN ('-0.02', '136.53')) ORDER BY 1, 2",
    });
    expect(rows).toEqual([
      { unit_of: '万元', value: '-0.02', amount: '-200.00', resolution: '100.00' },
      { unit_of: '万元', value: '136.53', amount: '1365300.00', resolution: '100.00' },
      { unit_of: '元', value: '-0.02', amount: '-0.02', resolution: '0.01' },
      { unit_of: '元', value: '136.53', amount: '136.53', resolution: '0.01' },
    ]);
  });

  test('facts lie by region, department, year and form; what has no form comes last', async () => {
    await published(files, 'facts', 'SELECT region, department, fiscal_year, form FROM files');
    const rows = await native.query({ sql: 'SELECT * FROM published' });
    const order = 'region, department, fiscal_year, form NULLS LAST';
    expect(rows).toEqual(await native.query({ sql: `SELECT * FROM published ORDER BY ${order}` }));
    // 河 (U+6CB3) before 甘 (U+7518).
    expect([rows[0]!.region, rows.at(-1)!.region]).toEqual(['河南省安阳市北关区', '甘肃省临夏市']);
  });
});

describe('the same documents', () => {
  test('give the same bytes, whatever order they come in and whenever', async () => {
    const first = await writeExtract(wasm, smallDataset(), OPTIONS);
    const other = await createNodeEngine();
    const second = await writeExtract(other, smallDataset().reverse(), {
      ...OPTIONS,
      created: '2025-01-01T00:00:00Z',
    });
    await other.close();
    const sums = (files: ExtractFile[]) => manifestOf(files).files.map((file) => file.sha256);
    expect(sums(second)).toEqual(sums(first));
    expect({ ...manifestOf(second), created: OPTIONS.created }).toEqual(manifestOf(first));
    for (const [i, file] of first.entries()) {
      if (file.path !== 'manifest.json') expect(second[i]).toEqual(file);
    }
  });
});

describe('amounts', () => {
  const LIMIT = 10n ** 18n - 1n;

  /** What engine and native DuckDB make of these amounts, in their order. */
  async function through(amounts: readonly bigint[]): Promise<{ fen: bigint[]; yuan: string[] }> {
    const files = await writeExtract(
      wasm,
      oneDocument(amounts.map((amount) => ({ amount, resolution: 1n }))),
      OPTIONS,
    );
    await loadExtract(wasm, memorySource(files));
    const rows = await wasm.query<{ fen: bigint }>({ sql: 'SELECT amount_fen AS fen FROM facts' });
    await published(files, 'facts', 'SELECT CAST(amount AS VARCHAR) AS yuan FROM files');
    const texts = await native.query<{ yuan: string }>({ sql: 'SELECT yuan FROM published' });
    return { fen: rows.map((row) => row.fen), yuan: texts.map((row) => row.yuan) };
  }

  test('the largest, the smallest and the edges of the quick path', async () => {
    const amounts = [
      LIMIT,
      -LIMIT,
      0n,
      1n,
      -1n,
      99n,
      -100n,
      9_999_999_999_999_900n,
      9_999_999_999_999_901n,
      2n ** 53n + 1n,
    ];
    const { fen, yuan } = await through(amounts);
    expect(fen).toEqual(amounts);
    expect(yuan).toEqual([
      '9999999999999999.99',
      '-9999999999999999.99',
      '0.00',
      '0.01',
      '-0.01',
      '0.99',
      '-1.00',
      '99999999999999.00',
      '99999999999999.01',
      '90071992547409.93',
    ]);
  });

  test('any amount that DECIMAL(18,2) can hold', async () => {
    const amounts = fc.array(fc.bigInt({ min: -LIMIT, max: LIMIT }), { minLength: 1, maxLength: 500 });
    await fc.assert(
      fc.asyncProperty(amounts, async (given) => {
        const { fen, yuan } = await through(given);
        expect(fen).toEqual(given);
        expect(yuan).toEqual(given.map(fenToYuan));
      }),
      { numRuns: 10 },
    );
  });

  test.each([LIMIT + 1n, -LIMIT - 1n])(
    'refuses to write %s 分, which the contract cannot hold',
    async (amount) => {
      await expect(writeExtract(wasm, oneDocument([{ amount }]), OPTIONS)).rejects.toThrow(Unwritable);
    },
  );
});

describe('texts', () => {
  test('of any kind come back', async () => {
    const texts = ['', "o'x", '"', '行\n列\t', '𠮷野', 'a\u0000b', '\\', '，“”（）', ' 空 '];
    const files = await writeExtract(wasm, oneDocument(texts.map((quote) => ({ quote }))), OPTIONS);
    await loadExtract(wasm, memorySource(files));
    expect((await wasm.query({ sql: 'SELECT quote FROM facts' })).map((row) => row.quote)).toEqual(texts);
  });
});

describe('what cannot be written is named', () => {
  const written = (extractions: Extraction[]) => writeExtract(wasm, extractions, OPTIONS);

  test('two documents of one id', async () => {
    const [one] = smallDataset();
    const twice = [one!, { ...one!, document: { ...one!.document, file_name: 'other.txt' } }];
    await expect(written(twice)).rejects.toThrow(/other\.txt/);
  });

  test.each<[string, Partial<Fact>]>([
    ['subject_level', { subject_level: 1.5 }],
    ['line', { line: 2 ** 31 }],
    ['subject_name', { subject_name: null as unknown as string }],
  ])('a fact with a bad %s', async (column, bad) => {
    await expect(written(oneDocument([bad]))).rejects.toThrow(column);
  });

  test('a rate that is no number', async () => {
    const [one] = smallDataset();
    const bad = { ...one!, statements: [{ ...one!.statements[0]!, share: '约 5' }] };
    await expect(written([bad])).rejects.toThrow(Unwritable);
  });

  test('nothing at all is an extract without rows', async () => {
    const files = await written([]);
    await loadExtract(wasm, memorySource(files));
    for (const table of TABLES) expect(await rowsOf(wasm, table)).toEqual([]);
  });
});
