import { describe, expect, it } from 'vitest';
import { checkDocument, checkDocuments, type CheckInput, type RuleId } from '../../../src/checks';
import type { Fact } from '../../../src/domain/facts';
import { count, hand, sentence, told, type Hand } from './support/write';

const narrative = (fact_id: string, yuan: string, rest: Partial<Fact>) =>
  told(yuan, { fact_id, source: 'narrative', ...rest });
const performance = (subject_name: string, yuan: string, rest: Partial<Fact> = {}) =>
  told(yuan, {
    fact_id: `performance-table1-${subject_name}-${rest.stage ?? 'final'}`,
    source: 'performance',
    classification: 'project',
    subject_name,
    ...rest,
  });
const wan = (yuan: number) => BigInt(Math.round(yuan * 100)) * 10_000n;

const CASES: readonly [rule: RuleId, right: Hand, wrong: Hand][] = [
  [
    'T1',
    {
      forms: '03 合计 total 1234567.00',
      facts: [narrative('narrative-三-合计', '1234600.00', { subject_name: '合计' })],
    },
    {
      forms: '03 合计 total 1234567.00',
      facts: [narrative('narrative-三-合计', '1234700.00', { subject_name: '合计' })],
    },
  ],
  [
    'T2',
    {
      statements: [
        sentence({
          section: '五（三）',
          item: '年初预算',
          initial_budget: wan(200),
          final: wan(150),
          execution_rate: '75.00',
          quote: '完成年初预算的75.00%',
        }),
      ],
    },
    {
      statements: [
        sentence({
          section: '五（三）',
          item: '年初预算',
          initial_budget: wan(200),
          final: wan(150),
          execution_rate: '85.00',
          quote: '完成年初预算的85.00%',
        }),
      ],
    },
  ],
  [
    'T3',
    {
      statements: [
        sentence({
          section: '一',
          item: '收支总计',
          final: wan(150),
          change: wan(-50),
          change_rate: '-25.00',
          quote: '减少50万元，下降25.00%',
        }),
      ],
    },
    {
      statements: [
        sentence({
          section: '一',
          item: '收支总计',
          final: wan(150),
          change: wan(-50),
          change_rate: '25.00',
          quote: '减少50万元，增长25.00%',
        }),
      ],
    },
  ],
  [
    'T4',
    {
      forms: '05 201 total 900000.00\n05 2010301 total 700000.00',
      facts: [
        narrative('narrative-五（三）-2010301-final', '700000.00', {
          classification: 'function',
          subject_code: '2010301',
          subject_name: '行政运行',
          fund: 'general',
        }),
      ],
    },
    {
      forms: '05 201 total 900000.00\n05 2010301 total 700000.00',
      facts: [
        narrative('narrative-五（三）-2010301-final', '900000.00', {
          classification: 'function',
          subject_code: '2010301',
          subject_name: '行政运行',
          fund: 'general',
        }),
      ],
    },
  ],
  [
    'T5',
    {
      facts: [
        narrative('p', '90000.00', { subject_name: '政府采购支出' }),
        narrative('g', '50000.00', { subject_name: '政府采购货物支出' }),
        narrative('s', '40000.00', { subject_name: '政府采购服务支出' }),
      ],
    },
    {
      facts: [
        narrative('p', '90000.00', { subject_name: '政府采购支出' }),
        narrative('g', '50000.00', { subject_name: '政府采购货物支出' }),
        narrative('s', '30000.00', { subject_name: '政府采购服务支出' }),
      ],
    },
  ],
  [
    'P1',
    { forms: '03 合计 total 900000.00', facts: [performance('部门整体支出', '900000.00')] },
    { forms: '03 合计 total 900000.00', facts: [performance('部门整体支出', '910000.00')] },
  ],
  [
    'P2',
    {
      facts: ['201', '208'].flatMap((code) => [
        narrative(`i${code}`, '500000.00', {
          classification: 'function',
          subject_code: code,
          fund: 'general',
          stage: 'initial_budget',
        }),
        narrative(`f${code}`, '480000.00', {
          classification: 'function',
          subject_code: code,
          fund: 'general',
        }),
      ]),
    },
    {
      facts: ['201', '208'].flatMap((code) => [
        narrative(`i${code}`, '500000.00', {
          classification: 'function',
          subject_code: code,
          fund: 'general',
          stage: 'initial_budget',
        }),
        narrative(`f${code}`, '500000.00', {
          classification: 'function',
          subject_code: code,
          fund: 'general',
        }),
      ]),
    },
  ],
  [
    'N1',
    {
      facts: [
        {
          ...narrative('06-30103', '100.00', {
            classification: 'economy',
            subject_code: '30103',
            printed_name: '奖金',
          }),
          form: '06',
          source: 'form',
        },
      ],
    },
    {
      facts: [
        {
          ...narrative('06-30103', '100.00', {
            classification: 'economy',
            subject_code: '30103',
            printed_name: '办公费',
          }),
          form: '06',
          source: 'form',
        },
      ],
    },
  ],
  [
    'N2',
    { forms: '09 SG3 total 5000.00', indicators: [count('receptions', '8'), count('guests', '146')] },
    { forms: '09 SG3 total 5000.00', indicators: [count('receptions', '0'), count('guests', '0')] },
  ],
];

