import type { CoverageModel, Structure } from '../../analysis/coverage';
import { inUnit, type Unit } from '../../domain/money';
import type { Translate } from '../../i18n';
import type { overview } from '../../i18n/pages/overview';
import type { ExportTable } from '../../state';

type Text = Translate<typeof overview>;

/** One line a document and form: what was found of it. `formName` gives the form's full name. */
export function coverageTable(
  model: CoverageModel,
  t: Text,
  formName: (form: string) => string,
): ExportTable {
  return {
    title: t('forms_title'),
    columns: [
      { label: t('csv_region') },
      { label: t('column_department') },
      { label: t('column_year') },
      { label: t('csv_form') },
      { label: t('csv_state') },
      { label: t('csv_amounts') },
      { label: t('csv_note') },
    ],
    rows: model.documents.flatMap((document) =>
      document.forms.map(({ form, state, amounts, note }) => [
        document.region,
        document.department,
        document.fiscal_year,
        formName(form),
        t(`legend_${state}`),
        amounts,
        note?.quote ?? null,
      ]),
    ),
  };
}

/** One line a document and part of its 本年支出: amount in `unit` (labelled `unitName`), share in per cent. */
export function structureTable(
  structures: readonly Structure[],
  about: {
    title: string;
    source: string;
    unit: Unit;
    unitName: string;
    partName: (key: string, name: string) => string;
  },
  t: Text,
): ExportTable {
  return {
    title: about.title,
    columns: [
      { label: t('column_department') },
      { label: t('column_year') },
      { label: t('csv_code') },
      { label: t('csv_subject') },
      { label: t('csv_amount'), unit: about.unitName },
      { label: t('csv_share'), unit: '%' },
    ],
    rows: structures.flatMap(({ document, parts }) =>
      parts.map(({ key, name, amount, share }) => [
        document.department,
        document.fiscal_year,
        /^\d+$/.test(key) ? key : null,
        about.partName(key, name),
        inUnit(amount, about.unit),
        share?.times(100).toDecimalPlaces(4) ?? null,
      ]),
    ),
    notes: [about.source],
  };
}
