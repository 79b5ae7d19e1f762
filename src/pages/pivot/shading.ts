import { absolute, type Fen } from '../../domain/money';
import {
  amountOf,
  type Figures,
  type PivotNode,
  type VisibleColumn,
  type VisibleRow,
} from '../../analysis/pivot';
import type { Heat } from './settings';

/** Steps of the shading, the largest amount being the last. */
export const STEPS = 6;
/** Below 1 it lifts small amounts, which would all be white beside the classes. */
const LIFT = 0.65;
/** More cells than this are not all looked at for the largest. */
const MOST_CELLS = 200_000;

/** Step of an amount (分) beside the largest of its kind: 0 for nothing or less, 1 to 6. For colours only. */
export function heatStep(amount: Fen, largest: Fen): number {
  if (amount <= 0n || largest <= 0n) return 0;
  const share = Math.min(1, Number(amount) / Number(largest));
  return Math.max(1, Math.ceil(STEPS * share ** LIFT - 1e-9));
}

/** Length of a bar (0 to 1) for an amount beside the largest of its kind; for pixels only. */
export function barLength(amount: Fen, largest: Fen): number {
  return largest <= 0n ? 0 : Math.min(1, Number(absolute(amount)) / Number(largest));
}

/** What amounts are shaded against: the largest |amount| of the table, their row, column or level. */
export class Largest {
  readonly #largest = new Map<string, Fen>();
  readonly #heat: Heat;

  constructor(figures: Figures, rows: readonly VisibleRow[], columns: readonly VisibleColumn[], heat: Heat) {
    this.#heat = heat;
    const leaves = [...new Set(columns.filter(({ role }) => role === 'member').map(({ node }) => node))];
    const members = rows.filter((row) => row.role === 'member' && row.node.kind !== 'basket');
    if (members.length * leaves.length > MOST_CELLS) return;
    for (const { node, level } of members) {
      for (const column of leaves) {
        const amount = amountOf(figures.of(node, column));
        if (amount === null) continue;
        const key = this.#key(node, column, level);
        const size = absolute(amount);
        if (size > (this.#largest.get(key) ?? 0n)) this.#largest.set(key, size);
      }
    }
  }

  of(row: PivotNode, column: PivotNode, level: number): Fen {
    return this.#largest.get(this.#key(row, column, level)) ?? 0n;
  }

  #key(row: PivotNode, column: PivotNode, level: number): string {
    switch (this.#heat) {
      case 'row':
        return row.id;
      case 'column':
        return column.id;
      case 'level':
        return String(level);
      default:
        return '';
    }
  }
}
