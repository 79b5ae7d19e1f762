import { describe, expect, it } from 'vitest';
import { checkDocument, type RuleId } from '../../../src/checks';
import { hand } from './support/write';

/** For each rule a right document by hand, and one line of it changed so that the rule fails. */
const CASES: readonly [rule: RuleId, right: string, line: string, wrong: string][] = [
  [
    'E1',
    '01 收入总计 all 100.00\n01 支出总计 all 100.00',
    '01 支出总计 all 100.00',
    '01 支出总计 all 101.00',
  ],
  [
    'E2',
    '01 收入总计 all 130.00\n01 本年收入合计 all 100.00\n01 使用非财政拨款结余 all 10.00\n01 年初结转和结余 all 20.00',
    '01 年初结转和结余 all 20.00',
    '01 年初结转和结余 all 2.00',
  ],
  [
    'E3',
    '01 支出总计 all 130.00\n01 本年支出合计 all 100.00\n01 结余分配 all 10.00\n01 年末结转和结余 all 20.00',
    '01 本年支出合计 all 100.00',
    '01 本年支出合计 all 90.00',
  ],
  [
    'E4',
    '01 本年支出合计 all 70.00\n01 201 all 40.00\n01 208 all 30.00\n01 本年收入合计 all 9.00\n01 事业收入 all 4.00\n01 其他收入 all 5.00',
    '01 208 all 30.00',
    '01 208 all 38.00',
  ],
  [
    'E5',
    '02 合计 total 60.00\n02 合计 fiscal_appropriation 50.00\n02 合计 business 10.00',
    '02 合计 business 10.00',
    '02 合计 business 1.00',
  ],
  [
    'E6',
    '03 合计 total 60.00\n03 合计 basic 50.00\n03 合计 project 6.00\n03 合计 operating 4.00',
    '03 合计 total 60.00',
    '03 合计 total 56.00',
  ],
  [
    'E7',
    '05 合计 total 60.00\n05 201 total 60.00\n05 20103 total 60.00\n05 2010301 total 45.00\n05 2010399 total 15.00',
    '05 2010399 total 15.00',
    '05 2010399 total 51.00',
  ],
  [
    'E8',
    '01 本年收入合计 all 60.00\n01 事业收入 all 60.00\n02 合计 total 60.00\n02 合计 business 60.00',
    '02 合计 business 60.00',
    '02 合计 business 66.00',
  ],
  [
    'E9',
    '01 本年支出合计 all 60.00\n01 201 all 60.00\n03 合计 total 60.00\n03 201 total 60.00',
    '03 201 total 60.00',
    '03 201 total 61.00',
  ],
  [
    'E10',
    '04 201 fiscal 60.00\n04 201 general 50.00\n04 201 government_fund 10.00',
    '04 201 fiscal 60.00',
    '04 201 fiscal 600.00',
  ],
  [
    'E11',
    '04 年初财政拨款结转和结余 general 5.00\n04 一般公共预算财政拨款收入 general 55.00\n04 本年支出合计 general 50.00\n04 年末财政拨款结转和结余 general 10.00',
    '04 年末财政拨款结转和结余 general 10.00',
    '04 年末财政拨款结转和结余 general 11.00',
  ],
  [
    'E12',
    '02 合计 total 60.00\n02 合计 fiscal_appropriation 60.00\n04 本年收入合计 fiscal 60.00',
    '04 本年收入合计 fiscal 60.00',
    '04 本年收入合计 fiscal 66.00',
  ],
  [
    'E13',
    '04 本年支出合计 general 60.00\n04 208 general 60.00\n05 合计 total 60.00\n05 208 total 60.00',
    '05 208 total 60.00',
    '05 208 total 59.00',
  ],
  [
    'E14',
    '05 201 total 60.00\n05 201 basic 50.00\n05 201 project 10.00',
    '05 201 project 10.00',
    '05 201 project 100.00',
  ],
  [
    'E15',
    '05 合计 basic 60.00\n06 人员经费合计 total 50.00\n06 公用经费合计 total 10.00',
    '06 公用经费合计 total 10.00',
    '06 公用经费合计 total 12.00',
  ],
  [
    'E16',
    '06 301 total 60.00\n06 30101 total 40.00\n06 30102 total 20.00\n06 人员经费合计 total 60.00',
    '06 30102 total 20.00',
    '06 30102 total 2.00',
  ],
  [
    'E17',
    '04 本年支出合计 government_fund 30.00\n07 合计 total 30.00\n07 合计 project 30.00',
    '07 合计 total 30.00',
    '07 合计 total 33.00',
  ],
  [
    'E18',
    '07 合计 opening 5.00\n07 合计 income 30.00\n07 合计 total 31.00\n07 合计 project 31.00\n07 合计 closing 4.00',
    '07 合计 closing 4.00',
    '07 合计 closing 40.00',
  ],
  [
    'E19',
    '09 SG total 7.00\n09 SG1 total 0.00\n09 SG2 total 5.00\n09 SG21 total 0.00\n09 SG22 total 5.00\n09 SG3 total 2.00',
    '09 SG total 7.00',
    '09 SG total 8.00',
  ],
  ['E20', '06 30217 total 2.00\n09 SG3 total 2.50', '09 SG3 total 2.50', '09 SG3 total 1.50'],
  [
    'E21',
    '03 2010301 total 60.00\n05 2010301 total 50.00',
    '05 2010301 total 50.00',
    '05 2010301 total 61.00',
  ],
];

