import type { Engine } from '../../src/engine/types';
import { literal } from '../../src/engine';

/** A hand-made fact: what the pivot reads of it; amounts and resolution in 分. */
export interface TinyFact {
  doc: string;
  source?: 'form' | 'narrative' | 'performance' | 'budget_form';
  form: string | null;
  flow?: string;
  classification?: string;
  code: string | null;
  name: string;
  level: number | null;
  fund?: string;
  measure?: string;
  stage?: string;
  fen: bigint;
  resolution?: bigint;
  derived?: boolean;
  note?: string | null;
}

export interface TinyDocument {
  doc: string;
  region: string;
  department: string;
  year: number;
  scope: 'department' | 'unit';
  forms: string;
  kind?: 'final_account' | 'budget';
}

/** Creates `documents` and `facts` with the columns and types of the loaded tables. */
export async function loadTiny(
  engine: Engine,
  documents: readonly TinyDocument[],
  facts: readonly TinyFact[],
): Promise<void> {
  await engine.execute(
    `CREATE OR REPLACE TABLE documents (doc_id VARCHAR, region VARCHAR, department VARCHAR, fiscal_year SMALLINT, kind VARCHAR, scope VARCHAR, forms_present VARCHAR)`,
  );
  const rows = documents.map((d) =>
    tuple([d.doc, d.region, d.department, d.year, d.kind ?? 'final_account', d.scope, d.forms]),
  );
  await engine.execute(`INSERT INTO documents VALUES ${rows.join(', ')}`);
  const byId = new Map(documents.map((d) => [d.doc, d]));
  const values = facts.map((fact, i) => {
    const d = byId.get(fact.doc)!;
    return tuple([
      `f${String(i).padStart(4, '0')}`,
      fact.doc,
      d.region,
      d.department,
      d.scope,
      d.year,
      fact.source ?? (fact.form === null ? 'narrative' : 'form'),
      fact.form,
      fact.flow ?? 'expenditure',
      fact.classification ?? (fact.level === 0 ? 'summary' : 'function'),
      fact.code,
      fact.name,
      fact.level,
      fact.fund ?? (fact.form === '03' ? 'all' : 'general'),
      fact.measure ?? 'total',
      fact.stage ?? 'final',
      fact.fen,
      fact.resolution ?? 1n,
      fact.derived ?? false,
      fact.note ?? null,
    ]);
  });
  // The loaded table has enumerations for what repeats; comparisons with strings must work on them too.
  await engine.execute(`CREATE OR REPLACE TABLE tiny AS SELECT * FROM (VALUES ${values.join(', ')}) AS t(fact_id, doc_id, region, department,
    scope, fiscal_year, source, form, flow, classification, subject_code, subject_name, subject_level, fund, measure, stage, amount_fen,
    resolution_fen, derived, note)`);
  for (const column of ['region', 'department', 'measure', 'subject_name']) {
    await engine.execute(`DROP TABLE IF EXISTS facts`);
    await engine.execute(`DROP TYPE IF EXISTS ${column}_enum`);
    await engine.execute(
      `CREATE TYPE ${column}_enum AS ENUM (SELECT DISTINCT ${column} FROM tiny ORDER BY 1)`,
    );
  }
  await engine.execute(`CREATE TABLE facts AS SELECT * REPLACE (region::region_enum AS region, department::department_enum AS department,
    measure::measure_enum AS measure, subject_name::subject_name_enum AS subject_name, fiscal_year::SMALLINT AS fiscal_year,
    subject_level::TINYINT AS subject_level, amount_fen::BIGINT AS amount_fen, resolution_fen::BIGINT AS resolution_fen) FROM tiny`);
}

function tuple(values: readonly (string | number | bigint | boolean | null)[]): string {
  return `(${values.map((value) => literal(value)).join(', ')})`;
}
