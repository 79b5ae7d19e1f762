import { describe, expect, it } from 'vitest';
import { cellEvidence } from '../../src/analysis/execution';
import { budgetLine, CENT, change, document, initial, percent, rows, SIMPLE, wan } from './execution-rows';

// SIMPLE, 甲 2023: 201 narrative budget 100, final 80; 208 budget 50, final 60; total 150, final 140.
const B05 = [budgetLine('', '150'), budgetLine('201', '100'), budgetLine('208', '50')];
const withBudget = (...lines: typeof B05) => ({ ...SIMPLE, budgetDocuments: lines });

describe('年初预算 of a department’s own budget document', () => {
  it('is taken, never added to what the final account says, and agrees silently', () => {
    const [row] = initial(withBudget(...B05)).rows;
    expect(row?.budget_doc_id).toBe('b');
    expect(row?.total).toMatchObject({ budget: wan('150'), budgetSource: 'budget_document' });
    expect([...row!.cells, row!.total].map((cell) => cell.budgetConflict)).toEqual([null, null, null]);
    expect(percent(row?.total.rate)).toBe('93.33'); // 140 ÷ 150
  });

  it('wins over the narrative, and both are told where they differ', () => {
    const [row] = initial(withBudget(budgetLine('', '170'), budgetLine('201', '120'), B05[2]!)).rows;
    expect(row?.cells[0]).toMatchObject({
      budget: wan('120'),
      budgetConflict: { document: wan('120'), account: wan('100') },
    });
    expect(row?.cells[1]?.budgetConflict).toBeNull();
    expect(row?.total.budgetConflict).toEqual({ document: wan('170'), account: wan('150') });
  });

  it('forgives a budget in 元 half the last place of a narrative in 万元, and no more', () => {
    const near = budgetLine('201', null, { initial: wan('100') + 5_000n, resolution: 1n });
    expect(initial(withBudget(near)).rows[0]?.cells[0]?.budgetConflict).toBeNull();
    const far = budgetLine('201', null, { initial: wan('100') + 5_001n, resolution: 1n });
    expect(initial(withBudget(far)).rows[0]?.cells[0]?.budgetConflict).not.toBeNull();
  });

  it('in the same unit must be the same to the last place', () => {
    const off = budgetLine('201', null, { initial: wan('100') + CENT });
    expect(initial(withBudget(off)).rows[0]?.cells[0]?.budgetConflict).not.toBeNull();
  });

  it('does not list a subject that the final account gives a budget: that one stands, and is told', () => {
    const [row] = initial(withBudget(budgetLine('', '150'), budgetLine('201', '100'))).rows;
    expect(row?.cells[1]).toMatchObject({
      budget: wan('50'),
      budgetSource: 'narrative',
      budgetConflict: { document: null, account: wan('50') },
    });
  });

  it('is the sum of its 项 where it prints no class row', () => {
    const items = budgetLine('201', null, { items_initial: wan('100'), items: 3 });
    const [row] = initial(withBudget(items)).rows;
    expect(row?.cells[0]).toMatchObject({ budget: wan('100'), budgetSource: 'budget_items', items: 3 });
  });

  it('fills in where the final account gives none, so that a class without one is new', () => {
    const silent = change(
      change(change(SIMPLE, '', { narrative_initial: null }), '201', {
        narrative_initial: null,
      }),
      '208',
      { narrative_initial: null },
    );
    const [row] = initial({
      ...silent,
      budgetDocuments: [budgetLine('', '100'), budgetLine('201', '100')],
    }).rows;
    expect(row?.cells.map((cell) => cell.state)).toEqual(['rate', 'new']);
  });

  it('of another year, scope or department is not this one’s', () => {
    for (const other of [{ fiscal_year: 2022 }, { scope: 'department' as const }, { department: '乙' }]) {
      const [row] = initial(withBudget(budgetLine('201', '120', other))).rows;
      expect(row?.cells[0]).toMatchObject({ budget: wan('100'), budgetSource: 'narrative' });
    }
  });
});

describe('budgets without a final account', () => {
  it('are named and are no rows: nothing published is not nothing spent', () => {
    const { doc_id: _a, title: _t, ...body } = document('a', '甲', 2023);
    const model = initial({
      ...SIMPLE,
      budgets: [
        { ...body, doc_id: 'b' },
        { ...body, doc_id: 'c', fiscal_year: 2019 },
        { ...body, doc_id: 'd', scope: 'department' },
      ],
    });
    expect(model.rows).toHaveLength(1);
    expect(model.unmatched.map((budget) => budget.doc_id)).toEqual(['c', 'd']);
    expect(initial(rows({ budgets: [{ ...body, doc_id: 'c' }] })).rows).toEqual([]);
  });
});

describe('where the budget is shown', () => {
  it('is form B05 of the budget document', () => {
    const [row] = initial(withBudget(...B05)).rows;
    expect(cellEvidence(row!, row!.cells[0]!, 'initial_budget', '')?.parts[1]?.at).toMatchObject({
      doc_ids: ['b'],
      source: 'budget_form',
      form: 'B05',
      stage: 'initial_budget',
      subject_code: '201',
    });
  });
});
