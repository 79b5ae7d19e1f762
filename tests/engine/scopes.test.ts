import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_CHANGE, runChange } from '../../src/analysis/change';
import { DEFAULT_COVERAGE, runCoverage } from '../../src/analysis/coverage';
import { DEFAULT_EXECUTION, runExecution } from '../../src/analysis/execution';
import { NO_FILTER } from '../../src/analysis/filter';

import { amountAt, figureAt, pivotOf } from '../support/pivot-figures';
import { runThreePublic } from '../../src/analysis/three-public';
import type { Scope } from '../../src/domain/facts';
import type { Engine } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import { form, loadSheets, told, wan, type Sheet } from './change-data';

/** 甲局 as 部门, its units included, and as 单位: the same body, the smaller figures are part of the larger. 万元. */
function sheets(scope: Scope, size: number): Sheet[] {
  const printed = (amount: number) => (amount * size).toFixed(2);
  const sum = form('05', null, '合计', printed(1));
  return [2022, 2023].map((year, i): Sheet => ({
    doc_id: `${scope}-${String(year)}`,
    department: '甲局',
    year,
    scope,
    unit: '万元',
    facts: [
      form('05', null, '合计', printed(10 + i)),
      form('05', '201', '一般公共服务支出', printed(10 + i)),
      form('03', null, '合计', printed(12 + i), { fund: 'all' }),
      told(sum, printed(20), { stage: 'initial_budget' }),
      form('09', 'SG', '合计', printed(2), { stage: 'adjusted_budget' }),
      form('09', 'SG', '合计', printed(1)),
    ],
  }));
}

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  await loadSheets(engine, [...sheets('department', 100), ...sheets('unit', 1)]);
});
afterAll(() => engine.close());

const of = (scope: Scope | null) => ({ ...NO_FILTER, scope });

describe.each([
  ['department', '100'],
  ['unit', '1'],
] as const)('%s alone: every sum is its own', (scope, size) => {
  const filter = of(scope);
  const times = (amount: number) => wan((amount * Number(size)).toFixed(2));

  it('year on year', async () => {
    const { summaries } = await runChange(engine, { ...DEFAULT_CHANGE, filter });
    expect(summaries).toMatchObject([{ scope, final: times(11), prior: times(10) }]);
  });

  it('execution', async () => {
    const { summaries } = await runExecution(engine, { ...DEFAULT_EXECUTION, filter });
    expect(summaries).toMatchObject([{ scope, budget: times(40), final: times(21) }]);
  });

  it('“三公”', async () => {
    const { summaries, series } = await runThreePublic(engine, { filter });
    expect(summaries).toMatchObject([{ scope, budget: times(4), final: times(2) }]);
    expect(series.map((row) => row.scope)).toEqual([scope, scope]);
  });

  it('overview', async () => {
    const { kinds } = await runCoverage(engine, { ...DEFAULT_COVERAGE, filter });
    expect(kinds.map(({ scopes }) => scopes.map((s) => [s.scope, s.totals.general.amount]))).toEqual([
      [[scope, times(21)]],
    ]);
  });

  it('pivot', async () => {
    const model = await pivotOf(engine, { filter, columns: ['year'] });
    const [first, second] = model.axes.columns.children.map((year) => amountAt(model, [], [year.member]));
    expect([first, second, amountAt(model, [])]).toEqual([times(12), times(13), times(25)]);
  });
});

describe('both at once stand beside each other', () => {
  it('in every analysis', async () => {
    const filter = of(null);
    const both = ['department', 'unit'];
    const [change, execution, threePublic, coverage, pivot] = await Promise.all([
      runChange(engine, { ...DEFAULT_CHANGE, filter }),
      runExecution(engine, { ...DEFAULT_EXECUTION, filter }),
      runThreePublic(engine, { filter }),
      runCoverage(engine, { ...DEFAULT_COVERAGE, filter }),
      pivotOf(engine, { filter, columns: ['year'] }),
    ]);
    expect(change.summaries.map((s) => [s.scope, s.final])).toEqual([
      ['department', wan('1100.00')],
      ['unit', wan('11.00')],
    ]);
    expect(execution.summaries.map((s) => s.scope)).toEqual(both);
    expect(threePublic.summaries.map((s) => s.scope)).toEqual(both);
    expect(coverage.kinds[0]!.scopes.map((s) => s.scope)).toEqual(both);
    expect(both.map((scope) => [scope, amountAt(pivot, [], [scope])])).toEqual([
      ['department', wan('2500.00')],
      ['unit', wan('25.00')],
    ]);
    expect(figureAt(pivot, [])).toMatchObject({ kind: 'refused', refusal: 'scopes' });
  });
});
