import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeEvidence, DEFAULT_CHANGE, runChange, type ChangeRequest } from '../../src/analysis/change';
import { NO_FILTER } from '../../src/analysis/filter';
import { DEFAULT_THREE_PUBLIC, runThreePublic } from '../../src/analysis/three-public';
import type { Engine } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import { form, loadSheets, wan, type Given, type Sheet } from './change-data';

/** A row of a budget form: 年初预算. */
const plan = (id: string, code: string | null, name: string, printed: string, more: Partial<Given> = {}) =>
  form(id, code, name, printed, { source: 'budget_form', stage: 'initial_budget', ...more });
const sg = (code: string, printed: string) =>
  plan('B09', code, code, printed, {
    classification: 'three_public',
    fund: 'fiscal',
    subject_level: code.length - 2,
  });

const BUDGETS = { forms: 'B01,B05,B06,B09', kind: 'budget', unit: '万元' } as const;
const SHEETS: Sheet[] = [
  {
    doc_id: 'p-2018',
    department: '甲',
    year: 2018,
    ...BUDGETS,
    facts: [
      plan('B05', null, '合计', '100.00'),
      plan('B05', '208', '社会保障和就业支出', '30.00'),
      plan('B05', '20805', '行政事业单位离退休', '30.00'),
      plan('B05', '213', '农林水支出', '70.00'),
      sg('SG', '9.00'),
      sg('SG3', '4.00'),
    ],
  },
  {
    doc_id: 'p-2019',
    department: '甲',
    year: 2019,
    ...BUDGETS,
    facts: [
      plan('B05', null, '合计', '120.00'),
      // Forms B04 and B06 print the same fund: nothing is added.
      plan('B04', '208', '社会保障和就业支出', '45.00'),
      plan('B06', null, '合计', '60.00'),
      plan('B05', '208', '社会保障和就业支出', '45.00'),
      plan('B05', '20805', '行政事业单位离退休', '45.00'),
      plan('B05', '201', '一般公共服务支出', '75.00'),
      sg('SG', '8.00'),
    ],
  },
  // The unit of the same name, and a final account of 2019 whose adjusted budget is another stage.
  {
    doc_id: 'u-2018',
    department: '甲',
    year: 2018,
    scope: 'department',
    ...BUDGETS,
    facts: [plan('B05', null, '合计', '999.00')],
  },
  {
    doc_id: 'a-2019',
    department: '甲',
    year: 2019,
    unit: '万元',
    facts: [
      form('05', null, '合计', '110.00'),
      form('09', 'SG', '合计', '8.50', { stage: 'adjusted_budget' }),
      form('09', 'SG', '合计', '7.00'),
    ],
  },
  {
    doc_id: 'a-2020',
    department: '甲',
    year: 2020,
    unit: '万元',
    facts: [form('05', null, '合计', '130.00'), form('09', 'SG', '合计', '6.00')],
  },
];

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  await loadSheets(engine, SHEETS);
});
afterAll(() => engine.close());

const UNIT = { ...NO_FILTER, scope: 'unit' } as const;
const run = (change: Partial<ChangeRequest>) =>
  runChange(engine, { ...DEFAULT_CHANGE, filter: UNIT, stage: 'initial_budget', ...change });

describe('年初预算 year over year', () => {
  it('compares the budgets of two years, and nothing with a final account', async () => {
    const model = await run({});
    expect(model.rows.map((row) => [row.document.doc_id, row.state, row.change])).toEqual([
      ['p-2018', 'no_prior', null],
      ['p-2019', 'rate', wan('20.00')],
    ]);
    expect(model.summaries).toMatchObject([{ scope: 'unit', final: wan('120.00'), prior: wan('100.00') }]);
  });

  it('leaves the final accounts as they were', async () => {
    const model = await run({ stage: 'final' });
    expect(model.rows.map((row) => [row.document.doc_id, row.final?.amount, row.prior?.amount])).toEqual([
      ['a-2019', wan('110.00'), undefined],
      ['a-2020', wan('130.00'), wan('110.00')],
    ]);
  });

  it('lists the subjects of form B05; one that is not listed is not 0', async () => {
    const model = await run({ view: 'items', doc_id: 'p-2019' });
    expect(
      model.rows.filter((row) => row.name !== null).map((row) => [row.item, row.state, row.change]),
    ).toEqual([
      ['201', 'new', null],
      ['208', 'rate', wan('15.00')],
      ['20805', 'rate', wan('15.00')],
      ['213', 'ended', null],
    ]);
    const sum = model.rows.find((row) => row.item === 'SG');
    expect(sum?.change).toBe(wan('-1.00'));
  });

  it('names its parts for the drawer by their stage', async () => {
    const model = await run({});
    const evidence = changeEvidence(model.rows[1]!, 'change', 't');
    expect(evidence?.parts.map((part) => [part.term, part.at.doc_ids])).toEqual([
      ['initial_budget', ['p-2019']],
      ['prior_budget', ['p-2018']],
    ]);
  });

  it('marks a subject that was renamed between the years', async () => {
    const { subjectBreak } = await import('../../src/analysis/change/subject-break');
    const none = { before: null, now: null };
    expect(subjectBreak('20805', 2020, none)).toEqual({
      kind: 'renamed',
      before: '行政事业单位离退休',
      now: '行政事业单位养老支出',
    });
    expect(subjectBreak('20805', 2019, none)).toBeNull();
    expect(subjectBreak('2080504', 2020, none)).toMatchObject({ kind: 'replaced', code: '2080501' });
  });
});

describe('“三公” over years', () => {
  it('keeps 年初预算, 预算数 and 决算 apart, and says which document is missing', async () => {
    const { series, rows } = await runThreePublic(engine, { ...DEFAULT_THREE_PUBLIC, filter: UNIT });
    expect(rows).toHaveLength(2); // final accounts alone
    expect(
      series.map(({ fiscal_year, budget, account, cells: { SG } }) => [
        fiscal_year,
        budget?.doc_id,
        account?.doc_id,
        SG.initial?.amount,
        SG.adjusted?.amount,
        SG.final?.amount,
      ]),
    ).toEqual([
      [2018, 'p-2018', undefined, wan('9.00'), undefined, undefined],
      [2019, 'p-2019', 'a-2019', wan('8.00'), wan('8.50'), wan('7.00')],
      [2020, undefined, 'a-2020', undefined, undefined, wan('6.00')],
    ]);
  });

  it('never joins 部门 and 单位', async () => {
    const { series } = await runThreePublic(engine, DEFAULT_THREE_PUBLIC);
    expect(
      series
        .filter((row) => row.fiscal_year === 2018)
        .map((row) => row.budget?.doc_id)
        .sort(),
    ).toEqual(['p-2018', 'u-2018']);
  });
});
