import { literal } from '../engine/literals';
import type { Session } from '../engine/types';
import { TooManyPackages } from './errors';
import {
  countRows,
  demandCounts,
  emptyRelation,
  withPackage,
  type PackageTables,
  type Relations,
  type RowCounts,
} from './relations';
import { SCHEMA, TABLES, type TableName } from './schema';

/** Packages that can be united: their tables stand in one statement (fence 2 of the engine). */
export const MOST_PACKAGES = 12;

const EMPTY = Object.fromEntries(TABLES.map((table) => [table, emptyRelation(table)])) as Relations;
const NO_ROWS = Object.fromEntries(TABLES.map((table) => [table, 0])) as RowCounts;

/** Names of the views of one process, so that two openings never meet. */
let opened = 0;

export interface United {
  /** All rows of all packages, without those that a later one replaces. */
  relations: Relations;
  /** For each package, the documents whose rows a later one replaces. */
  replaced: string[][];
  rows: RowCounts;
}

const castTo = (table: TableName) =>
  SCHEMA[table].map(({ name, type }) => `CAST("${name}" AS ${type}) AS "${name}"`).join(', ');
const idsOf = (relation: string) => `SELECT CAST(doc_id AS VARCHAR) AS doc_id FROM ${relation}`;

/** Ids in one statement: far below the longest text that the engine takes. */
const IDS_AT_ONCE = 50;

/** Makes the table of the documents that are left out of a package; gives those that it has. */
async function leaveOut(
  session: Session,
  documents: string,
  later: readonly Relations[],
  without: readonly string[],
  table: string,
): Promise<string[]> {
  const none = 'SELECT CAST(NULL AS VARCHAR) AS doc_id WHERE false';
  const ids = [none, ...later.map((relations) => idsOf(relations.documents))].join(' UNION ');
  await session.execute(`CREATE TEMP TABLE ${table} AS ${ids}`);
  for (let i = 0; i < without.length; i += IDS_AT_ONCE) {
    const values = without.slice(i, i + IDS_AT_ONCE).map((id) => `(${literal(id)})`);
    await session.execute(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
  }
  const rows = await session.query<{ doc_id: string }>({
    sql: `SELECT DISTINCT doc_id FROM ${table} WHERE doc_id IN (${idsOf(documents)}) ORDER BY doc_id`,
  });
  return rows.map(({ doc_id }) => doc_id);
}

interface OpenedPackage {
  relations: Relations;
  without: readonly string[];
}

/** A package's relations with columns of the published types, less what is left out and the documents of `later` ones. */
async function viewsOf(
  session: Session,
  { relations, without }: OpenedPackage,
  later: readonly OpenedPackage[],
  name: string,
): Promise<{ views: Relations; replaced: string[] }> {
  const table = `${name}_replaced`;
  const others = later.map((one) => one.relations);
  const replaced = await leaveOut(session, relations.documents, others, without, table);
  const less =
    replaced.length > 0 ? ` WHERE CAST(doc_id AS VARCHAR) NOT IN (SELECT doc_id FROM ${table})` : '';
  const views: [TableName, string][] = [];
  for (const of of TABLES) {
    const view = `${name}_${of}`;
    await session.execute(`CREATE TEMP VIEW ${view} AS SELECT ${castTo(of)} FROM ${relations[of]}${less}`);
    views.push([of, view]);
  }
  return { views: Object.fromEntries(views) as Relations, replaced };
}

async function unitedOf(
  session: Session,
  packages: readonly OpenedPackage[],
  name: (i: number) => string,
): Promise<Omit<United, 'rows'>> {
  const replaced: string[][] = [];
  const parts: Relations[] = [];
  for (const [i, one] of packages.entries()) {
    const made = await viewsOf(session, one, packages.slice(i + 1), name(i));
    parts.push(made.views);
    replaced.push(made.replaced);
  }
  const relations = Object.fromEntries(
    TABLES.map((table) => [
      table,
      `(${parts.map((views) => `SELECT * FROM ${views[table]}`).join(' UNION ALL ')})`,
    ]),
  ) as Relations;
  return { relations, replaced };
}

/**
 * Opens packages as one: where two have a document of the same id, the later one's rows stand for it; what a package is
 * to be taken without counts as replaced. Row counts of each are compared with its manifest. The relations last as long as `use`.
 * Throws NotAnExtract, SchemaMismatch, DamagedFile, EngineError.
 */
export async function withUnited<T>(
  session: Session,
  packages: readonly PackageTables[],
  use: (united: United) => Promise<T>,
): Promise<T> {
  if (packages.length > MOST_PACKAGES) {
    throw new TooManyPackages(MOST_PACKAGES);
  }
  const [only] = packages;
  if (!only) return use({ relations: EMPTY, replaced: [], rows: NO_ROWS });
  // As they are: what was read is counted anyway.
  if (packages.length === 1 && !only.without?.length) {
    return withPackage(session, only.files, (relations) =>
      use({ relations, replaced: [[]], rows: only.rows }),
    );
  }
  const opening = ++opened;
  const name = (i: number) => `package_${opening}_${i}`;
  const open = async (index: number, before: readonly OpenedPackage[]): Promise<T> => {
    const next = packages[index];
    if (next) {
      return withPackage(session, next.files, async (found) => {
        demandCounts(await countRows(session, found), next.rows);
        return open(index + 1, [...before, { relations: found, without: next.without ?? [] }]);
      });
    }
    try {
      const united = await unitedOf(session, before, name);
      return await use({ ...united, rows: await countRows(session, united.relations) });
    } finally {
      await dropViews(session, packages.length, name);
    }
  };
  return open(0, []);
}

async function dropViews(session: Session, count: number, name: (i: number) => string): Promise<void> {
  try {
    for (let i = 0; i < count; i++) {
      for (const table of TABLES) await session.execute(`DROP VIEW IF EXISTS ${name(i)}_${table}`);
      await session.execute(`DROP TABLE IF EXISTS ${name(i)}_replaced`);
    }
  } catch {
    // A dead database has nothing to drop, and what killed it is what the caller has to hear.
  }
}
