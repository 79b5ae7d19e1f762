import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runEvidence, type Coordinates, type EvidenceRequest } from '../../src/analysis/evidence';
import type { Engine } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import { loadEvidenceTables } from '../support/evidence-tables';

/** 万元 with two places → 分. */
const wan = (text: string) => BigInt(text.replace('.', '')) * 10_000n;
const item = { subject_level: 3 } as const;
const narrative = { source: 'narrative', form: null, printed_unit: '万元' } as const;
const operating = { subject_code: '2010350', subject_name: '事业运行', ...item } as const;
const other = {
  subject_code: '2010399',
  subject_name: '其他政府办公厅（室）及相关机构事务支出',
  ...item,
} as const;

let engine: Engine;
const evidence = (request: EvidenceRequest) => runEvidence(engine, request);
const at = (more: Coordinates): Coordinates => ({ doc_ids: ['a'], stage: 'final', fund: 'general', ...more });

beforeAll(async () => {
  engine = await createNodeEngine();
  await loadEvidenceTables(
    engine,
    [
      // Form 05: 201 = 131.53 + 5.00, the 合计 row 162.25.
      { amount_fen: wan('136.53'), printed_value: '136.53', line: 300 },
      { ...operating, amount_fen: wan('131.53'), printed_value: '131.53' },
      { ...operating, measure: 'basic', amount_fen: wan('131.53') },
      { ...operating, measure: 'project', amount_fen: 0n },
      { ...other, amount_fen: wan('5.00'), printed_value: '5.00', note: 'code restored from name' },
      {
        subject_code: null,
        subject_name: '合计',
        classification: 'summary',
        subject_level: 0,
        amount_fen: wan('162.25'),
      },
      // The narrative gives the class's figure for 事业运行, and budgets per 项 alone.
      { ...narrative, ...operating, amount_fen: wan('136.53'), quote: '支出决算为 136.53 万元' },
      { ...narrative, ...operating, stage: 'initial_budget', amount_fen: wan('211.44') },
      { ...narrative, ...other, stage: 'initial_budget', amount_fen: wan('83.65') },
      { ...narrative, ...other, amount_fen: wan('5.00') },
      // Said a second time in the narrative: the same quantity, not more money.
      { ...narrative, ...other, stage: 'initial_budget', amount_fen: wan('83.65') },
      // Form 06 and the narrative, by other names and measures.
      {
        form: '06',
        classification: 'summary',
        subject_code: null,
        subject_name: '人员经费合计',
        subject_level: 0,
        amount_fen: wan('120.03'),
      },
      {
        ...narrative,
        classification: 'summary',
        subject_code: null,
        subject_name: '人员经费',
        subject_level: 0,
        measure: 'basic',
        amount_fen: wan('120.04'),
      },
      // A document in 元 beside a narrative in 万元: 1 758 799.84 元 is 175.88 万元.
      { doc_id: 'b', amount_fen: 175_879_984n, resolution_fen: 1n, printed_unit: '元' },
      { ...narrative, doc_id: 'b', amount_fen: wan('175.88') },
      { ...narrative, doc_id: 'b', stage: 'initial_budget', amount_fen: 0n },
    ],
    [
      { subject_code: '2010399', subject_name: '其他', reason: '2023 年度未及时支付项目款', line: 612 },
      {
        subject_code: '2010399',
        subject_name: '其他',
        reason: '2023 年度未及时支付项目款',
        line: 612,
        item: '年初预算',
      },
      { subject_code: '208', subject_name: '社会保障和就业支出', reason: '与此无关', line: 620 },
      { item: '一般公共预算财政拨款支出', reason: '人员调出', change_fen: 1n, line: 500 },
      { item: '一般公共预算财政拨款支出', reason: '压减项目', initial_budget_fen: 1n, line: 510 },
      { item: '收支总计', reason: '另一口径', change_fen: 1n, line: 400 },
    ],
  );
});
afterAll(() => engine.close());

describe('amounts', () => {
  test('one fact with the other columns of its row and its share of the 合计 row', async () => {
    const model = await evidence({
      title: '事业运行',
      show: 'amount',
      parts: [{ term: 'final', at: at({ form: '05', subject_code: '2010350', measure: 'total' }) }],
    });
    expect(model.figure).toEqual({ kind: 'amount', amount: wan('131.53') });
    // 项目支出 is printed 0.00: left out; 基本支出 131.53.
    expect(model.lines).toEqual([{ term: 'basic', amount: wan('131.53') }]);
    // 131.53 ÷ 162.25 = 0.81066…
    expect(model.share?.toFixed(4)).toBe('0.8107');
    expect(model.departments).toEqual(['便民服务中心']);
    expect(model.years).toEqual([2023]);
  });

  test('no fact is no figure, not zero', async () => {
    const model = await evidence({
      title: '',
      show: 'amount',
      parts: [{ term: 'final', at: at({ subject_code: '999' }) }],
    });
    expect(model.figure).toEqual({ kind: 'amount', amount: null });
    expect(model.parts[0]).toMatchObject({ amount: null, facts: [], unlisted: 0 });
  });

  test('a quantity that two sources print is counted once, the form’s figure', async () => {
    const model = await evidence({
      title: '事业运行',
      show: 'amount',
      parts: [{ term: 'final', at: at({ subject_code: '2010350', measure: 'total' }) }],
    });
    expect(model.figure).toEqual({ kind: 'amount', amount: wan('131.53') });
    expect(model.parts[0]?.facts.map((fact) => fact.source)).toEqual(['form']);
    expect(model.conflicts.map(({ other }) => other.source)).toEqual(['narrative']);
  });
});

