import type { Fact, FormAbsence, Indicator, Stage, Statement } from '../domain/facts';
import type { Fen } from '../domain/money';
import { columnOf, formName, MEASURE_NAMES, FUND_NAMES, rowKeyOf } from './forms';
import type { CheckInput } from './types';

/** One place of a form where an amount may stand. A blank one has no fact and no amount: that is not zero. */
export interface Cell {
  key: string;
  fact: Fact | null;
  amount: Fen | null;
  /** What one unit in the last printed place is worth, 分; 0 for a blank. */
  unit: Fen;
  row: Row;
  column: string;
}

/** One printed row of a form at one stage: at least one of its cells has an amount. */
export interface Row {
  key: string;
  form: string;
  stage: Stage;
  flow: Fact['flow'];
  classification: Fact['classification'];
  code: string | null;
  name: string;
  level: number | null;
  cells: Map<string, Cell>;
}

/** Codes of warnings that say: an amount of this form was seen and not placed. */
const UNREAD = /^(amount_|row_unrecognised|code_unrestored|column_missing|line_unread)/;

/** Unplaced amounts of a form up to which its other rows are taken as read. */
const FEW = 3;

/** The facts of one document by form, stage, row and column, and what else a rule asks of it. */
export class Book {
  readonly docId: string;
  readonly facts: readonly Fact[];
  readonly statements: readonly Statement[];
  readonly indicators: readonly Indicator[];
  readonly byId = new Map<string, Fact>();
  private readonly tables = new Map<string, Row[]>();
  private readonly places = new Map<string, Fen>();
  private readonly present: ReadonlySet<string>;
  /** Rows by form, stage and subject; more than one where a document prints a line twice. */
  private readonly byKey = new Map<string, Row[]>();
  private readonly looseCells = new Map<string, Cell>();
  private readonly unread = new Map<string, number>();

  constructor(readonly input: CheckInput) {
    this.docId = input.document.doc_id;
    this.facts = input.facts.filter((fact) => !fact.derived);
    this.statements = input.statements;
    this.indicators = input.indicators;
    this.present = new Set(input.document.forms_present.split(',').filter(Boolean));
    for (const { form, code } of input.warnings ?? [])
      if (form !== null && UNREAD.test(code)) this.unread.set(form, (this.unread.get(form) ?? 0) + 1);
    for (const [unit, place] of usualPlaces(this.facts)) this.places.set(unit, place);
    for (const fact of this.facts) {
      this.byId.set(fact.fact_id, fact);
      if (fact.form !== null && (fact.source === 'form' || fact.source === 'budget_form')) this.enter(fact);
    }
  }

  /** Stages for which the form prints amounts, in the order of a year. */
  stages(form: string): Stage[] {
    return (['initial_budget', 'adjusted_budget', 'final', 'prior_final'] as const).filter((stage) =>
      this.tables.has(`${form}|${stage}`),
    );
  }

  has(form: string): boolean {
    return this.stages(form).length > 0;
  }

  /** True where the form stands in the document, empty or not. */
  stands(form: string): boolean {
    return this.present.has(form) || this.has(form);
  }

  /** What is known of a form without amounts; null where nothing is. */
  absence(form: string): FormAbsence | null {
    return this.input.absences?.find((absence) => absence.form === form) ?? null;
  }

  /** True where an amount of the form was seen and could not be placed: its sums are unknown, not wrong. */
  incomplete(form: string): boolean {
    return this.unread.has(form);
  }

  /** True where so much of the form could not be placed that nothing of it is sure. */
  unreadable(form: string): boolean {
    return (this.unread.get(form) ?? 0) > FEW;
  }

  rows(form: string, stage: Stage, where: (row: Row) => boolean = () => true): Row[] {
    return (this.tables.get(`${form}|${stage}`) ?? []).filter(where);
  }

  row(form: string, stage: Stage, where: (row: Row) => boolean): Row | null {
    return this.tables.get(`${form}|${stage}`)?.find(where) ?? null;
  }

  /** The row of a subject by classification and code, in a form whose columns are measures. */
  subject(form: string, stage: Stage, classification: Fact['classification'], subject: string): Row | null {
    return this.byKey.get(`${form}|${stage}|${classification}|${subject}`)?.[0] ?? null;
  }

  /** The cell of a row in a column; a blank one where nothing is printed there. */
  cell(row: Row, column: string): Cell {
    let cell = row.cells.get(column);
    if (!cell) {
      cell = { key: `${row.key}|${column}`, fact: null, amount: null, unit: 0n, row, column };
      row.cells.set(column, cell);
    }
    return cell;
  }

