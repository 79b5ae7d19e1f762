import { describe, expect, it } from 'vitest';
import {
  DEFAULT_EXECUTION,
  executionMatrix,
  executionModel,
  likenessDistance,
  membersEvidence,
  similarityOrder,
  type ExecutionRequest,
  type Matrix,
} from '../../src/analysis/execution';
import { document, figure, percent, rows, wan } from './execution-rows';

/**
 * 万元. 甲 2023: 201 80 of 100, 208 60 of 50, total 140 of 150. 甲 2024: 201 and total 99 of 110. 乙 2023: 201 190 of
 * 200, 208 5 without a budget, total 195 of 200. 丙 2023 prints no budget: 201 and total 40. 乙 has a budget for 2024.
 */
const DATA = rows({
  documents: [
    document('a23', '甲', 2023),
    document('a24', '甲', 2024),
    document('b23', '乙', 2023),
    document('c23', '丙', 2023),
  ],
  budgets: [{ doc_id: 'b24', region: '某市', department: '乙', scope: 'unit', fiscal_year: 2024 }],
  figures: [
    figure('a23', '', { form_final: wan('140'), narrative_initial: wan('150') }),
    figure('a23', '201', { form_final: wan('80'), narrative_initial: wan('100') }),
    figure('a23', '208', { form_final: wan('60'), narrative_initial: wan('50') }),
    figure('a24', '', { form_final: wan('99'), narrative_initial: wan('110') }),
    figure('a24', '201', { form_final: wan('99'), narrative_initial: wan('110') }),
    figure('b23', '', { form_final: wan('195'), narrative_initial: wan('200') }),
    figure('b23', '201', { form_final: wan('190'), narrative_initial: wan('200') }),
    figure('b23', '208', { form_final: wan('5') }),
    figure('c23', '', { form_final: wan('40') }),
    figure('c23', '201', { form_final: wan('40') }),
  ],
});
const matrix = (given: Partial<ExecutionRequest>): Matrix =>
  executionMatrix(executionModel({ ...DEFAULT_EXECUTION, ...given }, DATA));
const shown = (m: Matrix) =>
  m.rows.map((row, r) => [
    row.kind === 'subject' ? (row.code ?? '合计') : row.name,
    ...m.columns.map((_, c) => {
      const { cell, nothing } = m.at(r, c);
      return percent(cell.rate) ?? nothing ?? cell.state;
    }),
  ]);

describe('department × subject', () => {
  it('has a row a final account and 合计 last, as before', () => {
    const m = matrix({ sort: 'name' });
    expect(m.columns.map((column) => column.key)).toEqual(['201', '208', 'total']);
    expect(shown(m)).toEqual([
      ['丙', 'missing_budget', 'subject', 'missing_budget'], // bing, jia, yi
      ['甲', '80.00', '120.00', '93.33'],
      ['甲', '90.00', 'subject', '90.00'],
      ['乙', '95.00', 'new', '97.50'],
    ]);
  });
});

describe('department × year', () => {
  it('shows one subject over the years, and says why a place is empty', () => {
    const m = matrix({ view: 'department_year', sort: 'name' });
    expect(m.columns.map((column) => [column.key, percent(column.median)])).toEqual([
      ['2023', '95.42'], // (93.33… + 97.5) ÷ 2
      ['2024', '90.00'],
    ]);
    expect(shown(m)).toEqual([
      ['丙', 'missing_budget', 'document'],
      ['甲', '93.33', '90.00'],
      ['乙', '97.50', 'budget_only'],
    ]);
    expect(shown(matrix({ view: 'department_year', sort: 'name', subject: '208' }))).toEqual([
      ['丙', 'subject', 'document'],
      ['甲', '120.00', 'subject'],
      ['乙', 'new', 'budget_only'],
    ]);
  });

  it('is sorted by the latest year that has a rate', () => {
    const names = (descending: boolean) =>
      matrix({ view: 'department_year', sort: 'rate', descending }).rows.map((row) => row.name);
    expect(names(false)).toEqual(['甲', '乙', '丙']); // 90 of 2024 before 97.5 of 2023
    expect(names(true)).toEqual(['乙', '甲', '丙']);
  });
});

describe('subject × year', () => {
  const m = matrix({ view: 'subject_year', sort: 'name' });

  it('adds up the documents of a year that have a budget, 合计 below', () => {
    expect(shown(m)).toEqual([
      ['201', '90.00', '90.00'], // (80 + 190) ÷ (100 + 200); 99 ÷ 110
      ['208', '120.00', 'subject'], // 60 ÷ 50: 乙's 5 has no budget
      ['合计', '95.71', '90.00'], // (140 + 195) ÷ (150 + 200)
    ]);
    expect(m.at(0, 0).cell).toMatchObject({ budget: wan('300'), final: wan('270') });
    expect(matrix({ view: 'subject_year', sort: 'rate', descending: true }).rows.at(-1)?.code).toBeNull();
  });

  it('counts the documents it leaves out', () => {
    expect([0, 1, 2].map((r) => m.at(r, 0).left_out)).toEqual([1, 1, 1]); // 丙, 乙, 丙
    expect(m.at(0, 1).left_out).toBe(0);
  });

  it('is `new` where no document has a budget, and missing where none is known', () => {
    const only = (ids: string[]) =>
      executionMatrix(
        executionModel(
          { ...DEFAULT_EXECUTION, view: 'subject_year', sort: 'name' },
          { ...DATA, documents: DATA.documents.filter(({ doc_id }) => ids.includes(doc_id)) },
        ),
      );
    expect(shown(only(['b23']))[1]).toEqual(['208', 'new']);
    expect(shown(only(['c23']))[0]).toEqual(['201', 'missing_budget']);
  });

  it('never adds departments and units', () => {
    const mixed = {
      ...DATA,
      documents: DATA.documents.map((line) =>
        line.doc_id === 'b23' ? { ...line, scope: 'department' as const } : line,
      ),
    };
    const both = executionMatrix(
      executionModel({ ...DEFAULT_EXECUTION, view: 'subject_year', sort: 'name' }, mixed),
    );
    const total = (scope: string) =>
      both.at(
        both.rows.findIndex((row) => row.scope === scope && row.code === null),
        0,
      ).cell.final;
    expect(total('department')).toBe(wan('195'));
    expect(total('unit')).toBe(wan('140'));
  });

  it('explains a sum by one part a place, its documents together', () => {
    const request = membersEvidence(m.at(0, 0).members, 'initial_budget', 't');
    expect(request?.show).toBe('execution_rate');
    expect(request?.parts.map(({ term, at }) => [term, at.doc_ids, at.subject_code])).toEqual([
      ['final', ['a23', 'b23'], '201'],
      ['initial_budget', ['a23', 'b23'], '201'],
    ]);
  });
});

