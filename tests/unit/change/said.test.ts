import { describe, expect, it } from 'vitest';
import { findings } from '../../../src/analysis/change';
import { comparedWith, executedBefore } from '../../../src/analysis/change/compared-with';
import { reasonDirection } from '../../../src/analysis/change/reason-direction';
import type { StatementLine } from '../../../src/analysis/change/rows';
import { wan } from '../../engine/change-data';

/** Sentences of 万里街道办事处's budgets, 部门预算编制说明. */
const sentence = (final: string, before: string, rate: string, reason: string): StatementLine => ({
  doc_id: 'd',
  item: '2013302',
  section: '部门预算编制说明',
  final: wan(final),
  change: null,
  prior_final: null,
  change_rate: rate,
  reason,
  quote: `2023年当年预算执行数为${before}万元，2024年预算安排${final}万元，比2023年预算执行数${
    rate.startsWith('-') ? '减少' : '增加'
  }${rate.replace('-', '')}%。`,
  page: null,
  line: null,
});
const kinds = (line: StatementLine) => findings(line, undefined, null, null).map(({ kind }) => kind);

describe('what a sentence compares with', () => {
  it('tells last year’s outturn from its budget', () => {
    expect(comparedWith('比2022年预算执行数增加77.70%')).toBe('execution');
    expect(comparedWith('与上年预算数持平')).toBe('budget');
    expect(executedBefore('2022年当年预算执行数为1.48万元，2023年')).toEqual({
      amount: 1_480_000n,
      resolution: 10_000n,
    });
  });

  it('checks the percentage against the two amounts that the sentence prints', () => {
    // 110.60 ÷ 114.00 − 1 = −2.98 %; 220.63 ÷ 132.59 − 1 = 66.40 %, not 60.54 %
    expect(kinds(sentence('110.60', '114.00', '-2.98', '项目调整'))).toEqual([]);
    expect(kinds(sentence('220.63', '132.59', '60.54', '项目调整'))).toEqual(['rate']);
    expect(kinds(sentence('110.60', '114.00', '2.98', '项目调整'))).toEqual(['direction']);
    expect(kinds(sentence('60.13', '0', '100.00', '新增专项普查活动经费'))).toEqual(['zero_base']);
  });
});

describe('the direction of a reason', () => {
  it('is flagged where it is not the sentence’s own', () => {
    expect(kinds(sentence('110.60', '114.00', '-2.98', '宣传事务一般行政管理事务经费增加'))).toEqual([
      'reason',
    ]);
    expect(kinds(sentence('110.60', '114.00', '-2.98', '经费减少'))).toEqual([]);
  });

  it('is read from one clause with one direction alone', () => {
    expect(reasonDirection('单位人员增加')).toBe('up');
    expect(reasonDirection('科普活动经费保持不变')).toBe('level');
    expect(reasonDirection('压减经费增加')).toBeNull();
    expect(reasonDirection('人员增加，项目减少')).toBeNull();
    expect(reasonDirection('项目调整')).toBeNull();
    expect(reasonDirection(null)).toBeNull();
  });
});
