import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeEvidence,
  DEFAULT_CHANGE,
  ranked,
  runChange,
  type ChangeModel,
} from '../../src/analysis/change';
import { runEvidence } from '../../src/analysis/evidence';
import { NO_FILTER } from '../../src/analysis/filter';
import type { Engine } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import { form, implied, loadSheets, told, wan, type Sheet } from './change-data';

const total = (printed: string) => form('05', null, '合计', printed);
const personnel = (printed: string) => form('06', null, '人员经费合计', printed);
const personnelTold = (printed: string) =>
  told({ ...personnel(printed), subject_name: '人员经费', measure: 'basic' }, printed);
const operation = { ...form('05', null, '机关运行经费', ''), form: null, source: 'narrative' as const };

/** 甲 has two years; 乙 implies last year; 丙 says nothing of it; 丁 is a whole department, from nothing to something. */
const SHEETS: Sheet[] = [
  {
    doc_id: 'a-2022',
    department: '甲',
    year: 2022,
    unit: '元',
    facts: [
      total('1,000.00'),
      form('05', '201', '一般公共服务支出', '700.00'),
      form('05', '20805', '行政事业单位离退休', '300.00'),
      form('05', '208', '社会保障和就业支出', '300.00'),
      // Last year's 三公 came to 0.
      form('09', 'SG', '“三公”经费合计', '0.00'),
    ],
  },
  {
    doc_id: 'a-2023',
    department: '甲',
    year: 2023,
    unit: '元',
    facts: [
      total('1,250.00'),
      // The sentence implies 900.00; last year's own document, which says 1 000.00, goes first.
      implied(total(''), '0.09', 200n, '较上年决算数增加 350 元'),
      form('05', '201', '一般公共服务支出', '1,000.00'),
      form('05', '20805', '行政事业单位养老支出', '250.00'),
      form('05', '208', '社会保障和就业支出', '250.00'),
      form('05', '213', '农林水支出', '0.00'),
      form('09', 'SG', '“三公”经费合计', '5.00'),
    ],
    statements: [
      {
        item: '一般公共预算财政拨款支出',
        final: 125_000n,
        change: 35_000n,
        prior_final: 90_000n,
        change_rate: '38.8900',
        reason: '项目增加',
      },
      // A detail of a reason is no statement about the item.
      { item: '增减明细', subject_code: '201', change: 1n, reason: '细项' },
    ],
  },
  {
    doc_id: 'b-2023',
    department: '乙',
    year: 2023,
    unit: '元',
    facts: [
      total('68,700.00'),
      told(total(''), '6.87'),
      implied(total(''), '7.42', 20_000n, '较上年决算数减少 0.55 万元'),
      personnel('100,012.34'),
      personnelTold('10.00'),
      implied(
        { ...personnel(''), subject_name: '人员经费', measure: 'basic' },
        '10.00',
        10_000n,
        '较上年持平',
      ),
      told(operation, '0.00'),
    ],
    statements: [
      {
        item: '一般公共预算财政拨款支出',
        final: wan('6.87'),
        change: wan('-0.55'),
        prior_final: wan('7.42'),
        change_rate: '-0.8900',
        reason: '压减开支',
        quote: '较上年决算数减少 0.55 万元,下降 0.89%',
        section: '十',
        line: 172,
      },
    ],
  },
  { doc_id: 'c-2023', department: '丙', year: 2023, unit: '万元', facts: [total('3.00')] },
  {
    doc_id: 'd-2023',
    department: '丁',
    year: 2023,
    scope: 'department',
    unit: '万元',
    facts: [total('9.00'), implied(total(''), '0.00', 20_000n, '较上年增加 9.00 万元')],
    statements: [
      { item: '一般公共预算财政拨款支出', final: wan('9'), change: wan('9'), change_rate: '100.0000' },
    ],
  },
  // The same body and year once more: it is left out.
  { doc_id: 'c-2023-again', department: '丙', year: 2023, unit: '万元', facts: [total('99.00')] },
];

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  await loadSheets(engine, SHEETS);
});
afterAll(() => engine.close());

const run = (request: Partial<typeof DEFAULT_CHANGE> = {}) =>
  runChange(engine, { ...DEFAULT_CHANGE, filter: { ...NO_FILTER, years: [2023] }, ...request });
const of = (model: ChangeModel, doc_id: string, item = 'general') =>
  model.rows.find((row) => row.document.doc_id === doc_id && row.item === item)!;
const percent = (row: { rate: { times(n: number): { toFixed(n: number): string } } | null }) =>
  row.rate?.times(100).toFixed(2) ?? null;

