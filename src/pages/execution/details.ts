import type { ExecutionCell, ExecutionModel, ExecutionRow } from '../../analysis/execution';

export interface DetailLine {
  row: ExecutionRow;
  cell: ExecutionCell;
}

/**
 * Every class that a document has (the 合计 where no class has a budget of the kind asked for); the widest deviation
 * from 100 % first, those without a rate last.
 */
export function detailLines(model: ExecutionModel): DetailLine[] {
  const byClass = model.rows.some((row) => row.cells.some((cell) => cell.budget !== null));
  return model.rows
    .flatMap((row) => (byClass ? row.cells : [row.total]).map((cell) => ({ row, cell })))
    .filter(({ cell }) => cell.state !== 'absent')
    .map((line) => ({ line, off: line.cell.rate?.minus(1).abs() ?? null }))
    .sort((a, b) => {
      if (!a.off || !b.off) return a.off ? -1 : b.off ? 1 : 0;
      return b.off.cmp(a.off);
    })
    .map(({ line }) => line);
}
