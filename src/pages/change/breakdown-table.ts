import type { BreakdownModel, Step, Sum } from '../../analysis/change';
import { inUnit } from '../../domain/money';
import { unitLabel, type Cell, type ExportTable } from '../../state';
import { reasonsText, stepLabel, stepRemarks } from './step-words';
import { wholeName } from './waterfall-rows';
import type { Reader } from './words';

/** All of a breakdown for files: exact amounts, rates and points in per cent, remarks, and the total below. */
export function breakdownTable(
  model: BreakdownModel,
  title: string,
  notes: readonly string[],
  reader: Reader,
): ExportTable {
  const { t, unit, language } = reader;
  const { from = 0, to = 0 } = model.choice ?? {};
  const money = unitLabel(unit, language);
  const amount = (sum: Sum | null): Cell => (sum ? inUnit(sum.amount, unit) : null);
  const row = (step: Step): Cell[] => [
    step.codes.join('+') || null,
    stepLabel(step, reader),
    amount(step.before),
    amount(step.now),
    step.contribution === null ? null : inUnit(step.contribution, unit),
    step.rate?.times(100).toDecimalPlaces(4) ?? null,
    step.points?.times(100).toDecimalPlaces(4) ?? null,
    reasonsText(step, reader, 50),
    stepRemarks(step, model, reader).join(' ') || null,
  ];
  return {
    title,
    columns: [
      { label: t('column_codes') },
      { label: t('column_part') },
      { label: t('column_of_year', { year: from }), unit: money },
      { label: t('column_of_year', { year: to }), unit: money },
      { label: t('column_change'), unit: money },
      { label: t('column_rate'), unit: '%' },
      { label: t('column_points') },
      { label: t('column_reason') },
      { label: t('column_remark') },
    ],
    rows: [
      ...model.steps.map(row),
      ...(model.residual
        ? [[null, t('residual_row'), null, null, inUnit(model.residual, unit), null, null, null, null]]
        : []),
      [
        null,
        wholeName(model, reader),
        amount(model.before),
        amount(model.now),
        model.change === null ? null : inUnit(model.change, unit),
        model.rate?.times(100).toDecimalPlaces(4) ?? null,
        null,
        null,
        null,
      ],
    ],
    notes: [...notes],
  };
}
