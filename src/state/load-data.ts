import { staffQuery, type StaffLine } from '../analysis/valuation';
import { loadExtracts, type LoadProgress, type NamedSource } from '../dataset';
import type { DocumentRow, FormAbsence, Warning } from '../domain/facts';
import type { Engine } from '../engine/types';
import type { Dataset } from './dataset';
import { EMBEDDED } from './embedded';
import { summary } from './summary';

type DocumentLine = Omit<DocumentRow, 'published'> & { published: string | null };

/** What the shell shows of the loaded tables. */
export async function readDataset(
  engine: Engine,
  warnings: readonly Warning[] = [],
  absences: readonly FormAbsence[] = [],
): Promise<Dataset> {
  const [documents, counts, staff] = await Promise.all([
    engine.query<DocumentLine>({
      sql: `SELECT doc_id, title, region, department, fiscal_year, kind, scope, unit_printed, file_name, sha256, pages,
  forms_present, source_url, published, warnings FROM documents ORDER BY fiscal_year, region, department, doc_id`,
    }),
    engine.query<{ facts: bigint }>({ sql: 'SELECT count(*) AS facts FROM facts' }),
    engine.query<StaffLine>(staffQuery()),
  ]);
  return { ...summary(documents), facts: Number(counts[0]?.facts ?? 0n), warnings, absences, staff };
}

export interface LoadedData {
  dataset: Dataset;
  /** How many documents of each source come from a later one instead. */
  replaced: Readonly<Record<string, number>>;
  failed: { id: string; error: Error }[];
}

/**
 * Loads sources into the engine's tables and reads what they hold. Where none can be read and the app's own is not
 * among them, the tables are empty and `failed` says why: the reader can still get at the others. Throws as
 * `loadExtracts` does.
 */
export async function loadData(
  engine: Engine,
  sources: readonly NamedSource[],
  onProgress?: (progress: LoadProgress) => void,
): Promise<LoadedData> {
  const { loaded, failed } = await loadExtracts(engine, sources, onProgress).catch(async (error: unknown) => {
    if (sources.length === 0 || sources.some(({ id }) => id === EMBEDDED)) throw error;
    const reason = error instanceof Error ? error : new Error(String(error));
    const { loaded: none } = await loadExtracts(engine, []);
    return { loaded: none, failed: sources.map(({ id }) => ({ id, error: reason })) };
  });
  const warnings = loaded.flatMap(({ manifest, replaced }) =>
    (manifest.warnings ?? []).filter(({ doc_id }) => !replaced.includes(doc_id)),
  );
  const absences = loaded.flatMap(({ manifest, replaced }) =>
    (manifest.absences ?? []).filter(({ doc_id }) => !replaced.includes(doc_id)),
  );
  const replaced = Object.fromEntries(loaded.map((source) => [source.id, source.replaced.length]));
  return { dataset: await readDataset(engine, warnings, absences), replaced, failed };
}