test('parts of one term are added up', async () => {
  const final = (subject_code: string) => ({
    term: 'final',
    at: at({ form: '05', subject_code, measure: 'total' }),
  });
  const model = await evidence({
    title: '',
    show: 'amount',
    parts: [final('2010350'), final('2010399'), final('999')],
  });
  // 131.53 + 5.00; 999 is not printed.
  expect(model.figure).toEqual({ kind: 'amount', amount: wan('136.53') });
  expect(model.parts).toHaveLength(1);
  expect(model.parts[0]?.facts).toHaveLength(2);
});

describe('ratios', () => {
  test('a class against the 项 budgets of the narrative, repeats counted once', async () => {
    const model = await evidence({
      title: '一般公共服务支出（201）',
      show: 'execution_rate',
      parts: [
        { term: 'final', at: at({ form: '05', subject_code: '201' }) },
        {
          term: 'initial_budget',
          at: at({ source: 'narrative', under: '201', subject_level: 3, stage: 'initial_budget' }),
        },
      ],
    });
    // 211.44 + 83.65 = 295.09; 136.53 ÷ 295.09 = 46.27 %
    expect(model.lines).toEqual([
      { term: 'final', amount: wan('136.53') },
      { term: 'initial_budget', amount: wan('295.09') },
      { term: 'difference', amount: -wan('158.56') },
    ]);
    expect(model.figure.kind === 'ratio' && model.figure.ratio?.times(100).toFixed(2)).toBe('46.27');
    expect(model.parts[1]?.facts).toHaveLength(2);
  });

  test('a zero base gives no ratio and says so', async () => {
    const model = await evidence({
      title: '',
      show: 'execution_rate',
      parts: [
        { term: 'final', at: { doc_ids: ['b'], form: '05', subject_code: '201' } },
        { term: 'initial_budget', at: { doc_ids: ['b'], subject_code: '201', stage: 'initial_budget' } },
      ],
    });
    expect(model.figure).toEqual({ kind: 'ratio', ratio: null, missing: 'zero_base' });
  });
});

describe('other sources of the same quantity', () => {
  test('a narrative that says another amount than the form is a conflict with both figures', async () => {
    const model = await evidence({
      title: '事业运行',
      show: 'amount',
      parts: [{ term: 'final', at: at({ form: '05', subject_code: '2010350', measure: 'total' }) }],
    });
    expect(model.conflicts).toHaveLength(1);
    const [conflict] = model.conflicts;
    expect(conflict?.taken).toMatchObject({ source: 'form', amount_fen: wan('131.53') });
    expect(conflict?.other).toMatchObject({ source: 'narrative', amount_fen: wan('136.53') });
    expect(conflict?.difference).toBe(wan('5.00'));
  });

  test('a class also tells what contradicts in the 项 below it', async () => {
    const model = await evidence({
      title: '一般公共服务支出（201）',
      show: 'amount',
      parts: [{ term: 'final', at: at({ form: '05', subject_code: '201' }) }],
    });
    expect(model.conflicts.map(({ other, difference }) => [other.subject_code, difference])).toEqual([
      ['2010350', wan('5.00')],
    ]);
  });

  test('元 against 万元 within the printed places is rounding', async () => {
    const model = await evidence({
      title: '',
      show: 'amount',
      parts: [{ term: 'final', at: { doc_ids: ['b'], form: '05', subject_code: '201', stage: 'final' } }],
    });
    expect(model.conflicts).toEqual([]);
    expect(model.confirmations.map((fact) => fact.source)).toEqual(['narrative']);
  });

  test('人员经费合计 of form 06 meets 人员经费 of the narrative; in one unit they must be equal', async () => {
    const model = await evidence({
      title: '人员经费',
      show: 'amount',
      parts: [{ term: 'final', at: at({ form: '06', subject_name: '人员经费合计' }) }],
    });
    // 120.03 and 120.04, both in 万元 with two places: one true figure rounds to one print.
    expect(model.confirmations).toEqual([]);
    expect(model.conflicts).toHaveLength(1);
  });
});

test('reasons of a class include those of its 项, each once', async () => {
  const model = await evidence({
    title: '',
    show: 'amount',
    parts: [{ term: 'final', at: at({ form: '05', subject_code: '201' }) }],
  });
  expect(model.reasons.map(({ reason, line }) => [reason, line])).toEqual([
    ['2023 年度未及时支付项目款', 612],
  ]);
});

describe('reasons of the 合计 row', () => {
  const total = { form: '05', subject_name: '合计' } as const;
  const lines = async (show: EvidenceRequest['show']) => {
    const part = { term: 'final', at: at(total) };
    const model = await evidence({ title: '合计', show, parts: show === 'amount' ? [part] : [part, part] });
    return model.reasons.map(({ reason }) => reason);
  };

  test('are those that the narrative gives for the fund’s expenditure', async () => {
    expect(await lines('amount')).toEqual(['人员调出', '压减项目']);
  });
  test('of a change are about last year', async () => {
    expect(await lines('change_rate')).toEqual(['人员调出']);
  });
  test('of execution are about the budget', async () => {
    expect(await lines('execution_rate')).toEqual(['压减项目']);
  });
});
