import { EngineError } from '../engine/errors';
import type { Engine, Session } from '../engine/types';
import { DamagedFile } from './errors';
import { MANIFEST_PATH, parseManifest, type Manifest, type ManifestFile } from './manifest';
import { demandCounts, type PackageTables, type RowCounts } from './relations';
import { TABLES } from './schema';
import { sha256Hex } from './sha256';
import { createTables } from './tables';
import { withUnited } from './unite';

/** Reads a whole file of the package. `onBytes` gets how many have come so far. Rejects where there is none. */
export type FetchBytes = (path: string, onBytes?: (bytes: number) => void) => Promise<Uint8Array>;

/** Where an extract is, and which part of it is wanted. */
export interface ExtractSource {
  fetchBytes: FetchBytes;
  /** Only files with one of these years; all where absent. */
  years?: readonly number[];
  /** Only files with one of these regions; all where absent. */
  regions?: readonly string[];
  /** Documents that are left out, with all their rows. */
  without?: readonly string[];
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

interface Fetched extends LoadedExtract, Pick<ExtractSource, 'without'> {
  bytes: Uint8Array[];
}

type OnProgress = (progress: LoadProgress) => void;

async function fetchManifest(source: ExtractSource): Promise<Manifest> {
  let manifestFile: Uint8Array;
  try {
    manifestFile = await source.fetchBytes(MANIFEST_PATH);
  } catch (cause) {
    throw new DamagedFile(MANIFEST_PATH, cause instanceof Error ? cause.message : String(cause), { cause });
  }
  return parseManifest(manifestFile);
}

/** Fetches a source's files; `progress` is shared by all sources. */
async function fetchExtract(
  source: ExtractSource,
  progress: LoadProgress,
  tell: () => void,
): Promise<Fetched> {
  const manifest = await fetchManifest(source);
  const files = chosenFiles(manifest, source);
  progress.step = 'files';
  progress.totalBytes += files.reduce((sum, file) => sum + file.bytes, 0);
  progress.rows += files.reduce((sum, file) => sum + file.rows, 0);
  tell();
  const bytes = await Promise.all(
    files.map((file) => {
      let done = 0;
      return fetchFile(source, file, (count) => {
        progress.doneBytes += Math.min(count, file.bytes) - done;
        done = Math.min(count, file.bytes);
        tell();
      });
    }),
  );
  return { manifest, files, bytes, without: source.without ?? [] };
}

/** The fetched files by table, with the rows that the manifest gives them. */
function packageTables({ files, bytes, without = [] }: Fetched): PackageTables {
  const tables = (of: (own: { name: string; bytes: Uint8Array; rows: number }[]) => unknown) =>
    Object.fromEntries(
      TABLES.map((table) => [
        table,
        of(
          files.flatMap((file, i) =>
            file.table === table ? [{ name: file.path, bytes: bytes[i]!, rows: file.rows }] : [],
          ),
        ),
      ]),
    );
  return {
    files: tables((own) => own) as PackageTables['files'],
    rows: tables((own) => own.reduce((sum, { rows }) => sum + rows, 0)) as RowCounts,
    without,
  };
}

/** Fetches whole packages, for a use other than loading them. Throws NotAnExtract, DamagedFile. */
export async function fetchPackages(
  sources: readonly ExtractSource[],
): Promise<{ manifest: Manifest; tables: PackageTables }[]> {
  const progress: LoadProgress = { step: 'manifest', doneBytes: 0, totalBytes: 0, rows: 0 };
  const fetched = await Promise.all(sources.map((source) => fetchExtract(source, progress, () => undefined)));
  return fetched.map((one) => ({ manifest: one.manifest, tables: packageTables(one) }));
}

/** Makes the engine's tables of packages united; gives the documents of each that a later one replaces. */
async function load(session: Session, packages: readonly Fetched[]): Promise<string[][]> {
  return withUnited(session, packages.map(packageTables), async ({ relations, replaced, rows }) => {
    demandCounts(await createTables(session, relations), rows);
    return replaced;
  });
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
  onProgress: OnProgress = () => undefined,
): Promise<LoadedExtract> {
  const { loaded, failed } = await loadExtracts(engine, [{ ...source, id: '' }], onProgress);
  if (failed[0]) throw failed[0].error;
  return { manifest: loaded[0]!.manifest, files: loaded[0]!.files };
}

/** An extract among others; the id names it in what comes back. */
export interface NamedSource extends ExtractSource {
  id: string;
}
export interface LoadedSource extends LoadedExtract {
  id: string;
  /** Its documents whose rows come from a later source instead. */
  replaced: string[];
}
export interface LoadedExtracts {
  loaded: LoadedSource[];
  /** Sources that could not be read; the rest is loaded. */
  failed: { id: string; error: Error }[];
}

const asError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)));
/** Not the fault of what was to be loaded. */
const ofEngine = (thrown: unknown) =>
  thrown instanceof EngineError && ['crashed', 'cancelled', 'timeout', 'unavailable'].includes(thrown.kind);

