import type { ExecutionModel } from '../../analysis/execution';
import { inUnit } from '../../domain/money';
import { unitLabel, type ExportTable } from '../../state';
import { cellRemarks, doubtReason, type Reader } from './cell-view';

/**
 * The heatmap as a table in long form, one line a cell that exists: exact amounts in the unit shown, rate in per
 * cent, remarks in words (a spreadsheet has no colours or signs).
 */
export function executionTable(
  model: ExecutionModel,
  title: string,
  notes: string[],
  reader: Reader,
): ExportTable {
  const { t, unit, language } = reader;
  const moneyUnit = unitLabel(unit, language);
  const columns = [...model.columns, { code: '', name: t('total'), median: model.totalMedian }];
  return {
    title,
    columns: [
      { label: t('csv_region') },
      { label: t('csv_department') },
      { label: t('csv_scope') },
      { label: t('csv_year') },
      { label: t('csv_code') },
      { label: t('csv_subject') },
      { label: t('csv_budget'), unit: moneyUnit },
      { label: t('csv_final'), unit: moneyUnit },
      { label: t('csv_difference'), unit: moneyUnit },
      { label: t('csv_rate'), unit: '%' },
      { label: t('csv_median'), unit: '%' },
      { label: t('csv_remark') },
    ],
    rows: model.rows.flatMap((row) =>
      [...row.cells, row.total].flatMap((cell, i) => {
        if (cell.state === 'absent') return [];
        const { budget, final, rate } = cell;
        const remarks = cellRemarks(cell, reader);
        const doubt = cell.code === null ? doubtReason(row, reader) : null;
        return [
          [
            row.region,
            row.department,
            t(`scope_${row.scope}`),
            row.fiscal_year,
            cell.code,
            columns[i]!.name,
            budget === null ? null : inUnit(budget, unit),
            final === null ? null : inUnit(final, unit),
            budget === null || final === null ? null : inUnit(final - budget, unit),
            rate?.times(100).toDecimalPlaces(4) ?? null,
            columns[i]!.median?.times(100).toDecimalPlaces(4) ?? null,
            [...remarks, ...(doubt ? [doubt] : [])].join(' '),
          ],
        ];
      }),
    ),
    notes,
  };
}
