import {
  amountOf,
  DEFAULT_PIVOT,
  everything,
  runPivot,
  type Figure,
  type PivotModel,
  type PivotNode,
  type PivotRequest,
} from '../../src/analysis/pivot';
import type { Engine } from '../../src/engine/types';

/** Fiscal years of the hand-made documents. */
export const YEARS = [2022, 2023, 2024];

/** Runs a pivot with everything on its axes fetched. */
export function pivotOf(engine: Engine, change: Partial<PivotRequest> = {}): Promise<PivotModel> {
  const wanted = { ...DEFAULT_PIVOT, ...change };
  return runPivot(engine, { ...wanted, shown: [...wanted.rows, ...wanted.columns] }, YEARS);
}

/** A node of an axis by the members on the way to it (codes, `region/department`, years); none is the root. */
export function nodeAt(root: PivotNode, ...members: (string | number)[]): PivotNode {
  let node = root;
  for (const member of members) {
    const next = [...everything(node)].find((child) => child !== node && child.member === String(member));
    if (!next) throw new Error(`no ${String(member)} under ${node.id || 'the root'}`);
    node = next;
  }
  return node;
}

type Path = readonly (string | number)[];

/** The figure of a row and a column, each by its members. */
export function figureAt(model: PivotModel, row: Path, column: Path = []): Figure {
  return model.figures.of(nodeAt(model.axes.rows, ...row), nodeAt(model.axes.columns, ...column));
}

/** Its amount, 分. */
export const amountAt = (model: PivotModel, row: Path, column: Path = []): bigint | null =>
  amountOf(figureAt(model, row, column));

/** The keys of all rows, and of 合计 as '', with their amounts in one column. */
export function rowsOf(model: PivotModel, column: Path = []): [string, bigint | null][] {
  const at = nodeAt(model.axes.columns, ...column);
  return [...everything(model.axes.rows)].map((node) => [node.member, amountOf(model.figures.of(node, at))]);
}
