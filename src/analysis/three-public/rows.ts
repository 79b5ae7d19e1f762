import type { Fen } from '../../domain/money';
import type { ComponentCode, CountCode } from './request';

/** The rows that queries.ts returns. Type aliases, so that they are assignable to the engine's Row. */

/** What one document says of one component: form 09 and narrative, budget and final. 分. */
export type ComponentLine = {
  doc_id: string;
  component: ComponentCode;
  form_budget: Fen | null;
  form_budget_id: string | null;
  form_budget_resolution: Fen | null;
  narrative_budget: Fen | null;
  narrative_budget_id: string | null;
  narrative_budget_resolution: Fen | null;
  form_final: Fen | null;
  form_final_id: string | null;
  form_final_resolution: Fen | null;
  narrative_final: Fen | null;
  narrative_final_id: string | null;
  narrative_final_resolution: Fen | null;
};

/** 年初预算 of one component in a budget document. 分. */
export type PlannedLine = {
  doc_id: string;
  component: ComponentCode;
  fact_id: string;
  amount_fen: Fen;
  resolution_fen: Fen;
};

/** A count as printed; `value` is decimal text. */
export type CountLine = {
  doc_id: string;
  code: CountCode;
  value: string;
  quote: string | null;
  page: number | null;
  line: number | null;
};

/** Why the narrative's “三公” figures are what they are. */
export type ReasonLine = {
  doc_id: string;
  component: ComponentCode;
  /** True: the sentence compares with last year; false: with the budget, or gives a reason alone. */
  of_change: boolean;
  reason: string;
};
