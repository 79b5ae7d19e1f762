import type { Matrix, MatrixColumn, MatrixRow } from '../../analysis/execution';
import { inUnit } from '../../domain/money';
import { unitLabel, type Cell, type ExportTable } from '../../state';
import { cellRemarks, doubtReason } from './cell-remarks';
import type { Reader } from './reader';

/** Region, department, scope and year of a cell; of a subject's, how many departments were added up. */
function place(row: MatrixRow, column: MatrixColumn, documents: number, { t }: Reader): Cell[] {
  const year = row.fiscal_year ?? Number(column.name);
  const scope = t(`scope_${row.scope}`);
  return row.kind === 'subject' ? [scope, year, documents] : [row.region ?? '', row.name, scope, year];
}

/**
 * The heatmap as a table in long form, one line a cell that exists: exact amounts in the unit shown, rate in per
 * cent, remarks in words (a spreadsheet has no colours or signs).
 */
export function executionTable(matrix: Matrix, title: string, notes: string[], reader: Reader): ExportTable {
  const { t, unit, language } = reader;
  const { model, columns } = matrix;
  const moneyUnit = unitLabel(unit, language);
  const bySubject = model.request.view === 'subject_year';
  const names = new Map(model.columns.map(({ code, name }) => [code, name]));
  const medians = model.request.view !== 'subject_year';
  const percent = (ratio: MatrixColumn['median']) => ratio?.times(100).toDecimalPlaces(4) ?? null;
  return {
    title,
    columns: [
      ...(bySubject ? [] : [{ label: t('csv_region') }, { label: t('csv_department') }]),
      { label: t('csv_scope') },
      { label: t('csv_year') },
      ...(bySubject ? [{ label: t('csv_documents') }] : []),
      { label: t('csv_code') },
      { label: t('csv_subject') },
      { label: t('csv_budget'), unit: moneyUnit },
      { label: t('csv_final'), unit: moneyUnit },
      { label: t('csv_difference'), unit: moneyUnit },
      { label: t('csv_rate'), unit: '%' },
      ...(medians ? [{ label: t('csv_median'), unit: '%' }] : []),
      { label: t('csv_remark') },
    ],
    rows: matrix.rows.flatMap((row, r) =>
      columns.flatMap((column, c) => {
        const { cell, members, left_out } = matrix.at(r, c);
        if (cell.state === 'absent') return [];
        const { budget, final, rate } = cell;
        const code = row.kind === 'document' ? column.code : row.code;
        const doubt = code === null ? doubtReason(row, reader) : null;
        const left = left_out > 0 ? t('left_out', { n: left_out }) : null;
        return [
          [
            ...place(row, column, members.length, reader),
            code,
            code === null ? t('total') : (names.get(code) ?? code),
            budget === null ? null : inUnit(budget, unit),
            final === null ? null : inUnit(final, unit),
            budget === null || final === null ? null : inUnit(final - budget, unit),
            percent(rate),
            ...(medians ? [percent(column.median)] : []),
            [...cellRemarks(cell, reader), left, doubt].filter((text) => text !== null).join(' '),
          ],
        ];
      }),
    ),
    notes,
  };
}
