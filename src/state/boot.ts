import {
  chosenFiles,
  loadExtract,
  MANIFEST_PATH,
  parseManifest,
  webFolder,
  type FetchBytes,
} from '../dataset';
import type { DocumentRow, Warning } from '../domain/facts';
import { createBrowserEngine } from '../engine/browser';
import type { Engine } from '../engine/types';
import type { AppState } from './app.svelte';
import type { Dataset } from './dataset';
import { summary } from './summary';

/** The embedded extract, beside the page. */
const DATA = 'data/';

/**
 * The same files, fetched while the engine still starts. A failure here is left to the real reading, which asks again
 * and says what is wrong.
 */
function ahead(fetchBytes: FetchBytes): FetchBytes {
  const begun = new Map<string, Promise<Uint8Array>>();
  const begin = (path: string) => {
    const bytes = fetchBytes(path);
    bytes.catch(() => begun.delete(path));
    begun.set(path, bytes);
    return bytes;
  };
  begin(MANIFEST_PATH)
    .then((bytes) => chosenFiles(parseManifest(bytes), {}).forEach((file) => begin(file.path)))
    .catch(() => undefined);
  return (path, onBytes) => begun.get(path) ?? fetchBytes(path, onBytes);
}

type DocumentLine = Omit<DocumentRow, 'published'> & { published: string | null };

/** What the shell shows of the loaded tables. */
export async function readDataset(engine: Engine, warnings: readonly Warning[] = []): Promise<Dataset> {
  const [documents, counts] = await Promise.all([
    engine.query<DocumentLine>({
      sql: `SELECT doc_id, title, region, department, fiscal_year, kind, scope, unit_printed, file_name, sha256, pages,
  forms_present, source_url, published, warnings FROM documents ORDER BY fiscal_year, region, department, doc_id`,
    }),
    engine.query<{ facts: bigint }>({ sql: 'SELECT count(*) AS facts FROM facts' }),
  ]);
  return { ...summary(documents), facts: Number(counts[0]?.facts ?? 0n), warnings };
}

/** Starts the engine, loads the embedded data, and says in the state how far it is. Failures end in `app.failure`. */
export async function boot(app: AppState): Promise<void> {
  app.failure = null;
  app.phase = 'engine';
  app.progress = { doneBytes: 0, totalBytes: 0, rows: 0 };
  try {
    const fetchBytes = ahead(webFolder(new URL(DATA, document.baseURI).href));
    const engine = await createBrowserEngine((doneBytes, totalBytes) => {
      app.progress = { doneBytes, totalBytes, rows: 0 };
    });
    app.phase = 'data';
    const { manifest } = await loadExtract(engine, { fetchBytes }, ({ doneBytes, totalBytes, rows }) => {
      app.progress = { doneBytes, totalBytes, rows };
    });
    app.dataset = await readDataset(engine, manifest.warnings);
    app.engine = engine;
    app.phase = 'ready';
  } catch (error) {
    console.error(error);
    app.failure = error instanceof Error ? error : new Error(String(error));
    app.phase = 'failed';
  }
}
