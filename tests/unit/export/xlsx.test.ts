import { read, utils } from '@e965/xlsx';
import Decimal from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheetNames, toXlsx, type Cell, type ExportTable } from '../../../src/export';

const table = (rows: Cell[][], notes?: string[]): ExportTable => ({
  title: '一般公共预算支出',
  columns: [{ label: '部门' }, { label: '决算数', unit: '万元' }],
  rows,
  ...(notes ? { notes } : {}),
});

async function back(...tables: ExportTable[]) {
  return read(await toXlsx(...tables), { cellNF: true, cellText: true });
}

describe('XLSX', () => {
  test('headings with units, numbers as numbers with their decimals, notes under an empty line', async () => {
    const book = await back(
      table(
        [
          ['临夏市政务中心', new Decimal('175.879984')],
          ['临夏市人民政府办公室', new Decimal('-2872.09')],
        ],
        ['年度 2023', '来源：公开05表'],
      ),
    );
    expect(book.SheetNames).toEqual(['一般公共预算支出']);
    const sheet = book.Sheets['一般公共预算支出']!;
    expect(utils.sheet_to_json(sheet, { header: 1 })).toEqual([
      ['部门', '决算数（万元）'],
      ['临夏市政务中心', 175.879984],
      ['临夏市人民政府办公室', -2872.09],
      [],
      ['年度 2023'],
      ['来源：公开05表'],
    ]);
    expect(sheet['B2']).toMatchObject({ t: 'n', z: '#,##0.000000' });
    expect(sheet['B3']).toMatchObject({ t: 'n', w: '-2,872.090000' });
  });

  test('nothing is an empty cell, zero is 0, a year has no thousands', async () => {
    const sheet = (
      await back({
        title: '年',
        columns: [{ label: '年度' }, { label: '数', unit: '元' }],
        rows: [
          [2023, null],
          [2024, new Decimal(0)],
        ],
      })
    ).Sheets['年']!;
    expect(sheet['B2']).toBeUndefined();
    expect(sheet['B3']).toMatchObject({ t: 'n', v: 0 });
    expect(sheet['A2']).toMatchObject({ t: 'n', w: '2023' });
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '00123', '2023-01-01', '1e5', '_x0041_', 'a<b>&"c"', '真\n假'])(
    'text %j stays the text it is, and is no formula',
    async (text) => {
      const cell = (await back(table([[text, null]]))).Sheets['一般公共预算支出']!['A2'] as {
        t: string;
        v: unknown;
        f?: string;
      };
      expect(cell).toMatchObject({ t: 's', v: text });
      expect(cell.f).toBeUndefined();
    },
  );

  test('a number that Excel would round is written as text with all its digits', async () => {
    const digits = '12345678901234567.89';
    const sheet = (await back(table([['全国', new Decimal(digits)]]))).Sheets['一般公共预算支出']!;
    expect(sheet['B2']).toMatchObject({ t: 's', v: digits });
  });

  test('every amount up to 15 digits comes back as it was, every text as it was', async () => {
    const safe = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      // What XML cannot hold leaves the text; a carriage return is a line break in it.
      .filter((text) => !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/.test(text) && text.trim() === text);
    const amount = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(safe, amount), { minLength: 1, maxLength: 8 }), async (rows) => {
        const exact = rows.map(([text, fen]): Cell[] => [text, new Decimal(fen.toString()).div(100)]);
        const sheet = (await back(table(exact))).Sheets['一般公共预算支出']!;
        rows.forEach(([text, fen], i) => {
          const [a, b] = [`A${i + 2}`, `B${i + 2}`].map((at) => sheet[at] as { v: unknown } | undefined);
          expect(a?.v ?? '').toBe(text);
          expect(new Decimal(b!.v as number).times(100).toFixed()).toBe(fen.toString());
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('names of sheets', () => {
  test('what Excel refuses becomes a blank, long ones are cut, equal ones are numbered', () => {
    const long = '预算执行与年初预算比较（按功能分类科目）一般公共预算财政拨款支出明细';
    expect(sheetNames(['收入/支出', '收入:支出', long, long, '', "'引号'", 'History'])).toEqual([
      '收入 支出',
      '收入 支出 2',
      long.slice(0, 31),
      `${long.slice(0, 29)} 2`,
      '数据',
      '引号',
      'History 2',
    ]);
  });

  test('any titles give names that are allowed and distinct', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 12 }), (titles) => {
        const names = sheetNames(titles);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
        for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/u);
      }),
    );
  });
});
