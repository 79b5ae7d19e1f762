import type { DocumentRow, Fact, Source, Warning } from '../../domain/facts';
import { parseAmount, type Unit } from '../../domain/money';
import type { Printed } from '../lines';

/** What a form's reader knows of a fact; the rest follows from the document and the printed cell. */
export type FormFact = Pick<
  Fact,
  | 'flow'
  | 'classification'
  | 'subject_code'
  | 'subject_name'
  | 'subject_level'
  | 'fund'
  | 'measure'
  | 'stage'
  | 'printed_code'
  | 'printed_name'
  | 'note'
> & { row: string; column: string; quote: string };

/** Collects the facts and warnings of one document's forms. */
export class FormWriter {
  readonly facts: Fact[] = [];
  readonly warnings: Warning[] = [];
  private readonly ids = new Map<string, number>();

  constructor(
    private readonly document: DocumentRow,
    private readonly source: Source = 'form',
  ) {}

  /** Adds the fact of a printed cell; a cell that is no amount becomes a warning. */
  add(form: string, unit: Unit, cell: Printed, fact: FormFact): void {
    const value = parseAmount(cell.text, unit);
    if (!value) {
      this.warn('amount_unreadable', `“${cell.text}”不是金额`, form, cell);
      return;
    }
    const { row, column, quote, ...rest } = fact;
    const { doc_id, region, department, scope, fiscal_year } = this.document;
    this.facts.push({
      fact_id: this.id(`${form}-${row}-${column}`),
      doc_id,
      region,
      department,
      scope,
      fiscal_year,
      source: this.source,
      form,
      ...rest,
      amount: value.amount,
      resolution: value.resolution,
      derived: false,
      printed_value: cell.text,
      printed_unit: unit,
      page: cell.page,
      line: cell.line,
      quote,
    });
  }

  warn(
    code: string,
    message: string,
    form: string | null,
    place: { page: number | null; line: number } | null,
  ): void {
    this.warnings.push({
      doc_id: this.document.doc_id,
      code,
      message,
      form,
      page: place?.page ?? null,
      line: place?.line ?? null,
    });
  }

  private id(wanted: string): string {
    const count = (this.ids.get(wanted) ?? 0) + 1;
    this.ids.set(wanted, count);
    return count === 1 ? wanted : `${wanted}-${count}`;
  }
}
