import type { DocumentRow, Extraction, Fact, Indicator, Statement } from '../../src/domain/facts';
import { parseAmount, type Unit } from '../../src/domain/money';
import { loadExtract, writeExtract } from '../../src/dataset';
import type { Engine } from '../../src/engine';
import { memorySource } from './support';

/** A fact as a hand-made document gives it, its amount as printed. */
export type Given = Partial<Fact> & Pick<Fact, 'subject_name'> & { printed: string; in?: Unit };
export type Sentence = Partial<Statement> & Pick<Statement, 'item'>;

export interface Sheet {
  doc_id: string;
  region?: string;
  department: string;
  year: number;
  scope?: DocumentRow['scope'];
  kind?: DocumentRow['kind'];
  unit: Unit;
  forms?: string;
  facts: Given[];
  statements?: Sentence[];
  indicators?: (Partial<Indicator> & Pick<Indicator, 'code' | 'value'>)[];
}

/** 万元 → 分, for sentences. */
export const wan = (text: string): bigint => parseAmount(text, '万元')!.amount;

/** A form's row: 决算 unless the stage says otherwise. */
export const form = (
  id: string,
  code: string | null,
  name: string,
  printed: string,
  more: Partial<Given> = {},
): Given => ({
  form: id,
  source: 'form',
  classification: id === '09' ? 'three_public' : code === null ? 'summary' : 'function',
  subject_code: code,
  subject_name: name,
  subject_level: code === null ? 0 : id === '09' ? code.length - 2 : (code.length - 1) / 2,
  fund: id === '09' ? 'fiscal' : id === '01' ? 'all' : 'general',
  flow: id === '01' ? 'balance' : 'expenditure',
  printed,
  ...more,
});

/** The narrative's figure of the same thing, in 万元. */
export const told = (row: Given, printed: string, more: Partial<Given> = {}): Given => ({
  ...row,
  source: 'narrative',
  form: null,
  printed,
  in: '万元',
  ...more,
});

/** Last year's figure as the sentence implies it: printed places of final and change together. */
export const implied = (row: Given, printed: string, places: bigint, quote: string): Given =>
  told(row, printed, { stage: 'prior_final', derived: true, resolution: places, quote });

function extraction(sheet: Sheet): Extraction {
  const place = {
    doc_id: sheet.doc_id,
    region: sheet.region ?? '某市',
    department: sheet.department,
    scope: sheet.scope ?? 'unit',
    fiscal_year: sheet.year,
  };
  return {
    document: {
      ...place,
      title: `${sheet.year} 年度${sheet.department}决算`,
      kind: sheet.kind ?? 'final_account',
      unit_printed: sheet.unit,
      file_name: `${sheet.doc_id}.txt`,
      sha256: '0'.repeat(64),
      pages: null,
      forms_present: sheet.forms ?? '01,02,03,04,05,06,07,08,09',
      source_url: null,
      published: null,
      warnings: 0,
    },
    facts: sheet.facts.map(({ printed, in: unit = sheet.unit, ...given }, i): Fact => {
      const read = parseAmount(printed, unit)!;
      return {
        ...place,
        fact_id: `${given.form ?? given.source ?? 'form'}-${String(i).padStart(3, '0')}`,
        source: 'form',
        form: null,
        flow: 'expenditure',
        classification: 'summary',
        subject_code: null,
        subject_level: 0,
        fund: 'general',
        measure: 'total',
        stage: 'final',
        amount: read.amount,
        resolution: read.resolution,
        derived: false,
        printed_code: null,
        printed_name: given.subject_name,
        printed_value: printed,
        printed_unit: unit,
        page: null,
        line: 100 + i,
        quote: null,
        note: null,
        ...given,
      };
    }),
    statements: (sheet.statements ?? []).map((given, i): Statement => ({
      doc_id: sheet.doc_id,
      section: '五（一）',
      subject_code: null,
      subject_name: null,
      initial_budget: null,
      adjusted_budget: null,
      final: null,
      change: null,
      prior_final: null,
      change_rate: null,
      execution_rate: null,
      share: null,
      reason: null,
      quote: '',
      page: null,
      line: 500 + i,
      ...given,
    })),
    indicators: (sheet.indicators ?? []).map((given, i): Indicator => ({
      doc_id: sheet.doc_id,
      subject_name: null,
      unit: '个',
      quote: null,
      page: null,
      line: 700 + i,
      ...given,
    })),
    warnings: [],
  };
}

/** Writes the sheets as an extract and loads it, as the app does. */
export async function loadSheets(engine: Engine, sheets: readonly Sheet[]): Promise<void> {
  const files = await writeExtract(engine, sheets.map(extraction), { created: '2024-01-01T00:00:00Z' });
  await loadExtract(engine, memorySource(files));
}
