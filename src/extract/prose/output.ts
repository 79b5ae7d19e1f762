import type { Fact, Indicator, Source, Stage, Statement, Warning } from '../../domain/facts';
import type { Fen } from '../../domain/money';
import type { ExtractContext, Findings } from '../context';
import type { Place } from './passage';
import type { Coordinates } from './target';

/** A figure as it becomes a fact. */
export interface FactDraft {
  at: Coordinates;
  stage: Stage;
  amount: Fen;
  resolution: Fen;
  derived?: boolean;
  printedName: string | null;
  printedValue: string | null;
  printedUnit: string | null;
  place: Place;
  quote: string;
  note: string | null;
}

export type StatementDraft = Omit<Statement, 'doc_id'>;
export type IndicatorDraft = Omit<Indicator, 'doc_id'>;

/** Collects what a reader finds and stamps it with the document. */
export class Output {
  readonly findings: Findings = { facts: [], statements: [], indicators: [], warnings: [] };
  private readonly taken = new Map<string, number>();
  private readonly seen = new Set<string>();
  private readonly firstAt = new Map<string, string>();

  constructor(
    private readonly context: ExtractContext,
    private readonly source: Source,
  ) {}

  /**
   * Adds a fact. Its id is `source-section-subject-measure-stage`, with -2, -3 … where a document says the same thing
   * again. A figure that repeats an earlier one to the 分 is kept, with the earlier one's id in its note.
   */
  fact(section: string, draft: FactDraft): void {
    const { at } = draft;
    const id = this.id(section, at, draft.stage);
    const cell = [
      at.flow,
      at.classification,
      at.subject_code,
      at.subject_name,
      at.fund,
      at.measure,
      draft.stage,
      draft.amount,
    ].join('|');
    const first = this.firstAt.get(cell);
    if (!first) this.firstAt.set(cell, id);
    const notes = [draft.note, first ? `repeats ${first}` : null].filter((note) => note !== null);
    const { doc_id, region, department, scope, fiscal_year } = this.context.document;
    const fact: Fact = {
      fact_id: id,
      doc_id,
      region,
      department,
      scope,
      fiscal_year,
      source: this.source,
      form: null,
      ...at,
      stage: draft.stage,
      amount: draft.amount,
      resolution: draft.resolution,
      derived: draft.derived ?? false,
      printed_code: null,
      printed_name: draft.printedName,
      printed_value: draft.printedValue,
      printed_unit: draft.printedUnit,
      page: draft.place.page,
      line: draft.place.line,
      quote: draft.quote,
      note: notes.length > 0 ? notes.join('; ') : null,
    };
    this.findings.facts.push(fact);
  }

  statement(draft: StatementDraft): void {
    this.findings.statements.push({ doc_id: this.context.document.doc_id, ...draft });
  }

  /** Adds an indicator; the same value of the same thing printed again is not repeated. */
  indicator(draft: IndicatorDraft): void {
    // Lines of a score table are many of one value; all else is one figure told several times.
    const line = /^score_(weight|points)$/.test(draft.code) ? `${draft.page}:${draft.line}` : '';
    const key = [draft.code, draft.subject_name, Number(draft.value), line].join('|');
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.findings.indicators.push({ doc_id: this.context.document.doc_id, ...draft });
  }

  warn(code: string, message: string, place: Place): void {
    const warning: Warning = { doc_id: this.context.document.doc_id, code, message, form: null, ...place };
    this.findings.warnings.push(warning);
  }

  private id(section: string, at: Coordinates, stage: Stage): string {
    const parts = [this.source, section, at.subject_code ?? at.subject_name];
    if (at.flow === 'revenue') parts.push('revenue');
    if (at.measure !== 'total') parts.push(at.measure);
    parts.push(stage);
    // After the stage, so that the part of a row sorts behind the row.
    if (at.fund === 'fiscal' && at.classification === 'project') parts.push('fiscal');
    const base = parts
      .filter((part) => part !== '')
      .join('-')
      .replace(/[\s“”"'‘’()]+/g, '');
    const count = (this.taken.get(base) ?? 0) + 1;
    this.taken.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  }
}
