import Decimal from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { cellEvidence, DEFAULT_EXECUTION, executionModel, isWide } from '../../src/analysis/execution';
import { change, document, figure, initial, percent, rows, SIMPLE, wan } from './execution-rows';

describe('summary and order', () => {
  /** Totals: 甲 140 of 150 (93.33 %), 乙 9 of 10 (90 %), 丙 30 of 20 (150 %), 丁 no budget. */
  const MANY = rows({
    documents: [
      document('a', '甲', 2023),
      document('b', '乙', 2023),
      document('c', '丙', 2024),
      document('d', '丁', 2024),
    ],
    figures: [
      ...SIMPLE.figures,
      figure('b', '', { form_final: wan('9'), narrative_initial: wan('10') }),
      figure('b', '201', { form_final: wan('9'), narrative_initial: wan('10') }),
      figure('c', '', { form_final: wan('30'), narrative_initial: wan('20') }),
      figure('c', '201', { form_final: wan('30'), narrative_initial: wan('20') }),
      figure('d', '', { form_final: wan('500') }),
    ],
  });

  it('sums budgets and finals over the rows that have both, and counts the others', () => {
    const [summary] = initial(MANY).summaries;
    expect(summary).toMatchObject({ budget: wan('180'), final: wan('179'), rows: 4, left_out: 1 });
    expect(percent(summary?.rate)).toBe('99.44'); // 179 ÷ 180
    expect(percent(summary?.median)).toBe('93.33');
  });

  it('counts ±20 points and more as far off', () => {
    expect(initial(MANY).summaries[0]).toMatchObject({ wide: 3, of: 4, wide_level: 'class' }); // 80, 120, 150; not 90
    expect(['0.8', '0.8001', '1.1999', '1.2'].map((r) => isWide(new Decimal(r)))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('takes the mean of the two middle rates for the median of a class', () => {
    const model = initial({ ...MANY, documents: MANY.documents.slice(0, 2) });
    expect(percent(model.columns[0]?.median)).toBe('85.00'); // 80 and 90
    expect(percent(model.columns[1]?.median)).toBe('120.00');
  });

  it('never adds departments and units', () => {
    const mixed = {
      ...MANY,
      documents: [...MANY.documents.slice(0, 2), document('c', '丙', 2024, 'department')],
    };
    expect(initial(mixed).summaries.map((s) => [s.scope, s.final])).toEqual([
      ['department', wan('30')],
      ['unit', wan('149')],
    ]);
  });

  it('sorts by rate, money or name; a row without the figure is last in both directions', () => {
    const order = (sort: 'rate' | 'money' | 'name', descending: boolean) =>
      executionModel({ ...DEFAULT_EXECUTION, sort, descending }, MANY).rows.map((row) => row.department);
    expect(order('rate', false)).toEqual(['乙', '甲', '丙', '丁']);
    expect(order('rate', true)).toEqual(['丙', '甲', '乙', '丁']);
    expect(order('money', true)).toEqual(['丁', '甲', '丙', '乙']);
    expect(order('name', false)).toEqual(['丙', '丁', '甲', '乙']); // bing, ding, jia, yi
  });

  it('is empty, not broken, without rows', () => {
    expect(initial(rows({}))).toMatchObject({ columns: [], rows: [], summaries: [], totalMedian: null });
  });
});

describe('evidence of a cell', () => {
  it('names final and budget by their coordinates; the 项 where they were added up', () => {
    const [row] = initial(SIMPLE).rows;
    expect(cellEvidence(row!, row!.cells[0]!, 'initial_budget', 't')).toEqual({
      title: 't',
      show: 'execution_rate',
      parts: [
        {
          term: 'final',
          at: {
            doc_ids: ['a'],
            form: '05',
            flow: 'expenditure',
            fund: 'general',
            measure: 'total',
            stage: 'final',
            classification: 'function',
            subject_code: '201',
          },
        },
        {
          term: 'initial_budget',
          at: {
            doc_ids: ['a'],
            source: 'narrative',
            flow: 'expenditure',
            fund: 'general',
            measure: 'total',
            stage: 'initial_budget',
            classification: 'function',
            subject_code: '201',
          },
        },
      ],
    });
    const items = change(SIMPLE, '201', { narrative_initial: null, items_initial: 5n, items_with_budget: 2 });
    const summed = initial(items).rows[0]!;
    const request = cellEvidence(summed, summed.cells[0]!, 'initial_budget', 't');
    expect(request?.parts[1]?.at).toMatchObject({ under: '201', subject_level: 3, source: 'narrative' });
    expect(request?.parts[1]?.at).not.toHaveProperty('subject_code');
  });

  it('shows the one figure that exists', () => {
    const [row] = initial(change(SIMPLE, '208', { narrative_initial: null })).rows;
    expect(cellEvidence(row!, row!.cells[1]!, 'initial_budget', 't')).toMatchObject({
      show: 'amount',
      parts: [{ term: 'final' }],
    });
  });
});
