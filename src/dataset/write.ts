import type { Extraction, FormAbsence, Warning } from '../domain/facts';
import type { Engine, Session } from '../engine/types';
import { MANIFEST_PATH, manifestBytes, SCHEMA_ID, type Manifest, type ManifestFile } from './manifest';
import { engineName, MONEY, SCHEMA, TABLES, type PublishedColumn, type TableName } from './schema';
import { sha256Hex } from './sha256';
import { coverage, inOrder, ORDINAL, staged, type StagedTable } from './staging';

export interface WriteOptions {
  /** What the package is called; by default the years and regions of its documents. */
  title?: string;
  /** ISO 8601; the only thing that makes two extracts of the same documents differ. */
  created: string;
  synthetic?: boolean;
}

/** A file of the package, relative to its folder. */
export interface ExtractFile {
  path: string;
  bytes: Uint8Array;
}

const stagingName = (table: TableName) => `writing_${table}`;

/** A staged column in its published type. */
function published(column: PublishedColumn): string {
  const staged = `"${engineName(column)}"`;
  // × 0.01, not ÷ 100: DECIMAL ÷ DECIMAL is DOUBLE. The digits stay the same, only the point moves.
  const value =
    column.type === MONEY ? `CAST(${staged} AS DECIMAL(18,0)) * CAST(0.01 AS DECIMAL(3,2))` : staged;
  return `CAST(${value} AS ${column.type}) AS "${column.name}"`;
}

/** The published rows of a staged table: facts by region, department, year, form; all else as their documents are. */
function publishedRows(table: TableName): string {
  const columns = SCHEMA[table].map(published).join(', ');
  const order = table === 'facts' ? 'region, department, fiscal_year, form NULLS LAST, ' : '';
  return `SELECT ${columns} FROM ${stagingName(table)} ORDER BY ${order}${ORDINAL}`;
}

async function exportTables(session: Session, tables: Record<TableName, StagedTable>): Promise<Uint8Array[]> {
  const parquet: Uint8Array[] = [];
  for (const table of TABLES) {
    await session.loadRows(stagingName(table), tables[table]);
    parquet.push(await session.exportParquet(publishedRows(table)));
    await session.execute(`DROP TABLE ${stagingName(table)}`);
  }
  return parquet;
}

/** What a package is called by the years and regions of its documents. */
export function defaultTitle({ years, regions }: { years: number[]; regions: string[] }): string {
  const span = years.length > 1 ? `${years[0]}—${years.at(-1)}` : String(years[0] ?? '');
  const places =
    regions.length > 3 ? `${regions.slice(0, 3).join('、')}等 ${regions.length} 个地区` : regions.join('、');
  return `${places} ${span} 年度部门公开`.trim();
}

/** A written table: its Parquet bytes, and what the manifest says of them. */
export interface WrittenTable {
  table: TableName;
  bytes: Uint8Array;
  rows: number;
  years: number[];
  regions: string[];
}

/** Written tables → the files of an extract, the manifest first. */
export function extractOf(
  tables: readonly WrittenTable[],
  about: WriteOptions & {
    title: string;
    warnings: readonly Warning[];
    absences?: readonly FormAbsence[];
  },
): ExtractFile[] {
  const files = tables.map(({ table, bytes, rows, years, regions }): ManifestFile => {
    const sha256 = sha256Hex(bytes);
    return {
      path: `${table}.parquet`,
      table,
      rows,
      bytes: bytes.length,
      sha256,
      fiscal_years: years,
      regions,
    };
  });
  const manifest: Manifest = {
    schema: SCHEMA_ID,
    title: about.title,
    created: about.created,
    synthetic: about.synthetic ?? false,
    counts: Object.fromEntries(files.map((file) => [file.table, file.rows])) as Record<TableName, number>,
    files,
    warnings: [...about.warnings],
    absences: [...(about.absences ?? [])],
  };
  return [
    { path: MANIFEST_PATH, bytes: manifestBytes(manifest) },
    ...files.map((file, i) => ({ path: file.path, bytes: tables[i]!.bytes })),
  ];
}

/**
 * Extractions → the files of an extract, the manifest first (docs/data-contract.md): Parquet with zstd, amounts as DECIMAL(18,2) 元, exact.
 * Rates and indicators keep four decimals, as the contract has them; their quotes keep what is printed.
 * The same documents give the same bytes, in whatever order they come, but for `created` in the manifest.
 * Throws Unwritable (two documents of one id, values out of range) and EngineError.
 */
export async function writeExtract(
  engine: Engine,
  extractions: readonly Extraction[],
  options: WriteOptions,
): Promise<ExtractFile[]> {
  const sorted = inOrder(extractions);
  const tables = Object.fromEntries(TABLES.map((table) => [table, staged(table, sorted)])) as Record<
    TableName,
    StagedTable
  >;
  const parquet = await engine.run((session) => exportTables(session, tables));
  const written = TABLES.map((table, i): WrittenTable => {
    const rows = tables[table][0]!.values.length;
    return { table, bytes: parquet[i]!, rows, ...coverage(table, sorted) };
  });
  return extractOf(written, {
    ...options,
    title: options.title ?? defaultTitle(coverage('documents', sorted)),
    warnings: sorted.flatMap((extraction) => extraction.warnings),
    absences: sorted.flatMap((extraction) => extraction.absences ?? []),
  });
}
