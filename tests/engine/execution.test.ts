import type Decimal from 'decimal.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_EXECUTION, runExecution, type ExecutionModel } from '../../src/analysis/execution';
import { NO_FILTER } from '../../src/analysis/filter';
import type { Engine } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import { loadHandMade, type HandFact } from './execution-data';

/**
 * Hand-made, after the shapes of real documents. 乙 prints 元 with the narrative in 万元; 甲 prints 万元 and budgets per 项
 * only, with a 项 whose narrative figure is its class's; 丙 (元) is a 部门, spends other funds and has a budget document.
 */
const narrative = (
  doc: string,
  code: string | null,
  name: string,
  budget: string | null,
  final: string,
): HandFact[] => [
  ...(budget === null
    ? []
    : [
        {
          doc,
          source: 'narrative' as const,
          code,
          name,
          stage: 'initial_budget',
          amount: budget,
          unit: '万元' as const,
        },
      ]),
  { doc, source: 'narrative', code, name, amount: final, unit: '万元' },
];

const FACTS: HandFact[] = [
  // 甲 2023, 万元
  { doc: 'a', name: '合计', amount: '147.34' },
  { doc: 'a', name: '合计', measure: 'basic', amount: '142.34' }, // another measure of the same row
  { doc: 'a', code: '201', name: '一般公共服务支出', amount: '136.53' },
  { doc: 'a', code: '20103', name: '政府办公厅（室）及相关机构事务', amount: '136.53' },
  { doc: 'a', code: '2010350', name: '事业运行', amount: '131.53' },
  { doc: 'a', code: '2010399', name: '其他支出', amount: '5.00' },
  { doc: 'a', code: '208', name: '社会保障和就业支出', amount: '10.81' },
  { doc: 'a', code: '2080502', name: '事业单位离退休', amount: '1.39' },
  { doc: 'a', code: '2080505', name: '养老', amount: '9.42' },
  { doc: 'a', form: '01', fund: 'all', name: '本年支出合计', amount: '147.34' },
  ...narrative('a', null, '合计', '317.05', '147.34'),
  ...narrative('a', '2010350', '事业运行', '211.44', '136.53'), // the class's figure: 5.00 more than the form
  ...narrative('a', '2010399', '其他支出', '83.65', '5.00'),
  ...narrative('a', '2080502', '事业单位离退休', '1.76', '1.39'), // 2080505 has no budget: 208 stays open
  {
    doc: 'a',
    source: 'narrative',
    code: '201',
    name: '一般公共服务支出',
    stage: 'prior_final',
    amount: '9',
    derived: true,
  },
  ...(['initial_budget', 'adjusted_budget', 'final'] as const).map((stage, i): HandFact => ({
    doc: 'a',
    source: 'performance',
    classification: 'project',
    name: '部门整体支出',
    stage,
    level: null,
    fund: 'all',
    amount: ['317.05', '147.34', '147.34'][i]!,
  })),
  {
    doc: 'a',
    source: 'performance',
    classification: 'project',
    name: '部门整体支出',
    stage: 'adjusted_budget',
    level: null,
    fund: 'all',
    amount: '200.00',
    note: 'printed 预算总额; repeats nothing',
  },
  // 乙 2023, 元 against 万元
  { doc: 'b', name: '合计', amount: '1,910,027.68' },
  { doc: 'b', code: '201', name: '一般公共服务支出', amount: '1,758,799.84' },
  { doc: 'b', code: '208', name: '社会保障和就业支出', amount: '151,227.84' },
  { doc: 'b', form: '03', fund: 'all', name: '合计', amount: '1,910,027.68' },
  ...narrative('b', null, '合计', '194.84', '191.00'),
  ...narrative('b', '201', '一般公共服务支出', '180.58', '175.88'), // 0.16 元 apart: rounding
  ...narrative('b', '208', '社会保障和就业支出', '14.26', '15.13'), // 72.16 元 apart: more than rounding
  // 丙 2024, a whole department with its budget document
  { doc: 'c', name: '合计', amount: '900.00' },
  { doc: 'c', code: '201', name: '一般公共服务支出', amount: '900.00' },
  { doc: 'c', form: '01', fund: 'all', name: '本年支出合计', amount: '950.00' },
  {
    doc: 'c',
    source: 'performance',
    classification: 'project',
    name: '部门整体支出',
    stage: 'adjusted_budget',
    level: null,
    fund: 'all',
    amount: '990',
  },
  {
    doc: 'c-budget',
    source: 'budget_form',
    form: 'B05',
    name: '合计',
    stage: 'initial_budget',
    amount: '1000.00',
  },
  {
    doc: 'c-budget',
    source: 'budget_form',
    form: 'B05',
    code: '201',
    name: '一般公共服务支出',
    stage: 'initial_budget',
    amount: '1000.00',
  },
  // Forms B04 and B06 print the same fund: neither is added, nor taken for B05.
  {
    doc: 'c-budget',
    source: 'budget_form',
    form: 'B06',
    name: '合计',
    stage: 'initial_budget',
    amount: '700.00',
  },
  {
    doc: 'c-budget',
    source: 'budget_form',
    form: 'B04',
    code: '201',
    name: '一般公共服务支出',
    stage: 'initial_budget',
    amount: '1000.00',
  },
];

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  await loadHandMade(
    engine,
    [
      { doc: 'a', region: '某区', department: '甲', year: 2023, unit: '万元' },
      { doc: 'b', region: '某市', department: '乙', year: 2023 },
      { doc: 'c', region: '某市', department: '丙', year: 2024, scope: 'department' },
      { doc: 'c-budget', region: '某市', department: '丙', year: 2024, scope: 'department', kind: 'budget' },
    ],
    FACTS,
    [
      { doc: 'a', code: '2010399', budget: true, reason: '未及时支付项目款' },
      { doc: 'a', code: '201', reason: '与上年比较的原因' }, // no budget: another section
      { doc: 'b', code: '201', budget: true, reason: '压减办公经费' },
    ],
  );
});
afterAll(() => engine.close());

