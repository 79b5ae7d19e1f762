import type { Row } from '../../engine/types';
import type { Fen } from '../../domain/money';
import type { Scope } from '../../domain/facts';

/** A row of `coverageQuery`. */
export interface CoverageRow extends Row {
  src: number;
  region: string;
  department: string;
  scope: Scope;
  fiscal_year: number;
  documents: number;
  with_form: number;
  filled: number;
  spare: number;
  doc_id: string | null;
  rank: number | null;
}

/** A row of `cellsQuery`; amounts in 分, beside them `base_n` and `of_n` for each base. */
export interface CellRow extends Row {
  series: number;
  scope: Scope;
  region: string | null;
  department: string | null;
  year: number | null;
  key: string;
  parent: string | null;
  depth: number;
  amount: Fen | null;
  amounts: number;
  rows: number;
  computed: number;
  parts: number;
  derived: number;
  conflicts: number;
  unknown: number;
  note: string | null;
  misfits: number;
  misfit: string | null;
}

/** A row of `namesQuery`. */
export interface NameRow extends Row {
  code: string;
  name: string;
  first_year: number;
  last_year: number;
  times: number;
}

/** A row of `optionsQuery`. */
export interface OptionRow extends Row {
  form: string | null;
  source: string;
  stage: string;
  measure: string;
  flow: string;
  fund: string;
  classification: string;
  facts: number;
}
