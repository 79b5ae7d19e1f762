import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../src/analysis/filter';
import {
  amountOf,
  coordinatesOf,
  DEFAULT_PIVOT,
  runPivot,
  runPivotOptions,
  walk,
  type PivotModel,
  type PivotRequest,
} from '../../src/analysis/pivot';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import { loadTiny, type TinyFact } from './pivot-facts';

const plan = { doc: 'p', source: 'budget_form', stage: 'initial_budget' } as const;
const items = (form: string, fund: string, amounts: readonly [string, bigint][]): TinyFact[] =>
  amounts.map(([code, fen]) => ({
    ...plan,
    form,
    fund,
    code: code === '' ? null : code,
    name: code === '' ? '合计' : `科目${code}`,
    level: code === '' ? 0 : (code.length - 1) / 2,
    fen,
  }));
const economy = (code: string | null, measure: string, fen: bigint): TinyFact => ({
  ...plan,
  form: 'B06',
  classification: code ? 'economy' : 'summary',
  code,
  name: code ?? '合计',
  level: code ? 1 : 0,
  fund: 'general',
  measure,
  fen,
});
const origin = (name: string, fund: string, fen: bigint): TinyFact => ({
  ...plan,
  form: 'B01',
  flow: 'revenue',
  classification: 'origin',
  code: null,
  name,
  level: null,
  fund,
  fen,
});

/** One department, 2024: a final account and a budget whose forms print the same money again and again. */
const FACTS: TinyFact[] = [
  { doc: 'a', form: '03', code: null, name: '合计', level: 0, fund: 'all', fen: 900n },
  { doc: 'a', form: '03', code: '201', name: '一般公共服务支出', level: 1, fund: 'all', fen: 900n },
  {
    doc: 'a',
    form: null,
    stage: 'initial_budget',
    code: '201',
    name: '',
    level: 1,
    fund: 'general',
    fen: 650n,
  },
  ...items('B03', 'all', [
    ['', 1000n],
    ['201', 700n],
    ['20101', 700n],
    ['2010101', 400n],
    ['2010102', 300n],
    ['208', 300n],
  ]),
  ...items('B05', 'general', [
    ['', 800n],
    ['201', 600n],
    ['208', 200n],
  ]),
  ...items('B10', 'fiscal', [
    ['', 850n],
    ['201', 650n],
    ['208', 200n],
  ]),
  economy(null, 'total', 500n),
  economy(null, 'personnel', 350n),
  economy(null, 'office', 150n),
  economy('301', 'total', 350n),
  economy('301', 'personnel', 350n),
  economy('302', 'total', 150n),
  economy('302', 'office', 150n),
  // A heading above the two that follow it.
  origin('财政拨款收入', 'fiscal', 850n),
  origin('一般公共预算财政拨款收入', 'general', 800n),
  origin('政府性基金预算财政拨款收入', 'government_fund', 50n),
  origin('其他收入', 'all', 150n),
];

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  const body = { region: '某市', department: '甲', year: 2024, scope: 'department' } as const;
  await loadTiny(
    engine,
    [
      { doc: 'a', ...body, forms: '03,05' },
      { doc: 'p', ...body, forms: 'B01,B03,B05,B06,B10', kind: 'budget' },
      { doc: 'u', ...body, scope: 'unit', forms: 'B03', kind: 'budget' },
    ],
    [...FACTS, ...FACTS.filter((f) => f.form === 'B03').map((f) => ({ ...f, doc: 'u', fen: 7n }))],
  );
});
afterAll(() => engine.close());

const DEPARTMENT = { ...NO_FILTER, scope: 'department' } as const;
const pivot = (change: Partial<PivotRequest>) =>
  runPivot(engine, { ...DEFAULT_PIVOT, filter: DEPARTMENT, columns: 'year', ...change });
const rows = (model: PivotModel) =>
  [...(model.total ? [model.total] : []), ...walk(model.roots)].map((node) => [
    node.key,
    amountOf(node, model.columns[0]!.id),
  ]);

describe('budget forms', () => {
  it('are read one at a time: what several print is counted once', async () => {
    expect(rows(await pivot({ basis: 'B03' }))).toEqual([
      ['', 1000n],
      ['201', 700n],
      ['20101', 700n],
      ['2010101', 400n],
      ['2010102', 300n],
      ['208', 300n],
    ]);
    expect(rows(await pivot({ basis: 'B05' }))[0]).toEqual(['', 800n]);
    expect(rows(await pivot({ basis: 'B10' }))[0]).toEqual(['', 850n]);
  });

  it('stay out of the final account, and the final account out of them', async () => {
    expect(rows(await pivot({ basis: '03' }))).toEqual([
      ['', 900n],
      ['201', 900n],
    ]);
    // 年初预算 of form 05 is what the narrative says, not what the budget document prints.
    expect(rows(await pivot({ basis: '05', stage: 'initial_budget' }))).toContainEqual(['201', 650n]);
  });

  it('of 部门 and 单位 are never one column', async () => {
    const both = await pivot({ basis: 'B03', filter: NO_FILTER });
    expect(both.columns.map(({ scope, doc_ids }) => [scope, doc_ids])).toEqual([
      ['department', ['p']],
      ['unit', ['u']],
    ]);
    expect(both.columns.map(({ id }) => amountOf(both.total!, id))).toEqual([1000n, 7n]);
  });

  it('leave the heading above the origins out of their sum', async () => {
    const model = await pivot({ basis: 'B01' });
    expect(rows(model)).toEqual([
      ['', 1000n],
      ['一般公共预算财政拨款收入', 800n],
      ['政府性基金预算财政拨款收入', 50n],
      ['其他收入', 150n],
    ]);
    expect(model.total?.cells.get(model.columns[0]!.id)?.marks).toMatchObject([{ kind: 'computed' }]);
  });

  it('have columns and a stage of their own', async () => {
    expect(rows(await pivot({ basis: 'B06', measure: 'office' }))).toContainEqual(['', 150n]);
    const options = await runPivotOptions(engine, { filter: DEPARTMENT });
    expect(options.B06).toEqual({
      filled: true,
      stages: ['initial_budget'],
      measures: { initial_budget: ['total', 'personnel', 'office'] },
    });
    expect(options.B07.filled).toBe(false);
    expect(options['03'].stages).toEqual(['final']);
  });

  it('are shown in the drawer by their form', async () => {
    const request = { ...DEFAULT_PIVOT, filter: DEPARTMENT, columns: 'year', basis: 'B05' } as const;
    const model = await runPivot(engine, request);
    expect(coordinatesOf(request, { node: model.roots[0]!, column: model.columns[0]! })).toMatchObject({
      doc_ids: ['p'],
      source: 'budget_form',
      form: 'B05',
      stage: 'initial_budget',
      subject_code: '201',
    });
  });
});
