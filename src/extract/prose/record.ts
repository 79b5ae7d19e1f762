import type { Flow, Stage } from '../../domain/facts';
import type { Figure } from './figures';
import type { Output } from './output';
import { quoteOf, type Passage, type Place } from './passage';
import { placeKey, type Coordinates, type Target } from './target';

/** One figure of a record. */
export interface Slot {
  figure: Figure;
  /** 分, signed. */
  amount: bigint;
  resolution: bigint;
  passage: Passage;
  /** Where the words about the figure begin. */
  from: number;
  place: Place;
  name: string;
  note: string | null;
}

/** What a sentence says about one subject, gathered clause by clause. */
export interface Gathered {
  target: Target;
  section: string;
  initial?: Slot;
  adjusted?: Slot;
  final?: Slot;
  prior?: Slot;
  /** 拨入, 资金到位: money received for the subject. */
  received?: Slot;
  change?: Slot;
  /** 持平 in words: change 0 without a figure. */
  flat?: { passage: Passage; from: number; to: number };
  changeRate?: string;
  executionRate?: string;
  share?: string;
  budgetReason?: string;
  changeReason?: string;
  /** First and last position of its words. */
  passage: Passage;
  from: number;
  to: number;
}

/** Writes the facts and statements of one record. `known` holds the last final figure of each subject. */
export function writeRecord(record: Gathered, output: Output, known: Map<string, Slot>): void {
  for (const at of record.target.places) if (record.final) known.set(placeKey(at), record.final);
  const finalOf = (at: Coordinates) => record.final ?? known.get(placeKey(at));
  const stages: readonly [Stage, Slot | undefined, Flow?][] = [
    ['initial_budget', record.initial],
    ['adjusted_budget', record.adjusted],
    ['final', record.final],
    ['prior_final', record.prior],
    ['final', record.received, 'revenue'],
  ];
  for (const [stage, slot, flow] of stages) {
    if (!slot) continue;
    for (const at of record.target.places) {
      output.fact(record.section, {
        at: flow ? { ...at, flow } : at,
        stage,
        amount: slot.amount,
        resolution: slot.resolution,
        printedName: slot.name || null,
        printedValue: slot.figure.value,
        printedUnit: slot.figure.assumed ? null : slot.figure.unit,
        place: slot.place,
        quote: quoteOf(slot.passage, slot.from, slot.figure.end),
        note: [slot.note, record.target.note].filter(Boolean).join('; ') || null,
      });
    }
  }
  // 收入总计 and 支出总计 may have been stated apart before their change is stated for both.
  const implied = record.target.places.flatMap((at) => {
    const prior = impliedPrior(record, finalOf(at));
    return prior ? [{ at, prior }] : [];
  });
  for (const { at, prior } of implied) {
    output.fact(record.section, {
      at,
      stage: 'prior_final',
      derived: true,
      printedName: null,
      printedValue: null,
      printedUnit: null,
      ...prior,
    });
  }
  const first = record.target.places[0];
  writeStatements(
    record,
    first ? finalOf(first) : record.final,
    implied[0]?.prior.amount ?? record.prior?.amount ?? null,
    output,
  );
}

interface Implied {
  amount: bigint;
  resolution: bigint;
  place: Place;
  quote: string;
  note: string;
}

/** Last year's figure that `较上年增加…` or `持平` implies: final − change, each to its printed precision. */
function impliedPrior(record: Gathered, final: Slot | undefined): Implied | null {
  if (!final || record.prior) return null;
  const { change, flat } = record;
  const sign = final.figure.value;
  if (change) {
    const words = `${change.amount < 0n ? '−' : change.amount > 0n ? '+' : ''}${change.figure.value.replace('-', '')}${change.figure.unit}`;
    return {
      amount: final.amount - change.amount,
      resolution: final.resolution + change.resolution,
      place: change.place,
      quote: quoteOf(change.passage, change.from, change.figure.end),
      note: `implied: final ${sign}${final.figure.unit} less change ${words}${change.note ? `; ${change.note}` : ''}`,
    };
  }
  if (flat) {
    return {
      amount: final.amount,
      resolution: final.resolution,
      place: flat.passage.placeAt(flat.from),
      quote: quoteOf(flat.passage, flat.from, flat.to),
      note: `implied: final ${sign}${final.figure.unit}, 持平`,
    };
  }
  return null;
}

function writeStatements(
  record: Gathered,
  final: Slot | undefined,
  prior: bigint | null,
  output: Output,
): void {
  const { target, passage } = record;
  const start = record.passage.placeAt(record.from);
  const base = {
    section: record.section,
    item: itemOf(record),
    subject_code: target.code,
    subject_name: target.name,
    initial_budget: record.initial?.amount ?? null,
    adjusted_budget: record.adjusted?.amount ?? null,
    final: record.final?.amount ?? null,
    change: null,
    prior_final: record.prior?.amount ?? null,
    change_rate: null,
    execution_rate: record.executionRate ?? null,
    share: record.share ?? null,
    reason: record.budgetReason ?? null,
    quote: quoteOf(passage, record.from, record.to, 'end'),
    page: start.page,
    line: start.line,
  };
  const changes = record.change !== undefined || record.flat !== undefined || record.changeRate !== undefined;
  const budgets =
    record.initial !== undefined ||
    record.adjusted !== undefined ||
    record.executionRate !== undefined ||
    record.budgetReason !== undefined;
  if (!changes && !budgets && !record.final && !record.prior && record.share === undefined) return;
  if (!changes) {
    output.statement({ ...base, reason: record.budgetReason ?? record.changeReason ?? null });
    return;
  }
  // A sentence that gives both budget and last year has two reasons: two statements.
  if (budgets) output.statement(base);
  const at = record.change ?? record.flat;
  const place = record.change?.place ?? (record.flat ? record.flat.passage.placeAt(record.flat.from) : start);
  output.statement({
    ...base,
    initial_budget: null,
    adjusted_budget: null,
    execution_rate: null,
    share: budgets ? null : base.share,
    final: final?.amount ?? null,
    change: record.change?.amount ?? (record.flat ? 0n : null),
    prior_final: prior,
    change_rate: record.changeRate ?? null,
    reason: record.changeReason ?? null,
    quote: at && budgets ? changeQuote(record) : base.quote,
    page: budgets ? place.page : base.page,
    line: budgets ? place.line : base.line,
  });
}

function itemOf({ target, initial, adjusted, share }: Gathered): string {
  if (initial || adjusted) return target.budgetItem ?? target.item;
  return (share === undefined ? undefined : target.shareItem) ?? target.item;
}

function changeQuote(record: Gathered): string {
  const { change, flat } = record;
  if (change) return quoteOf(change.passage, change.from, change.figure.end);
  return flat ? quoteOf(flat.passage, flat.from, flat.to) : '';
}