const outcomes = (rule: RuleId, given: Hand) =>
  checkDocument(hand(given))
    .instances.filter((one) => one.rule === rule)
    .map(({ outcome }) => outcome);

describe.each(CASES)('%s', (rule, right, wrong) => {
  it('holds in a right document', () => {
    const found = outcomes(rule, right);
    expect(found.filter((outcome) => outcome === 'exact' || outcome === 'rounding').length).toBeGreaterThan(
      0,
    );
    expect(found).not.toContain('conflict');
  });

  it('fails in a wrong one, and is a finding', () => {
    expect(outcomes(rule, wrong)).toContain('conflict');
    const rules = checkDocument(hand(wrong)).findings.flatMap(({ instances }) =>
      instances.map((one) => one.rule),
    );
    expect(rules).toContain(rule);
  });
});

describe('U1', () => {
  const forms = '06 人员经费合计 total 2041400.00';
  it('says nothing of two equal prints', () => {
    expect(
      checkDocument(hand({ forms, facts: [performance('人员经费', '2041400.00', { measure: 'basic' })] }))
        .findings,
    ).toEqual([]);
  });

  it('calls a tenfold print a slip of the unit, at the sentence’s cell', () => {
    const [finding, ...more] = checkDocument(
      hand({ forms, facts: [performance('人员经费', '204100.00', { measure: 'basic' })] }),
    ).findings;
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'U1',
      kind: 'unit_slip',
      fact_id: 'performance-table1-人员经费-final',
    });
  });
});

describe('T2', () => {
  const share = (final: bigint, text: string) =>
    checkDocument(
      hand({
        statements: [
          sentence({ section: '三', item: '支出合计', final: wan(0), quote: '' }),
          sentence({ section: '三', item: '基本支出', final, share: text, quote: `占${text}%` }),
        ],
      }),
    ).findings;

  it('names a zero base and does not divide', () => {
    expect(share(wan(0), '100.00')[0]).toMatchObject({ kind: 'zero_base', severity: 'warning' });
    expect(share(wan(0), '0.00')[0]).toMatchObject({ kind: 'zero_base', severity: 'info' });
  });
});

describe('between documents', () => {
  const last = (forms: string): CheckInput =>
    hand({ forms, document: { doc_id: '2023', fiscal_year: 2023 } });
  const of = (rule: RuleId, ...inputs: CheckInput[]) =>
    checkDocuments(inputs)
      .instances.filter((one) => one.rule === rule)
      .map(({ outcome }) => outcome);

  it.each([
    ['5.00', 'exact'],
    ['6.00', 'conflict'],
  ])('X1: last year’s closing balance 5.00, opening %s: %s', (opening, outcome) => {
    const now = hand({ forms: `01 年初结转和结余 all ${opening}` });
    expect(of('X1', now, last('01 年末结转和结余 all 5.00'))).toEqual([outcome]);
  });

  it.each([
    ['800000.00', 'exact'],
    ['700000.00', 'conflict'],
  ])('X2: budget document 80 万元, 年初预算 %s: %s', (told, outcome) => {
    const now = hand({
      facts: [narrative('i', told, { subject_name: '合计', fund: 'general', stage: 'initial_budget' })],
    });
    const budget = hand({
      forms: 'B05 合计 total 800000.00',
      document: { doc_id: 'budget', kind: 'budget' },
    });
    expect(of('X2', now, budget)).toEqual([outcome]);
  });

  it.each([
    ['900000.00', 'exact'],
    ['600000.00', 'conflict'],
  ])('X3: last year 90 万元, implied %s: %s', (implied, outcome) => {
    const fact = narrative('x', implied, { subject_name: '合计', stage: 'prior_final', derived: true });
    expect(of('X3', hand({ facts: [fact] }), last('03 合计 total 900000.00'))).toEqual([outcome]);
  });

  it.each([
    ['60.00', 'exact'],
    ['160.00', 'conflict'],
  ])('X4: department 100.00, its unit %s: %s', (unit, outcome) => {
    const below = hand({ forms: `03 合计 total ${unit}`, document: { doc_id: 'unit', scope: 'unit' } });
    expect(of('X4', hand({ forms: '03 合计 total 100.00' }), below)).toEqual([outcome]);
  });

  it('a department and a unit of another scope are never compared as one body', () => {
    const now = hand({ forms: '01 年初结转和结余 all 6.00', document: { scope: 'unit' } });
    expect(of('X1', now, last('01 年末结转和结余 all 5.00'))).toEqual([]);
  });
});
