import { describe, expect, test } from 'vitest';
import { chosenFiles, NotAnExtract, parseManifest, type Manifest } from '../../src/dataset';
import { manifestBytes } from '../../src/dataset/manifest';

function manifest(): Manifest {
  const file = (
    table: Manifest['files'][number]['table'],
    rows: number,
    years: number[],
    path = `${table}.parquet`,
  ) => ({
    path,
    table,
    rows,
    bytes: 10,
    sha256: 'a'.repeat(64),
    fiscal_years: years,
    regions: years.length ? ['甘肃省临夏市'] : [],
  });
  return {
    schema: 'juesuan-extract/1',
    title: '样',
    created: '2024-10-01T00:00:00Z',
    synthetic: false,
    counts: { documents: 2, facts: 30, statements: 0, indicators: 5 },
    files: [
      file('documents', 2, [2022, 2023]),
      file('facts', 10, [2022], 'facts/fiscal_year=2022/a.parquet'),
      file('facts', 20, [2023], 'facts/fiscal_year=2023/a.parquet'),
      file('statements', 0, []),
      file('indicators', 5, [2023]),
    ],
  };
}
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('a manifest', () => {
  test('comes back as it was written, additions and all', () => {
    const given = { ...manifest(), generator: 'elsewhere' };
    expect(parseManifest(manifestBytes(given))).toEqual(given);
    expect(manifestBytes(given)).toEqual(manifestBytes(parseManifest(manifestBytes(given))));
  });

  test.each<[string, (m: Record<string, unknown>) => unknown]>([
    ['schema', (m) => ({ ...m, schema: 'juesuan-extract/2' })],
    ['schema', () => null],
    ['schema', () => []],
    ['title', ({ title: _, ...rest }) => rest],
    ['created', (m) => ({ ...m, created: 5 })],
    ['synthetic', (m) => ({ ...m, synthetic: 'no' })],
    ['counts.statements', (m) => ({ ...m, counts: { documents: 2, facts: 30, indicators: 5 } })],
    ['counts.facts', (m) => ({ ...m, counts: { ...(m.counts as object), facts: 31 } })],
    ['files', ({ files: _, ...rest }) => rest],
    ['files[0]', (m) => ({ ...m, files: ['documents.parquet'] })],
    [
      'table indicators',
      (m) => ({
        ...m,
        files: (m.files as unknown[]).slice(0, 4),
        counts: { ...(m.counts as object), indicators: 0 },
      }),
    ],
  ])('with a bad %s is refused by name', (place, change) => {
    const broken = bytes(change(manifest() as unknown as Record<string, unknown>));
    expect(() => parseManifest(broken)).toThrow(NotAnExtract);
    expect(() => parseManifest(broken)).toThrow(place);
  });

  test.each<[string, Record<string, unknown>]>([
    ['path', { path: '../facts.parquet' }],
    ['path', { path: '/etc/facts.parquet' }],
    ['path', { path: 'https://example.org/facts.parquet' }],
    ['path', { path: 'a\\..\\facts.parquet' }],
    ['path', { path: 'a//facts.parquet' }],
    ['path', { path: '' }],
    ['table', { table: 'fact' }],
    ['rows', { rows: -1 }],
    ['bytes', { bytes: '10' }],
    ['sha256', { sha256: 'abc' }],
    ['fiscal_years', { fiscal_years: ['2022'] }],
    ['regions', { regions: null }],
  ])('with a file of bad %s is refused by name: %j', (place, change) => {
    const broken = manifest();
    Object.assign(broken.files[1]!, change);
    expect(() => parseManifest(bytes(broken))).toThrow(NotAnExtract);
    expect(() => parseManifest(bytes(broken))).toThrow(`files[1].${place}`);
  });

  test.each([
    ['text', new TextEncoder().encode('<html></html>')],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
    ['nothing', new Uint8Array()],
  ])('that is %s is refused', (_, given) => {
    expect(() => parseManifest(given)).toThrow(NotAnExtract);
  });
});

describe('which files to fetch', () => {
  const paths = (source: Parameters<typeof chosenFiles>[1]) =>
    chosenFiles(manifest(), source).map((file) => file.path);

  test('all where nothing is chosen', () => {
    expect(paths({})).toHaveLength(5);
  });

  test('by year; documents always', () => {
    expect(paths({ years: [2022] })).toEqual([
      'documents.parquet',
      'facts/fiscal_year=2022/a.parquet',
      'statements.parquet',
    ]);
  });

  test('by region', () => {
    expect(paths({ regions: ['河南省'] })).toEqual(['documents.parquet', 'statements.parquet']);
    expect(paths({ regions: ['甘肃省临夏市'], years: [2023] })).toEqual([
      'documents.parquet',
      'facts/fiscal_year=2023/a.parquet',
      'statements.parquet',
      'indicators.parquet',
    ]);
  });
});
