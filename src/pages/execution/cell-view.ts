import { wideSide, type ExecutionCell, type MatrixCell, type Thresholds } from '../../analysis/execution';
import { deviation, heatColour } from '../../charts/execution-scale';
import { formatDecimal, formatFen, formatPercent, NONE, unitLabel } from '../../state';
import type { CellColours, HeatSign } from '../../ui/heatmap';
import { cellRemarks, sumReason } from './cell-remarks';
import type { Reader } from './reader';

/** The colours of a rate; null where there is no rate to colour. */
export function cellColours(cell: ExecutionCell): CellColours | null {
  if (cell.rate === null) return null;
  const points = deviation(cell.rate);
  return { light: heatColour(points, 'light'), dark: heatColour(points, 'dark') };
}

/** What the cell shows: the rate in per cent without its sign (the title has it), or what there is instead. */
export function cellText(cell: ExecutionCell, { t, language }: Reader): string {
  switch (cell.state) {
    case 'rate':
      return formatDecimal(cell.rate!.times(100), 1, { language });
    case 'unspent':
    case 'negative':
      return cell.rate ? formatDecimal(cell.rate.times(100), 1, { language }) : t(cell.state);
    case 'new':
    case 'zero_budget':
    case 'missing_budget':
    case 'missing_final':
      return t(cell.state);
    case 'absent':
      return NONE;
  }
}

const STATE_SIGNS = { unspent: '○', new: '＋', zero_budget: '∅', negative: '⊖' } as const;

/** A threshold as a reader writes it: 80, 112.5. */
export const thresholdText = (ratio: Thresholds['low']): string => ratio.times(100).toString();

/** Signs of a cell: its state, a threshold it has reached, a computed budget, a contradiction. */
export function cellSigns(cell: ExecutionCell, reader: Reader, thresholds?: Thresholds): HeatSign[] {
  const { t } = reader;
  const signs: HeatSign[] = [];
  const { state } = cell;
  if (state === 'unspent' || state === 'new' || state === 'zero_budget' || state === 'negative') {
    signs.push({ sign: STATE_SIGNS[state], label: t(state) });
  }
  const side = thresholds && state === 'rate' ? wideSide(cell.rate!, thresholds) : null;
  if (side === 'low')
    signs.push({ sign: '▼', label: t('wide_low', { low: thresholdText(thresholds!.low) }) });
  if (side === 'high')
    signs.push({ sign: '▲', label: t('wide_high', { high: thresholdText(thresholds!.high) }) });
  const sum = sumReason(cell, reader);
  if (sum) signs.push({ sign: 'Σ', label: sum });
  if (cell.disagreements.length > 0 || cell.budgetConflict)
    signs.push({ sign: '⚑', label: t('legend_conflict').slice(2), warn: true });
  return signs;
}

/** Hover text: whose cell, subject and rate, budget and final, what was added up, remarks. */
export function cellTitle(
  head: string,
  { cell, members, left_out, nothing }: MatrixCell,
  reader: Reader,
): string {
  const { t, unit, language } = reader;
  const figures = t('cell_title', {
    budget: formatFen(cell.budget, unit, { language }),
    final: formatFen(cell.final, unit, { language }),
    unit: unitLabel(unit, language),
  });
  const rate = cell.rate ? ` ${formatPercent(cell.rate, 2, { language })}` : '';
  const empty =
    nothing === 'document'
      ? t('no_document_reason')
      : nothing === 'budget_only'
        ? t('budget_only_reason')
        : null;
  return [
    `${head}${rate}`,
    ...(cell.state === 'absent' ? [] : [figures]),
    ...(members.length > 1 ? [t('added_up', { n: members.length })] : []),
    ...(left_out > 0 ? [t('left_out', { n: left_out })] : []),
    ...(empty === null ? cellRemarks(cell, reader) : [empty]),
  ].join('\n');
}