describe('levels', () => {
  it('takes the whole that is printed as 0 for no budget of any subject', () => {
    const founded = rows({
      documents: [document('n', '新局', 2024)],
      figures: [
        figure('n', '', { form_final: wan('30'), narrative_initial: 0n }),
        figure('n', '201', { form_final: wan('30') }),
      ],
    });
    const model = executionModel(DEFAULT_EXECUTION, founded);
    expect([model.rows[0]?.cells[0]?.state, model.rows[0]?.total.state]).toEqual(['new', 'zero_budget']);
  });

  it('says that a budget is printed for the class alone', () => {
    const coarse = rows({
      documents: [document('a', '甲', 2023)],
      figures: [figure('a', '20101', { form_final: wan('30'), coarser: true, name: '人大事务' })],
    });
    expect(executionModel({ ...DEFAULT_EXECUTION, level: 2 }, coarse).rows[0]?.cells[0]).toMatchObject({
      state: 'missing_budget',
      missing: 'coarser',
    });
  });

  it('adds up adjusted budgets of 项 where every 项 has one', () => {
    const of = (without: number) =>
      executionModel(
        { ...DEFAULT_EXECUTION, basis: 'adjusted_budget' },
        rows({
          documents: [document('a', '甲', 2023)],
          figures: [
            figure('a', '201', {
              form_final: wan('9'),
              items_adjusted: wan('10'),
              items_with_adjusted: 2,
              items_without_adjusted: without,
            }),
          ],
        }),
      ).rows[0]?.cells[0];
    expect(of(0)).toMatchObject({ budgetSource: 'sum_of_items', items: 2 });
    expect(percent(of(0)?.rate)).toBe('90.00');
    expect(of(1)).toMatchObject({ state: 'missing_budget', missing: 'items_incomplete' });
  });

  it('tells a negative amount from an execution', () => {
    const of = (final: string, budget: string) =>
      executionModel(
        DEFAULT_EXECUTION,
        rows({
          documents: [document('a', '甲', 2023)],
          figures: [figure('a', '201', { form_final: wan(final), narrative_initial: wan(budget) })],
        }),
      ).rows[0]?.cells[0];
    expect([of('-5', '10')?.state, percent(of('-5', '10')?.rate)]).toEqual(['negative', '-50.00']);
    expect([of('5', '-10')?.state, of('5', '-10')?.rate]).toEqual(['negative', null]);
  });
});

describe('the order by likeness', () => {
  it('measures the columns that either has', () => {
    expect(likenessDistance([1000, 500], [900, 500])).toBe(50); // (100 + 0) ÷ 2
    expect(likenessDistance([1000, null, null], [1000, 300, null])).toBe(200); // (0 + 400) ÷ 2
    expect(likenessDistance([null], [null])).toBe(1000);
  });

  it('puts like lines side by side, from low to high, lines without a value last', () => {
    expect(similarityOrder([[900], [100], [null], [880], [110]])).toEqual([1, 4, 3, 0, 2]);
    // All means are 500: only the path tells them apart.
    const order = similarityOrder([
      [0, 1000],
      [1000, 0],
      [10, 990],
      [990, 10],
    ]);
    const apart = (a: number, b: number) => Math.abs(order.indexOf(a) - order.indexOf(b));
    expect([apart(0, 2), apart(1, 3)]).toEqual([1, 1]);
  });

  it('does not depend on the order of the input beyond ties, and loses nothing', () => {
    const lines = Array.from({ length: 60 }, (_, i) => [(i * 37) % 101, (i * 53) % 97]);
    const order = similarityOrder(lines);
    expect([...order].sort((a, b) => a - b)).toEqual(lines.map((_, i) => i));
    const turned = similarityOrder([...lines].reverse()).map((i) => lines.length - 1 - i);
    const length = (path: number[]) =>
      path.slice(1).reduce((sum, to, i) => sum + likenessDistance(lines[path[i]!]!, lines[to]!), 0);
    const byMean = lines
      .map((line, i) => ({ i, mean: line[0]! + line[1]! }))
      .sort((a, b) => a.mean - b.mean)
      .map(({ i }) => i);
    expect(length(order)).toBeLessThan(length(byMean) / 2);
    expect(length(turned)).toBeLessThan(length(byMean) / 2);
  });
});
