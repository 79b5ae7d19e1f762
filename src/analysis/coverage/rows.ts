import type { Classification, Kind, Measure, Scope, Source } from '../../domain/facts';
import type { Fen, Unit } from '../../domain/money';

/** The rows that queries.ts returns. Counts arrive as bigint or number. */
type Count = bigint | number;

export type DocumentLine = {
  doc_id: string;
  title: string;
  region: string;
  department: string;
  scope: Scope;
  fiscal_year: number;
  kind: Kind;
  unit_printed: Unit;
  forms_present: string;
  warnings: number;
  file_name: string;
};

export type AmountsLine = {
  doc_id: string;
  source: Source;
  form: string;
  amounts: Count;
  nonzero: Count;
  derived: Count;
};

export const TOTAL_KEYS = ['revenue', 'expenditure', 'general', 'three_public'] as const;
export type TotalKey = (typeof TOTAL_KEYS)[number];

export type TotalLine = {
  doc_id: string;
  key: TotalKey;
  amount_fen: Fen;
  source: Source;
  form: string;
  subject_name: string;
  contradicted: Count;
};

export type ClassLine = { doc_id: string; form: string; code: string; amount_fen: Fen };
export type MeasureLine = { doc_id: string; measure: Measure; amount_fen: Fen };
export type SubjectsLine = { classification: Classification; subjects: Count };
export type ReasonsLine = { changes: Count; reasons: Count };

export interface CoverageRows {
  documents: DocumentLine[];
  amounts: AmountsLine[];
  totals: TotalLine[];
  classes: ClassLine[];
  measures: MeasureLine[];
  subjects: SubjectsLine[];
  reasons: ReasonsLine[];
}
