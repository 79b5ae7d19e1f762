import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_CHANGE, runChange } from '../../src/analysis/change';
import { runCoverage } from '../../src/analysis/coverage';
import { runEvidence, type EvidenceRequest } from '../../src/analysis/evidence';
import { DEFAULT_EXECUTION, runExecution } from '../../src/analysis/execution';
import { filterSql, NO_FILTER, type Filter } from '../../src/analysis/filter';
import { amountAt, pivotOf } from '../support/pivot-figures';
import { runReconciled } from '../../src/analysis/reconciled';
import { runThreePublic } from '../../src/analysis/three-public';
import { checkTogether, fillFactStates, loadCheckInputs } from '../../src/checks';
import type { Engine, Query } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import { form, loadSheets, wan, type Sheet } from './change-data';
import { nativeEngine } from './support';

/**
 * Two departments, 万元. 甲局 2023 prints 事业运行 as 54.00: 款 and class hold, 45.00 + 15.00 = 60.00, and form 03
 * prints 45.00 too. 乙局 is right.
 */
function sheet(department: string, doubtful: string): Sheet {
  const row = (id: string, code: string | null, name: string, printed: string) =>
    form(id, code, name, printed, id === '03' ? { fund: 'all' } : {});
  const rows = (id: string, item: string) => [
    row(id, null, '合计', '80.00'),
    row(id, '201', '一般公共服务支出', '60.00'),
    row(id, '20103', '政府办公厅（室）及相关机构事务', '60.00'),
    row(id, '2010350', '事业运行', item),
    row(id, '2010399', '其他政府办公厅（室）及相关机构事务支出', '15.00'),
    row(id, '208', '社会保障和就业支出', '20.00'),
  ];
  return {
    doc_id: `${department}-2023`,
    department,
    year: 2023,
    unit: '万元',
    facts: [...rows('05', doubtful), ...rows('03', '45.00')],
    indicators: [{ code: 'vehicles_kept', value: '2' }],
  };
}
const SHEETS = [sheet('甲局', '54.00'), sheet('乙局', '45.00')];

async function check(engine: Engine): Promise<void> {
  const inputs = await loadCheckInputs(engine);
  const states = checkTogether(inputs, new Set(inputs.map(({ document }) => document.doc_id)));
  await engine.install('fact_states', (session) =>
    fillFactStates(
      session,
      states.map(({ facts }) => facts),
    ),
  );
}

let wasm: Engine;
let native: Engine;
beforeAll(async () => {
  [wasm, native] = await Promise.all([createNodeEngine(), nativeEngine()]);
  for (const engine of [wasm, native]) await loadSheets(engine, SHEETS);
});
afterAll(() => Promise.all([wasm.close(), native.close()]));

const SOUND: Filter = { ...NO_FILTER, leave_conflicts: true };
const items = (filter: Filter): Query => {
  const { sql, params } = filterSql(filter);
  return {
    sql: `SELECT CAST(sum(amount_fen) AS BIGINT) AS amount, count(*) AS facts FROM facts
WHERE form = '05' AND subject_level = 3 AND ${sql}`,
    params,
  };
};
const both = async (query: Query) => {
  const [a, b] = await Promise.all([wasm.query(query), native.query(query)]);
  expect(a).toEqual(b);
  return a;
};
const ITEM: EvidenceRequest = {
  title: '事业运行',
  show: 'amount',
  parts: [{ term: 'final', at: { years: [2023], form: '05', subject_code: '2010350', stage: 'final' } }],
};

describe('before the check', () => {
  it('there are no states, and nothing is left out', async () => {
    expect(await both({ sql: 'SELECT count(*) AS n FROM fact_states' })).toEqual([{ n: 0n }]);
    // 54 + 15 + 45 + 15
    expect(await both(items(SOUND))).toEqual([{ amount: wan('129.00'), facts: 4n }]);
  });
});

