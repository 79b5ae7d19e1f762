import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DEFAULT_BREAKDOWN,
  DEFAULT_SERIES,
  runBreakdown,
  runSeries,
  stepEvidence,
  sumsEvidence,
  valuedBreakdown,
  type BreakdownRequest,
  type Step,
} from '../../src/analysis/change';
import { runEvidence } from '../../src/analysis/evidence';
import { NO_FILTER } from '../../src/analysis/filter';
import type { Engine } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import { form, implied, loadSheets, told, wan, type Given, type Sheet } from './change-data';

const plan = (id: string, code: string | null, name: string, printed: string): Given =>
  form(id, code, name, printed, {
    source: 'budget_form',
    stage: 'initial_budget',
    ...(id === 'B06' && code !== null
      ? { classification: 'economy' as const, subject_level: code.length === 3 ? 1 : 2 }
      : {}),
  });
const BUDGETS = { forms: 'B05,B06', kind: 'budget', unit: '万元' } as const;
const budget = (
  department: string,
  year: number,
  scope: 'department' | 'unit',
  facts: Given[],
  statements: Sheet['statements'] = [],
): Sheet => ({
  doc_id: `${department}-${scope}-${year}`,
  department,
  year,
  scope,
  ...BUDGETS,
  facts,
  statements,
});

const SHEETS: Sheet[] = [
  budget('甲', 2017, 'department', [
    plan('B05', null, '合计', '100.00'),
    plan('B05', '201', '一般公共服务支出', '70.00'),
    plan('B05', '208', '社会保障和就业支出', '30.00'),
    plan('B06', null, '合计', '90.00'),
    plan('B06', '301', '工资福利支出', '50.00'),
    plan('B06', '30101', '基本工资', '50.00'),
    plan('B06', '303', '对个人和家庭的补助', '40.00'),
    plan('B06', '30302', '退休费', '30.00'),
    plan('B06', '30311', '住房公积金', '10.00'),
  ]),
  budget(
    '甲',
    2018,
    'department',
    [
      plan('B05', null, '合计', '130.00'),
      plan('B05', '201', '一般公共服务支出', '85.00'),
      plan('B05', '2010101', '行政运行', '85.00'),
      plan('B05', '213', '农林水支出', '45.00'),
      plan('B06', null, '合计', '95.00'),
      plan('B06', '301', '工资福利支出', '65.00'),
      plan('B06', '30101', '基本工资', '52.00'),
      plan('B06', '30113', '住房公积金', '13.00'),
      plan('B06', '303', '对个人和家庭的补助', '30.00'),
      plan('B06', '30302', '退休费', '30.00'),
    ],
    [
      {
        item: '年初预算',
        subject_code: '2010101',
        initial_budget: wan('85.00'),
        change: wan('-15.00'),
        reason: '人员经费减少',
        quote: '行政运行支出85.00万元，比上年预算减少15.00万元，主要原因是人员经费减少。',
      },
    ],
  ),
  budget('乙', 2017, 'department', [
    plan('B05', null, '合计', '50.00'),
    plan('B05', '201', '一般公共服务支出', '50.00'),
  ]),
  budget('乙', 2018, 'department', [
    plan('B05', null, '合计', '40.00'),
    plan('B05', '201', '一般公共服务支出', '39.00'),
  ]),
  // The unit of the same name is never put together with the department.
  budget('甲', 2017, 'unit', [
    plan('B05', null, '合计', '1.00'),
    plan('B05', '201', '一般公共服务支出', '1.00'),
  ]),
  budget('甲', 2018, 'unit', [
    plan('B05', null, '合计', '2.00'),
    plan('B05', '201', '一般公共服务支出', '2.00'),
  ]),
  // A final account alone, whose sentences tell last year.
  {
    doc_id: 'f-2023',
    department: '丙',
    year: 2023,
    unit: '万元',
    facts: [
      form('05', null, '合计', '100.00'),
      implied(told(form('05', null, '合计', ''), '100.00'), '80.00', 20_000n, '较上年增加 20 万元'),
      form('06', null, '人员经费合计', '60.00'),
      implied(told(form('06', null, '人员经费', ''), '60.00'), '55.00', 20_000n, '较上年增加 5 万元'),
      form('06', null, '公用经费合计', '10.00'),
      implied(told(form('06', null, '公用经费', ''), '10.00'), '12.00', 20_000n, '较上年减少 2 万元'),
    ],
  },
];

const PLANNED: BreakdownRequest = { ...DEFAULT_BREAKDOWN, stage: 'initial_budget' };
const OWN = '甲~department~某市';
const contributions = (steps: readonly Step[]) =>
  Object.fromEntries(steps.map(({ key, contribution }) => [key, contribution]));

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  await loadSheets(engine, SHEETS);
});
afterAll(() => engine.close());

