import type { FormAbsence, Warning } from '../../domain/facts';
import type { Engine, Session } from '../../engine/types';
import { fetchPackages, type NamedSource } from '../load';
import type { Relations } from '../relations';
import { SCHEMA, TABLES, type TableName } from '../schema';
import { withUnited } from '../unite';
import { defaultTitle, extractOf, type ExtractFile, type WrittenTable } from '../write';

const DOCUMENT_ORDER = 'd.region, d.department, d.fiscal_year, d.kind, d.scope, d.doc_id';

/** A table's rows in the published order and types: facts by place, year and form, all else as their documents are. */
function inPublishedOrder(table: TableName, relations: Relations): string {
  const columns = SCHEMA[table]
    .map(({ name, type }) => `CAST(t."${name}" AS ${type}) AS "${name}"`)
    .join(', ');
  if (table === 'documents') {
    return `SELECT ${columns} FROM ${relations.documents} t ORDER BY ${DOCUMENT_ORDER.replaceAll('d.', 't.')}`;
  }
  const rows = `(SELECT *, row_number() OVER () AS ordinal FROM ${relations[table]})`;
  if (table === 'facts') {
    return `SELECT ${columns} FROM ${rows} t ORDER BY t.region, t.department, t.fiscal_year, t.form NULLS LAST, t.ordinal`;
  }
  return `SELECT ${columns} FROM ${rows} t JOIN ${relations.documents} d ON t.doc_id = d.doc_id ORDER BY ${DOCUMENT_ORDER}, t.ordinal`;
}

async function writtenTable(session: Session, table: TableName, relations: Relations): Promise<WrittenTable> {
  const bytes = await session.exportParquet(inPublishedOrder(table, relations));
  const [count] = await session.query<{ n: bigint }>({
    sql: `SELECT count(*) AS n FROM ${relations[table]}`,
  });
  const [cover] = await session.query<{ years: number[] | null; regions: string[] | null }>({
    sql: `SELECT list(DISTINCT CAST(fiscal_year AS INTEGER)) AS years, list(DISTINCT region) AS regions FROM ${relations.documents} WHERE doc_id IN (SELECT doc_id FROM ${relations[table]})`,
  });
  return {
    table,
    bytes,
    rows: Number(count?.n ?? 0n),
    years: (cover?.years ?? []).toSorted((a, b) => a - b),
    regions: (cover?.regions ?? []).toSorted(),
  };
}

/**
 * Several packages → the files of one, a later document in place of an earlier one. Amounts, places and quotes are
 * those of the packages; nothing is computed. Throws as `loadExtract` does.
 */
export async function uniteExtracts(
  engine: Engine,
  sources: readonly NamedSource[],
  created: string,
): Promise<ExtractFile[]> {
  const packages = await fetchPackages(sources);
  return engine.run((session) =>
    withUnited(
      session,
      packages.map(({ tables }) => tables),
      async ({ relations, replaced }) => {
        const written: WrittenTable[] = [];
        for (const table of TABLES) written.push(await writtenTable(session, table, relations));
        const warnings = packages.flatMap(({ manifest }, i): Warning[] =>
          (manifest.warnings ?? []).filter(({ doc_id }) => !replaced[i]!.includes(doc_id)),
        );
        const absences = packages.flatMap(({ manifest }, i): FormAbsence[] =>
          (manifest.absences ?? []).filter(({ doc_id }) => !replaced[i]!.includes(doc_id)),
        );
        return extractOf(written, {
          title: defaultTitle(written[0]!),
          created,
          synthetic: packages.some(({ manifest }) => manifest.synthetic),
          warnings,
          absences,
        });
      },
    ),
  );
}
