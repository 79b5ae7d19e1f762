import type { Fen } from '../../domain/money';
import { amountOf, walk, type PivotModel, type PivotNode } from '../../analysis/pivot';
import type { Heat } from './settings';

/** Steps of the shading, the largest amount being the last. */
export const STEPS = 6;
/** Below 1 it lifts small amounts, which would all be white beside the classes. */
const LIFT = 0.65;

/** Step of an amount (分) beside the largest of its kind: 0 for nothing or less, 1 to 6. For colours only. */
export function heatStep(amount: Fen, largest: Fen): number {
  if (amount <= 0n || largest <= 0n) return 0;
  const share = Math.min(1, Number(amount) / Number(largest));
  return Math.max(1, Math.ceil(STEPS * share ** LIFT - 1e-9));
}

/** The largest amount that a figure is shaded against: of the table, its column, or its level. */
export function largestBy(model: PivotModel, heat: Heat): (node: PivotNode, column: string) => Fen {
  const keyOf = (node: PivotNode, column: string) =>
    heat === 'column' ? column : heat === 'level' ? String(node.depth) : '';
  const largest = new Map<string, Fen>();
  const leaves = model.columns.filter((column) => column.kind === 'value');
  if (heat !== 'none') {
    for (const node of walk(model.roots)) {
      for (const column of leaves) {
        const amount = amountOf(node, column.id) ?? 0n;
        const key = keyOf(node, column.id);
        if (amount > (largest.get(key) ?? 0n)) largest.set(key, amount);
      }
    }
  }
  return (node, column) => largest.get(keyOf(node, column)) ?? 0n;
}

/** Whether any row, 合计 included, has an amount. */
export function hasAmounts(model: PivotModel): boolean {
  const nodes = model.total ? [...model.roots, model.total] : model.roots;
  return [...walk(nodes)].some((node) => [...node.cells.values()].some((cell) => cell.kind === 'amount'));
}
