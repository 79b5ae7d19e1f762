import { calculate, type PivotModel } from '../../analysis/pivot';
import { repairOf } from './marks';
import type { PivotView } from './view';

/** Beyond so many cells the first ones stand for all. */
const MOST_ROWS = 400;
const MOST_COLUMNS = 60;

/** The signs and kinds of cells that stand in the table: what the legend explains. */
export function signsIn(model: PivotModel, view: PivotView): ReadonlySet<string> {
  const found = new Set<string>();
  const rows = [...view.rows.slice(0, MOST_ROWS), ...(view.total ? [view.total.row] : [])];
  for (const { node, figures } of rows) {
    if (!figures) continue;
    if (view.computed.has(node)) found.add('computed');
    if (node.kind === 'basket') found.add('formula');
    for (const { of } of view.columns.slice(0, MOST_COLUMNS)) {
      if (of.calculation !== 'amount') {
        const value = calculate(model.figures, view.axes, node, of.node, of.calculation);
        if ((value.kind === 'money' || value.kind === 'ratio') && value.over !== null) found.add('partial');
        continue;
      }
      const { kind, cell } = model.figures.of(node, of.node);
      found.add(kind);
      if (kind !== 'amount' || !cell) continue;
      if (cell.computed > 0) found.add('computed');
      if (cell.derived > 0) found.add('derived');
      if (cell.conflicts > 0) found.add('conflict');
      if (cell.misfit !== null) found.add('misfit');
      if (cell.derived === 0 && repairOf(cell.note) !== null) found.add('restored');
    }
  }
  return found;
}
