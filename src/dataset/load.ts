import type { Engine, ParquetFile } from '../engine/types';
import { DamagedFile } from './errors';
import { MANIFEST_PATH, parseManifest, type Manifest, type ManifestFile } from './manifest';
import { TABLES, type TableName } from './schema';
import { sha256Hex } from './sha256';
import { createTables, demandCounts } from './tables';

/** Reads a whole file of the package. `onBytes` gets how many have come so far. Rejects where there is none. */
export type FetchBytes = (path: string, onBytes?: (bytes: number) => void) => Promise<Uint8Array>;

/** Where an extract is, and which part of it is wanted. */
export interface ExtractSource {
  fetchBytes: FetchBytes;
  /** Only files with one of these years; all where absent. */
  years?: readonly number[];
  /** Only files with one of these regions; all where absent. */
  regions?: readonly string[];
}

export interface LoadProgress {
  step: 'manifest' | 'files' | 'tables';
  /** Bytes of the tables' files. */
  doneBytes: number;
  totalBytes: number;
  /** Rows that will be in the tables. */
  rows: number;
}

export interface LoadedExtract {
  manifest: Manifest;
  /** The files that were loaded. */
  files: ManifestFile[];
}

/** The files that hold something of the years and regions; one that names none holds anything. */
export function chosenFiles(
  manifest: Manifest,
  source: Pick<ExtractSource, 'years' | 'regions'>,
): ManifestFile[] {
  const meets = <T>(wanted: readonly T[] | undefined, has: readonly T[]) =>
    !wanted || has.length === 0 || has.some((value) => wanted.includes(value));
  return manifest.files.filter((file) => {
    // Documents are few and every other table refers to them.
    return (
      file.table === 'documents' ||
      (meets(source.years, file.fiscal_years) && meets(source.regions, file.regions))
    );
  });
}

async function fetchFile(source: ExtractSource, file: ManifestFile, onBytes: (bytes: number) => void) {
  let bytes: Uint8Array;
  try {
    bytes = await source.fetchBytes(file.path, onBytes);
  } catch (cause) {
    throw new DamagedFile(file.path, cause instanceof Error ? cause.message : String(cause), { cause });
  }
  if (bytes.length !== file.bytes) {
    throw new DamagedFile(file.path, `${bytes.length} bytes, ${file.bytes} in the manifest`);
  }
  if (sha256Hex(bytes) !== file.sha256.toLowerCase()) {
    throw new DamagedFile(file.path, 'sha256 differs from the manifest');
  }
  onBytes(bytes.length);
  return bytes;
}

/**
 * Loads an extract into the engine's tables `documents`, `facts`, `statements`, `indicators`, replacing what is there;
 * they come back by themselves after a reboot. Money is BIGINT 分 with the suffix `_fen`, repeated texts are ENUMs,
 * rates and indicators stay DECIMAL (select them as VARCHAR).
 * Throws NotAnExtract, SchemaMismatch, DamagedFile, EngineError; what was loaded before is then still there.
 */
export async function loadExtract(
  engine: Engine,
  source: ExtractSource,
  onProgress: (progress: LoadProgress) => void = () => undefined,
): Promise<LoadedExtract> {
  const progress: LoadProgress = { step: 'manifest', doneBytes: 0, totalBytes: 0, rows: 0 };
  onProgress({ ...progress });
  let manifestFile: Uint8Array;
  try {
    manifestFile = await source.fetchBytes(MANIFEST_PATH);
  } catch (cause) {
    throw new DamagedFile(MANIFEST_PATH, cause instanceof Error ? cause.message : String(cause), { cause });
  }
  const manifest = parseManifest(manifestFile);
  const files = chosenFiles(manifest, source);
  progress.step = 'files';
  progress.totalBytes = files.reduce((sum, file) => sum + file.bytes, 0);
  progress.rows = files.reduce((sum, file) => sum + file.rows, 0);
  onProgress({ ...progress });

  const done = new Map<string, number>();
  const bytes = await Promise.all(
    files.map((file) =>
      fetchFile(source, file, (count) => {
        done.set(file.path, Math.min(count, file.bytes));
        progress.doneBytes = [...done.values()].reduce((a, b) => a + b, 0);
        onProgress({ ...progress });
      }),
    ),
  );
  progress.step = 'tables';
  onProgress({ ...progress });

  const parquet = Object.fromEntries(
    TABLES.map((table): [TableName, ParquetFile[]] => [
      table,
      files.flatMap((file, i) => (file.table === table ? [{ name: file.path, bytes: bytes[i]! }] : [])),
    ]),
  ) as Record<TableName, ParquetFile[]>;
  const expected = Object.fromEntries(
    TABLES.map((table) => [
      table,
      files.filter((file) => file.table === table).reduce((sum, file) => sum + file.rows, 0),
    ]),
  ) as Record<TableName, number>;
  await engine.install('extract', async (session) => {
    demandCounts(await createTables(session, parquet), expected);
  });
  return { manifest, files };
}
