import type { Row } from '../../engine/types';
import type { Fen } from '../../domain/money';
import type { Scope } from '../../domain/facts';

/** A row of `coverageQuery`. */
export interface CoverageRow extends Row {
  region: string;
  department: string;
  scope: Scope;
  fiscal_year: number;
  documents: number;
  with_form: number;
  filled: number;
  spare: number;
  weight: Fen | null;
  doc_id: string | null;
}

/** A row of `cellsQuery`; amounts in 分. */
export interface CellRow extends Row {
  scope: Scope;
  year: number | null;
  region: string | null;
  department: string | null;
  key: string;
  parent: string | null;
  depth: number;
  amount: Fen | null;
  amounts: number;
  documents: number;
  computed: number;
  parts: number;
  derived: number;
  conflicts: number;
  note: string | null;
  fact_id: string | null;
}

/** A row of `misfitsQuery`; amounts in 分, `doubled` twice the tolerance. */
export interface MisfitRow extends Row {
  doc_id: string;
  fiscal_year: number;
  region: string;
  department: string;
  scope: Scope;
  key: string;
  amount: Fen | null;
  children: Fen;
  parts: number;
  doubled: Fen;
  misfits: number;
}

/** A row of `namesQuery`. */
export interface NameRow extends Row {
  code: string;
  name: string;
  first_year: number;
  last_year: number;
  times: number | bigint;
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
  facts: number | bigint;
}
