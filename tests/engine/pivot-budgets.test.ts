import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../src/analysis/filter';
import { markedAt, plainEvidence, runPivotOptions, type PivotRequest } from '../../src/analysis/pivot';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import { amountAt, figureAt, pivotOf, rowsOf } from '../support/pivot-figures';
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
  pivotOf(engine, { filter: DEPARTMENT, columns: ['year'], ...change });

describe('budget forms', () => {
  it('are read one at a time: what several print is counted once', async () => {
    expect(rowsOf(await pivot({ basis: 'B03' }), [2024])).toEqual([
      ['', 1000n],
      ['201', 700n],
      ['20101', 700n],
      ['2010101', 400n],
      ['2010102', 300n],
      ['208', 300n],
    ]);
    expect(amountAt(await pivot({ basis: 'B05' }), [])).toBe(800n);
    expect(amountAt(await pivot({ basis: 'B10' }), [])).toBe(850n);
  });

  it('stay out of the final account, and the final account out of them', async () => {
    expect(rowsOf(await pivot({ basis: '03' }))).toEqual([
      ['', 900n],
      ['201', 900n],
    ]);
  });

  it('come before what the narrative of the account repeats of them', async () => {
    const model = await pivot({ basis: '05', stages: ['initial_budget'] });
    expect(rowsOf(model)).toEqual([
      ['', 800n],
      ['201', 600n],
      ['208', 200n],
    ]);
    // Without the budget document the narrative is all there is: it states 201 alone.
    await engine.execute(`CREATE TABLE kept AS SELECT * FROM facts`);
    await engine.execute(`DELETE FROM facts WHERE source = 'budget_form'`);
    expect(rowsOf(await pivot({ basis: '05', stages: ['initial_budget'] }))).toEqual([
      ['', 650n],
      ['201', 650n],
    ]);
    await engine.execute(`INSERT INTO facts SELECT * FROM kept WHERE source = 'budget_form'`);
  });

  it('stand beside the account of the same department, as amounts, differences and rates', async () => {
    const model = await pivot({ basis: '03', columns: ['stage'], stages: ['initial_budget', 'final'] });
    expect(rowsOf(model, ['initial_budget']).slice(0, 2)).toEqual([
      ['', 1000n],
      ['201', 700n],
    ]);
    expect(amountAt(model, ['201'], ['final'])).toBe(900n);
    // Plans and facts of the same money are not added.
    expect(figureAt(model, ['201'])).toMatchObject({ kind: 'refused', refusal: 'stages' });
  });

  it('of 部门 and 单位 are never one column', async () => {
    const both = await pivot({ basis: 'B03', filter: NO_FILTER });
    expect(both.scopesApart).toBe(true);
    expect([amountAt(both, [], ['department', 2024]), amountAt(both, [], ['unit', 2024])]).toEqual([
      1000n,
      7n,
    ]);
    expect(figureAt(both, [])).toMatchObject({ kind: 'refused', refusal: 'scopes' });
  });

  it('leave the heading above the origins out of their sum', async () => {
    const model = await pivot({ basis: 'B01', rows: ['origin'] });
    expect(rowsOf(model)).toEqual([
      ['', 1000n],
      ['一般公共预算财政拨款收入', 800n],
      ['政府性基金预算财政拨款收入', 50n],
      ['其他收入', 150n],
    ]);
    expect(figureAt(model, []).cell).toMatchObject({ computed: 1 });
  });

  it('have columns and a stage of their own', async () => {
    const model = await pivot({ basis: 'B06', rows: ['economy'], measures: ['office'] });
    expect(amountAt(model, [])).toBe(150n);
    const options = await runPivotOptions(engine, { filter: DEPARTMENT });
    expect(options.B06).toEqual({
      filled: true,
      stages: ['initial_budget'],
      measures: { initial_budget: ['total', 'personnel', 'office'] },
    });
    expect(options.B07.filled).toBe(false);
    expect(options['03'].stages).toEqual(['initial_budget', 'final']);
  });

  it('are shown in the drawer by their form, also as the stage of an account', async () => {
    const own = await pivot({ basis: 'B05' });
    const at = {
      doc_ids: ['p'],
      source: 'budget_form',
      form: 'B05',
      stage: 'initial_budget',
      subject_code: '201',
    };
    expect(plainEvidence(own, figureAt(own, ['201']), 'x')!.parts[0]!.at).toMatchObject(at);
    const planned = await pivot({ basis: '05', stages: ['initial_budget'] });
    expect(plainEvidence(planned, figureAt(planned, ['201']), 'x')!.parts[0]!.at).toMatchObject(at);
    expect(markedAt(own, figureAt(own, ['201']))!.parts[0]!.at).toMatchObject({ form: 'B05' });
  });
});
