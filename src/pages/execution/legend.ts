import type { Matrix, MatrixCell } from '../../analysis/execution';
import { thresholdText } from './cell-view';
import { wideSide } from '../../analysis/execution';
import type { Reader } from './reader';

const LEGEND = {
  absent: 'legend_absent',
  no_document: 'legend_no_document',
  unspent: 'legend_unspent',
  new: 'legend_new',
  zero: 'legend_zero',
  negative: 'legend_negative',
  missing: 'legend_missing',
  part: 'legend_part',
  sum: 'legend_sum',
  conflict: 'legend_conflict',
} as const;
type LegendKey = keyof typeof LEGEND | 'wide';

function keysOf({ cell, left_out, members, nothing }: MatrixCell): LegendKey[] {
  const keys: LegendKey[] = [];
  const { state } = cell;
  if (nothing === 'document') return ['no_document'];
  if (nothing === 'budget_only') return ['missing'];
  if (state === 'absent' || state === 'unspent' || state === 'new' || state === 'negative') keys.push(state);
  if (state === 'zero_budget') keys.push('zero');
  if (state === 'missing_budget' || state === 'missing_final') keys.push('missing');
  if (left_out > 0 && members.length > 0) keys.push('part');
  const source = cell.budgetSource;
  if (source === 'budget_items' || (source?.startsWith('sum_') && source !== 'sum_of_documents'))
    keys.push('sum');
  if (cell.disagreements.length > 0 || cell.budgetConflict) keys.push('conflict');
  return keys;
}

/** The signs that occur, for the legend. */
export function legendKeys(matrix: Matrix): LegendKey[] {
  const found = new Set<LegendKey>();
  const { thresholds } = matrix.model.request;
  matrix.rows.forEach((row, r) => {
    if (row.doubts.length > 0) found.add('conflict');
    for (let c = 0; c < matrix.columns.length; c++) {
      const at = matrix.at(r, c);
      for (const key of keysOf(at)) found.add(key);
      if (at.cell.state === 'rate' && wideSide(at.cell.rate!, thresholds)) found.add('wide');
    }
  });
  return (['wide', ...Object.keys(LEGEND)] as LegendKey[]).filter((key) => found.has(key));
}

/** What the signs that occur mean. */
export function legendTexts(matrix: Matrix, { t }: Reader): string[] {
  const { low, high } = matrix.model.request.thresholds;
  return legendKeys(matrix).map((key) =>
    key === 'wide'
      ? t('legend_wide', { low: thresholdText(low), high: thresholdText(high) })
      : t(LEGEND[key]),
  );
}
