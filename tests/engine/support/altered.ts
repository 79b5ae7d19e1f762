import { MANIFEST_PATH, parseManifest, type ExtractFile, type Manifest } from '../../../src/dataset';
import { manifestBytes } from '../../../src/dataset/manifest';
import { sha256Hex } from '../../../src/dataset/sha256';
import type { TableName } from '../../../src/dataset/schema';
import type { Engine } from '../../../src/engine/types';

export function manifestOf(files: readonly ExtractFile[]): Manifest {
  return parseManifest(files.find((file) => file.path === MANIFEST_PATH)!.bytes);
}

/** The package with another manifest. */
export function withManifest(files: readonly ExtractFile[], manifest: Manifest): ExtractFile[] {
  const rest = files.filter((file) => file.path !== MANIFEST_PATH);
  return [{ path: MANIFEST_PATH, bytes: manifestBytes(manifest) }, ...rest];
}

/** The package with the bytes of one file exchanged and its manifest telling the truth about them. */
export function withBytes(
  files: readonly ExtractFile[],
  path: string,
  bytes: Uint8Array,
  rows?: number,
): ExtractFile[] {
  const manifest = manifestOf(files);
  for (const file of manifest.files) {
    if (file.path !== path) continue;
    const before = file.rows;
    Object.assign(file, { bytes: bytes.length, sha256: sha256Hex(bytes), rows: rows ?? before });
    manifest.counts[file.table] += file.rows - before;
  }
  return withManifest(
    files.map((file) => (file.path === path ? { path, bytes } : file)),
    manifest,
  );
}

/**
 * The package with one table written anew by another tool: `select` is a SELECT from `files`, run and written by
 * `native`.
 */
export async function rewritten(
  native: Engine,
  files: readonly ExtractFile[],
  table: TableName,
  select: string,
): Promise<ExtractFile[]> {
  const path = `${table}.parquet`;
  const { bytes } = files.find((file) => file.path === path)!;
  await native.loadParquet('rewritten', [{ name: path, bytes }], select);
  const [count] = await native.query<{ n: bigint }>({ sql: 'SELECT count(*) AS n FROM rewritten' });
  return withBytes(files, path, await native.exportParquet('SELECT * FROM rewritten'), Number(count!.n));
}
