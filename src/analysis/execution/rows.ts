import type { Scope, Stage } from '../../domain/facts';
import type { Fen } from '../../domain/money';

/** The rows that queries.ts returns. Type aliases, so that they are assignable to the engine's Row. */

export type DocumentLine = {
  doc_id: string;
  region: string;
  department: string;
  scope: Scope;
  fiscal_year: number;
  title: string;
};

/** One document and subject of the level asked for; `code` '' is the 合计. */
export type FigureLine = {
  doc_id: string;
  code: string;
  /** As printed, in form 05 where it is there; for codes that the catalogue does not know. */
  name: string | null;
  form_final: Fen | null;
  narrative_final: Fen | null;
  form_initial: Fen | null;
  narrative_initial: Fen | null;
  form_adjusted: Fen | null;
  narrative_adjusted: Fen | null;
  /** What one unit in the last printed place of the budgets is worth. */
  initial_resolution: Fen | null;
  items_initial: Fen | null;
  items_with_budget: bigint | number;
  items_without_budget: bigint | number;
  items_adjusted: Fen | null;
  items_with_adjusted: bigint | number;
  items_without_adjusted: bigint | number;
  /** Below 类: the class has an initial budget (in the narrative), which cannot be divided. */
  coarser: boolean;
};

/** One subject of form B05 of a department's own 预算公开; `code` '' is the 合计. */
export type BudgetDocumentLine = {
  doc_id: string;
  region: string;
  department: string;
  scope: Scope;
  fiscal_year: number;
  code: string;
  /** As printed; null where only its 项 are. */
  initial: Fen | null;
  /** Sum and number of its 项. */
  items_initial: Fen | null;
  items: bigint | number;
  resolution: Fen;
};

/** A budget document, whatever forms it has. */
export type BudgetLine = {
  doc_id: string;
  region: string;
  department: string;
  scope: Scope;
  fiscal_year: number;
};

/** A figure of the self-evaluation: 部门整体支出 (`total`), 基本支出 or 项目支出 (`basic`, `project`). */
export type EvaluationLine = {
  doc_id: string;
  stage: Stage;
  part: 'total' | 'basic' | 'project';
  fact_id: string;
  amount_fen: Fen;
  resolution_fen: Fen;
  /** '' where it is printed under its standard name. */
  printed_as: string;
};

export type AllFundsLine = { doc_id: string; amount_fen: Fen };

export type DisagreementLine = {
  doc_id: string;
  code: string;
  name: string;
  form_fen: Fen;
  narrative_fen: Fen;
};

/** `code` is a class's or a 项's. */
export type ReasonLine = { doc_id: string; code: string; name: string | null; reason: string };

export interface ExecutionRows {
  documents: DocumentLine[];
  figures: FigureLine[];
  budgets: BudgetLine[];
  budgetDocuments: BudgetDocumentLine[];
  evaluations: EvaluationLine[];
  allFunds: AllFundsLine[];
  disagreements: DisagreementLine[];
  reasons: ReasonLine[];
}
