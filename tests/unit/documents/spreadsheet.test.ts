import type { WorkSheet } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/documents/page';
import { readDocument } from '../../../src/documents/read';
import { shownText } from '../../../src/documents/sheet/cell-text';
import { decodeCodepage } from '../../../src/documents/sheet/codepages';
import { extractDocument } from '../../../src/extract';
import { FORM_SHEETS } from '../../support/form-tables';
import { sheetOf, workbookOf, writeBook } from '../../support/office-files';

const rows = (page: Page) => page.lines.map((line) => line.cells?.map((cell) => cell.text) ?? line.text);
const codes = (page: Page) => (page.notes ?? []).map((note) => note.code);
const sheet = (cells: Record<string, object>, ref: string): WorkSheet =>
  ({ '!ref': ref, ...cells }) as WorkSheet;

describe('the text of a cell', () => {
  const number = (v: number, w?: string) => shownText({ t: 'n', v, w });

  it('is what the sheet shows', () => {
    expect(number(1234.5, '1,234.50')).toEqual({ text: '1,234.50' });
    expect(number(1234.5678, '1,234.57')).toEqual({ text: '1,234.57' });
    expect(number(0, '-')).toEqual({ text: '-' });
    expect(number(0, '')).toEqual({ text: '' });
    expect(number(45200, '2023-10-01')).toEqual({ text: '2023-10-01' });
    expect(number(0.9712, '97.12%')).toEqual({ text: '97.12%' });
    expect(shownText({ t: 's', v: ' 1,234.00\u00a0', w: ' 1,234.00\u00a0' })).toEqual({ text: '1,234.00' });
    expect(shownText({ t: 'e', v: 23, w: '#REF!' })).toEqual({ text: '#REF!' });
  });

  it('is 元 shown as 万元 where the format scales', () => {
    expect(number(123456, '12.35')).toEqual({ text: '12.35' });
    expect(number(123456, '12.3')).toEqual({ text: '12.3' });
  });

  it('has no rests of binary fractions', () => {
    expect(number(0.1 + 0.2, '0.3')).toEqual({ text: '0.3' });
    expect(number(0.1 + 0.2)).toEqual({ text: '0.3' });
    expect(number(1.1102230246251565e-16, '1.11022E-16')).toEqual({ text: '0' });
    expect(number(1e15, '1E+15')).toEqual({ text: '1000000000000000' });
  });

  it('keeps the sign that a format of red figures drops', () => {
    expect(number(-12.5, '12.50')).toEqual({ text: '-12.50' });
    expect(number(-12.5, '(12.50)')).toEqual({ text: '(12.50)' });
    expect(number(-0.001, '0.00')).toEqual({ text: '0.00' });
  });

  it('has the cents that a format of whole figures hides, and says so', () => {
    expect(number(1234.56, '1,235')).toEqual({ text: '1234.56', hidden: 'digits_taken' });
    // General shows eleven characters.
    expect(number(123456789.12, '123456789.1')).toEqual({ text: '123456789.12', hidden: 'digits_taken' });
    expect(number(1234.5678, '1,235')).toEqual({ text: '1,235', hidden: 'digits_left' });
    expect(number(1235, '1,235')).toEqual({ text: '1,235' });
  });

  it('tells a formula without a stored result from a blank', () => {
    expect(shownText({ t: 'z', f: 'SUM(C5:C9)' })).toEqual({ text: '=SUM(C5:C9)' });
    expect(shownText({ t: 'z' })).toEqual({ text: '' });
  });
});

