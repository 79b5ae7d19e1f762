import type { BreakdownModel } from '../../analysis/change';
import { absolute } from '../../domain/money';
import { valuationNotes, type AppState } from '../../state';
import type { Reader } from './words';

/** What must be known to read a breakdown: breaks, what is left out, what does not add up. */
export function breakdownNotes(model: BreakdownModel, app: AppState, { t, language }: Reader): string[] {
  const { choice, steps, request } = model;
  const list = (items: readonly string[]) =>
    items.slice(0, 8).join(language === 'zh-CN' ? '、' : ', ') + (items.length > 8 ? ' …' : '');
  const moved = steps.some(({ moves }) => moves.length > 0);
  const reform = choice?.division === 'economy' && moved && request.basis === 'published';
  const residual = model.residual ?? 0n;
  const lost = steps.filter(({ state }) => state === 'not_valued').length;
  return [
    ...(steps.some(({ points }) => points !== null) ? [t('points_note')] : []),
    ...(reform ? [t('reform_note')] : []),
    ...(!reform && (moved || steps.some(({ renamed }) => renamed)) ? [t('break_note')] : []),
    ...(steps.some(({ reasons }) => reasons.some(({ findings }) => findings.length > 0))
      ? [t('note_findings')]
      : []),
    ...(model.before?.implied ? [t('note_implied')] : []),
    ...(steps.some(({ reasons }) => reasons.some(({ base }) => base === 'execution'))
      ? [t('base_execution_long')]
      : []),
    ...(residual !== 0n
      ? [t(2n * absolute(residual) <= 2n * model.tolerance ? 'residual_rounding' : 'residual_real')]
      : []),
    ...(model.left_out.length > 0 ? [t('left_out_note', { list: list(model.left_out) })] : []),
    ...(model.held.length > 0 ? [t('held_note', { list: list(model.held) })] : []),
    ...(model.without.length > 0 ? [t('without_note', { list: list(model.without) })] : []),
    ...(lost > 0 ? [t('not_valued_note', { n: lost })] : []),
    ...valuationNotes(app),
  ];
}
