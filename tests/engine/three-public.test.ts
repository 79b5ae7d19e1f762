import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEvidence } from '../../src/analysis/evidence';
import { NO_FILTER, type Filter } from '../../src/analysis/filter';
import {
  isDoubtful,
  runThreePublic,
  threePublicEvidence,
  type ComponentCode,
  type ThreePublicModel,
} from '../../src/analysis/three-public';
import type { Engine } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import { form, implied, loadSheets, told, wan, type Given, type Sheet } from './change-data';

const NAMES: Record<ComponentCode, string> = {
  SG: '“三公”经费合计',
  SG1: '因公出国（境）费',
  SG2: '公务用车购置及运行维护费',
  SG21: '公务用车购置费',
  SG22: '公务用车运行维护费',
  SG3: '公务接待费',
};
const cell = (code: ComponentCode, printed: string, stage: 'adjusted_budget' | 'final' = 'final') =>
  form('09', code, NAMES[code], printed, { stage });
const both = (code: ComponentCode, budget: string, final: string): Given[] => [
  cell(code, budget, 'adjusted_budget'),
  cell(code, final),
];
const zeros = (Object.keys(NAMES) as ComponentCode[]).flatMap((code) => both(code, '0.00', '0.00'));

/**
 * 甲 prints 元 with last year implied · 乙's narrative says 0.00 where its form 09 says 0.39 and 0.05 · 丙 prints
 * zeros · 丁 publishes an empty form 09 · 戊 has none · 己 has two years, a blank in the form and a budget of 0.
 */
const SHEETS: Sheet[] = [
  {
    doc_id: 'a',
    department: '甲',
    year: 2023,
    unit: '元',
    facts: [
      ...both('SG', '80,000.00', '22,746.85'),
      ...both('SG2', '30,000.00', '11,066.85'),
      ...both('SG22', '30,000.00', '11,066.85'),
      ...both('SG3', '50,000.00', '11,680.00'),
      told(cell('SG', ''), '2.27'),
      implied(cell('SG', ''), '2.36', 20_000n, '较上年决算数减少 0.09 万元'),
    ],
    statements: [
      {
        item: '“三公”经费',
        subject_code: 'SG',
        adjusted_budget: wan('8'),
        final: wan('2.27'),
        reason: '接待批次较少',
      },
      {
        item: '“三公”经费',
        subject_code: 'SG',
        final: wan('2.27'),
        change: wan('-0.09'),
        reason: '用车费用减少',
      },
      { item: '增减明细', subject_code: 'SG22', change: wan('-1.17'), reason: '平台用车' },
    ],
    indicators: [
      { code: 'vehicles_kept', value: '2', unit: '辆' },
      { code: 'vehicles_bought', value: '0', unit: '辆' },
      { code: 'receptions', value: '8', unit: '批次' },
      { code: 'guests', value: '146', unit: '人' },
      { code: 'trips_abroad', value: '0', unit: '个' },
    ],
  },
  {
    doc_id: 'b',
    department: '乙',
    year: 2023,
    unit: '万元',
    facts: [
      ...both('SG', '0.39', '0.05'),
      ...both('SG3', '0.39', '0.05'),
      told(cell('SG3', '', 'adjusted_budget'), '0.00'),
      told(cell('SG3', ''), '0.00'),
    ],
    indicators: [
      { code: 'receptions', value: '0', unit: '批次' },
      { code: 'guests', value: '0', unit: '人' },
    ],
  },
  { doc_id: 'c', department: '丙', year: 2023, unit: '元', facts: zeros },
  {
    doc_id: 'd',
    department: '丁',
    year: 2024,
    unit: '万元',
    facts: [told(cell('SG', '', 'adjusted_budget'), '0.00'), told(cell('SG', ''), '0.00')],
    statements: [{ item: '“三公”经费', subject_code: 'SG', reason: '财政未保障“三公”经费' }],
  },
  { doc_id: 'e', department: '戊', year: 2023, unit: '元', forms: '01,02,03', facts: [] },
  {
    doc_id: 'f-2022',
    department: '己',
    year: 2022,
    scope: 'department',
    unit: '万元',
    facts: [...both('SG', '9.00', '8.00'), ...both('SG22', '9.00', '8.00')],
  },
  {
    doc_id: 'f-2023',
    department: '己',
    year: 2023,
    scope: 'department',
    unit: '万元',
    facts: [
      ...both('SG', '9.00', '10.00'),
      ...both('SG22', '9.00', '9.50'),
      // 预算 0.00, 决算 0.50
      ...both('SG3', '0.00', '0.50'),
      // The form leaves SG21 blank; the narrative says 0.00.
      told(cell('SG21', ''), '0.00'),
      implied(cell('SG', ''), '7.00', 20_000n, '较上年增加 3.00 万元'),
    ],
    indicators: [{ code: 'vehicles_bought', value: '1', unit: '辆' }],
  },
];

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  await loadSheets(engine, SHEETS);
});
afterAll(() => engine.close());

const run = (filter: Partial<Filter> = {}) => runThreePublic(engine, { filter: { ...NO_FILTER, ...filter } });
const of = (model: ThreePublicModel, doc_id: string) =>
  model.rows.find((row) => row.document.doc_id === doc_id)!;

