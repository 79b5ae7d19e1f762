import type { DocumentRow, Fact, FormAbsence, Indicator, Statement, Warning } from '../domain/facts';
import type { Query, Row, Session } from '../engine/types';
import type { CheckInput } from './types';

const FACTS = `fact_id, doc_id, region, department, scope, fiscal_year, source, form, flow, classification, subject_code,
  subject_name, subject_level, fund, measure, stage, amount_fen, resolution_fen, derived, printed_code, printed_name,
  printed_value, printed_unit, page, line, quote, note`;
const STATEMENTS = `doc_id, section, item, subject_code, subject_name, initial_budget_fen, adjusted_budget_fen,
  final_fen, change_fen, prior_final_fen, CAST(change_rate AS VARCHAR) AS change_rate,
  CAST(execution_rate AS VARCHAR) AS execution_rate, CAST(share AS VARCHAR) AS share, reason, quote, page, line`;
const INDICATORS = `doc_id, code, subject_name, CAST(value AS VARCHAR) AS value, unit, quote, page, line`;

/** Documents read at a time. */
const AT_ONCE = 100;

/** The query of one table's rows of some documents, in print order. ENUMs come as text. */
export function rowsQuery(table: 'facts' | 'statements' | 'indicators', docIds: readonly string[]): Query {
  const columns = { facts: FACTS, statements: STATEMENTS, indicators: INDICATORS }[table];
  const marks = docIds.map(() => '?').join(', ');
  const order = 'doc_id, page NULLS FIRST, line NULLS FIRST, rowid';
  return {
    sql: `SELECT ${columns} FROM ${table} WHERE doc_id IN (${marks}) ORDER BY ${order}`,
    params: docIds,
  };
}

export const DOCUMENTS_QUERY: Query = {
  sql: `SELECT doc_id, title, region, department, fiscal_year, kind, scope, unit_printed, file_name, sha256, pages,
    forms_present, source_url, CAST(published AS VARCHAR) AS published, warnings FROM documents ORDER BY doc_id`,
};

/**
 * The loaded documents (all, or those named) as the checks take them, read back from the engine's tables. `warnings`
 * are those of the manifests; without them an unread amount cannot be told from a wrong sum.
 */
export async function loadCheckInputs(
  session: Pick<Session, 'query'>,
  warnings: readonly Warning[] = [],
  docIds: readonly string[] | null = null,
  absences: readonly FormAbsence[] = [],
): Promise<CheckInput[]> {
  const all = (await session.query(DOCUMENTS_QUERY)) as unknown as DocumentRow[];
  const wanted = docIds ? all.filter(({ doc_id }) => docIds.includes(doc_id)) : all;
  return loadInputsOf(session, wanted, warnings, absences);
}

/** As `loadCheckInputs`, for documents whose rows are at hand. */
export async function loadInputsOf(
  session: Pick<Session, 'query'>,
  documents: readonly DocumentRow[],
  warnings: readonly Warning[] = [],
  absences: readonly FormAbsence[] = [],
): Promise<CheckInput[]> {
  const missing = byDocument([...absences]);
  const inputs: CheckInput[] = [];
  for (let from = 0; from < documents.length; from += AT_ONCE) {
    const some = documents.slice(from, from + AT_ONCE);
    const ids = some.map(({ doc_id }) => doc_id);
    const facts = byDocument((await session.query(rowsQuery('facts', ids))).map(factOf));
    const statements = byDocument((await session.query(rowsQuery('statements', ids))).map(statementOf));
    const indicators = byDocument(
      (await session.query(rowsQuery('indicators', ids))) as unknown as Indicator[],
    );
    const told = byDocument([...warnings]);
    for (const document of some)
      inputs.push({
        document,
        facts: facts.get(document.doc_id) ?? [],
        statements: statements.get(document.doc_id) ?? [],
        indicators: indicators.get(document.doc_id) ?? [],
        warnings: told.get(document.doc_id) ?? [],
        absences: missing.get(document.doc_id) ?? [],
      });
  }
  return inputs;
}

function factOf({ amount_fen, resolution_fen, ...row }: Row): Fact {
  return { ...row, amount: amount_fen, resolution: resolution_fen } as unknown as Fact;
}

function statementOf({
  initial_budget_fen,
  adjusted_budget_fen,
  final_fen,
  change_fen,
  prior_final_fen,
  ...row
}: Row): Statement {
  return {
    ...row,
    initial_budget: initial_budget_fen,
    adjusted_budget: adjusted_budget_fen,
    final: final_fen,
    change: change_fen,
    prior_final: prior_final_fen,
  } as unknown as Statement;
}

function byDocument<T extends { doc_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    const list = map.get(row.doc_id);
    if (list) list.push(row);
    else map.set(row.doc_id, [row]);
  }
  return map;
}
