import type { Kind, Scope } from '../../domain/facts';
import type { Fen } from '../../domain/money';

/** The rows that queries.ts returns. Type aliases, so that they are assignable to the engine's Row. */

export type DocumentLine = {
  doc_id: string;
  region: string;
  department: string;
  scope: Scope;
  fiscal_year: number;
  kind: Kind;
  title: string;
};

/** One of `PLACES` in one document; 分. */
export type PlaceLine = {
  doc_id: string;
  place: number;
  fact_id: string;
  amount_fen: Fen;
  resolution_fen: Fen;
};

/**
 * Classes of one document: `function` 支出 by functional class (forms 05, B05) · `economy` 基本支出 by economic class
 * (06, B06) · `origin` 收入 by origin (01, B01) · `initial` 年初预算 by class as the narrative says it, of the class
 * itself (level 1) or as the sum of its 项 (level 3, `n` of them) · `items` the 项 of a class in form 05, to be counted.
 */
export type PartLine = {
  doc_id: string;
  part: 'function' | 'economy' | 'origin' | 'initial' | 'items';
  code: string;
  /** Null where only 项 are printed. */
  name: string | null;
  form: string | null;
  level: number;
  n: number;
  fact_id: string;
  amount_fen: Fen;
  resolution_fen: Fen;
};

/** A sentence that compares with last year or with the budget and says why. 分, rates as printed (%). */
export type ReasonLine = {
  doc_id: string;
  item: string;
  code: string | null;
  name: string | null;
  final: Fen | null;
  change: Fen | null;
  change_rate: string | null;
  reason: string;
  page: number | null;
  line: number | null;
};

/** Members of staff as a document counts them. */
export type StaffCount = {
  doc_id: string;
  code: 'staff_present' | 'staff_established';
  value: string;
  quote: string | null;
  page: number | null;
  line: number | null;
};
