import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/documents/read';
import { ruledTables } from '../../../src/documents/pdf/grid';
import { pageLines } from '../../../src/documents/pdf/page-lines';
import type { Rule } from '../../../src/documents/pdf/rules';
import { wordsOf } from '../../../src/documents/pdf/words';

const h = (at: number, from: number, to: number): Rule => ({ direction: 'horizontal', at, from, to });
const v = (at: number, from: number, to: number): Rule => ({ direction: 'vertical', at, from, to });
const word = (text: string, x: number, y: number) => ({
  text,
  x0: x,
  x1: x + text.length * 6,
  y0: y,
  y1: y + 10,
});

/** Head over two columns, three rows of 20 pt, columns at 0, 100, 200. */
const rules = [
  h(0, 0, 200),
  h(20, 0, 200),
  h(40, 0, 200),
  h(60, 0, 200),
  v(0, 0, 60),
  v(200, 0, 60),
  v(100, 20, 60),
];

describe('tables drawn with rules', () => {
  it('finds the cells, and a cell over two columns', () => {
    const [table] = ruledTables(rules);
    expect(table!.xs).toEqual([0, 100, 200]);
    expect(table!.cells[0]![0]).toBe(table!.cells[0]![1]);
    expect(table!.cells[1]![0]).not.toBe(table!.cells[1]![1]);
  });

  it('puts words into cells, joins wrapped names, keeps text outside as lines', () => {
    const words = [
      word('收入决算表', 60, -20),
      word('项目', 80, 4),
      word('其他政府办公厅', 2, 21),
      word('事务支出', 2, 30),
      word('53.26', 150, 26),
      word('合计', 2, 45),
    ];
    const lines = pageLines(words, ruledTables(rules), 1);
    expect(lines.map((line) => line.cells?.map((cell) => cell.text) ?? line.text)).toEqual([
      '收入决算表',
      ['项目', ''],
      ['其他政府办公厅事务支出', '53.26'],
      ['合计', ''],
    ]);
    expect(lines.map((line) => line.number)).toEqual([1, 2, 3, 4]);
  });

  it('takes rules that do not make columns for no table', () => {
    expect(ruledTables([h(0, 0, 200), h(20, 0, 200)])).toEqual([]);
  });

  it('parts a run that spans two cells, on a page turned by 90°', () => {
    const run = {
      str: '24,458.43 一、基本支出',
      transform: [0, 12, -12, 0, 261.6, 532],
      width: 130.1,
      height: 12,
    };
    const words = wordsOf([run], [0, 1, 1, 0, 0, 0]);
    expect(words.map((item) => item.text)).toEqual(['24,458.43', '一、基本支出']);
    expect(words[0]!.x0).toBeCloseTo(532, 0);
    expect(words[1]!.x0).toBeGreaterThan(590);
  });
});

describe('PDFs that cannot be read', () => {
  it('names a damaged one, and refuses a PDF where its resources are missing', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 nothing more');
    const pdf = { cMapUrl: './', standardFontDataUrl: './' };
    await expect(readDocument('f.pdf', bytes, { pdf })).rejects.toMatchObject({ reason: 'damaged' });
    await expect(readDocument('f.pdf', bytes)).rejects.toMatchObject({ reason: 'unsupported_format' });
  });
});
