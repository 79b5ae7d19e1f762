import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../../src/extract/prose/clauses';
import { figuresIn } from '../../../src/extract/prose/figures';
import type { ProseLine } from '../../../src/extract/prose/lines';
import { passageOf, quoteOf } from '../../../src/extract/prose/passage';

function lines(...texts: string[]): ProseLine[] {
  return texts.map((text, index) => ({ page: 3, number: 10 + index, text, cells: null, edge: false }));
}

describe('passages', () => {
  test('wraps, blanks and half-width punctuation disappear; each figure keeps its own line', () => {
    const passage = passageOf(lines('收入 合计 12', '3.45 万', '元,占 50.0％;其他'));
    expect(passage.text).toBe('收入合计123.45万元，占50.0%；其他');
    const [amount, share] = figuresIn(passage.text);
    expect(amount).toMatchObject({ kind: 'money', value: '123.45', unit: '万元' });
    expect(passage.placeAt(amount!.start)).toEqual({ page: 3, line: 10 });
    expect(passage.placeAt(share!.start)).toEqual({ page: 3, line: 12 });
  });

  test('full-width digits, thousands separators and minus signs', () => {
    const found = figuresIn(passageOf(lines('支出１，２３４．５０元，增加-12.68万元，10-20万元')).text);
    expect(found.map((f) => f.value + f.unit)).toEqual(['1234.50元', '-12.68万元', '20万元']);
    expect(found[0]!.amount).toEqual({ amount: 123450n, resolution: 1n });
  });

  test('a comma between counts is no thousands separator', () => {
    expect(passageOf(lines('0批次,100人,2023年,300辆')).text).toBe('0批次，100人，2023年，300辆');
  });

  test('years, dates and 万 of persons are no amounts', () => {
    expect(figuresIn('2023年12月31日，服务5万人次，第3项')).toEqual([]);
  });

  test('an amount without its unit takes the one unit of its passage, and only where an amount belongs', () => {
    const [budget, final] = figuresIn('年初预算为10.00万元，支出决算为9.50，共3个项目');
    expect(budget).toMatchObject({ unit: '万元' });
    expect(final).toMatchObject({
      unit: '万元',
      assumed: true,
      amount: { amount: 9_500_000n, resolution: 10_000n },
    });
    expect(figuresIn('支出决算为9.50，')[0]).toMatchObject({ assumed: true, amount: null });
  });

  test('quotes are at most 60 characters and end with the figure', () => {
    const passage = passageOf(lines('甲'.repeat(80) + '5.00万元'));
    const quote = quoteOf(passage, 0, passage.text.length);
    expect(quote).toHaveLength(60);
    expect(quote.startsWith('…')).toBe(true);
    expect(quote.endsWith('5.00万元')).toBe(true);
  });

  test('however a text is wrapped, the passage is the same and every place lies in its line', () => {
    const words = '2023年度收入合计1,234.56万元,占100.00%。';
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: words.length - 1 }), { maxLength: 5 }), (cuts) => {
        const at = [0, ...new Set(cuts)].sort((a, b) => a - b);
        const parts = at.map((from, index) => words.slice(from, at[index + 1]));
        const passage = passageOf(lines(...parts));
        expect(passage.text).toBe('2023年度收入合计1234.56万元，占100.00%。');
        const figure = figuresIn(passage.text)[0]!;
        const line = passage.placeAt(figure.start).line!;
        // The line that holds the first digit of the amount.
        const expected = at.filter((from) => from <= words.indexOf('1,234')).length - 1;
        expect(line).toBe(10 + expected);
      }),
    );
  });
});

describe('clauses', () => {
  test('separators split; 、 splits behind a figure only', () => {
    const clauses = clausesOf('收、支总计10万元，货物1.00万元、工程0.00万元；基本工资、奖金。');
    expect(clauses.map((c) => c.text)).toEqual([
      '收、支总计10万元',
      '货物1.00万元',
      '工程0.00万元',
      '基本工资、奖金',
    ]);
    expect(clauses.map((c) => c.terminator)).toEqual(['，', '、', '；', '。']);
  });

  test('several figures in one clause each have the words before them', () => {
    const [clause] = clausesOf('年初预算1.00万元支出决算2.00万元左右');
    expect(clause!.segments.map((s) => s.lead)).toEqual(['年初预算', '支出决算']);
    expect(clause!.tail).toBe('左右');
  });
});
