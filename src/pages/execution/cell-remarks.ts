import type { ExecutionCell, MatrixRow } from '../../analysis/execution';
import { absolute } from '../../domain/money';
import { unitLabel } from '../../state';
import { money, type Reader } from './reader';

/** What a computed budget was added up from; null where it is printed. */
export function sumReason(cell: ExecutionCell, { t }: Reader): string | null {
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
    case 'negative':
      return t('negative_reason');
    case 'missing_budget':
      switch (cell.missing) {
        case 'department_only':
          return t('department_only_reason');
        case 'other_funds':
          return t('other_funds_reason');
        case 'items_incomplete':
          return t('items_incomplete_reason');
        case 'coarser':
          return t('coarser_reason');
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

/** What is doubtful about a row's budget; null where nothing is. */
export function doubtReason({ doubts }: Pick<MatrixRow, 'doubts'>, reader: Reader): string | null {
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