describe('changes from the engine', () => {
  it("takes last year's figure from last year's document, though its year is not asked for", async () => {
    const row = of(await run(), 'a-2023');
    expect(row.prior).toMatchObject({ amount: 100_000n, source: 'document', doc_id: 'a-2022', form: '05' });
    expect(row).toMatchObject({ change: 25_000n, state: 'rate', size: 'up' });
    expect(percent(row)).toBe('25.00');
    expect(row.stated?.reason).toBe('项目增加');
  });

  it('tells where the sentence gives another change than the two documents', async () => {
    // 350 元 said, 1 250 − 1 000 = 250 元 found; the printed 38.89 % fits the sentence's own 350 ÷ 900.
    expect(of(await run(), 'a-2023').findings).toEqual([
      { kind: 'amount', stated: 35_000n, computed: 25_000n, difference: 10_000n },
    ]);
  });

  it('implies it from the sentence otherwise, with its words', async () => {
    const row = of(await run(), 'b-2023');
    expect(row.prior).toMatchObject({
      amount: wan('7.42'),
      source: 'implied',
      quote: '较上年决算数减少 0.55 万元',
    });
    expect(row.change).toBe(wan('-0.55'));
    expect(percent(row)).toBe('-7.41'); // −0.55 ÷ 7.42
    expect(row.findings).toMatchObject([{ kind: 'rate' }]);
    expect(row.findings.map((f) => f.kind === 'rate' && f.computed.times(100).toFixed(2))).toEqual(['-7.41']);
  });

  it('names what is missing, and what has no base', async () => {
    const model = await run();
    expect(of(model, 'c-2023')).toMatchObject({ state: 'no_prior', change: null, rate: null, prior: null });
    expect(of(model, 'd-2023')).toMatchObject({ state: 'zero_base', change: wan('9'), rate: null });
    expect(of(model, 'd-2023').findings).toMatchObject([{ kind: 'zero_base' }]);
    const sg = await run({ item: 'SG' });
    expect(of(sg, 'a-2023', 'SG')).toMatchObject({ state: 'zero_base', change: 500n });
  });

  it('calls a change that rounding can make by its name', async () => {
    // 100 012.34 元 against an implied 10.00 万元: 12.34 元, and the figures are known to 50 元.
    const row = of(await run({ item: 'personnel' }), 'b-2023', 'personnel');
    expect(row).toMatchObject({ change: 1_234n, size: 'rounding', tolerance: 5_001n });
  });

  it('keeps departments and units apart, and leaves out second documents', async () => {
    const model = await run();
    expect(model.spare).toBe(1);
    expect(model.summaries).toMatchObject([
      { scope: 'department', final: wan('9'), prior: 0n, rate: null, counted: 1, up: 1, doubtful: 1 },
      {
        scope: 'unit',
        final: 6_995_000n,
        prior: 7_520_000n,
        counted: 2,
        left_out: 1,
        up: 1,
        down: 1,
        implied: 1,
      },
    ]);
  });

  it('ranks by value, those without one last', async () => {
    const { rows } = await run();
    const ids = (by: 'change' | 'rate') => ranked(rows, by).map((row) => row.document.doc_id);
    expect(ids('change')).toEqual(['d-2023', 'a-2023', 'b-2023', 'c-2023']);
    expect(ids('rate').slice(0, 2)).toEqual(['a-2023', 'b-2023']);
  });

  it('lists the items of one document, and its subjects where both years are loaded', async () => {
    const model = await run({ view: 'items', doc_id: 'a-2023' });
    expect(model.document?.doc_id).toBe('a-2023');
    const subjects = model.rows.filter((row) => row.name !== null);
    expect(subjects.map((row) => [row.item, row.level, row.state, row.change])).toEqual([
      ['201', 0, 'rate', 30_000n],
      ['208', 0, 'rate', -5_000n],
      ['20805', 1, 'rate', -5_000n],
      ['213', 0, 'new', null],
    ]);
    expect(of(model, 'a-2023', '20805').break).toMatchObject({
      kind: 'renamed',
      before: '行政事业单位离退休',
    });
    const alone = await run({ view: 'items', doc_id: 'c-2023' });
    expect(alone.rows.filter((row) => row.name !== null)).toEqual([]);
    expect(of(alone, 'c-2023', 'meetings').state).toBe('nothing');
  });

  it('offers the classes that two years have, and compares one over departments', async () => {
    const model = await run({ item: '208' });
    expect(model.subjects.map((s) => s.code)).toEqual(['201', '208', '213']);
    expect(model.rows.map((row) => [row.document.doc_id, row.change])).toEqual([['a-2023', -5_000n]]);
  });

  it('gives the drawer the same change', async () => {
    const row = of(await run(), 'a-2023');
    const drawer = await runEvidence(engine, changeEvidence(row, 'change', '合计')!);
    expect(drawer.figure).toEqual({ kind: 'amount', amount: 25_000n });
    expect(drawer.years).toEqual([2022, 2023]);
    expect(changeEvidence(of(await run(), 'c-2023'), 'change', '合计')).toMatchObject({ show: 'amount' });
  });

  it('finds nothing where nothing matches', async () => {
    const model = await run({ filter: { ...NO_FILTER, years: [1999] } });
    expect(model).toMatchObject({ rows: [], summaries: [], document: null });
  });
});
