import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../../src/extract';
import { FORM_AMOUNTS, FORM_COUNTS, FORM_SHEETS, FORMS_DOCUMENT } from '../../support/form-tables';
import { csvOf, docxOf, htmlOf, wordXml, workbookOf } from '../../support/office-files';

const bytes = (text: string) => new TextEncoder().encode(text);
const asText = FORM_SHEETS.map((sheet) => ({ ...sheet, numbers: 'text' as const }));

/** The same forms in every format. The names of the files are all the same: a format is told by its content. */
const FILES: readonly [format: string, file: () => Uint8Array][] = [
  ['XLSX, a form a sheet', () => workbookOf(FORM_SHEETS)],
  ['XLSX, numbers stored as text', () => workbookOf(asText)],
  ['XLSX, all forms in one sheet', () => workbookOf([{ name: 'Sheet1', document: FORMS_DOCUMENT }])],
  ['XLS', () => workbookOf(FORM_SHEETS, 'biff8')],
  ['XLSB', () => workbookOf(FORM_SHEETS, 'xlsb')],
  ['XML of Excel 2003', () => workbookOf(FORM_SHEETS, 'xlml')],
  ['ODS', () => workbookOf(FORM_SHEETS, 'ods')],
  ['DOCX', () => docxOf(wordXml(FORMS_DOCUMENT))],
  ['HTML', () => bytes(htmlOf(FORMS_DOCUMENT))],
  ['HTML in a workbook’s clothes', () => bytes(`\n<!-- saved -->${htmlOf(FORMS_DOCUMENT)}`)],
  ['CSV', () => bytes(csvOf(FORMS_DOCUMENT))],
  ['CSV with semicolons and a byte order mark', () => bytes(`\ufeff${csvOf(FORMS_DOCUMENT, ';')}`)],
  ['tab-separated text', () => bytes(csvOf(FORMS_DOCUMENT, '\t'))],
];

describe('the forms of a final account', () => {
  it.each(FILES)('are read from %s', async (_, file) => {
    const { document, facts, warnings } = await extractDocument('某省某市档案馆.dat', file());
    expect(document).toMatchObject({
      department: '某省某市档案馆',
      fiscal_year: 2023,
      kind: 'final_account',
      unit_printed: '万元',
      forms_present: '01,03,09',
    });
    for (const [form, subject, measure, stage, amount] of FORM_AMOUNTS) {
      const found = facts.filter(
        (fact) =>
          fact.form === form &&
          (fact.subject_code ?? fact.subject_name) === subject &&
          fact.measure === measure &&
          fact.stage === stage,
      );
      expect([form, subject, found.map((fact) => fact.amount)]).toEqual([form, subject, [amount]]);
    }
    const counts = Object.fromEntries(
      Object.keys(FORM_COUNTS).map((form) => [form, facts.filter((fact) => fact.form === form).length]),
    );
    expect(counts).toEqual(FORM_COUNTS);
    expect(warnings).toEqual([]);
  });

  it('tell the sheet and the row of a figure', async () => {
    const { facts } = await extractDocument('f', workbookOf(FORM_SHEETS));
    const fact = facts.find((item) => item.subject_code === '2010302' && item.measure === 'project');
    // Sheet 2: three rows of heads, four of the table's head, 合计, then the fourth subject.
    expect(fact).toMatchObject({ page: 2, line: 12, printed_value: '300.00' });
  });
});
