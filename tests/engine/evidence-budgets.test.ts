import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runEvidence, type Coordinates } from '../../src/analysis/evidence';
import type { Engine } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import { loadEvidenceTables, type FactGiven } from '../support/evidence-tables';

/** 万元 with two places → 分. */
const wan = (text: string) => BigInt(text.replace('.', '')) * 10_000n;
const budget = { doc_id: 'plan', source: 'budget_form', form: 'B05', stage: 'initial_budget' } as const;
const narrative = { source: 'narrative', form: null, stage: 'initial_budget' } as const;
const total: FactGiven = {
  classification: 'summary',
  subject_code: null,
  subject_name: '合计',
  subject_level: 0,
};
const education = { subject_code: '205', subject_name: '教育支出' } as const;

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  await loadEvidenceTables(engine, [
    // The final account of 2023 and the same department's budget document.
    { amount_fen: wan('136.53') },
    { ...narrative, amount_fen: wan('211.44') },
    { ...narrative, ...education, amount_fen: wan('7.00') },
    { ...narrative, ...total, amount_fen: wan('218.44') },
    { ...budget, amount_fen: wan('200.00') },
    { ...budget, ...education, amount_fen: wan('7.00') },
    { ...budget, ...total, amount_fen: wan('207.00') },
    { ...budget, ...total, measure: 'basic', amount_fen: wan('120.00') },
    // B04 says the class again; B06's 合计 is 基本支出 alone.
    { ...budget, form: 'B04', amount_fen: wan('200.00') },
    { ...budget, ...total, form: 'B06', amount_fen: wan('120.00') },
    // 机关运行经费 by the subjects of B06 is another quantity.
    { ...budget, form: 'B06', classification: 'economy', subject_code: '30201', amount_fen: wan('9.00') },
    { ...budget, form: 'B12', classification: 'economy', subject_code: '30201', amount_fen: wan('8.00') },
    // The same body's single unit, and its budget of another year.
    { ...budget, doc_id: 'unit', scope: 'department', amount_fen: wan('999.00') },
    { ...budget, doc_id: 'next', fiscal_year: 2024, amount_fen: wan('888.00') },
  ]);
});
afterAll(() => engine.close());

const planned = (more: Coordinates) =>
  runEvidence(engine, {
    title: '',
    show: 'amount',
    parts: [
      {
        term: 'initial_budget',
        at: { doc_ids: ['plan'], form: 'B05', measure: 'total', stage: 'initial_budget', ...more },
      },
    ],
  });

describe('年初预算 of a budget document', () => {
  test('is shown with its form, and contradicted by the final account of the same body and year', async () => {
    const model = await planned({ subject_code: '201' });
    expect(model.figure).toEqual({ kind: 'amount', amount: wan('200.00') });
    expect(model.parts[0]?.facts.map((fact) => [fact.source, fact.form])).toEqual([['budget_form', 'B05']]);
    expect(model.conflicts.map(({ other, difference }) => [other.doc_id, other.source, difference])).toEqual([
      ['a', 'narrative', wan('11.44')],
    ]);
  });

  test('is confirmed by the form that says it again and by a final account with the same figure', async () => {
    const class201 = await planned({ subject_code: '201' });
    expect(class201.confirmations.map((fact) => fact.form)).toEqual(['B04']);
    const class205 = await planned({ subject_code: '205' });
    expect(class205.conflicts).toEqual([]);
    expect(class205.confirmations.map((fact) => [fact.doc_id, fact.source])).toEqual([['a', 'narrative']]);
  });

  test('合计 of form B06 is 基本支出, not all of form B05', async () => {
    const all = await planned({ classification: 'summary', subject_name: '合计' });
    expect(all.conflicts.map(({ other }) => other.doc_id)).toEqual(['a']);
    const basic = await planned({ classification: 'summary', subject_name: '合计', measure: 'basic' });
    expect(basic.conflicts).toEqual([]);
    expect(basic.confirmations.map((fact) => fact.form)).toEqual(['B06']);
  });

  test('机关运行经费 by subjects does not contradict basic expenditure by subjects', async () => {
    const model = await planned({ form: 'B06', subject_code: '30201' });
    expect([...model.conflicts, ...model.confirmations]).toEqual([]);
  });
});