  /** Columns in which any row of the form prints an amount. */
  columns(form: string, stage: Stage): Set<string> {
    const columns = new Set<string>();
    for (const row of this.rows(form, stage))
      for (const [column, cell] of row.cells) if (cell.fact) columns.add(column);
    return columns;
  }

  /** A figure outside the forms (narrative, self-evaluation) as a cell of its own. */
  loose(fact: Fact): Cell {
    const known = this.looseCells.get(fact.fact_id);
    if (known) return known;
    const row: Row = {
      key: fact.fact_id,
      form: '',
      stage: fact.stage,
      flow: fact.flow,
      classification: fact.classification,
      code: fact.subject_code,
      name: fact.subject_name,
      level: fact.subject_level,
      cells: new Map(),
    };
    const cell = {
      key: `#${fact.fact_id}`,
      fact,
      amount: fact.amount,
      unit: fact.resolution,
      row,
      column: '',
    };
    row.cells.set('', cell);
    this.looseCells.set(fact.fact_id, cell);
    return cell;
  }

  private enter(fact: Fact): void {
    const form = fact.form!;
    const table = `${form}|${fact.stage}`;
    const rows = this.tables.get(table) ?? [];
    this.tables.set(table, rows);
    const key = `${table}|${rowKeyOf(fact)}`;
    const column = columnOf(fact);
    const same = this.byKey.get(key) ?? [];
    this.byKey.set(key, same);
    let row = same.find((r) => !r.cells.get(column)?.fact);
    if (!row) {
      row = {
        key: same.length === 0 ? key : `${key}#${same.length + 1}`,
        form,
        stage: fact.stage,
        flow: fact.flow,
        classification: fact.classification,
        code: fact.subject_code,
        name: fact.subject_name,
        level: fact.subject_level,
        cells: new Map(),
      };
      rows.push(row);
      same.push(row);
    }
    const usual = this.places.get(fact.printed_unit ?? '');
    const unit = usual !== undefined && usual < fact.resolution ? usual : fact.resolution;
    row.cells.set(column, { key: `${row.key}|${column}`, fact, amount: fact.amount, unit, row, column });
  }
}

/**
 * The last place that amounts of the forms are usually printed to, by unit. A spreadsheet drops trailing zeros: `45`
 * among amounts with two decimals is 45.00, not a figure in whole 万元.
 */
function usualPlaces(facts: readonly Fact[]): Map<string, Fen> {
  const counts = new Map<string, Map<Fen, number>>();
  for (const fact of facts) {
    if (fact.form === null || fact.amount === 0n) continue;
    const unit = fact.printed_unit ?? '';
    const of = counts.get(unit) ?? new Map<Fen, number>();
    counts.set(unit, of);
    of.set(fact.resolution, (of.get(fact.resolution) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([unit, of]) => [
      unit,
      [...of].reduce((best, next) => (next[1] > best[1] ? next : best))[0],
    ]),
  );
}

/** 公开03表 2010301 行政运行 基本支出. */
export function cellName(cell: Cell): string {
  const fact = cell.fact;
  const { row } = cell;
  if (row.form === '') return looseName(fact!);
  const subject = [row.code && !row.code.startsWith('SG') ? row.code : '', row.name]
    .filter(Boolean)
    .join(' ');
  const column = MEASURE_NAMES[cell.column] ?? FUND_NAMES[cell.column] ?? '';
  return `${formName(row.form)} ${subject}${column ? ` ${column}` : ''}`;
}

const STAGE_NAMES: Record<Stage, string> = {
  initial_budget: '年初预算',
  adjusted_budget: '全年预算',
  final: '决算',
  prior_final: '上年决算',
};

const FLOW_NAMES: Record<Fact['flow'], string> = { revenue: '收入', expenditure: '支出', balance: '' };

/** 情况说明六 一般公共预算基本支出 决算: section, subject (合计 by its fund and measure), stage. */
function looseName(fact: Fact): string {
  const section = /^(?:narrative|performance)-(.+?)-/.exec(fact.fact_id)?.[1] ?? '';
  const where = fact.source === 'performance' ? '绩效自评' : `情况说明${section}`;
  const measure = fact.measure === 'total' ? FLOW_NAMES[fact.flow] : (MEASURE_NAMES[fact.measure] ?? '');
  const subject =
    fact.subject_name === '合计' ? `${FUND_NAMES[fact.fund] ?? ''}${measure}合计` : fact.subject_name;
  return `${where} ${subject} ${STAGE_NAMES[fact.stage]}`;
}
