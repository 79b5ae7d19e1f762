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
  /** Documents that have the subject, but not both figures: they are in neither sum. */
  left_out: number;
  /** Why it is empty: no such subject, no final account of the year, or a budget without one. */
  nothing: 'subject' | 'document' | 'budget_only' | null;
}

/** Both figures are known: spending without a budget and a budget without spending are zeros by their documents. */
const COMPARABLE: ReadonlySet<CellState> = new Set(['rate', 'unspent', 'new', 'zero_budget', 'negative']);

export function isComparable(cell: ExecutionCell): boolean {
  if (cell.state !== 'negative') return COMPARABLE.has(cell.state);
  return cell.budget !== null && cell.final !== null;
}

function pooledState(cells: readonly ExecutionCell[], budget: Fen, final: Fen): CellState {
  if (budget < 0n || final < 0n) return 'negative';
  if (budget === 0n) return cells.every((cell) => cell.state === 'new') ? 'new' : 'zero_budget';
  return final === 0n ? 'unspent' : 'rate';
}

/**
 * The cells of one subject in several documents of one scope, added up (分): budget and final of the documents in
 * which both are known; the others are counted in `left_out`.
 */
export function pooled(code: string | null, all: readonly Member[]): MatrixCell {
  const own = all.filter(({ cell }) => cell.state !== 'absent');
  if (own.length === 0) return { cell: absentCell(code), members: [], left_out: 0, nothing: 'subject' };
  if (own.length === 1) {
    const { cell } = own[0]!;
    return { cell, members: own, left_out: 0, nothing: null };
  }
  const members = own.filter(({ cell }) => isComparable(cell));
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
