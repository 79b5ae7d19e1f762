import type { ExecutionCell, ExecutionRow } from '../../analysis/execution';
import { deviation, heatColour } from '../../charts/execution-scale';
import { absolute, type Fen, type Unit } from '../../domain/money';
import type { execution } from '../../i18n/pages/execution';
import type { Language, Translate } from '../../i18n';
import { formatDecimal, formatFen, formatPercent, NONE, unitLabel } from '../../state';
import type { CellColours, HeatSign } from '../../ui/heatmap';

/** What turns figures into words. */
export interface Reader {
  t: Translate<typeof execution>;
  unit: Unit;
  language: Language;
}

export function money(amount: Fen, { unit, language }: Reader): string {
  return formatFen(amount, unit, { language });
}

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
      return cell.rate ? formatDecimal(cell.rate.times(100), 1, { language }) : t('unspent');
    case 'new':
    case 'zero_budget':
    case 'missing_budget':
    case 'missing_final':
      return t(cell.state);
    case 'absent':
      return NONE;
  }
}

const STATE_SIGNS = { unspent: '○', new: '＋', zero_budget: '∅' } as const;

/** Signs of a cell: its state, a computed budget, a contradiction. */
export function cellSigns(cell: ExecutionCell, reader: Reader): HeatSign[] {
  const { t } = reader;
  const signs: HeatSign[] = [];
  if (cell.state === 'unspent' || cell.state === 'new' || cell.state === 'zero_budget') {
    signs.push({ sign: STATE_SIGNS[cell.state], label: t(cell.state) });
  }
  const sum = sumReason(cell, reader);
  if (sum) signs.push({ sign: 'Σ', label: sum });
  if (cell.disagreements.length > 0 || cell.budgetConflict)
    signs.push({ sign: '⚑', label: t('legend_conflict').slice(2), warn: true });
  return signs;
}

function sumReason(cell: ExecutionCell, { t }: Reader): string | null {
  if (cell.budgetSource === 'sum_of_items' || cell.budgetSource === 'budget_items')
    return t('sum_reason', { n: cell.items });
  if (cell.budgetSource === 'sum_of_parts') return t('sum_parts_reason');
  return cell.budgetSource === 'sum_of_classes' ? t('sum_classes_reason') : null;
}

/** Why the cell has no rate; null where it has one. */
export function stateReason(cell: ExecutionCell, { t }: Reader): string | null {
  switch (cell.state) {
    case 'rate':
      return null;
    case 'absent':
      return t('absent_reason');
    case 'unspent':
      return cell.final === null ? t('unspent_blank_reason') : t('unspent_zero_reason');
    case 'new':
      return t('new_reason');
    case 'zero_budget':
      return t('zero_reason');
    case 'missing_final':
      return t('missing_final_reason');
    case 'missing_budget':
      switch (cell.missing) {
        case 'department_only':
          return t('department_only_reason');
        case 'other_funds':
          return t('other_funds_reason');
        case 'items_incomplete':
          return t('items_incomplete_reason');
        case 'not_printed':
        case null:
          return t('not_printed_reason');
      }
  }
}

/** 年初预算 of the 预算公开 against that of the final account; null where they agree or one is missing. */
function budgetConflictReason({ budgetConflict }: ExecutionCell, reader: Reader): string | null {
  if (!budgetConflict) return null;
  const { t, unit, language } = reader;
  const { document, account } = budgetConflict;
  const words = { account: money(account, reader), unit: unitLabel(unit, language) };
  return document === null
    ? t('budget_unlisted_reason', words)
    : t('budget_conflict_reason', {
        ...words,
        document: money(document, reader),
        difference: money(absolute(document - account), reader),
      });
}

/** Everything to say about a cell beside its figures: why no rate, what was added up, what contradicts. */
export function cellRemarks(cell: ExecutionCell, reader: Reader): string[] {
  const { t, unit, language } = reader;
  return [
    stateReason(cell, reader),
    sumReason(cell, reader),
    cell.printed_as === null ? null : t('printed_as_reason', { label: cell.printed_as }),
    budgetConflictReason(cell, reader),
    ...cell.disagreements.map(({ name, form, narrative }) =>
      t('disagreement_reason', {
        name,
        narrative: money(narrative, reader),
        form: money(form, reader),
        difference: money(absolute(narrative - form), reader),
        unit: unitLabel(unit, language),
      }),
    ),
  ].filter((remark) => remark !== null);
}

/** Hover text: subject, rate, budget and final, remarks. */
export function cellTitle(subject: string, row: ExecutionRow, cell: ExecutionCell, reader: Reader): string {
  const { t, unit, language } = reader;
  const figures = t('cell_title', {
    budget: formatFen(cell.budget, unit, { language }),
    final: formatFen(cell.final, unit, { language }),
    unit: unitLabel(unit, language),
  });
  const rate = cell.rate ? ` ${formatPercent(cell.rate, 2, { language })}` : '';
  return [
    `${row.department} ${row.fiscal_year} · ${subject}${rate}`,
    ...(cell.state === 'absent' ? [] : [figures]),
    ...cellRemarks(cell, reader),
  ].join('\n');
}

/** What is doubtful about a row's budget; null where nothing is. */
export function doubtReason({ doubts }: ExecutionRow, reader: Reader): string | null {
  const texts = doubts.map(({ stage, taken, other }) =>
    reader.t(`doubt_${stage}`, {
      taken: money(taken, reader),
      other: money(other, reader),
      unit: unitLabel(reader.unit, reader.language),
    }),
  );
  return texts.length > 0 ? texts.join(' ') : null;
}

/** 主要原因 of a class; where the document gives them per 项, each with the 项's name. */
export function reasonText(cell: ExecutionCell): string {
  return cell.reasons
    .map(({ code, name, text }) => (code === cell.code || !name ? text : `${name}：${text}`))
    .join('；');
}
