import type { Engine } from '../../engine/types';
import { DamagedFile, NotAnExtract } from '../errors';
import { loadExtract } from '../load';
import { MANIFEST_PATH, parseManifest, type Manifest } from '../manifest';
import type { TableName } from '../schema';
import { sha256Hex } from '../sha256';
import type { ExtractFile } from '../write';
import { demandSound } from './demand-sound';
import { deriveExtract } from './derive';
import { hashOf } from './hash';
import { parseReviews, REVIEWS_PATH, type ReviewMark } from './marks';
import { now } from './now';
import type { PreparedPackage } from './prepared';
import type { PackageFile } from './types';
import { parseViews, VIEWS_PATH, type SavedView } from './views';
import { isZip, unzip } from './zip';

/** Where a package has its documents' original files: `originals/<sha256>/<file name>`. */
export const ORIGINALS = 'originals/';

const isParquet = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === 'PAR1';
const depth = (path: string) => path.split('/').length;
const baseName = (path: string) => path.split('/').at(-1) ?? path;
/** Left behind in folders and zips by systems. */
const isNoise = (path: string) => /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/.test(path);

/** `facts.parquet`, `facts/….parquet`, below whatever folder. */
function tableOf(path: string): TableName | null {
  const match =
    /(?:^|\/)(documents|facts|statements|indicators)(?:\.parquet|\/(?:[^/]+\/)*[^/]+\.parquet)$/.exec(path);
  return (match?.[1] as TableName | undefined) ?? null;
}

/** The manifest nearest to the top. Throws NotAnExtract where several folders have one. */
function manifestIn(files: readonly PackageFile[]): PackageFile | null {
  const found = files.filter(({ path }) => baseName(path) === MANIFEST_PATH);
  const top = Math.min(...found.map(({ path }) => depth(path)));
  const [first, second] = found.filter(({ path }) => depth(path) === top);
  if (first && second) throw new NotAnExtract(second.path, `a second package beside ${first.path}`);
  return first ?? null;
}

/** The files that a manifest names, and the kept originals. Throws NotAnExtract, DamagedFile. */
function filesOf(manifestFile: PackageFile, manifest: Manifest, all: readonly PackageFile[]): ExtractFile[] {
  const prefix = manifestFile.path.slice(0, -MANIFEST_PATH.length);
  const byPath = new Map(all.map((file) => [file.path, file.bytes]));
  const tables = manifest.files.map(({ path }) => {
    const bytes = byPath.get(prefix + path);
    if (!bytes) throw new DamagedFile(path, 'missing');
    return { path, bytes };
  });
  const originals = all.flatMap(({ path, bytes }) => {
    const inside = path.startsWith(prefix) ? path.slice(prefix.length) : '';
    const sha256 = /^originals\/([0-9a-f]{64})\/[^/]+$/.exec(inside)?.[1];
    if (!sha256) return [];
    if (sha256Hex(bytes) !== sha256) throw new DamagedFile(inside, 'sha256 differs from its folder');
    return [{ path: inside, bytes }];
  });
  return [{ path: MANIFEST_PATH, bytes: manifestFile.bytes }, ...tables, ...originals];
}

/** The judgements of findings beside a manifest. Throws DamagedFile. */
function marksIn(all: readonly PackageFile[], folder: string): ReviewMark[] {
  const file = all.find(({ path }) => path === folder + REVIEWS_PATH);
  return file ? parseReviews(file.bytes) : [];
}

/** The saved views beside a manifest. Throws DamagedFile. */
function viewsIn(all: readonly PackageFile[], folder: string): SavedView[] {
  const file = all.find(({ path }) => path === folder + VIEWS_PATH);
  return file ? parseViews(file.bytes) : [];
}

/** The judgements of findings alone: a `reviews.json`, or the one of a zip. Throws NotAnExtract, DamagedFile. */
export function readMarks({ path, bytes }: PackageFile): ReviewMark[] {
  if (!isZip(bytes)) return parseReviews(bytes);
  const [file] = unzip(path, bytes)
    .filter((one) => baseName(one.path) === REVIEWS_PATH)
    .sort((a, b) => depth(a.path) - depth(b.path));
  if (!file) throw new DamagedFile(REVIEWS_PATH, 'missing');
  return parseReviews(file.bytes);
}

async function withoutManifest(engine: Engine, files: readonly PackageFile[]): Promise<ExtractFile[]> {
  const parquet = files.filter(({ path }) => /\.parquet$/i.test(path));
  const [only] = parquet;
  const tables: Partial<Record<TableName, { name: string; bytes: Uint8Array }[]>> = {};
  for (const { path, bytes } of parquet) {
    const table = parquet.length === 1 ? 'facts' : tableOf(path);
    if (table) (tables[table] ??= []).push({ name: path, bytes });
  }
  const [facts] = tables.facts ?? [];
  if (!only || !facts) {
    throw new NotAnExtract(files[0]?.path ?? '', 'no manifest.json, and no Parquet of facts');
  }
  const about = { name: baseName(facts.name), sha256: await hashOf(facts.bytes), created: now() };
  return deriveExtract(engine, tables, about);
}

/** Of the tables alone: the same figures are the same package, whoever wrote the manifest and when. */
async function idOf(manifest: Manifest): Promise<string> {
  const tables = manifest.files.map(({ table, path, sha256 }) => `${table} ${path} ${sha256.toLowerCase()}`);
  return (await hashOf(new TextEncoder().encode(tables.toSorted().join('\n')))).slice(0, 32);
}

/**
 * Reads and checks a package: a folder's files, one zip, one Parquet of facts (or Parquet tables without a manifest).
 * `scratch` is an engine whose tables may be replaced.
 * Throws NotAnExtract, SchemaMismatch (naming everything that is missing or wrong), DamagedFile, EngineError.
 */
export async function preparePackage(
  scratch: Engine,
  given: readonly PackageFile[],
): Promise<PreparedPackage> {
  const [first] = given;
  if (!first) throw new NotAnExtract('', 'no file');
  const unpacked = given.length === 1 && isZip(first.bytes) ? unzip(first.path, first.bytes) : given;
  const all = unpacked
    .map((file) => ({ ...file, path: file.path.replaceAll('\\', '/').replace(/^\/+/, '') }))
    .filter(({ path }) => !isNoise(path));
  const single = all.length === 1 && isParquet(all[0]!.bytes);
  const manifestFile = single ? null : manifestIn(all);
  const files = manifestFile
    ? filesOf(manifestFile, parseManifest(manifestFile.bytes), all)
    : await withoutManifest(scratch, all);
  const folder = manifestFile?.path.slice(0, -MANIFEST_PATH.length) ?? '';
  const [marks, views] = [marksIn(all, folder), viewsIn(all, folder)];
  const byPath = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const { manifest } = await loadExtract(scratch, {
    fetchBytes: (path) => {
      const bytes = byPath.get(path);
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no file ${path}`));
    },
  });
  await demandSound(scratch);
  return {
    id: await idOf(manifest),
    title: manifest.title || first.path,
    documents: manifest.counts.documents,
    facts: manifest.counts.facts,
    synthetic: manifest.synthetic,
    files,
    marks,
    views,
  };
}