describe('“三公” from the engine', () => {
  it('sets budget against final, exactly, the greatest spending first', async () => {
    const model = await run({ years: [2023, 2024] });
    expect(model.rows.map((row) => [row.document.doc_id, row.cells.SG.final.taken?.amount ?? null])).toEqual([
      ['f-2023', 10_000_000n],
      ['a', 2_274_685n],
      ['b', 50_000n],
      ['c', 0n],
      ['d', 0n],
      ['e', null],
    ]);
    const { SG } = of(model, 'a').cells;
    expect(SG.budget.taken).toMatchObject({ amount: 8_000_000n, form: '09' });
    expect(SG.control_rate?.times(100).toFixed(2)).toBe('28.43');
  });

  it('tells figures, zeros, an empty form and no form apart', async () => {
    const model = await run({ years: [2023, 2024] });
    expect(Object.fromEntries(model.rows.map((row) => [row.document.doc_id, row.form]))).toEqual({
      a: 'figures',
      b: 'figures',
      c: 'zeros',
      d: 'empty',
      e: 'absent',
      'f-2023': 'figures',
    });
    expect(of(model, 'd')).toMatchObject({ reason: '财政未保障“三公”经费' });
    expect(of(model, 'd').cells.SG.final.taken).toMatchObject({ amount: 0n, form: null });
    expect(of(model, 'e').cells.SG).toMatchObject({ control: 'nothing', control_rate: null });
  });

  it('takes the form where the narrative says otherwise, and keeps both', async () => {
    const { cells, findings } = of(await run(), 'b');
    expect(cells.SG3.budget).toMatchObject({
      conflict: true,
      taken: { amount: 390_000n },
      narrative: { amount: 0n },
    });
    expect(cells.SG3.final).toMatchObject({
      conflict: true,
      taken: { amount: 50_000n },
      narrative: { amount: 0n },
    });
    expect(findings).toEqual([
      { kind: 'money_without_count', component: 'SG3', counts: ['receptions', 'guests'] },
    ]);
    // 22 746.85 元 and 2.27 万元 are one figure.
    expect(of(await run(), 'a').cells.SG.final.conflict).toBe(false);
  });

  it("compares with last year's document, else with what the sentence implies", async () => {
    const model = await run({ years: [2023] });
    expect(of(model, 'f-2023').cells.SG.change).toMatchObject({
      change: 2_000_000n,
      prior: { source: 'document' },
    });
    expect(of(model, 'a').cells.SG.change).toMatchObject({
      change: -85_315n,
      prior: { amount: wan('2.36'), source: 'implied' },
    });
    expect(of(model, 'b').cells.SG.change.state).toBe('no_prior');
  });

  it('names a budget of 0 and takes the narrative for a blank', async () => {
    const { cells, findings } = of(await run({ years: [2023] }), 'f-2023');
    expect(cells.SG3).toMatchObject({ control: 'zero_budget', control_rate: null });
    expect(cells.SG21.final.taken).toMatchObject({ amount: 0n, form: null });
    expect(cells.SG21.control).toBe('no_budget');
    expect(findings).toEqual([
      { kind: 'count_without_money', component: 'SG21', counts: ['vehicles_bought'] },
      { kind: 'money_uncounted', component: 'SG22', counts: ['vehicles_kept'] },
      { kind: 'money_uncounted', component: 'SG3', counts: ['receptions', 'guests'] },
    ]);
  });

  it('says what one costs and which counts are left out', async () => {
    const { costs, uncounted } = of(await run(), 'a');
    expect(costs.guest?.toString()).toBe('8000'); // 11 680 元 ÷ 146
    expect(costs.reception?.toString()).toBe('146000'); // 11 680 元 ÷ 8
    expect(costs.vehicle?.toString()).toBe('553342.5'); // 11 066.85 元 ÷ 2
    expect(uncounted).toEqual(['persons_abroad']);
  });

  it('prefers the reason for the budget, and leaves details out', async () => {
    const { cells } = of(await run(), 'a');
    expect(cells.SG.reason).toBe('接待批次较少');
    expect(cells.SG22.reason).toBeNull();
  });

  it('adds up one scope at a time, of what states both figures', async () => {
    const model = await run({ years: [2023, 2024] });
    expect(model.summaries).toMatchObject([
      { scope: 'department', budget: 9_000_000n, final: 10_000_000n, counted: 1, change: 2_000_000n },
      {
        scope: 'unit',
        budget: 8_390_000n,
        final: 2_324_685n,
        counted: 4,
        left_out: 1,
        prior: 2_360_000n,
        compared: 1,
      },
    ]);
    expect(model.summaries[1]?.control_rate?.times(100).toFixed(2)).toBe('27.71');
    expect(model.rows.filter(isDoubtful).map((row) => row.document.doc_id)).toEqual(['f-2023', 'b']);
  });

  it('gives the drawer the same figures', async () => {
    const { SG } = of(await run(), 'a').cells;
    const rate = await runEvidence(engine, threePublicEvidence(SG, 'control_rate', '“三公”经费')!);
    expect(rate.figure).toMatchObject({ kind: 'ratio', missing: null });
    expect(rate.parts.map((part) => [part.term, part.amount])).toEqual([
      ['final', 2_274_685n],
      ['adjusted_budget', 8_000_000n],
    ]);
    const { SG: none } = of(await run(), 'e').cells;
    expect(threePublicEvidence(none, 'final', '')).toBeNull();
  });
});