const percent = (rate: Decimal | null | undefined) => rate?.times(100).toFixed(2);
const row = (model: ExecutionModel, department: string) =>
  model.rows.find((r) => r.department === department)!;

describe('execution from the engine', () => {
  it('reads final accounts, one row each, sorted by the rate of their 合计', async () => {
    const model = await runExecution(engine, DEFAULT_EXECUTION);
    expect(model.rows.map((r) => [r.department, r.fiscal_year, percent(r.total.rate)])).toEqual([
      ['甲', 2023, '46.47'], // 147.34 ÷ 317.05
      ['丙', 2024, '90.00'],
      ['乙', 2023, '98.03'], // 191.002768 ÷ 194.84
    ]);
    expect(model.columns.map((c) => c.code)).toEqual(['201', '208']);
  });

  it('sums the 项 of 201 to 295.09 and leaves 208 open, whose 项 have not all a budget', async () => {
    const { cells } = row(await runExecution(engine, DEFAULT_EXECUTION), '甲');
    expect(cells[0]).toMatchObject({ budget: 295_090_000n, budgetSource: 'sum_of_items', items: 2 });
    expect(percent(cells[0]?.rate)).toBe('46.27');
    expect(cells[1]).toMatchObject({
      state: 'missing_budget',
      missing: 'items_incomplete',
      final: 10_810_000n,
    });
  });

  it('finds where text and form disagree, and forgives rounding alone', async () => {
    const model = await runExecution(engine, DEFAULT_EXECUTION);
    expect(row(model, '甲').cells[0]?.disagreements).toEqual([
      { code: '2010350', name: '事业运行', form: 131_530_000n, narrative: 136_530_000n },
    ]);
    expect(row(model, '乙').cells[0]?.disagreements).toEqual([]);
    expect(row(model, '乙').cells[1]?.disagreements).toHaveLength(1);
    expect(row(model, '乙').total.disagreements).toEqual([]); // 1 910 027.68 against 191.00: 27.68 元
  });

  it('gives the reasons of the section on the initial budget', async () => {
    const model = await runExecution(engine, DEFAULT_EXECUTION);
    expect(row(model, '甲').cells[0]?.reasons.map((r) => [r.code, r.text])).toEqual([
      ['2010399', '未及时支付项目款'],
    ]);
    expect(row(model, '乙').cells[0]?.reasons.map((r) => r.text)).toEqual(['压减办公经费']);
  });

  it('uses the budget document of the same body, year and scope', async () => {
    const c = row(await runExecution(engine, DEFAULT_EXECUTION), '丙');
    expect(c.cells[0]).toMatchObject({ budget: 100_000n, budgetSource: 'budget_document' });
    expect(c.cells[1]?.state).toBe('absent');
  });

  it('takes the adjusted budget from the self-evaluation, unless other funds are in it', async () => {
    const model = await runExecution(engine, { ...DEFAULT_EXECUTION, basis: 'adjusted_budget' });
    const a = row(model, '甲');
    expect(percent(a.total.rate)).toBe('100.00');
    // The figure under its standard name, though another one comes first or last; and the other is told.
    expect(a.doubts).toEqual([{ stage: 'adjusted_budget', taken: 147_340_000n, other: 200_000_000n }]);
    expect(row(model, '丙').total).toMatchObject({ state: 'missing_budget', missing: 'other_funds' });
    expect(row(model, '乙').total).toMatchObject({ state: 'missing_budget', missing: 'not_printed' });
  });

  it('keeps to the filter', async () => {
    const only = async (filter: Partial<typeof NO_FILTER>) =>
      (await runExecution(engine, { ...DEFAULT_EXECUTION, filter: { ...NO_FILTER, ...filter } })).rows.map(
        (r) => r.department,
      );
    expect(await only({ years: [2024] })).toEqual(['丙']);
    expect(await only({ departments: ['甲', '乙'] })).toEqual(['甲', '乙']);
    expect(await only({ regions: ['某市'], scope: 'unit' })).toEqual(['乙']);
    expect(await only({ years: [1999] })).toEqual([]);
  });
});
