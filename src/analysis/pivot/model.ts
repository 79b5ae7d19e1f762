import type Decimal from 'decimal.js';
import { ratio, type Fen } from '../../domain/money';
import type { BasisId } from './basis';
import type { PivotColumn } from './columns';
import type { PivotNote } from './notes';

/** Why a figure deserves a second look; the page words it. Amounts in 分. */
export type Mark =
  /** Not printed: the sum of `parts` rows below, in `documents` of the documents. */
  | { kind: 'computed'; documents: number; parts: number }
  /** Implied by another figure of the same document. */
  | { kind: 'derived'; documents: number }
  /** The document states it more than once, with different amounts; the first of the best source is taken. */
  | { kind: 'conflict'; documents: number }
  /** The extractor restored or placed it; `note` is one of its remarks. */
  | { kind: 'restored'; note: string }
  /** The printed amount is not the sum of its `parts` children by more than rounding (`tolerance`). */
  | {
      kind: 'misfit';
      documents: number;
      department: string;
      year: number;
      printed: Fen | null;
      children: Fen;
      tolerance: Fen;
    };

/**
 * One figure. `amount`: printed (or computed, see marks); `blank`: the row is printed, its cell is empty; `absent`:
 * the form has no such row (无此科目); `no_form`: no document under the column has amounts in the form.
 */
export type PivotCell =
  | { kind: 'amount'; amount: Fen; documents: number; fact_id: string | null; marks: readonly Mark[] }
  | { kind: 'blank' | 'absent' | 'no_form'; marks: readonly Mark[] };

/** One row of the tree; `cells` by column id. */
export interface PivotNode {
  key: string;
  /** The code as shown; null for rows without one (合计, origins, 人员/公用经费). */
  code: string | null;
  name: string | null;
  /** Names that other years use for the code. */
  otherNames: readonly { name: string; first: number; last: number }[];
  /** 0 合计; 1 类 (or block, origin), 2 款, 3 项. */
  depth: number;
  /** The row could not be put into the tree: its code is missing or cut off. */
  loose: boolean;
  cells: ReadonlyMap<string, PivotCell>;
  children: readonly PivotNode[];
}

export interface PivotModel {
  basis: BasisId;
  columns: readonly PivotColumn[];
  /** 合计; null where nothing matches. */
  total: PivotNode | null;
  /** Rows of the first depth, in order of code. */
  roots: readonly PivotNode[];
  /** Largest |amount| (分) of the leaf columns, for shading. */
  largest: Fen;
  notes: readonly PivotNote[];
}

/** The amount of a row in a column, 分; null where there is none. */
export function amountOf(node: PivotNode, column: string): Fen | null {
  const cell = node.cells.get(column);
  return cell?.kind === 'amount' ? cell.amount : null;
}

export type ShareOf = 'total' | 'parent';

/**
 * Share of a row in the 合计 (or its parent) within one column, as an exact ratio. Null with the reason where the
 * row or the base has no amount, or the base is zero.
 */
export function shareOf(
  node: PivotNode,
  base: PivotNode | null,
  column: string,
): { value: Decimal } | { value: null; reason: 'no_amount' | 'no_base' | 'zero_base' } {
  const part = amountOf(node, column);
  if (part === null) return { value: null, reason: 'no_amount' };
  const whole = base ? amountOf(base, column) : null;
  if (whole === null) return { value: null, reason: 'no_base' };
  const value = ratio(part, whole);
  return value === null ? { value, reason: 'zero_base' } : { value };
}

/** All rows below (and with) the given ones, in order. */
export function* walk(nodes: readonly PivotNode[]): Generator<PivotNode> {
  for (const node of nodes) {
    yield node;
    yield* walk(node.children);
  }
}
