import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peersOf, runCompare } from '../../src/analysis/compare';
import { figureEvidence, runDepartment, type FigureKey } from '../../src/analysis/department';
import { runEvidence } from '../../src/analysis/evidence';
import { NO_FILTER } from '../../src/analysis/filter';
import { runThreePublic } from '../../src/analysis/three-public';
import type { Engine } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import { form, loadSheets, told, wan, type Given, type Sheet } from './change-data';

const summary = (id: string, name: string, printed: string, more: Partial<Given> = {}) =>
  form(id, null, name, printed, more);
const whole = (
  id: string,
  measure: NonNullable<Given['measure']>,
  printed: string,
  more: Partial<Given> = {},
) => summary(id, '合计', printed, { measure, fund: id === '03' ? 'all' : 'general', ...more });
const budget = { source: 'budget_form', stage: 'initial_budget' } as const;
const initial = (code: string, name: string, printed: string, level: number) =>
  told(form('05', code, name, printed, { stage: 'initial_budget', subject_level: level }), printed);

/** 甲: a final account (2024, with 项 budgets) and a budget (2025) · 乙: budgets of 2024 and 2025 · 丙: another region. */
const SHEETS: Sheet[] = [
  {
    doc_id: 'a-2024',
    department: '甲',
    year: 2024,
    unit: '万元',
    facts: [
      summary('01', '本年收入合计', '120.00', { flow: 'revenue' }),
      summary('01', '本年支出合计', '110.00', { flow: 'expenditure' }),
      whole('03', 'basic', '80.00'),
      whole('03', 'project', '30.00'),
      whole('05', 'total', '100.00'),
      whole('05', 'basic', '80.00'),
      form('05', '201', '一般公共服务支出', '70.00'),
      form('05', '2010301', '行政运行', '60.00', { subject_level: 3 }),
      form('05', '2010302', '一般行政管理事务', '10.00', { subject_level: 3 }),
      form('05', '208', '社会保障和就业支出', '30.00'),
      form('05', '2080505', '养老保险缴费支出', '30.00', { subject_level: 3 }),
      told(whole('05', 'total', '', { stage: 'initial_budget' }), '125.00'),
      initial('2010301', '行政运行', '75.00', 3),
      initial('2010302', '一般行政管理事务', '12.50', 3),
      // 208 has no budget of its 项: its class has none either.
      told(summary('06', '机关运行经费', ''), '20.00'),
      form('09', 'SG', '“三公”经费合计', '4.00'),
      form('09', 'SG', '“三公”经费合计', '5.00', { stage: 'adjusted_budget' }),
    ],
    statements: [
      { item: '年初预算', subject_code: '201', change: wan('-1.00'), reason: '压减支出', line: 7 },
      { item: '收支总计', change: wan('3.00'), reason: '人员增加', line: 3 },
      { item: '会议费', change: 0n, reason: '上年也没有', line: 9 },
    ],
    indicators: [{ code: 'staff_present', value: '10', unit: '人' }],
  },
  ...[2024, 2025].map((year): Sheet => ({
    doc_id: `b-${year}`,
    department: '乙',
    year,
    kind: 'budget',
    forms: 'B01,B03,B05,B09',
    unit: '万元',
    facts: [
      summary('B03', '合计', year === 2024 ? '50.00' : '40.00', { ...budget, fund: 'all' }),
      summary('B05', '合计', year === 2024 ? '50.00' : '40.00', budget),
      form('B05', '201', '一般公共服务支出', year === 2024 ? '45.00' : '30.00', {
        ...budget,
        subject_level: 1,
      }),
      form('B05', '208', '社会保障和就业支出', year === 2024 ? '5.00' : '10.00', {
        ...budget,
        subject_level: 1,
      }),
    ],
  })),
  {
    doc_id: 'c-2024',
    department: '丙',
    region: '某县',
    year: 2024,
    unit: '元',
    facts: [
      summary('01', '本年支出合计', '10,000.00', { flow: 'expenditure' }),
      whole('05', 'total', '10,000.00'),
      form('05', '201', '一般公共服务支出', '10,000.00'),
      told(form('09', 'SG', '“三公”经费合计', ''), '0.50'),
    ],
  },
];

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  await loadSheets(engine, SHEETS);
});
afterAll(() => engine.close());

const department = (name: string) => runDepartment(engine, { filter: NO_FILTER, name, region: null });

