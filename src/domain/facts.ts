import type { Fen, Unit } from './money';

/** The rows of an extract (docs/data-contract.md). Names are those of the published columns; amounts are 分 here. */

export const KINDS = ['final_account', 'budget'] as const;
export type Kind = (typeof KINDS)[number];

/** `department` 部门, with its units; `unit` 单位, one body alone. The two are never added. */
export const SCOPES = ['department', 'unit'] as const;
export type Scope = (typeof SCOPES)[number];

export const SOURCES = ['form', 'narrative', 'performance', 'budget_form'] as const;
export type Source = (typeof SOURCES)[number];

export const FLOWS = ['revenue', 'expenditure', 'balance'] as const;
export type Flow = (typeof FLOWS)[number];

export const CLASSIFICATIONS = [
  'function',
  'economy',
  'origin',
  'three_public',
  'project',
  'summary',
] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

export const FUNDS = ['all', 'fiscal', 'general', 'government_fund', 'state_capital'] as const;
export type Fund = (typeof FUNDS)[number];

export const MEASURES = [
  'total',
  'basic',
  'project',
  'remitted',
  'operating',
  'affiliate_subsidy',
  'fiscal_appropriation',
  'superior_subsidy',
  'business',
  'affiliate_remittance',
  'other',
  'opening',
  'closing',
  'income',
  'personnel',
  'office',
  'contingency',
  'carry_forward',
] as const;
export type Measure = (typeof MEASURES)[number];

export const STAGES = ['initial_budget', 'adjusted_budget', 'final', 'prior_final'] as const;
export type Stage = (typeof STAGES)[number];

/** One disclosure document. */
export interface DocumentRow {
  doc_id: string;
  title: string;
  region: string;
  department: string;
  fiscal_year: number;
  kind: Kind;
  scope: Scope;
  unit_printed: Unit;
  file_name: string;
  sha256: string;
  pages: number | null;
  /** Comma-separated form identities, e.g. `01,02,03`. */
  forms_present: string;
  source_url: string | null;
  /** ISO date. */
  published: string | null;
  warnings: number;
}

/** One printed (or implied) amount. */
export interface Fact {
  fact_id: string;
  doc_id: string;
  region: string;
  department: string;
  scope: Scope;
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
  amount: Fen;
  /** 分; a true figure lies within ± resolution/2. */
  resolution: Fen;
  derived: boolean;
  printed_code: string | null;
  printed_name: string | null;
  printed_value: string | null;
  printed_unit: string | null;
  page: number | null;
  line: number | null;
  quote: string | null;
  note: string | null;
}

/** One narrative sentence that states figures and reasons. Amounts in 分, rates in % as printed (decimal text). */
export interface Statement {
  doc_id: string;
  section: string;
  item: string;
  subject_code: string | null;
  subject_name: string | null;
  initial_budget: Fen | null;
  adjusted_budget: Fen | null;
  final: Fen | null;
  change: Fen | null;
  prior_final: Fen | null;
  change_rate: string | null;
  execution_rate: string | null;
  share: string | null;
  reason: string | null;
  quote: string;
  page: number | null;
  line: number | null;
}

/** One figure that is not money. `value` is decimal text. */
export interface Indicator {
  doc_id: string;
  code: string;
  subject_name: string | null;
  value: string;
  unit: string;
  quote: string | null;
  page: number | null;
  line: number | null;
}

/** What an extractor could not place, restore or read, with its place. */
export interface Warning {
  doc_id: string;
  code: string;
  message: string;
  form: string | null;
  page: number | null;
  line: number | null;
}

/**
 * Why a form has no amounts, as far as the document says: `empty_noted` it stands empty with a note that there is
 * nothing to publish · `empty` it stands empty without one at the form · `unread` it has figures and none could be
 * placed · `noted_with_data` the note says that it is empty, and it has amounts. A form that the document does not
 * have is none of these.
 */
export const ABSENCE_STATES = ['empty_noted', 'empty', 'unread', 'noted_with_data'] as const;
export type AbsenceState = (typeof ABSENCE_STATES)[number];

/** A form without amounts. `quote` is the note's sentence, or the narrative's where the form has none. */
export interface FormAbsence {
  doc_id: string;
  form: string;
  state: AbsenceState;
  quote: string | null;
  page: number | null;
  line: number | null;
}

/** Everything read from one document. */
export interface Extraction {
  document: DocumentRow;
  facts: Fact[];
  statements: Statement[];
  indicators: Indicator[];
  warnings: Warning[];
  /** Forms without amounts; absent where the reader of the document does not say. */
  absences?: FormAbsence[];
}
