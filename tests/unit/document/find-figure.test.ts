import { describe, expect, it } from 'vitest';
import type { PageLine } from '../../../src/state';
import { outlineOf } from '../../../src/ui/document/boxes';
import { findFigure, firstLineNumber } from '../../../src/ui/document/find-figure';
import { fact } from './facts';

/** A row of a ruled table: cells of 50 points, rows of 10. */
const row = (number: number, ...texts: string[]): PageLine => ({
  number,
  text: texts.filter(Boolean).join(' '),
  cells: texts.map((text, i) => ({
    text,
    x0: i * 50,
    x1: i * 50 + 50,
    y0: number * 10,
    y1: number * 10 + 10,
  })),
  y0: number * 10,
  y1: number * 10 + 10,
});
const text = (number: number, words: string): PageLine => ({ number, text: words, cells: null });
const marked = (found: ReturnType<typeof findFigure>) =>
  found?.spans.map(({ line, from, to }) => `${line.number}:${line.text.slice(from, to)}@${from}`);

describe('a figure in a row of cells', () => {
  const lines = [
    row(1, '合计', '9.00', '6.00', '3.00'),
    row(2, '甲', '6.00', '6.00', ''),
    row(3, '乙', '3.00', '', '3.00'),
  ];
  const cells = [
    ['total', 1, '9.00'],
    ['basic', 1, '6.00'],
    ['project', 1, '3.00'],
    ['total', 2, '6.00'],
    ['basic', 2, '6.00'],
    ['total', 3, '3.00'],
    ['project', 3, '3.00'],
  ] as const;
  const facts = cells.map(([measure, line, printed_value]) =>
    fact({ measure, line, printed_value, page: 1, subject_name: String(line) }),
  );
  const columns: Record<string, number> = { total: 1, basic: 2, project: 3 };

  it.each(facts.map((one) => [`${one.measure} of line ${one.line}`, one] as const))('%s', (_, one) => {
    const found = findFigure(lines, one, facts);
    expect([found?.line.number, found?.cell]).toEqual([one.line, columns[one.measure]]);
  });
  it('outlines the cell and shades its row', () => {
    expect(outlineOf(findFigure(lines, facts[6]!, facts)!)).toEqual({
      rows: [{ x0: 0, x1: 200, y0: 30, y1: 40 }],
      figures: [{ x0: 150, x1: 200, y0: 30, y1: 40 }],
    });
  });
  it('shows the row alone where nothing tells equal figures apart', () => {
    const [alone] = [facts[3]!];
    expect(findFigure([lines[1]!], alone, [alone])).toMatchObject({ cell: null, spans: [] });
  });
  it('finds nothing on a line that has not the figure, rather than the figure on another one', () => {
    expect(findFigure(lines, { ...facts[0]!, line: 2 }, facts)).toBeNull();
    expect(findFigure(lines, { ...facts[0]!, line: 7 }, facts)).toBeNull();
  });
  it('knows a figure by its digits, whatever blanks and commas part them', () => {
    const wrapped = [row(1, '合计', '96,282,2 13.44')];
    const one = fact({ line: 1, printed_value: '96282213.44' });
    expect(findFigure(wrapped, one, [one])?.cell).toBe(1);
  });
});

