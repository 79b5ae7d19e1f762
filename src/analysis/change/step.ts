import type Decimal from 'decimal.js';
import { ratio, type Fen } from '../../domain/money';
import type { Finding, Stated } from './check';
import type { ComparedWith } from './compared-with';
import { changeOf, type Change, type Figure, type Lists } from './figure';
import type { Printed, Move } from './restate';
import type { DocumentLine } from './rows';

/** Printed figures added up. 分. */
export interface Sum {
  amount: Fen;
  resolution: Fen;
  figures: Figure[];
  /** One of them is implied by a sentence. */
  implied: boolean;
}

/** What a document says of a part of the change. */
export interface StepReason {
  document: DocumentLine;
  /** Item key or functional code that the sentence is about. */
  item: string;
  name: string | null;
  stated: Stated;
  base: ComparedWith;
  findings: Finding[];
}

/** One part of a change. Money in 分. */
export interface Step extends Change {
  key: string;
  /** Codes that the row stands for; empty for what is no subject. */
  codes: readonly string[];
  name: string | null;
  /** Its name in the other year, where it was another. */
  renamed: { before: string; now: string } | null;
  before: Sum | null;
  now: Sum | null;
  /** What it adds to the change of the total: the whole amount where only one year's form lists it. */
  contribution: Fen | null;
  /** Contribution ÷ the total of the earlier year (1 = 100 percentage points). */
  points: Decimal | null;
  /** Subjects that stand under another row on the other year's classification. */
  moves: Move[];
  /** Its parts do not add up to it in one year, so that it could not be restated. */
  held: boolean;
  reasons: StepReason[];
}

/** A total and its parts, before they are ranked. */
export interface Divided {
  before: Sum | null;
  now: Sum | null;
  steps: Step[];
  /** Keys left out because an identity contradicts one of their figures. */
  left_out: string[];
  /** Codes that could not be restated. */
  held: string[];
  /** Bodies whose documents do not print what is asked. */
  without: string[];
}

export function sumOf(figures: readonly Figure[], implied = false): Sum | null {
  if (figures.length === 0) return null;
  return {
    amount: figures.reduce((sum, figure) => sum + figure.amount, 0n),
    resolution: figures.reduce((sum, figure) => sum + figure.resolution, 0n),
    figures: figures.map(({ amount, resolution, doc_id, fact_id, form }) => ({
      amount,
      resolution,
      doc_id,
      fact_id,
      form,
    })),
    implied,
  };
}

const figureOf = (sum: Sum): Figure => ({
  amount: sum.amount,
  resolution: sum.resolution,
  doc_id: '',
  fact_id: '',
  form: null,
});

/** The change of two sums; a form that lists no such subject has it as new or ended, never as 0. */
export function changeOfSums(now: Sum | null, before: Sum | null, lists: Lists): Change {
  return changeOf(
    now && figureOf(now),
    before && { ...figureOf(before), source: before.implied ? 'implied' : 'document', quote: null },
    lists,
  );
}

export function contributionOf(change: Change, now: Sum | null, before: Sum | null): Fen | null {
  if (change.change !== null) return change.change;
  if (change.state === 'new') return now?.amount ?? null;
  return change.state === 'ended' && before ? -before.amount : null;
}

/** A contribution in points of the earlier total; null where there is none to be a part of. */
export function pointsOf(contribution: Fen | null, totalBefore: Fen | null): Decimal | null {
  return contribution === null || totalBefore === null || totalBefore <= 0n
    ? null
    : ratio(contribution, totalBefore);
}

/** Two names that differ in more than their brackets and blanks. */
export function renamedOf(before: Printed | undefined, now: Printed | undefined): Step['renamed'] {
  if (!before || !now || before.code !== now.code) return null;
  const core = (name: string) => name.replace(/[\s（）()“”"的]|支出$|费用$|费$/g, '');
  const [a, b] = [core(before.name), core(now.name)];
  return a === b || a.startsWith(b) || b.startsWith(a) ? null : { before: before.name, now: now.name };
}

/** Largest contribution first, then those that took away; those without one last. */
export function byContribution(a: Step, b: Step): number {
  if (a.contribution === null || b.contribution === null) {
    return Number(a.contribution === null) - Number(b.contribution === null);
  }
  return a.contribution > b.contribution ? -1 : a.contribution < b.contribution ? 1 : a.key < b.key ? -1 : 1;
}