const outcomes = (rule: RuleId, forms: string) =>
  checkDocument(hand({ forms }))
    .instances.filter((one) => one.rule === rule)
    .map(({ outcome }) => outcome);

describe.each(CASES)('%s', (rule, right, line, wrong) => {
  it('holds in a right document', () => {
    const found = outcomes(rule, right);
    expect(found).toContain('exact');
    expect(found).not.toContain('conflict');
    expect(checkDocument(hand({ forms: right })).findings).toEqual([]);
  });

  it('fails where one amount is changed, and is a finding', () => {
    expect(right).toContain(line);
    const forms = right.replace(line, wrong);
    expect(outcomes(rule, forms)).toContain('conflict');
    const rules = checkDocument(hand({ forms })).findings.flatMap(({ instances }) =>
      instances.map((one) => one.rule),
    );
    expect(rules).toContain(rule);
  });
});

describe('terms that are not printed', () => {
  it('a blank operand is no zero, and the sum is that of the printed terms', () => {
    expect(
      outcomes('E6', '03 201 total 60.00\n03 201 basic 60.00\n03 208 project 5.00\n03 208 total 5.00'),
    ).toEqual(['exact', 'exact']);
  });

  it('a form without the columns is not asked', () => {
    expect(outcomes('E14', 'B05 201 total 60.00')).toEqual(['not_applicable']);
  });

  it('a blank total beside amounts is a conflict: the row is printed', () => {
    expect(outcomes('E6', '03 201 basic 60.00\n03 208 total 5.00\n03 208 basic 5.00')).toEqual([
      'conflict',
      'exact',
    ]);
  });

  it('a class without a row in the other form is unknown, a zero without one says nothing', () => {
    const forms =
      '01 本年支出合计 all 60.00\n01 201 all 60.00\n01 202 all 0.00\n03 合计 total 60.00\n03 204 total 60.00';
    expect(outcomes('E9', forms)).toEqual(['exact', 'unknown']);
  });

  it('an amount that could not be placed makes an open sum unknown, not wrong', () => {
    const input = hand({ forms: '05 合计 total 60.00\n05 201 total 50.00' });
    const warnings = [
      { doc_id: 'hand', code: 'amount_unplaced', message: '', form: '05', page: null, line: null },
    ];
    const outcome = (given: typeof input) =>
      checkDocument(given).instances.find(({ rule }) => rule === 'E7')!.outcome;
    expect(outcome(input)).toBe('conflict');
    expect(outcome({ ...input, warnings })).toBe('unknown');
  });
});

describe('tolerance', () => {
  const wan = (forms: string) => {
    const input = hand({ forms });
    return {
      ...input,
      facts: input.facts.map((fact) => ({ ...fact, resolution: 10_000n, printed_unit: '万元' })),
    };
  };
  const of = (rule: RuleId, forms: string) =>
    checkDocument(wan(forms)).instances.find((one) => one.rule === rule)!.outcome;

  it('three printed terms of 万元 against their sum: up to 150 元', () => {
    expect(of('E6', '03 合计 total 60100.00\n03 合计 basic 50000.00\n03 合计 project 10000.00')).toBe(
      'rounding',
    );
    expect(of('E6', '03 合计 total 60200.00\n03 合计 basic 50000.00\n03 合计 project 10000.00')).toBe(
      'conflict',
    );
  });

  it('one quantity twice in one unit must be equal', () => {
    expect(of('E9', '01 本年支出合计 all 60100.00\n03 合计 total 60000.00')).toBe('conflict');
  });

  it('元 against 万元: up to 50 元', () => {
    const mixed = (yuan: string) => {
      const input = hand({ forms: `01 本年支出合计 all ${yuan}\n03 合计 total 60000.00` });
      const facts = input.facts.map((fact) =>
        fact.form === '03' ? { ...fact, resolution: 10_000n, printed_unit: '万元' } : fact,
      );
      return checkDocument({ ...input, facts }).instances.find((one) => one.rule === 'E9')!.outcome;
    };
    expect(mixed('60049.99')).toBe('rounding');
    expect(mixed('60050.01')).toBe('conflict');
  });
});
