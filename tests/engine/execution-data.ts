import Decimal from 'decimal.js';
import type { Engine } from '../../src/engine';

/** A fact as the hand-made dataset gives it; the rest of the columns follow from the document. */
export interface HandFact {
  doc: string;
  source?: 'form' | 'narrative' | 'performance' | 'budget_form';
  form?: string | null;
  flow?: string;
  classification?: string;
  code?: string | null;
  name: string;
  level?: number | null;
  fund?: string;
  measure?: string;
  stage?: string;
  /** As printed, in the unit of `unit`. */
  amount: string;
  unit?: '元' | '万元';
  derived?: boolean;
  note?: string;
}

export interface HandDocument {
  doc: string;
  region: string;
  department: string;
  year: number;
  scope?: 'department' | 'unit';
  kind?: 'final_account' | 'budget';
  unit?: '元' | '万元';
  forms?: string;
  warnings?: number;
}

const text = (value: string | null | undefined) =>
  value == null ? 'NULL' : `'${value.replaceAll("'", "''")}'`;

/** Tables `documents`, `facts` and `statements` as the dataset loads them (ENUM columns, BIGINT 分). */
export async function loadHandMade(
  engine: Engine,
  documents: readonly HandDocument[],
  facts: readonly HandFact[],
  statements: readonly {
    doc: string;
    code?: string;
    change?: boolean;
    budget?: boolean;
    reason?: string;
  }[] = [],
): Promise<void> {
  const byDoc = new Map(documents.map((d) => [d.doc, d]));
  const documentRows = documents.map(
    (d) =>
      `(${[
        text(d.doc),
        text(`${d.year}年度${d.department}决算`),
        text(d.region),
        text(d.department),
        d.year,
        text(d.kind ?? 'final_account'),
        text(d.scope ?? 'unit'),
        text(d.unit ?? '元'),
        text(`${d.doc}.txt`),
        text(d.forms ?? '01,02,03,04,05,06,07,08,09'),
        d.warnings ?? 0,
      ].join(', ')})`,
  );
  const factRows = facts.map((f, i) => {
    const d = byDoc.get(f.doc)!;
    const source = f.source ?? 'form';
    const unit = f.unit ?? d.unit ?? '元';
    const fen = new Decimal(f.amount.replaceAll(',', '')).times(unit === '元' ? 100 : 1_000_000).toFixed();
    const form = f.form === undefined ? (source === 'form' ? '05' : null) : f.form;
    return `(${[
      text(`${f.doc}-${String(i).padStart(4, '0')}`),
      text(f.doc),
      text(d.region),
      text(d.department),
      text(d.scope ?? 'unit'),
      d.year,
      text(source),
      text(form),
      text(f.flow ?? 'expenditure'),
      text(f.classification ?? (f.code ? 'function' : 'summary')),
      text(f.code ?? null),
      text(f.name),
      f.level ?? (f.code ? (f.code.length - 1) / 2 : 0),
      text(f.fund ?? 'general'),
      text(f.measure ?? 'total'),
      text(f.stage ?? 'final'),
      `${fen}::BIGINT`,
      `${unit === '元' ? 1 : 10_000}::BIGINT`,
      f.derived ?? false,
      text(f.note),
    ].join(', ')})`;
  });
  const enumOf = (column: string, from: string) =>
    engine.execute(`CREATE TYPE ${column}_enum AS ENUM (SELECT DISTINCT ${column} FROM ${from}
      WHERE ${column} IS NOT NULL ORDER BY ${column})`);

  await engine.execute(`CREATE TABLE documents AS SELECT * FROM (VALUES ${documentRows.join(',\n')})
    AS t(doc_id, title, region, department, fiscal_year, kind, scope, unit_printed, file_name, forms_present, warnings)`);
  // A statement holds so many rows at most.
  const values = (rows: readonly string[]) => `(VALUES ${rows.join(',\n')})`;
  await engine.execute(`CREATE TABLE raw AS SELECT * FROM ${values(factRows.slice(0, 40))}
    AS t(fact_id, doc_id, region, department, scope, fiscal_year, source, form, flow, classification, subject_code,
      subject_name, subject_level, fund, measure, stage, amount_fen, resolution_fen, derived, note)`);
  for (let from = 40; from < factRows.length; from += 40) {
    await engine.execute(`INSERT INTO raw SELECT * FROM ${values(factRows.slice(from, from + 40))} AS t`);
  }
  for (const column of ['department', 'region', 'subject_code', 'subject_name', 'measure', 'form', 'stage']) {
    await enumOf(column, 'raw');
  }
  await engine.execute(`CREATE TABLE facts AS SELECT * REPLACE (department::department_enum AS department,
    region::region_enum AS region, subject_code::subject_code_enum AS subject_code, form::form_enum AS form,
    subject_name::subject_name_enum AS subject_name, measure::measure_enum AS measure, stage::stage_enum AS stage)
    FROM raw`);
  await engine.execute(`CREATE TABLE statements (doc_id VARCHAR, subject_code VARCHAR, subject_name VARCHAR,
    change_fen BIGINT, initial_budget_fen BIGINT, reason VARCHAR, line INTEGER)`);
  if (statements.length > 0) {
    const rows = statements.map(
      (s, i) =>
        `(${text(s.doc)}, ${text(s.code)}, NULL, ${s.change ? 1 : 'NULL'}, ${s.budget ? 1 : 'NULL'}, ${text(s.reason)}, ${i})`,
    );
    await engine.execute(`INSERT INTO statements VALUES ${rows.join(', ')}`);
  }
}
