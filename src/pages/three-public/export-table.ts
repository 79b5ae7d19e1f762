import { COMPONENTS, type ThreePublicModel } from '../../analysis/three-public';
import { inUnit, type Fen } from '../../domain/money';
import type { ExportTable } from '../../state';
import { cellRemarks, componentTitle, countsText, formText, unitOf, type Reader } from './words';

/** One line a document and component: exact amounts in the unit shown, rates in per cent, counts, reasons, remarks. */
export function threePublicTable(
  model: ThreePublicModel,
  title: string,
  notes: readonly string[],
  reader: Reader,
): ExportTable {
  const { t } = reader;
  const unit = unitOf(reader);
  const amount = (fen: Fen | null | undefined) => (fen == null ? null : inUnit(fen, reader.unit));
  return {
    title,
    columns: [
      { label: t('csv_region') },
      { label: t('csv_department') },
      { label: t('csv_scope') },
      { label: t('csv_year') },
      { label: t('csv_form') },
      { label: t('csv_code') },
      { label: t('csv_component') },
      { label: t('csv_budget'), unit },
      { label: t('csv_final'), unit },
      { label: t('csv_rate'), unit: '%' },
      { label: t('csv_told_budget'), unit },
      { label: t('csv_told_final'), unit },
      { label: t('csv_prior'), unit },
      { label: t('csv_prior_source') },
      { label: t('csv_change'), unit },
      { label: t('csv_change_rate'), unit: '%' },
      { label: t('csv_counts') },
      { label: t('csv_reason') },
      { label: t('csv_remark') },
    ],
    rows: model.rows.flatMap((row) =>
      COMPONENTS.map((code) => {
        const cell = row.cells[code];
        const { change } = cell;
        return [
          row.document.region,
          row.document.department,
          t(`scope_short_${row.document.scope}`),
          row.document.fiscal_year,
          formText(row.form, reader),
          code,
          componentTitle(code, reader),
          amount(cell.budget.taken?.amount),
          amount(cell.final.taken?.amount),
          cell.control_rate?.times(100).toDecimalPlaces(4) ?? null,
          amount(cell.budget.narrative?.amount),
          amount(cell.final.narrative?.amount),
          amount(change.prior?.amount),
          change.prior ? t(`from_${change.prior.source}`) : null,
          amount(change.change),
          change.rate?.times(100).toDecimalPlaces(4) ?? null,
          countsText(row, code, reader) || null,
          cell.reason,
          cellRemarks(row, cell, reader).join(' '),
        ];
      }),
    ),
    notes: [...notes],
  };
}
