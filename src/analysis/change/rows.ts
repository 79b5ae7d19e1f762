import type { Scope } from '../../domain/facts';
import type { Fen } from '../../domain/money';

/** The rows that queries.ts returns. Type aliases, so that they are assignable to the engine's Row. */

export type DocumentLine = {
  doc_id: string;
  region: string;
  department: string;
  scope: Scope;
  fiscal_year: number;
  title: string;
  /** Comma-separated form identities. */
  forms_present: string;
};

/** What one document prints of one item, or functional subject. Amounts and resolutions in 分. */
export type FigureLine = {
  doc_id: string;
  item: string;
  name: string;
  form: string | null;
  form_id: string | null;
  form_final: Fen | null;
  form_resolution: Fen | null;
  narrative_id: string | null;
  narrative_final: Fen | null;
  narrative_resolution: Fen | null;
  prior_id: string | null;
  prior: Fen | null;
  prior_resolution: Fen | null;
  prior_derived: boolean | null;
  prior_quote: string | null;
};

/** A sentence that compares with last year. Rates in % as printed. */
export type StatementLine = {
  doc_id: string;
  item: string;
  section: string;
  final: Fen | null;
  change: Fen | null;
  prior_final: Fen | null;
  change_rate: string | null;
  reason: string | null;
  quote: string;
  page: number | null;
  line: number | null;
};

/** A class that can be compared over two years. */
export type SubjectLine = { code: string; name: string };

export interface ChangeRows {
  documents: DocumentLine[];
  figures: FigureLine[];
  statements: StatementLine[];
}