describe('“三公”, where one row has budgets and final accounts', () => {
  const heads = ['预算数', '', '', '决算数', '', ''];
  const values = ['8.00', '0.00', '8.00', '2.00', '0.00', '2.00'];
  const at = (code: string, stage: 'adjusted_budget' | 'final', printed_value: string) =>
    fact({ form: '09', classification: 'three_public', subject_code: code, stage, line: 2, printed_value });
  it('takes budgets first, then final accounts', () => {
    const facts = [
      at('SG', 'adjusted_budget', '8.00'),
      at('SG1', 'adjusted_budget', '0.00'),
      at('SG3', 'adjusted_budget', '8.00'),
      at('SG', 'final', '2.00'),
      at('SG1', 'final', '0.00'),
      at('SG3', 'final', '2.00'),
    ];
    const lines = [row(1, ...heads), row(2, ...values)];
    expect(facts.map((one) => findFigure(lines, one, facts)?.cell)).toEqual([0, 1, 2, 3, 4, 5]);
  });
  it('takes pairs where the headings pair them', () => {
    const facts = [
      at('SG', 'adjusted_budget', '5.00'),
      at('SG', 'final', '5.00'),
      at('SG1', 'adjusted_budget', '0.00'),
      at('SG1', 'final', '0.00'),
      at('SG3', 'adjusted_budget', '5.00'),
      at('SG3', 'final', '5.00'),
    ];
    const lines = [
      row(1, '预算数', '决算数', '预算数', '决算数', '预算数', '决算数'),
      row(2, '5.00', '5.00', '0.00', '0.00', '5.00', '5.00'),
    ];
    expect(facts.map((one) => findFigure(lines, one, facts)?.cell)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('a figure in running text', () => {
  const said = (given: Parameters<typeof fact>[0]) => fact({ source: 'narrative', form: null, ...given });
  it('is marked as a whole number, not as the end of a longer one', () => {
    const one = said({ line: 1, printed_value: '5.00' });
    expect(marked(findFigure([text(1, '预算 35.00 万元，决算 5.00 万元')], one, [one]))).toEqual([
      '1:5.00@15',
    ]);
    expect(findFigure([text(1, '预算 35.00 万元')], one, [one])).toBeNull();
  });
  it('is told from an equal one by the words of its stage', () => {
    const line = text(1, '年初预算为7.00万元，支出决算为7.00万元');
    const budget = said({ line: 1, printed_value: '7.00', stage: 'initial_budget' });
    const final = said({ line: 1, printed_value: '7.00', stage: 'final' });
    expect(marked(findFigure([line], budget, [budget, final]))).toEqual(['1:7.00@5']);
    expect(marked(findFigure([line], final, [budget, final]))).toEqual(['1:7.00@17']);
  });
  it('is found in its quoted words, also where they began on the line before', () => {
    const lines = [text(1, '货物支出 21.07 万元。采购'), text(2, '总额为 21.07 万元，其中货物 21.07 万元')];
    const one = said({ line: 2, printed_value: '21.07', quote: '采购总额为 21.07 万元' });
    expect(marked(findFigure(lines, one, [one]))).toEqual(['2:21.07@4']);
  });
  it('of an implied figure marks the words that imply it', () => {
    const one = said({ line: 1, printed_value: null, derived: true, quote: '比上年减少 2.00 万元' });
    expect(marked(findFigure([text(1, '决算 9.00 万元，比上年减少2.00万元。')], one, [one]))).toEqual([
      '1:比上年减少2.00万元@11',
    ]);
  });
  it('has its box from the words of the line', () => {
    const line: PageLine = {
      number: 1,
      text: '决算 9.00万元',
      cells: null,
      y0: 0,
      y1: 10,
      words: [
        { text: '决算', x0: 0, x1: 20, y0: 0, y1: 10 },
        { text: '9.00万元', x0: 25, x1: 65, y0: 0, y1: 10 },
      ],
    };
    const one = said({ line: 1, printed_value: '9.00' });
    // Four half-width characters and two of full width share 40 points.
    expect(outlineOf(findFigure([line], one, [one])!).figures).toEqual([{ x0: 25, x1: 45, y0: 0, y1: 10 }]);
  });
});

describe('the number of the first line of a page', () => {
  const page = [row(1, '甲', '1.00'), row(2, '乙', '2.00'), row(3, '丙', '3.00')];
  it('is the one with which the facts of the page stand on their lines', () => {
    const facts = ['1.00', '2.00', '3.00'].map((value, i) =>
      fact({ page: 4, line: 90 + i, printed_value: value }),
    );
    expect(firstLineNumber(page, 4, facts)).toBe(90);
  });
  it('is not told where two fit as well', () => {
    const twice = [row(1, '甲', '1.00'), row(2, '乙', '1.00')];
    expect(firstLineNumber(twice, 4, [fact({ page: 4, line: 90, printed_value: '1.00' })])).toBeNull();
  });
});
