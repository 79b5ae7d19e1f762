import { ratio, type Fen } from '../../domain/money';
import { absentCell, type CellState, type ExecutionCell } from './cell';
import type { ExecutionRow } from './model';

/** One document's part in a cell. */
export interface Member {
  row: ExecutionRow;
  cell: ExecutionCell;
}

/** A cell of the matrix: one document's, or several added up. */
export interface MatrixCell {
  cell: ExecutionCell;
  /** What it is made of; empty where nothing is. */
  members: readonly Member[];
  /** Documents that have the subject, but no budget or not both figures: they are in neither sum. */
  left_out: number;
  /** Why it is empty: no such subject, no final account of the year, or a budget without one. */
  nothing: 'subject' | 'document' | 'budget_only' | null;
}

function pooledState(cells: readonly ExecutionCell[], budget: Fen, final: Fen): CellState {
  if (budget < 0n || final < 0n) return 'negative';
  if (budget === 0n) return cells.every((cell) => cell.state === 'new') ? 'new' : 'zero_budget';
  return final === 0n ? 'unspent' : 'rate';
}

const KNOWN: ReadonlySet<CellState> = new Set(['rate', 'unspent', 'new', 'zero_budget']);

/** Both figures are known: spending without a budget and a budget without spending are zeros by their documents. */
export function isComparable(cell: ExecutionCell): boolean {
  if (cell.state !== 'negative') return KNOWN.has(cell.state);
  return cell.budget !== null && cell.final !== null;
}

/** There is a budget to carry out, and its spending is known. */
export const hasBudget = (cell: ExecutionCell): boolean =>
  isComparable(cell) && cell.budget !== null && cell.budget > 0n;

/**
 * The cells of one subject in several documents of one scope, added up (分): budget and final of the documents that
 * have a budget and whose spending is known; the others are counted in `left_out`. Spending without a budget is not
 * added to that of others, or it would look like theirs; where no document has a budget it is `new` here too.
 */
export function pooled(code: string | null, all: readonly Member[]): MatrixCell {
  const own = all.filter(({ cell }) => cell.state !== 'absent');
  if (own.length === 0) return { cell: absentCell(code), members: [], left_out: 0, nothing: 'subject' };
  if (own.length === 1) {
    const { cell } = own[0]!;
    return { cell, members: own, left_out: 0, nothing: null };
  }
  const budgeted = own.filter(({ cell }) => hasBudget(cell));
  const members = budgeted.length > 0 ? budgeted : own.filter(({ cell }) => isComparable(cell));
  if (members.length === 0) {
    const { state, missing } = own[0]!.cell;
    const cell = { ...absentCell(code), state, missing };
    return { cell, members: [], left_out: own.length, nothing: null };
  }
  const cells = members.map(({ cell }) => cell);
  const budget = cells.reduce((sum, cell) => sum + (cell.budget ?? 0n), 0n);
  const final = cells.reduce((sum, cell) => sum + (cell.final ?? 0n), 0n);
  const cell: ExecutionCell = {
    ...absentCell(code),
    state: pooledState(cells, budget, final),
    budget,
    final,
    rate: budget > 0n ? ratio(final, budget) : null,
    budgetSource: 'sum_of_documents',
    finalSource: 'sum_of_documents',
    disagreements: cells.flatMap((each) => each.disagreements),
    reasons: members.flatMap(({ row, cell: each }) =>
      each.reasons.map(({ code: of, text }) => ({ code: of, name: row.department, text })),
    ),
  };
  return { cell, members, left_out: own.length - members.length, nothing: null };
}
