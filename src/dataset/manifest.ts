import { ABSENCE_STATES, type FormAbsence, type Warning } from '../domain/facts';
import { NotAnExtract } from './errors';
import { TABLES, type TableName } from './schema';

export const MANIFEST_PATH = 'manifest.json';
export const SCHEMA_ID = 'juesuan-extract/1';

/** One Parquet file of an extract. */
export interface ManifestFile {
  /** Relative to the manifest, with `/`. */
  path: string;
  table: TableName;
  rows: number;
  bytes: number;
  /** Of the file, hexadecimal. */
  sha256: string;
  fiscal_years: number[];
  regions: string[];
}

/** `manifest.json` (docs/data-contract.md). */
export interface Manifest {
  schema: typeof SCHEMA_ID;
  title: string;
  /** ISO 8601. */
  created: string;
  /** Made up for tests and demonstrations, not read from documents. */
  synthetic: boolean;
  /** Rows by table. */
  counts: Record<TableName, number>;
  files: ManifestFile[];
  /** What the extractor could not place, restore or read, with its place; absent in packages of other tools. */
  warnings?: Warning[];
  /** Forms that stand without amounts, and the note that says so; absent in packages of other tools and earlier ones. */
  absences?: FormAbsence[];
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string';
const isSha256 = (value: unknown) => isText(value) && /^[0-9a-f]{64}$/i.test(value);
const isListOf = (test: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(test);
const isTable = (value: unknown): value is TableName => (TABLES as readonly unknown[]).includes(value);

/** A path inside the package: no scheme, no way up. Anything else would fetch from somewhere else. */
const isInside = (value: unknown) =>
  isText(value) &&
  !/^[/\\]|^[a-z][a-z0-9+.-]*:|[\\\u0000]/i.test(value) &&
  !value.split('/').some((s) => s === '..' || s === '');

type Shape = Record<string, [test: (value: unknown) => boolean, expected: string]>;

const FILE_SHAPE: Shape = {
  path: [isInside, 'a relative path inside the package'],
  table: [isTable, TABLES.join(' | ')],
  rows: [isCount, 'a count'],
  bytes: [isCount, 'a count'],
  sha256: [isSha256, '64 hexadecimal digits'],
  fiscal_years: [isListOf(Number.isInteger), 'a list of years'],
  regions: [isListOf(isText), 'a list of names'],
};
const WARNING_SHAPE: Shape = {
  doc_id: [isText, 'text'],
  code: [isText, 'text'],
  message: [isText, 'text'],
  form: [(value) => value === null || isText(value), 'text or null'],
  page: [(value) => value === null || isCount(value), 'a number or null'],
  line: [(value) => value === null || isCount(value), 'a number or null'],
};
const ABSENCE_SHAPE: Shape = {
  doc_id: [isText, 'text'],
  form: [isText, 'text'],
  state: [(value) => (ABSENCE_STATES as readonly unknown[]).includes(value), ABSENCE_STATES.join(' | ')],
  quote: [(value) => value === null || isText(value), 'text or null'],
  page: [(value) => value === null || isCount(value), 'a number or null'],
  line: [(value) => value === null || isCount(value), 'a number or null'],
};
const MANIFEST_SHAPE: Shape = {
  title: [isText, 'text'],
  created: [isText, 'text'],
  synthetic: [(value) => typeof value === 'boolean', 'true or false'],
  counts: [isObject, 'an object'],
  files: [Array.isArray, 'a list'],
};

function demand(value: Json, shape: Shape, place: string): void {
  for (const [key, [test, expected]] of Object.entries(shape)) {
    if (test(value[key])) continue;
    const found = key in value ? JSON.stringify(value[key]) : 'missing';
    throw new NotAnExtract(MANIFEST_PATH, `${place}${key}: ${found} (${expected})`);
  }
}

/** The bytes of `manifest.json` → a manifest that can be relied on. Unknown additions are kept. Throws NotAnExtract. */
export function parseManifest(bytes: Uint8Array): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new NotAnExtract(MANIFEST_PATH, 'not JSON in UTF-8', { cause });
  }
  if (!isObject(value) || value.schema !== SCHEMA_ID) {
    const found = isObject(value) ? JSON.stringify(value.schema ?? null) : typeof value;
    throw new NotAnExtract(MANIFEST_PATH, `schema: ${found} (${SCHEMA_ID})`);
  }
  demand(value, MANIFEST_SHAPE, '');
  for (const table of TABLES) demand(value.counts as Json, { [table]: [isCount, 'a count'] }, 'counts.');
  for (const [i, file] of (value.files as unknown[]).entries()) {
    if (!isObject(file)) throw new NotAnExtract(MANIFEST_PATH, `files[${i}]: not an object`);
    demand(file, FILE_SHAPE, `files[${i}].`);
  }
  for (const [key, shape] of [
    ['warnings', WARNING_SHAPE],
    ['absences', ABSENCE_SHAPE],
  ] as const) {
    if (value[key] === undefined) continue;
    demand(value, { [key]: [isListOf(isObject), 'a list'] }, '');
    for (const [i, one] of (value[key] as Json[]).entries()) demand(one, shape, `${key}[${i}].`);
  }
  const manifest = value as unknown as Manifest;
  for (const table of TABLES) {
    const rows = manifest.files.filter((file) => file.table === table);
    if (rows.length === 0) throw new NotAnExtract(MANIFEST_PATH, `no file of the table ${table}`);
    const sum = rows.reduce((total, file) => total + file.rows, 0);
    if (sum !== manifest.counts[table]) {
      throw new NotAnExtract(
        MANIFEST_PATH,
        `counts.${table}: ${manifest.counts[table]}, but its files have ${sum} rows`,
      );
    }
  }
  return manifest;
}

/** A manifest as the bytes of `manifest.json`; the same manifest gives the same bytes. */
export function manifestBytes(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}
