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

/** A package's relations with columns of the published types and without the documents of `later` packages. */
async function viewsOf(
  session: Session,
  { documents, ...rest }: Relations,
  later: readonly Relations[],
  name: string,
): Promise<{ views: Relations; replaced: string[] }> {
  const ids = later.map((relations) => idsOf(relations.documents)).join(' UNION ');
  let without = '';
  let replaced: string[] = [];
  if (ids) {
    const own = `SELECT CAST(doc_id AS VARCHAR) FROM ${documents}`;
    await session.execute(
      `CREATE TEMP TABLE ${name}_replaced AS SELECT doc_id FROM (${ids}) WHERE doc_id IN (${own})`,
    );
    const rows = await session.query<{ doc_id: string }>({
      sql: `SELECT doc_id FROM ${name}_replaced ORDER BY doc_id`,
    });
    replaced = rows.map(({ doc_id }) => doc_id);
    if (replaced.length > 0) {
      without = ` WHERE CAST(doc_id AS VARCHAR) NOT IN (SELECT doc_id FROM ${name}_replaced)`;
    }
  }
  const relations: Relations = { documents, ...rest };
  const views: [TableName, string][] = [];
  for (const table of TABLES) {
    const view = `${name}_${table}`;
    await session.execute(
      `CREATE TEMP VIEW ${view} AS SELECT ${castTo(table)} FROM ${relations[table]}${without}`,
    );
    views.push([table, view]);
  }
  return { views: Object.fromEntries(views) as Relations, replaced };
}

async function unitedOf(
  session: Session,
  packages: readonly Relations[],
  name: (i: number) => string,
): Promise<Omit<United, 'rows'>> {
  const replaced: string[][] = [];
  const parts: Relations[] = [];
  for (const [i, relations] of packages.entries()) {
    const made = await viewsOf(session, relations, packages.slice(i + 1), name(i));
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
 * Opens packages as one: where two have a document of the same id, the later one's rows stand for it. Row counts of
 * each are compared with its manifest. The relations last as long as `use`.
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
  if (packages.length === 1) {
    return withPackage(session, only.files, (relations) =>
      use({ relations, replaced: [[]], rows: only.rows }),
    );
  }
  const opening = ++opened;
  const name = (i: number) => `package_${opening}_${i}`;
  const open = async (index: number, relations: readonly Relations[]): Promise<T> => {
    const next = packages[index];
    if (next) {
      return withPackage(session, next.files, async (found) => {
        demandCounts(await countRows(session, found), next.rows);
        return open(index + 1, [...relations, found]);
      });
    }
    try {
      const united = await unitedOf(session, relations, name);
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