describe('what a change is made of', () => {
  it('ranks contributions that add up to the change, with new and ended subjects named', async () => {
    const model = await runBreakdown(engine, { ...PLANNED, of: OWN });
    expect(model.choice).toMatchObject({ from: 2017, to: 2018 });
    expect(contributions(model.steps)).toEqual({ '213': wan('45'), '201': wan('15'), '208': wan('-30') });
    expect(model.steps.map(({ key, state }) => [key, state])).toEqual([
      ['213', 'new'],
      ['201', 'rate'],
      ['208', 'ended'],
    ]);
    expect(model.change).toBe(wan('30'));
    expect(model.residual).toBe(0n);
    // 45, 15 and −30 points of 100
    expect(model.steps.map(({ points }) => points?.times(100).toString())).toEqual(['45', '15', '-30']);
    expect(model.steps.find(({ key }) => key === '213')?.rate).toBeNull();
  });

  it('has the reason of an 项 beside its 类, and at the 项 itself', async () => {
    const model = await runBreakdown(engine, { ...PLANNED, of: OWN });
    const [reason] = model.steps.find(({ key }) => key === '201')!.reasons;
    expect(reason).toMatchObject({ item: '2010101', base: 'budget' });
    expect(reason?.stated.reason).toBe('人员经费减少');
    const items = await runBreakdown(engine, { ...PLANNED, of: OWN, level: 3 });
    expect(items.steps.find(({ key }) => key === '2010101')).toMatchObject({
      state: 'new',
      reasons: [{ item: '2010101' }],
    });
  });

  it('compares economic classes as published and on one year’s classification', async () => {
    const economy = { ...PLANNED, of: OWN, division: 'economy' } as const;
    const published = await runBreakdown(engine, economy);
    expect(contributions(published.steps)).toEqual({ '301': wan('15'), '303': wan('-10') });
    expect(published.steps[0]?.moves.map(({ code }) => code)).toEqual(['30311']);
    for (const basis of ['from', 'to'] as const) {
      const restated = await runBreakdown(engine, { ...economy, basis });
      // On 2018's: 301 had 50 + 10, 303 had 30. On 2017's: 301 has 52, 303 has 30 + 13.
      expect(contributions(restated.steps)).toEqual(
        basis === 'to' ? { '301': wan('5'), '303': 0n } : { '301': wan('2'), '303': wan('3') },
      );
      expect(restated.residual).toBe(0n);
    }
  });

  it('adds departments of one scope alone, and tells what the rows leave open', async () => {
    const model = await runBreakdown(engine, { ...PLANNED, of: 'department' });
    // 甲 130 − 100, 乙 40 − 50; 乙's classes come to 39.
    expect(model.change).toBe(wan('20'));
    expect(contributions(model.steps)).toEqual({ '213': wan('45'), '201': wan('4'), '208': wan('-30') });
    expect(model.residual).toBe(wan('1'));
    expect(model.choice?.scopes).toEqual(['department']);
    const bodies = await runBreakdown(engine, { ...PLANNED, division: 'body' });
    expect(contributions(bodies.steps)).toEqual({ [OWN]: wan('30'), '乙~department~某市': wan('-10') });
  });

  it('divides a final account by nature with last year as its sentences tell it', async () => {
    const model = await runBreakdown(engine, DEFAULT_BREAKDOWN);
    expect(model.choice).toMatchObject({ division: 'nature', from: 2022, to: 2023 });
    // 100 − 80 = 20 = 5 − 2 + 17
    expect(contributions(model.steps)).toEqual({
      rest: wan('17'),
      personnel: wan('5'),
      running_costs: wan('-2'),
    });
    expect(model.before?.implied).toBe(true);
  });

  it('has evidence that adds up to each figure', async () => {
    const model = await runBreakdown(engine, { ...PLANNED, of: 'department' });
    const step = model.steps.find(({ key }) => key === '201')!;
    const asked = stepEvidence(step, model, 'now', '201')!;
    const found = await runEvidence(engine, asked);
    const sum = found.parts.reduce((total, part) => total + (part.amount ?? 0n), 0n);
    expect(sum).toBe(wan('124'));
    expect(sumsEvidence(model, 'change', 'initial_budget', '')?.parts).toHaveLength(4);
  });

  it('values both years before it subtracts, and says what it cannot', async () => {
    const model = await runBreakdown(engine, { ...PLANNED, of: OWN });
    // 2017 at twice its prices: 130 − 200
    const real = valuedBreakdown(model, (amount, { fiscal_year }) =>
      fiscal_year === 2017 ? amount * 2n : amount,
    );
    expect(real.change).toBe(wan('-70'));
    expect(contributions(real.steps)).toEqual({ '213': wan('45'), '208': wan('-60'), '201': wan('-55') });
    const none = valuedBreakdown(model, () => null);
    expect(none.change).toBeNull();
    expect(none.steps.every(({ state }) => state === 'not_valued')).toBe(true);
  });
});

describe('lines over the years', () => {
  it('has each year’s own figure, implied ones marked, and no unit among departments', async () => {
    const planned = await runSeries(engine, { ...DEFAULT_SERIES, stage: 'initial_budget', of: 'department' });
    expect(planned.lines.map(({ name, points }) => [name, ...points.map(({ sum }) => sum.amount)])).toEqual([
      ['甲', wan('100'), wan('130')],
      ['乙', wan('50'), wan('40')],
    ]);
    const final = await runSeries(engine, DEFAULT_SERIES);
    const general = final.lines.find(({ key }) => key === 'general');
    expect(general?.points.map(({ year, source }) => [year, source])).toEqual([
      [2022, 'implied'],
      [2023, 'document'],
    ]);
  });

  it('marks the reform, and draws on one classification', async () => {
    const economy = { ...DEFAULT_SERIES, stage: 'initial_budget', of: OWN, lines: 'economy' } as const;
    const published = await runSeries(engine, economy);
    expect(published.lines.map(({ key, breaks }) => [key, breaks.map(({ year }) => year)])).toEqual([
      ['301', [2018]],
      ['303', [2018]],
    ]);
    const restated = await runSeries(engine, { ...economy, basis: 'to' });
    expect(restated.lines.map(({ points }) => points.map(({ sum }) => sum.amount))).toEqual([
      [wan('60'), wan('65')],
      [wan('30'), wan('30')],
    ]);
  });

  it('keeps to the years asked for', async () => {
    const one = await runSeries(engine, {
      ...DEFAULT_SERIES,
      stage: 'initial_budget',
      of: 'department',
      filter: { ...NO_FILTER, years: [2018] },
    });
    expect(one.years).toEqual([2018]);
  });
});
