import type { Engine, ParquetFile, Session } from '../../engine/types';
import { identifier, literal } from '../../engine/literals';
import { demandColumns } from '../demand';
import { SchemaMismatch, type ColumnFault } from '../errors';
import { emptyRelation, withTable } from '../relations';
import { SCHEMA, TABLES, type TableName } from '../schema';
import { defaultTitle, extractOf, type ExtractFile, type WrittenTable } from '../write';

type Tables = Partial<Record<TableName, readonly ParquetFile[]>>;

/** What every fact of a document must say alike, for a document can be made of it. */
const ALIKE = ['region', 'department', 'scope', 'fiscal_year'] as const;

async function demandAlike(session: Session, facts: string): Promise<void> {
  const faults: ColumnFault[] = [];
  for (const column of ALIKE) {
    const [row] = await session.query<{ v: string | null }>({
      sql: `SELECT min(v) AS v FROM (SELECT CAST(doc_id AS VARCHAR) AS v FROM ${facts} GROUP BY 1 HAVING count(DISTINCT ${column}) > 1)`,
    });
    if (row?.v) faults.push({ column, problem: 'several', found: row.v, expected: '' });
  }
  if (faults.length > 0) throw SchemaMismatch.of('facts', faults);
}

/** The documents that facts speak of, as far as facts can tell; `file` names the Parquet they came in. */
function documentsOf(facts: string, file: { name: string; sha256: string }): string {
  const budget = "bool_and(CAST(source AS VARCHAR) = 'budget_form')";
  const word = `CASE WHEN ${budget} THEN '预算' ELSE '决算' END`;
  const body = "CASE WHEN any_value(CAST(scope AS VARCHAR)) = 'unit' THEN '单位' ELSE '部门' END";
  const known = "CAST(printed_unit AS VARCHAR) IN ('元', '万元', '亿元')";
  const values: Record<string, string> = {
    doc_id: 'CAST(doc_id AS VARCHAR)',
    title: `any_value(CAST(department AS VARCHAR)) || CAST(any_value(fiscal_year) AS VARCHAR) || '年度' || ${body} || ${word} || '公开'`,
    region: 'any_value(CAST(region AS VARCHAR))',
    department: 'any_value(CAST(department AS VARCHAR))',
    fiscal_year: 'any_value(fiscal_year)',
    kind: `CASE WHEN ${budget} THEN 'budget' ELSE 'final_account' END`,
    scope: 'any_value(CAST(scope AS VARCHAR))',
    unit_printed: `coalesce(mode(CAST(printed_unit AS VARCHAR)) FILTER (WHERE ${known}), '元')`,
    file_name: literal(file.name),
    sha256: literal(file.sha256),
    forms_present:
      "coalesce(array_to_string(list_sort(list(DISTINCT CAST(form AS VARCHAR)) FILTER (WHERE form IS NOT NULL)), ','), '')",
    warnings: '0',
  };
  const columns = SCHEMA.documents.map(
    ({ name, type }) => `CAST(${values[name] ?? 'NULL'} AS ${type}) AS ${identifier(name)}`,
  );
  return `SELECT ${columns.join(', ')} FROM ${facts} GROUP BY CAST(doc_id AS VARCHAR) ORDER BY 3, 4, 5, 1`;
}

interface Summary {
  n: bigint;
  years: number[];
  regions: string[];
}

async function summaryOf(session: Session, relation: string, placed: boolean): Promise<Summary> {
  const lists = placed
    ? 'list(DISTINCT CAST(fiscal_year AS INTEGER)) AS years, list(DISTINCT CAST(region AS VARCHAR)) AS regions'
    : 'NULL AS years, NULL AS regions';
  const [row] = await session.query<{ n: bigint; years: number[] | null; regions: string[] | null }>({
    sql: `SELECT count(*) AS n, ${lists} FROM ${relation}`,
  });
  const years = (row?.years ?? []).toSorted((a, b) => a - b);
  return { n: row?.n ?? 0n, years, regions: (row?.regions ?? []).toSorted() };
}

/**
 * Parquet tables without a manifest → a package with one. Facts are needed; documents are made of them where no file
 * has them, statements and indicators may be absent. Tables of several files become one.
 * Throws SchemaMismatch with all the columns that are missing or wrong, NotAnExtract, EngineError.
 */
export async function deriveExtract(
  engine: Engine,
  tables: Tables,
  about: { name: string; sha256: string; created: string },
): Promise<ExtractFile[]> {
  return engine.run(async (session) => {
    const written: Partial<Record<TableName, WrittenTable>> = {};
    const write = async (table: TableName, select: string, placed: boolean) => {
      const bytes = await session.exportParquet(select);
      const { n, years, regions } = await summaryOf(session, `(${select})`, placed);
      written[table] = { table, bytes, rows: Number(n), years, regions };
    };
    const columns = (table: TableName) =>
      SCHEMA[table].map(({ name, type }) => `CAST(${identifier(name)} AS ${type}) AS ${identifier(name)}`);
    for (const table of TABLES) {
      const files = tables[table] ?? [];
      const placed = table === 'facts' || table === 'documents';
      if (table === 'documents' && files.length === 0) continue;
      await withTable(session, table, files, async (relation) => {
        if (files.length > 0) await demandColumns(session, table, relation);
        const select = `SELECT ${columns(table).join(', ')} FROM ${files.length > 0 ? relation : emptyRelation(table)}`;
        await write(table, select, placed);
        if (table !== 'facts' || tables.documents?.length) return;
        await demandAlike(session, relation);
        await write('documents', documentsOf(relation, about), true);
      });
    }
    const { years, regions } = written.documents!;
    return extractOf(
      TABLES.map((table) => written[table]!),
      { title: defaultTitle({ years, regions }), created: about.created, warnings: [] },
    );
  });
}
