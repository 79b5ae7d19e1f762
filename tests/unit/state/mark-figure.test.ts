import { describe, expect, test } from 'vitest';
import { markFigure } from '../../../src/state/mark-figure';

const narrative = { form: null, measure: 'total', stage: 'final', subject_code: null } as const;
type Fact = Parameters<typeof markFigure>[1];
const marked = (text: string, fact: Fact) =>
  markFigure(text, fact)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('the figure in the quoted words', () => {
  test.each([
    ['年初预算为 83.65 万元，支出决算为 5.00 万元', '5.00', '年初预算为 83.65 万元，支出决算为 [5.00] 万元'],
    // 5.00 is also the end of 15.00 and the beginning of 5.001.
    ['15.00 5.001 5.00', '5.00', '15.00 5.001 [5.00]'],
    ['支出决算为136.53万元', '136.53', '支出决算为[136.53]万元'],
    ['印刷费 5 万元', '5', '印刷费 [5] 万元'],
    ['合计 1,308,480.00', '1,308,480.00', '合计 [1,308,480.00]'],
    ['没有这个数', '1.00', '没有这个数'],
    ['没有数', null, '没有数'],
  ])('%s', (text, printed_value, expected) => {
    expect(marked(text, { ...narrative, printed_value })).toBe(expected);
  });
});

describe('equal figures in one row of a form', () => {
  const row05 = { form: '05', stage: 'final', subject_code: '201', printed_value: '131.53' } as const;
  test('the column of the fact is meant', () => {
    const text = '201 一般公共服务支出 131.53 131.53 0.00';
    expect(marked(text, { ...row05, measure: 'total' })).toBe('201 一般公共服务支出 [131.53] 131.53 0.00');
    expect(marked(text, { ...row05, measure: 'basic' })).toBe('201 一般公共服务支出 131.53 [131.53] 0.00');
  });

  test('合计 is the first also where blanks left no trace', () => {
    const fact: Fact = { ...row05, form: '03', measure: 'total', printed_value: '220.06' };
    expect(marked('合计 220.06 220.06', fact)).toBe('合计 [220.06] 220.06');
  });

  test('in an incomplete row nothing tells other columns apart', () => {
    const fact: Fact = { ...row05, form: '03', measure: 'basic', printed_value: '220.06' };
    expect(marked('合计 220.06 220.06', fact)).toBe('合计 [220.06] [220.06]');
  });

  test('form 09: six budgets, six final accounts', () => {
    const text = '0.39 0.00 0.00 0.00 0.00 0.39 0.05 0.00 0.00 0.00 0.00 0.05';
    const fact = { form: '09', measure: 'total', printed_value: '0.05' } as const;
    expect(marked(text, { ...fact, stage: 'final', subject_code: 'SG' })).toBe(
      '0.39 0.00 0.00 0.00 0.00 0.39 [0.05] 0.00 0.00 0.00 0.00 0.05',
    );
    expect(marked(text, { ...fact, stage: 'final', subject_code: 'SG3' })).toBe(
      '0.39 0.00 0.00 0.00 0.00 0.39 0.05 0.00 0.00 0.00 0.00 [0.05]',
    );
    expect(
      marked(text, { ...fact, printed_value: '0.00', stage: 'adjusted_budget', subject_code: 'SG22' }),
    ).toBe('0.39 0.00 0.00 0.00 [0.00] 0.39 0.05 0.00 0.00 0.00 0.00 0.05');
  });
});
