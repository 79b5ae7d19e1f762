import type { DocumentRow, Fact, Indicator, Statement, Warning } from '../domain/facts';
import type { Fen } from '../domain/money';

/** A functional subject that the document's own forms print: full code (3, 5 or 7 digits), full name, level 1–3. */
export interface FormSubject {
  code: string;
  name: string;
  level: number;
}

/** What the readers of prose and of self-evaluation tables know about the document before they start. */
export interface ExtractContext {
  document: DocumentRow;
  /** Functional subjects found in this document's forms; names in the narrative are resolved to their codes. */
  subjects: readonly FormSubject[];
  /** 本年支出合计 of the forms in 分: tells whether a self-evaluation headed 元 means 万元. */
  finalTotal?: Fen;
}

/** What a reader found. */
export interface Findings {
  facts: Fact[];
  statements: Statement[];
  indicators: Indicator[];
  warnings: Warning[];
}
