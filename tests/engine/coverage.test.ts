import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_COVERAGE, runCoverage, type CoverageModel } from '../../src/analysis/coverage';
import { NO_FILTER } from '../../src/analysis/filter';
import type { Engine } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import { BUDGET, FACTS } from './coverage-facts';
import { loadHandMade } from './execution-data';

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  await loadHandMade(
    engine,
    [
      { doc: 'a', region: '某市', department: '甲', year: 2023, forms: '01,02,03,05,06,09', warnings: 2 },
      { doc: 'b', region: '某市', department: '乙', year: 2024, forms: '02,03,04,07', warnings: 1 },
      { doc: 'c', region: '某市', department: '丙', year: 2024, scope: 'department', forms: '01' },
    ],
    FACTS,
    [
      { doc: 'a', change: true, reason: '人员增加' },
      { doc: 'a', change: true },
      { doc: 'b', reason: '调整' },
    ],
  );
});
afterAll(() => engine.close());

const accounts = (model: CoverageModel) => model.kinds.find(({ kind }) => kind === 'final_account')!;
const get = (model: CoverageModel, doc: string) => model.documents.find((d) => d.doc_id === doc)!;

describe('what is loaded', () => {
  it('tells a form with amounts, with zeros alone, without amounts, and without the form', async () => {
    const { forms } = get(await runCoverage(engine, DEFAULT_COVERAGE), 'a');
    expect(forms.map((f) => `${f.form} ${f.state} ${f.amounts}`)).toEqual([
      '01 data 4',
      '02 empty 0',
      '03 data 7',
      '04 absent 0',
      '05 data 1',
      '06 zero 1',
      '07 absent 0',
      '08 absent 0',
      '09 data 2',
    ]);
  });

  it('counts amounts by source, and those implied among them', async () => {
    const model = await runCoverage(engine, DEFAULT_COVERAGE);
    expect(get(model, 'a').amounts).toEqual({
      total: 18,
      form: 15,
      narrative: 2,
      performance: 1,
      derived: 1,
    });
    expect([model.amounts, model.derived, model.warnings]).toEqual([26, 1, 3]);
  });

  it('takes the key totals from the form they belong to, else from the next best place', async () => {
    const model = await runCoverage(engine, DEFAULT_COVERAGE);
    const totals = (doc: string) =>
      Object.values(get(model, doc).totals).map((t) => [t.key, t.amount, t.form, t.source, t.subject_name]);
    expect(totals('a')).toEqual([
      ['expenditure', 24_000n, '01', 'form', '本年支出合计'],
      ['general', 23_000n, '05', 'form', '合计'],
      ['revenue', 25_000n, '01', 'form', '本年收入合计'],
      ['three_public', 500n, '09', 'form', '合计'],
    ]);
    expect(totals('b')).toEqual([
      ['expenditure', 11_000n, '03', 'form', '合计'],
      ['general', 9_000n, '04', 'form', '本年支出合计'],
      ['revenue', 10_000n, '02', 'form', '合计'],
      ['three_public', 150n, '', 'narrative', '合计'],
    ]);
  });

  it('tells where another place contradicts a total, beyond rounding', async () => {
    const model = await runCoverage(engine, DEFAULT_COVERAGE);
    const contradicted = (doc: string) =>
      Object.values(get(model, doc).totals).flatMap((total) => (total.contradicted ? [total.key] : []));
    expect(contradicted('a')).toEqual(['three_public']); // 5.00 in form 09, 5.55 in the narrative
    expect(contradicted('b')).toEqual([]);
  });

  it('adds totals within one scope and says how many documents have them', async () => {
    const { scopes } = accounts(await runCoverage(engine, DEFAULT_COVERAGE));
    expect(scopes.map((s) => [s.scope, s.documents])).toEqual([
      ['department', 1],
      ['unit', 2],
    ]);
    expect(scopes[1]?.totals).toEqual({
      revenue: { amount: 35_000n, documents: 2 },
      expenditure: { amount: 35_000n, documents: 2 },
      general: { amount: 32_000n, documents: 2 },
      three_public: { amount: 650n, documents: 2 },
    });
    expect(scopes[0]?.totals.revenue).toEqual({ amount: 0n, documents: 0 });
  });

  it('splits expenditure by class from form 03, from form 01 without it; largest document first', async () => {
    const { classes } = accounts(await runCoverage(engine, DEFAULT_COVERAGE));
    expect(
      classes.map((s) => [s.document.doc_id, s.parts.map((p) => [p.key, p.share?.times(100).toFixed(1)])]),
    ).toEqual([
      [
        'a',
        [
          ['201', '75.0'],
          ['208', '25.0'],
        ],
      ],
      ['b', [['201', '100.0']]],
      ['c', [['212', '100.0']]], // the printed zero of 202 is no part
    ]);
  });

  it('splits expenditure into basic and project; a document without form 03 is left out', async () => {
    const { measures } = accounts(await runCoverage(engine, DEFAULT_COVERAGE));
    expect(measures.map((s) => [s.document.doc_id, s.parts.map((p) => [p.key, p.amount])])).toEqual([
      [
        'a',
        [
          ['basic', 20_000n],
          ['project', 4_000n],
        ],
      ],
    ]);
  });

  it('counts subjects, comparisons and reasons', async () => {
    const model = await runCoverage(engine, DEFAULT_COVERAGE);
    expect(model.subjects).toEqual({ functional: 4, economic: 0 }); // 201 20103 208 212; 301 is zero
    expect([model.changes, model.reasons]).toEqual([2, 2]);
    expect(await runCoverage(engine, { filter: { ...NO_FILTER, years: [2024] } })).toMatchObject({
      changes: 0,
      reasons: 1,
      years: [2024],
    });
  });

  it('is empty, not broken, where nothing matches', async () => {
    const model = await runCoverage(engine, { filter: { ...NO_FILTER, departments: ['丁'] } });
    expect(model).toMatchObject({
      years: [],
      departments: [],
      documents: [],
      amounts: 0,
      kinds: [],
    });
  });
});

