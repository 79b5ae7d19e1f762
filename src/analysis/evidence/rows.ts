import type { Classification, Flow, Fund, Measure, Source, Stage } from '../../domain/facts';
import type { Fen } from '../../domain/money';

/** Type aliases, so that they are assignable to the engine's Row. */

/** A fact with its document's title. */
export type FactLine = {
  doc_id: string;
  fact_id: string;
  title: string;
  file_name: string;
  region: string;
  department: string;
  fiscal_year: number;
  source: Source;
  form: string | null;
  flow: Flow;
  classification: Classification;
  subject_code: string | null;
  subject_name: string;
  subject_level: number | null;
  fund: Fund;
  measure: Measure;
  stage: Stage;
  amount_fen: Fen;
  resolution_fen: Fen;
  derived: boolean;
  printed_code: string | null;
  printed_name: string | null;
  printed_value: string | null;
  printed_unit: string | null;
  page: number | null;
  line: number | null;
  quote: string | null;
  note: string | null;
  /** Facts with one text are about the same quantity (quantity.ts). */
  quantity: string;
  /** Whose quantity: a document's, or a body's for 年初预算. */
  owner: string;
};

/** A fact that is counted, with the sum and number of all that are (the list may be cut off). */
export type CountedLine = FactLine & { sum_fen: Fen; facts: bigint };

export type ReasonLine = {
  doc_id: string;
  title: string;
  department: string;
  fiscal_year: number;
  section: string;
  item: string;
  subject_code: string | null;
  subject_name: string | null;
  reason: string;
  /** The sentence compares with last year, with a budget (or both). */
  about_change: boolean;
  about_budget: boolean;
  page: number | null;
  line: number | null;
};
