import type { Fact } from '../../domain/facts';
import { inUnit, type Unit } from '../../domain/money';
import { documentText, formLabel, formTitle, render, type Language } from '../../i18n';
import type { Cell, ExportTable } from '../../state';
import { columnHeading } from './form-columns';
import type { FormLine, FormModel } from './form-model';

/** The form as a table for spreadsheets: amounts exactly, in the unit that the form prints. */
export function formExport(model: FormModel, language: Language): ExportTable {
  const unit: Unit | undefined = model.units[0];
  const coded = model.shape === 'subjects' || model.shape === 'economic';
  const several = model.lists.length > 1;
  const text = (key: keyof typeof documentText) => render(documentText[key], language);
  const amount = (fact: Fact | null): Cell => (fact && unit ? inUnit(fact.amount, unit) : null);
  const cells = (line: FormLine | null, list: FormModel['lists'][number]): Cell[] => [
    ...(coded ? [line?.code ?? line?.printedCode ?? null] : []),
    line?.name ?? null,
    ...list.columns.map((_, c) => amount(line?.cells[c] ?? null)),
  ];
  return {
    title: `${formLabel(model.form, language)} ${formTitle(model.form, language)}`,
    columns: model.lists.flatMap((list) => {
      const side = several && list.side ? `${text(list.side)} · ` : '';
      return [
        ...(coded ? [{ label: text('code') }] : []),
        { label: side + text(coded ? 'subject' : 'item') },
        ...list.columns.map((column) => ({
          label: side + columnHeading(column, language),
          ...(unit ? { unit } : {}),
        })),
      ];
    }),
    rows: model.rows.map((row) => model.lists.flatMap((list, i) => cells(row[i] ?? null, list))),
  };
}