describe('a workbook', () => {
  it('gives spans as the text in the first field and blanks in the others', async () => {
    const [page] = await readDocument(
      'f',
      workbookOf([
        {
          name: '表',
          document: [
            [
              [
                { text: '项目', colSpan: 2 },
                { text: '合计', rowSpan: 2 },
              ],
              ['编码', '名称'],
              ['201', '一般公共服务支出', '1.00'],
            ],
          ],
        },
      ]),
    );
    expect(page!.lines.map((line) => line.cells)).toEqual([
      [{ text: '项目', colSpan: 2 }, { text: '' }, { text: '合计', rowSpan: 2 }],
      [{ text: '编码' }, { text: '名称' }, { text: '' }],
      [{ text: '201' }, { text: '一般公共服务支出' }, { text: '1.00' }],
    ]);
    expect(page).toMatchObject({ number: 1, name: '表' });
  });

  it('numbers lines as rows of the sheet, gaps included', async () => {
    const [page] = await readDocument(
      'f',
      writeBook([
        { name: 'a', sheet: sheet({ A3: { t: 's', v: '一' }, B900: { t: 'n', v: 7 } }, 'A1:B900') },
      ]),
    );
    expect(page!.lines.map((line) => [line.number, line.text])).toEqual([
      [3, '一'],
      [900, '7'],
    ]);
  });

  it('reads hidden rows and columns, and tells of those with figures', async () => {
    const written = sheet(
      {
        A1: { t: 's', v: '甲' },
        B1: { t: 'n', v: 1 },
        A2: { t: 's', v: '乙' },
        B2: { t: 'n', v: 2 },
        C2: { t: 'n', v: 3 },
      },
      'A1:C3',
    );
    written['!rows'] = [{}, { hidden: true }];
    written['!cols'] = [{}, {}, { hidden: true }];
    const [page] = await readDocument('f', writeBook([{ name: 'a', sheet: written }]));
    expect(rows(page!)).toEqual([
      ['甲', '1', ''],
      ['乙', '2', '3'],
    ]);
    expect(page!.notes?.map(({ code, line }) => [code, line])).toEqual([
      ['hidden_rows', 2],
      ['hidden_columns', 2],
    ]);
  });

  it('leaves a hidden sheet out and tells how many figures it holds', async () => {
    const forms = FORM_SHEETS.map((form) => ({ ...form, hidden: form.name === '三公' }));
    const { document, warnings } = await extractDocument('f', workbookOf(forms));
    expect(document.forms_present).toBe('01,03');
    expect(warnings.map(({ code, page }) => [code, page])).toEqual([['hidden_sheet', 1]]);
    expect(warnings[0]!.message).toContain('“三公”');
  });

  it('reads hidden sheets where no other holds a figure', async () => {
    const forms = FORM_SHEETS.map((form) => ({ ...form, hidden: true }));
    const cover = { name: '封面', document: ['2023年度部门决算公开'].map((text) => text.replace(/\d/g, '')) };
    const { document } = await extractDocument('f2023', workbookOf([cover, ...forms]));
    expect(document.forms_present).toBe('01,03,09');
  });

  it('takes the name of the sheet as title where the sheet has none', async () => {
    const untitled = FORM_SHEETS.map((form, index) =>
      index === 1 ? { ...form, document: [(form.document[0] as string[][]).slice(1)] } : form,
    );
    const { document, facts } = await extractDocument('f', workbookOf(untitled));
    expect(document.forms_present).toBe('01,03,09');
    expect(facts.filter((fact) => fact.form === '03')).toHaveLength(25);
  });

  it('does not read figures that a merged cell covers, and tells of them', async () => {
    const written = sheet(
      { A1: { t: 's', v: '甲' }, B1: { t: 'n', v: 5 }, A2: { t: 's', v: '乙' }, B2: { t: 'n', v: 6 } },
      'A1:B2',
    );
    written['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    const [page] = await readDocument('f', writeBook([{ name: 'a', sheet: written }]));
    expect(page!.lines.map((line) => line.text)).toEqual(['甲', '乙 6']);
    expect(codes(page!)).toEqual(['covered_figures']);
  });

  it('tells of formulas without results instead of reading blanks', async () => {
    const form = sheetOf(FORM_SHEETS[1]!);
    form['E8'] = { t: 'n', f: 'SUM(E9:E12)' };
    const file = unzipSync(writeBook([{ name: '支出决算表', sheet: form }]));
    const path = 'xl/worksheets/sheet1.xml';
    // As programs write it that do not compute.
    const xml = strFromU8(file[path]!).replace('<c r="E8" t="e">', '<c r="E8">');
    const { facts, warnings } = await extractDocument('f', zipSync({ ...file, [path]: strToU8(xml) }));
    expect(facts.filter((fact) => fact.form === '03')).toHaveLength(24);
    expect(facts.some((fact) => fact.subject_name === '合计' && fact.measure === 'total')).toBe(false);
    expect(warnings.map((warning) => warning.code)).toContain('formula_without_value');
  });

  it('tells its sheets as they are read, and can be ended', async () => {
    const done: [number, number][] = [];
    await readDocument('f', workbookOf(FORM_SHEETS), { onPage: (at, total) => done.push([at, total]) });
    expect(done).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const stop = new AbortController();
    await expect(
      readDocument('f', workbookOf(FORM_SHEETS), { signal: stop.signal, onPage: () => stop.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('older than Unicode is decoded by its code page', () => {
    expect(decodeCodepage(936, [0xb2, 0xbf, 0xc3, 0xc5])).toBe('部门');
    expect(decodeCodepage('950', '\xb3\xa1')).toBe('部');
    expect(decodeCodepage(1251, [0xe4])).toBe('д');
  });
});
