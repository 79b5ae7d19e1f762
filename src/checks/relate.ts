import { absolute, type Fen } from '../domain/money';
import { cellName, type Book, type Cell } from './book';
import type { FindingKind, Instance, Outcome, RuleId, Severity, Side, Words } from './types';

/** An operand of an identity: cells whose printed amounts are added. */
export interface Part {
  label: string;
  cells: readonly Cell[];
}

export interface Term {
  cell: Cell;
  sign: 1 | -1;
}

/** An identity at one place, with its cells, so that the cause of a failure can be looked for. */
export interface Judged {
  instance: Instance;
  /** Cells with their sign in left − right; empty where the identity is not one of amounts. */
  terms: readonly Term[];
  severity?: Severity;
  kind?: FindingKind;
  /** The cell that the rule itself names. */
  named?: string;
  expected?: Fen;
  message?: Words;
}

export interface RelateOptions {
  /** The right side is the sum of all rows printed: a row that was not read would be missing from it. */
  open?: boolean;
  /** The row is printed, so a side without an amount is a blank where an amount must stand. */
  printed?: boolean;
}

export const part = (cells: Cell | readonly Cell[], label?: string): Part => {
  const list = 'key' in cells ? [cells] : cells;
  return { cells: list, label: label ?? list.map(cellName).join(' + ') };
};

export function sideOf({ label, cells }: Part): Side {
  const printed = cells.filter((cell) => cell.fact);
  return {
    label,
    amount: printed.length === 0 ? null : sum(printed),
    fact_ids: printed.map((cell) => cell.fact!.fact_id),
  };
}

export const sum = (cells: readonly Cell[]): Fen =>
  cells.reduce((total, cell) => total + (cell.amount ?? 0n), 0n);

/** Twice the tolerance: the places of all printed terms, none where one quantity stands twice in one unit. */
function twiceTolerance(left: readonly Cell[], right: readonly Cell[]): Fen {
  if (left.length === 1 && right.length === 1 && left[0]!.unit === right[0]!.unit) return 0n;
  return [...left, ...right].reduce((total, cell) => total + cell.unit, 0n);
}

/**
 * left = right. Amounts not printed do not take part; where a side prints none, zero on the other side says nothing
 * (null), an amount there is `unknown`, or a conflict where the row is printed and the cell is blank.
 */
export function equal(
  book: Book,
  rule: RuleId,
  about: string,
  left: Part,
  right: Part,
  options: RelateOptions = {},
): Judged | null {
  return relate(book, rule, 'equal', about, left, right, options);
}

/** left ≤ right. */
export function atMost(book: Book, rule: RuleId, about: string, left: Part, right: Part): Judged | null {
  return relate(book, rule, 'at_most', about, left, right, {});
}

function relate(
  book: Book,
  rule: RuleId,
  relation: 'equal' | 'at_most',
  about: string,
  left: Part,
  right: Part,
  options: RelateOptions,
): Judged | null {
  const l = left.cells.filter((cell) => cell.fact);
  const r = right.cells.filter((cell) => cell.fact);
  const difference = sum(l) - sum(r);
  const empty = l.length === 0 || r.length === 0;
  if (l.length === 0 && (r.length === 0 || relation === 'at_most')) return null;
  if (empty && difference === 0n) return null;
  const tolerance2 = twiceTolerance(l, r);
  const forms = new Set([...left.cells, ...right.cells].map((cell) => cell.row.form));
  const incomplete = [...forms].some((form) => book.incomplete(form));
  const unreadable = [...forms].some((form) => book.unreadable(form));
  const blanks = l.length < left.cells.length || r.length < right.cells.length;
  let outcome: Outcome;
  if (empty) outcome = options.printed && !incomplete ? 'conflict' : 'unknown';
  else if (difference === 0n || (relation === 'at_most' && difference < 0n)) outcome = 'exact';
  else if (2n * absolute(difference) <= tolerance2) outcome = 'rounding';
  else outcome = unreadable || (incomplete && (blanks || options.open)) ? 'unknown' : 'conflict';
  const terms: Term[] = [
    ...left.cells.map((cell) => ({ cell, sign: 1 as const })),
    ...right.cells.map((cell) => ({ cell, sign: -1 as const })),
  ];
  return {
    instance: {
      rule,
      doc_id: book.docId,
      outcome,
      relation,
      about,
      left: sideOf(left),
      right: sideOf(right),
      difference: empty ? null : difference,
      tolerance: tolerance2 / 2n,
    },
    terms,
    // 尾差: two prints of one quantity whose last places were made to add up.
    ...(outcome === 'conflict' && tolerance2 === 0n && absolute(difference) <= l[0]!.unit && l[0]!.unit > 1n
      ? { severity: 'warning' as const }
      : {}),
  };
}