describe('after the check', () => {
  beforeAll(async () => {
    await check(wasm);
    await check(native);
  });

  it('every fact has its state', async () => {
    expect(
      await both({
        sql: `SELECT doc_id, fact_id, state FROM fact_states WHERE state NOT IN ('exact', 'rounding')
ORDER BY doc_id, fact_id`,
      }),
    ).toEqual([
      // Its sum fails by the fault of the one beside it. In 03 the three hold, 45 + 15 = 60.
      { doc_id: '甲局-2023', fact_id: '05-003', state: 'conflict' },
      { doc_id: '甲局-2023', fact_id: '05-004', state: 'unchecked' },
    ]);
    expect(await both({ sql: 'SELECT count(*) AS n FROM fact_states' })).toEqual([{ n: 24n }]);
  });

  it('a sum without conflicts is less by exactly what is in conflict', async () => {
    // 15 + 45 + 15: without the 54.00 of 甲局.
    expect(await both(items(SOUND))).toEqual([{ amount: wan('75.00'), facts: 3n }]);
    expect(await both(items(NO_FILTER))).toEqual([{ amount: wan('129.00'), facts: 4n }]);
    expect(await both(items({ ...SOUND, departments: ['乙局'] }))).toEqual([
      { amount: wan('60.00'), facts: 2n },
    ]);
    // Documents are never left out.
    const { sql, params } = filterSql(SOUND, 'd');
    expect(await both({ sql: `SELECT count(*) AS n FROM documents AS d WHERE ${sql}`, params })).toEqual([
      { n: 2n },
    ]);
  });

  it('the pivot leaves the cell out, what the document prints above it stays', async () => {
    const amount = async (filter: Filter, ...path: string[]) =>
      amountAt(await pivotOf(wasm, { basis: '05', columns: ['year'], filter }), path);
    expect(await amount(NO_FILTER, '201', '20103', '2010350')).toBe(wan('99.00'));
    expect(await amount(SOUND, '201', '20103', '2010350')).toBe(wan('45.00'));
    expect(await amount(SOUND, '201')).toBe(wan('120.00'));
  });

  it.each([
    ['change', (engine: Engine) => runChange(engine, { ...DEFAULT_CHANGE, filter: SOUND })],
    ['coverage', (engine: Engine) => runCoverage(engine, { filter: SOUND })],
    ['execution', (engine: Engine) => runExecution(engine, { ...DEFAULT_EXECUTION, filter: SOUND })],
    ['three-public', (engine: Engine) => runThreePublic(engine, { filter: SOUND })],
  ])('%s answers without conflicts as native DuckDB does', async (_, run) => {
    expect(await run(wasm)).toEqual(await run(native));
  });

  it('the drawer finds the same figure', async () => {
    const sum = async (sound: boolean) => (await runEvidence(wasm, ITEM, { sound })).figure;
    expect(await sum(false)).toEqual({ kind: 'amount', amount: wan('99.00') });
    expect(await sum(true)).toEqual({ kind: 'amount', amount: wan('45.00') });
  });

  it('the money that reconciles is counted by state, left out or not', async () => {
    // Form 05: 甲 80 + 60 + 60 + 54 + 15 + 20 = 289, of which 54 contradict and 15 are unchecked; 乙 280.
    for (const filter of [NO_FILTER, SOUND]) {
      const { share, ...counts } = await runReconciled(wasm, { filter, of: [{ form: '05' }] });
      expect(counts).toEqual({
        facts: 12,
        conflicts: { facts: 1, amount: wan('54.00') },
        implied: 0,
        unchecked: 1,
      });
      // (289 − 54 − 15 + 280) ÷ 569 = 0.87873…
      expect(share?.toString()).toBe('0.878');
    }
  });

  it('states go with the data, and those of other facts are not mixed up', async () => {
    const engine = await createNodeEngine();
    try {
      await loadSheets(engine, SHEETS);
      await check(engine);
      const [first] = SHEETS;
      // One fact less in 甲局: its letters would belong to other facts.
      await loadSheets(engine, [{ ...first!, facts: first!.facts.slice(1) }, SHEETS[1]!]);
      const count = { sql: 'SELECT count(*) AS n FROM fact_states' };
      expect(await engine.query(count)).toEqual([{ n: 0n }]);
      await engine.run((session) =>
        fillFactStates(session, [
          { doc_id: '甲局-2023', letters: 'cccccccccccc' },
          { doc_id: '乙局-2023', letters: 'eeeeeeeeeeee' },
        ]),
      );
      expect(await engine.query({ sql: 'SELECT DISTINCT doc_id, state FROM fact_states' })).toEqual([
        { doc_id: '乙局-2023', state: 'exact' },
      ]);
    } finally {
      await engine.close();
    }
  });

  it('states come back after the database died', async () => {
    const engine = await createNodeEngine();
    try {
      await loadSheets(engine, SHEETS);
      await check(engine);
      await expect(
        engine.query({ sql: 'SELECT count(*) FROM range(100000000) a, range(100000) b' }, { timeout: 50 }),
      ).rejects.toMatchObject({ kind: 'timeout' });
      expect(await engine.query(items(SOUND))).toEqual([{ amount: wan('75.00'), facts: 3n }]);
    } finally {
      await engine.close();
    }
  });
});
