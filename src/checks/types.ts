import type { DocumentRow, Fact, FormAbsence, Indicator, Statement, Warning } from '../domain/facts';
import type { Fen } from '../domain/money';

/** Identities of the reconciliation (勾稽), docs/checks.md. */
export const RULE_IDS = [
  'E1',
  'E2',
  'E3',
  'E4',
  'E5',
  'E6',
  'E7',
  'E8',
  'E9',
  'E10',
  'E11',
  'E12',
  'E13',
  'E14',
  'E15',
  'E16',
  'E17',
  'E18',
  'E19',
  'E20',
  'E21',
  'T1',
  'T2',
  'T3',
  'T4',
  'T5',
  'P1',
  'P2',
  'U1',
  'N1',
  'N2',
  'X1',
  'X2',
  'X3',
  'X4',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/**
 * `exact` holds to the 分 · `rounding` off, and the printed places explain it · `conflict` off by more ·
 * `not_applicable` the document does not have a term · `unknown` it should have, and the term could not be read.
 */
export const OUTCOMES = ['exact', 'rounding', 'conflict', 'not_applicable', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Severity = 'error' | 'warning' | 'info';

/** `equal` left = right · `at_most` left ≤ right · `rate` a printed percentage against its amounts · `text` words. */
export type Relation = 'equal' | 'at_most' | 'rate' | 'text';

/** Text in both languages of the interface. */
export interface Words {
  zh: string;
  en: string;
}

/** One side of an identity: what it is, the sum of its printed amounts (null: none is printed), and where they stand. */
export interface Side {
  label: string;
  amount: Fen | null;
  fact_ids: string[];
  /** A figure that is not money, as printed: a percentage, a count, a name. */
  printed?: string;
  /** Place of a figure that is no fact (a sentence's change or percentage). */
  page?: number | null;
  line?: number | null;
  quote?: string | null;
  /** The document of this side, where it is not the instance's. */
  doc_id?: string;
}

/** One identity at one place of one document. `difference` is left − right in 分, null where a side has no amount. */
export interface Instance {
  rule: RuleId;
  doc_id: string;
  outcome: Outcome;
  relation: Relation;
  /** Plain Chinese, e.g. 公开03表 2010301 行. */
  about: string;
  left: Side;
  right: Side;
  difference: Fen | null;
  /** Largest difference that printed precision explains, 分. */
  tolerance: Fen;
}

/** What is wrong with the cell that a finding names. */
export const KINDS_OF_ERROR = [
  'digits_swapped',
  'wrong_digit',
  'dropped_digit',
  'extra_digit',
  'unit_slip',
  'sign',
  'shifted_row',
  'shifted_column',
  'missing_row',
  'not_printed',
  'copied_line',
  'copied_final',
  'stale_total',
  'last_place',
  'wrong_amount',
  'not_repeated',
  'wrong_rate',
  'zero_base',
  'wrong_direction',
  'wrong_name',
  'missing_count',
  'wrong_count',
  'wrong_score',
  'cut_off',
  'note_missing',
  'note_differs',
] as const;
export type FindingKind = (typeof KINDS_OF_ERROR)[number];

/** One cause: the cell to look at, what kind of slip it looks like, and all the identities that it breaks. */
export interface Finding {
  /** Stable within a document: rule and cell. */
  id: string;
  rule: RuleId;
  severity: Severity;
  doc_id: string;
  kind: FindingKind | null;
  /** The cell whose change makes the identities hold; null where the document does not tell which one it is. */
  fact_id: string | null;
  /** All cells of the cause, where it is more than one (a shifted row). */
  fact_ids: string[];
  /** What the named cell would have to be, 分; null where it is not known. */
  expected: Fen | null;
  /** Money at stake: the largest difference among its identities, 分. */
  at_stake: Fen;
  instances: Instance[];
  message: Words;
}

export interface CheckReport {
  instances: Instance[];
  findings: Finding[];
  counts: Record<RuleId, Record<Outcome, number>>;
}

/** What is known of one document. `warnings` are the extraction's: an unread amount makes a sum unknown, not wrong. */
export interface CheckInput {
  document: DocumentRow;
  facts: readonly Fact[];
  statements: readonly Statement[];
  indicators: readonly Indicator[];
  warnings?: readonly Warning[];
  /** Forms without amounts and why; absent where the package does not say. */
  absences?: readonly FormAbsence[];
}
