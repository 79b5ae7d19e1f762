import { EngineError } from '../engine/errors';
import type { Session } from '../engine/types';
import { demandKnown, demandWhole } from './demand';
import type { Relations, RowCounts } from './relations';
import {
  engineName,
  enumerations,
  MONEY,
  SCHEMA,
  TABLES,
  type PublishedColumn,
  type TableName,
} from './schema';

/** 元 → 分 for values of any size: DECIMAL(18,2) × 100 is quick but overflows beyond 100 万亿元. */
function fen(column: string): string {
  const small = `${column} BETWEEN -99999999999999 AND 99999999999999`;
  return `CAST(CASE WHEN ${small} THEN ${column} * 100 ELSE CAST(${column} AS DECIMAL(38,2)) * 100 END AS BIGINT)`;
}

/** What the checks say of facts: filled after the load (src/state/reconciliation), gone with the data. */
const FACT_STATES_TABLE = 'fact_states';

const enumType = (name: string) => `extract_${name}`;

/** One column of an engine table, read from the published one. */
function engineColumn(column: PublishedColumn): string {
  const name = `"${column.name}"`;
  const target = `"${engineName(column)}"`;
  if (column.enumeration) return `CAST(${name} AS ${enumType(column.enumeration)}) AS ${target}`;
  if (column.type === MONEY) return `${fen(`CAST(${name} AS DECIMAL(18,2))`)} AS ${target}`;
  return `CAST(${name} AS ${column.type}) AS ${target}`;
}

/**
 * The statement that makes an engine table of a relation of published rows: money as BIGINT 分 with the suffix `_fen`,
 * repeated texts as ENUM, the rest as published. Columns that the contract does not know are left out.
 */
export function createTableSql(table: TableName, relation: string): string {
  return `CREATE TABLE ${table} AS SELECT ${SCHEMA[table].map(engineColumn).join(', ')} FROM ${relation}`;
}

/**
 * ENUM types in the order of their texts, so that ORDER BY gives the order of the texts. What documents and facts
 * have both is of the documents: a fact of no document does not fit in.
 */
function createEnumSql(
  name: string,
  sources: readonly { table: TableName; relation: string; column: string }[],
): string {
  const ofDocuments = sources.filter(({ table }) => table === 'documents');
  const distinct = (ofDocuments.length ? ofDocuments : sources)
    .map(({ relation, column }) => `SELECT DISTINCT CAST("${column}" AS VARCHAR) AS v FROM ${relation}`)
    .join(' UNION ');
  return `CREATE TYPE ${enumType(name)} AS ENUM (SELECT v FROM (${distinct}) WHERE v IS NOT NULL ORDER BY v)`;
}

/** What the database says of a text that is not in an ENUM. */
const UNKNOWN_TEXT = /could not convert string '[^]*' to U?INT/i;

async function createTable(
  session: Session,
  table: TableName,
  relation: string,
  documents: string,
): Promise<void> {
  try {
    await session.execute(createTableSql(table, relation));
  } catch (cause) {
    if (cause instanceof EngineError && UNKNOWN_TEXT.test(cause.message)) {
      await demandKnown(session, table, relation, documents);
    }
    throw cause;
  }
}

/**
 * Makes the four engine tables of published relations, replacing what is there: the one place where they are made,
 * for every engine. Gives their rows. Throws SchemaMismatch, EngineError.
 */
export async function createTables(session: Session, relations: Relations): Promise<RowCounts> {
  const shared = enumerations();
  for (const table of [...TABLES, FACT_STATES_TABLE]) await session.execute(`DROP TABLE IF EXISTS ${table}`);
  for (const name of shared.keys()) await session.execute(`DROP TYPE IF EXISTS ${enumType(name)}`);
  for (const [name, columns] of shared) {
    const sources = columns.map((source) => ({ ...source, relation: relations[source.table] }));
    await session.execute(createEnumSql(name, sources));
  }
  for (const table of TABLES) await createTable(session, table, relations[table], relations.documents);
  // Empty until the checks have run: queries that leave conflicts out find it, and leave out nothing.
  await session.execute(
    `CREATE TABLE ${FACT_STATES_TABLE} (doc_id ${enumType('doc_id')}, fact_id VARCHAR, state VARCHAR)`,
  );
  const counts: [TableName, number][] = [];
  for (const table of TABLES) counts.push([table, await demandWhole(session, table)]);
  return Object.fromEntries(counts) as RowCounts;
}