describe('one department', () => {
  it('has each figure from its form, and what is not printed is missing, not 0', async () => {
    const { latest } = await department('甲');
    const amount = (key: FigureKey) => latest!.figures.get(key)?.amount ?? null;
    expect(
      ['income', 'expenditure', 'basic', 'project', 'general', 'general_basic'].map((key) =>
        amount(key as FigureKey),
      ),
    ).toEqual(['120', '110', '80', '30', '100', '80'].map(wan));
    expect(amount('SG')).toBe(wan('4'));
    expect(amount('SG_budget')).toBe(wan('5'));
    expect(amount('organ_operation')).toBe(wan('20'));
    expect(amount('closing')).toBeNull();
    // The narrative where form 09 has none.
    const other = (await department('丙')).latest!.figures.get('SG')!;
    expect(other).toMatchObject({ amount: wan('0.50'), form: null });
  });

  it('sets the classes against their budgets, only where every 项 has one', async () => {
    const { execution } = await department('甲');
    expect(execution.map(({ code, rate, missing }) => [code, rate?.toString() ?? null, missing])).toEqual([
      ['', '0.8', null], // 100 ÷ 125
      ['201', '0.8', null], // 70 ÷ (75 + 12.5)
      ['208', null, 'no_budget'],
    ]);
    const request = figureEvidence(execution[1]!.initial, 'initial_budget', '');
    expect((await runEvidence(engine, request!)).figure).toEqual({ kind: 'amount', amount: wan('87.5') });
  });

  it('compares two years of one stage, the greatest change first', async () => {
    const { changes, sheets } = await department('乙');
    expect(sheets.map(({ document }) => document.fiscal_year)).toEqual([2024, 2025]);
    expect(changes!.lines.map(({ code, change }) => [code, change])).toEqual([
      ['', wan('-10')],
      ['201', wan('-15')],
      ['208', wan('5')],
    ]);
    expect((await department('甲')).changes).toBeNull();
  });

  it('tells stated changes with their reasons, not those of 0', async () => {
    const { stated } = await department('甲');
    expect(stated!.lines.map(({ reason }) => reason)).toEqual(['人员增加', '压减支出']);
  });
});

describe('departments side by side', () => {
  it('takes the newest document of each, the greatest spending first', async () => {
    const model = await runCompare(engine, { filter: NO_FILTER, basis: null });
    expect(model).toMatchObject({
      basis: 'final',
      chosen: 'none',
      available: { final: 2, initial_budget: 1 },
    });
    expect(model.rows.map(({ sheet }) => sheet.document.doc_id)).toEqual(['a-2024', 'c-2024']);
    expect(model.rows[0]!.execution!.rate!.toString()).toBe('0.8');
    expect(model.rows[0]!.sheet.classes.map(({ code }) => code)).toEqual(['201', '208']);
    const planned = await runCompare(engine, { filter: NO_FILTER, basis: 'initial_budget' });
    expect(planned.rows.map(({ sheet }) => sheet.document.doc_id)).toEqual(['b-2025']);
  });

  it('fills up one chosen department, and says who has no such document', async () => {
    const filter = { ...NO_FILTER, departments: ['丙', '乙'] };
    const model = await runCompare(engine, { filter, basis: 'final' });
    expect(model).toMatchObject({ chosen: 'one', without: ['乙'] });
    expect(model.rows.map(({ sheet }) => sheet.document.department)).toEqual(['甲', '丙']);
  });

  it('groups by region and by level, each with itself', async () => {
    const { rows, all } = await runCompare(engine, { filter: NO_FILTER, basis: 'final' });
    const names = (kind: 'all' | 'region' | 'level' | 'picked', picked: string[] = []) =>
      peersOf(rows[1]!, all, { kind, picked }).map(({ sheet }) => sheet.document.department);
    expect(names('all')).toEqual(['甲', '丙']);
    expect(names('region')).toEqual(['丙']);
    expect(names('level')).toEqual(['丙']);
    expect(names('picked', ['甲'])).toEqual(['甲', '丙']);
  });
});

it('weighs “三公” against basic spending and operating funds', async () => {
  const { burdens } = await runThreePublic(engine, { filter: { ...NO_FILTER, years: [2024] } });
  const of = (doc_id: string) => burdens.find(({ sheet }) => sheet.document.doc_id === doc_id)!;
  expect(of('a-2024').basic_share?.toString()).toBe('0.05'); // 4 ÷ 80
  expect(of('a-2024').operation_share?.toString()).toBe('0.2'); // 4 ÷ 20
  expect(of('c-2024')).toMatchObject({ basic_share: null, operation_share: null });
});

it('adds up to the same as a plain sum over the rows', async () => {
  const model = await runCompare(engine, { filter: NO_FILTER, basis: 'final' });
  const printed = SHEETS.filter(({ kind }) => kind !== 'budget').map(({ doc_id, unit, facts }) => {
    const own = facts.filter(
      ({ form: id, subject_level, stage }) => id === '05' && subject_level === 1 && !stage,
    );
    const scale = unit === '万元' ? 1_000_000 : 100;
    const amounts = own.map(({ printed: text }) =>
      BigInt(Math.round(Number(text.replace(/,/g, '')) * scale)),
    );
    return [doc_id, amounts.reduce((sum, amount) => sum + amount, 0n)];
  });
  expect(
    model.rows.map(({ sheet }) => [
      sheet.document.doc_id,
      sheet.classes.reduce((sum, { amount }) => sum + amount, 0n),
    ]),
  ).toEqual(printed);
});