describe('a budget beside final accounts', () => {
  let mixed: Engine;
  beforeAll(async () => {
    mixed = await createNodeEngine();
    await loadHandMade(
      mixed,
      [
        { doc: 'a', region: '某市', department: '甲', year: 2023, forms: '01,02,03,05,06,09' },
        {
          doc: 'p',
          region: '某市',
          department: '丁',
          year: 2024,
          kind: 'budget',
          forms: 'B01,B03,B05,B06,B09',
        },
      ],
      [...FACTS.filter((fact) => fact.doc === 'a'), ...BUDGET],
    );
  });
  afterAll(() => mixed.close());

  it('has its own forms, totals and structure', async () => {
    const model = await runCoverage(mixed, DEFAULT_COVERAGE);
    expect(model.kinds.map(({ kind, documents }) => [kind, documents.length])).toEqual([
      ['final_account', 1],
      ['budget', 1],
    ]);
    const marks = get(model, 'p').forms.map(({ form, state }) => `${form} ${state}`);
    expect(marks.slice(0, 4)).toEqual(['B01 data', 'B02 absent', 'B03 data', 'B04 absent']);
    expect(marks).toHaveLength(9); // B10–B12 are published by some regions alone
    const figures = model.kinds[1]!;
    expect(figures.scopes[0]?.totals).toEqual({
      revenue: { amount: 90_000n, documents: 1 },
      expenditure: { amount: 90_000n, documents: 1 },
      general: { amount: 70_000n, documents: 1 },
      three_public: { amount: 300n, documents: 1 },
    });
    expect(figures.classes.map((s) => [s.form, s.total])).toEqual([['B01', 88_000n]]);
    expect(figures.measures[0]?.parts.map((part) => [part.key, part.amount])).toEqual([
      ['basic', 60_000n],
      ['carry_forward', 28_000n],
    ]);
  });

  it('changes no figure of the final accounts', async () => {
    const alone = accounts(await runCoverage(engine, { filter: { ...NO_FILTER, departments: ['甲'] } }));
    const beside = accounts(await runCoverage(mixed, DEFAULT_COVERAGE));
    expect(beside.scopes.map((scope) => scope.totals)).toEqual(alone.scopes.map((scope) => scope.totals));
  });
});
