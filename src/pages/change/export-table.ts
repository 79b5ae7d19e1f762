import { isItemKey, type ChangeRow } from '../../analysis/change';
import { inUnit, type Fen } from '../../domain/money';
import { formLabel } from '../../i18n';
import { unitLabel, type ExportTable } from '../../state';
import { itemName, remarks, type Reader } from './words';

/** All of a row: exact amounts in the unit shown, rates in per cent, what is said, where it comes from, remarks. */
export function changeTable(
  rows: readonly ChangeRow[],
  title: string,
  notes: readonly string[],
  reader: Reader,
): ExportTable {
  const { t, unit, language } = reader;
  const moneyUnit = unitLabel(unit, language);
  const amount = (fen: Fen | null | undefined) => (fen == null ? null : inUnit(fen, unit));
  return {
    title,
    columns: [
      { label: t('csv_region') },
      { label: t('csv_department') },
      { label: t('csv_scope') },
      { label: t('csv_year') },
      { label: t('csv_code') },
      { label: t('csv_item') },
      { label: t('csv_final'), unit: moneyUnit },
      { label: t('csv_final_source') },
      { label: t('csv_prior'), unit: moneyUnit },
      { label: t('csv_prior_source') },
      { label: t('csv_change'), unit: moneyUnit },
      { label: t('csv_rate'), unit: '%' },
      { label: t('csv_stated_change'), unit: moneyUnit },
      { label: t('csv_stated_rate'), unit: '%' },
      { label: t('csv_reason') },
      { label: t('csv_remark') },
    ],
    rows: rows.map((row) => [
      row.document.region,
      row.document.department,
      t(`scope_short_${row.document.scope}`),
      row.document.fiscal_year,
      isItemKey(row.item) ? null : row.item,
      isItemKey(row.item) ? itemName(row.item, null, reader) : (row.name ?? ''),
      amount(row.final?.amount),
      row.final ? (row.final.form ? formLabel(row.final.form, language) : t('from_narrative')) : null,
      amount(row.prior?.amount),
      row.prior ? t(`from_${row.prior.source}`) : null,
      amount(row.change),
      row.rate?.times(100).toDecimalPlaces(4) ?? null,
      amount(row.stated?.change),
      row.stated?.rate?.times(100).toDecimalPlaces(4) ?? null,
      row.stated?.reason ?? null,
      remarks(row, reader).join(' '),
    ]),
    notes: [...notes],
  };
}