/**
 * As `loadExtract`, several extracts in one set of tables: a document's rows come from the last source that has it.
 * A source that cannot be read is set aside and the others are loaded; no source at all gives empty tables.
 * Throws where every source fails (the first one's error), and EngineError where the engine does.
 */
export async function loadExtracts(
  engine: Engine,
  sources: readonly NamedSource[],
  onProgress: OnProgress = () => undefined,
): Promise<LoadedExtracts> {
  const progress: LoadProgress = { step: 'manifest', doneBytes: 0, totalBytes: 0, rows: 0 };
  const tell = () => onProgress({ ...progress });
  tell();
  const unread: LoadedExtracts['failed'] = [];
  const fetched = await Promise.all(
    sources.map(async (source) => {
      try {
        return [{ id: source.id, ...(await fetchExtract(source, progress, tell)) }];
      } catch (thrown) {
        unread.push({ id: source.id, error: asError(thrown) });
        return [];
      }
    }),
  );
  const read = fetched.flat();
  if (read.length === 0 && unread[0]) throw unread[0].error;
  progress.step = 'tables';
  tell();
  let result: LoadedExtracts = { loaded: [], failed: [] };
  await engine.install('extract', async (session) => {
    const { good, replaced, failed } = await loadGood(session, read);
    const loaded = good.map(({ id, manifest, files }, i) => ({
      id,
      manifest,
      files,
      replaced: replaced[i]!,
    }));
    result = { loaded, failed: [...unread, ...failed] };
  });
  return result;
}

type Candidate = Fetched & { id: string };

/** Loads all of them, or without those that are at fault. */
async function loadGood(
  session: Session,
  candidates: readonly Candidate[],
): Promise<{ good: readonly Candidate[]; replaced: string[][]; failed: LoadedExtracts['failed'] }> {
  try {
    return { good: candidates, replaced: await load(session, candidates), failed: [] };
  } catch (thrown) {
    if (candidates.length < 2 || ofEngine(thrown)) throw thrown;
    const failed = await faulty(session, candidates, asError(thrown));
    const good = candidates.filter(({ id }) => !failed.some((failure) => failure.id === id));
    if (good.length === 0) throw failed[0]!.error;
    const rest = await loadGood(session, good);
    return { ...rest, failed: [...failed, ...rest.failed] };
  }
}

/** Which of several packages cannot be loaded, each tried alone; where each can, the largest is one too many. */
async function faulty(
  session: Session,
  candidates: readonly Candidate[],
  error: Error,
): Promise<LoadedExtracts['failed']> {
  const failed: LoadedExtracts['failed'] = [];
  for (const candidate of candidates) {
    try {
      await load(session, [candidate]);
    } catch (thrown) {
      if (ofEngine(thrown)) throw thrown;
      failed.push({ id: candidate.id, error: asError(thrown) });
    }
  }
  if (failed.length > 0) return failed;
  const size = ({ bytes }: Candidate) => bytes.reduce((sum, { length }) => sum + length, 0);
  const [largest] = candidates.toSorted((a, b) => size(b) - size(a));
  return [{ id: largest!.id, error }];
}
