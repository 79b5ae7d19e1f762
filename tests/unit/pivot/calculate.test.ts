import { describe, expect, it } from 'vitest';
import { calculate, type Calculation, type PivotModel } from '../../../src/analysis/pivot';
import { nodeAt } from '../../support/pivot-figures';
import { cell, covered, modelOf } from './answers';

type Path = readonly (string | number)[];
const value = (model: PivotModel, calculation: Calculation, row: Path, column: Path = []) => {
  const found = calculate(
    model.figures,
    model.axes,
    nodeAt(model.axes.rows, ...row),
    nodeAt(model.axes.columns, ...column),
    calculation,
  );
  switch (found.kind) {
    case 'money':
      return found.amount;
    case 'ratio':
      return found.value.toString();
    case 'rank':
      return `${found.rank}/${found.among}`;
    case 'none':
      return found.refusal ?? found.missing;
  }
};

describe('shares and ranks', () => {
  // 甲: 201 60.00 (20101 45.00, 20103 15.00), 208 20.00, 合计 80.00; 乙: 201 20.00, 合计 20.00.
  const of = (department: string, key: string, amount: bigint) => cell({ department, key, amount });
  const cells = [
    of('甲', '', 8000n),
    of('甲', '201', 6000n),
    of('甲', '20101', 4500n),
    of('甲', '20103', 1500n),
    of('甲', '208', 2000n),
    of('乙', '', 2000n),
    of('乙', '201', 2000n),
  ];
  const coverage = [covered(), covered({ department: '乙' })];
  const model = modelOf({ columns: ['department'] }, cells, coverage);
  const [a, b] = [['市/甲'], ['市/乙']];

  it('of the column, the row, the parent, everything and the department', () => {
    expect(value(model, 'share_column', ['201'], a)).toBe('0.75');
    expect(value(model, 'share_row', ['201'], a)).toBe('0.75'); // 60 of 80 over both departments
    expect(value(model, 'share_row', ['201'], b)).toBe('0.25');
    expect(value(model, 'share_parent', ['20101'], a)).toBe('0.75');
    expect(value(model, 'share_parent', ['201'], a)).toBe('0.75');
    expect(value(model, 'share_total', ['201'], a)).toBe('0.6'); // of 100.00
    expect(value(model, 'share_department', ['208'], a)).toBe('0.25');
    expect(value(model, 'share_department', ['208'])).toBe('no_department');
  });

  it('of the department also where departments stand above their subjects', () => {
    const nested = modelOf({ rows: ['department', 'function'], columns: ['year'] }, cells, coverage);
    expect(value(nested, 'share_department', ['市/甲', '20103'], [2024])).toBe('0.1875');
    expect(value(nested, 'share_parent', ['市/甲'], [2024])).toBe('0.8');
    expect(value(nested, 'share_parent', ['市/甲', '201'], [2024])).toBe('0.75');
  });

  it('rank among siblings, equal amounts sharing a place', () => {
    expect(value(model, 'rank', ['201'], a)).toBe('1/2');
    expect(value(model, 'rank', ['208'], a)).toBe('2/2');
    expect(value(model, 'rank', ['20103'], a)).toBe('2/2');
    expect(value(model, 'rank', ['208'], b)).toBe('absent');
  });

  it('are undefined with a reason, never zero or infinite', () => {
    const zero = modelOf(
      { columns: ['department'] },
      [cell({ key: '', amount: 0n }), cell({ key: '201', amount: 0n })],
      [covered()],
    );
    expect(value(zero, 'share_column', ['201'])).toBe('zero_base');
    expect(value(model, 'share_column', ['208'], b)).toBe('absent');
    const blank = modelOf({ columns: ['department'] }, [cell({ key: '201' })], [covered()]);
    expect(value(blank, 'share_column', ['201'])).toBe('blank');
    expect(value(blank, 'amount', [])).toBe('absent');
  });
});

describe('comparisons', () => {
  const values: Calculation[] = ['amount', 'base:prior_year', 'change:prior_year', 'change_rate:prior_year'];
  const compared = (
    key: string,
    amount: bigint | null,
    of_1: bigint | null,
    base_1: bigint | null,
    more = {},
  ) => cell({ key, amount, of_1, base_1, ...more });
  const both = [covered(), covered({ fiscal_year: 2023 })];

  it('with the year before: amount, change, rate; new, ended, zero and negative bases are named', () => {
    const model = modelOf(
      { columns: ['year'], values },
      [
        compared('', 1100n, 1100n, 1000n),
        compared('201', 900n, 900n, 1200n),
        compared('204', 200n, 200n, null),
        compared('206', null, null, 50n, { rows: 0 }),
        compared('208', 10n, 10n, 0n),
        compared('210', 10n, 10n, -5n),
      ],
      both,
    );
    expect(value(model, 'base:prior_year', ['201'], [2024])).toBe(1200n);
    expect(value(model, 'change:prior_year', ['201'], [2024])).toBe(-300n);
    expect(value(model, 'change_rate:prior_year', ['201'], [2024])).toBe('-0.25');
    expect(value(model, 'change_rate:prior_year', [], [2024])).toBe('0.1');
    expect(value(model, 'change:prior_year', ['204'], [2024])).toBe('new');
    expect(value(model, 'change:prior_year', ['206'], [2024])).toBe('ended');
    expect(value(model, 'change_rate:prior_year', ['208'], [2024])).toBe('zero_base');
    expect(value(model, 'change:prior_year', ['208'], [2024])).toBe(10n);
    expect(value(model, 'change_rate:prior_year', ['210'], [2024])).toBe('negative_base');
  });

  it('there is no year before without its document, nor over several years', () => {
    const model = modelOf({ columns: ['year'], values }, [compared('', 5n, null, null)], [covered()]);
    expect(value(model, 'change:prior_year', [], [2024])).toBe('no_base');
    const years = modelOf({ columns: ['year'], values }, [compared('', 5n, 5n, 4n)], both);
    expect(value(years, 'change:prior_year', [])).toBe('years_summed');
  });

  it('are made over the departments that have both sides, and say how many they are', () => {
    // 乙 has no document of 2023: its 300 are in the amount, not in the comparison.
    const model = modelOf(
      { rows: ['department'], columns: ['year'], values },
      [compared('', 100n, 100n, 80n), compared('', 300n, null, null, { department: '乙' })],
      [...both, covered({ department: '乙' })],
    );
    expect(value(model, 'amount', [], [2024])).toBe(400n);
    expect(value(model, 'change_rate:prior_year', [], [2024])).toBe('0.25');
    const root = nodeAt(model.axes.rows);
    const all = calculate(
      model.figures,
      model.axes,
      root,
      nodeAt(model.axes.columns, 2024),
      'change:prior_year',
    );
    expect(all).toMatchObject({ kind: 'money', amount: 20n, over: 1 });
    expect(value(model, 'change:prior_year', ['市/乙'], [2024])).toBe('no_base');
  });

  it('with a budget: 完成率; the budget itself has none', () => {
    const model = modelOf(
      {
        rows: ['department'],
        columns: ['stage'],
        stages: ['initial_budget', 'final'],
        values: ['amount', 'execution:initial_budget'],
      },
      [
        cell({ key: '', series: 0, amount: 400n, of_1: 400n, base_1: 400n }),
        cell({ key: '', series: 1, amount: 300n, of_1: 300n, base_1: 400n }),
      ],
      [covered({ src: 0 }), covered({ src: 1 })],
    );
    expect(value(model, 'execution:initial_budget', ['市/甲'], ['final'])).toBe('0.75');
    expect(value(model, 'execution:initial_budget', ['市/甲'], ['initial_budget'])).toBe('is_base');
    expect(value(model, 'amount', ['市/甲'])).toBe('stages');
  });

  it('with a fixed year: an index whose base is 100', () => {
    const model = modelOf(
      { columns: ['year'], values: ['amount', 'index:y2023'] },
      [
        cell({ key: '', year: 2023, amount: 80n, of_1: 80n, base_1: 80n }),
        cell({ key: '', year: 2024, amount: 100n, of_1: 100n, base_1: 80n }),
      ],
      [covered({ fiscal_year: 2023 }), covered()],
    );
    expect(value(model, 'index:y2023', [], [2024])).toBe('1.25');
    expect(value(model, 'index:y2023', [], [2023])).toBe('1');
  });
});

describe('what is added and what is not', () => {
  const parts = (measures: ('total' | 'basic' | 'project')[]) =>
    modelOf(
      { rows: ['department'], columns: ['measure'], measures },
      measures.map((_, series) => cell({ key: '', series, amount: 10n })),
      [covered()],
    );
  it('parts of one total are; the total and its parts are not', () => {
    expect(value(parts(['basic', 'project']), 'amount', [])).toBe(20n);
    expect(value(parts(['total', 'basic']), 'amount', [])).toBe('measures');
  });
  it('funds that contain each other are not', () => {
    const model = modelOf(
      { rows: ['function_class'], columns: ['fund'] },
      [cell({ key: '', series: 0, amount: 10n }), cell({ key: '', series: 2, amount: 7n })],
      [0, 1, 2, 3, 4].map((src) => covered({ src })),
    );
    expect(value(model, 'amount', [], ['all'])).toBe(10n);
    expect(value(model, 'amount', [])).toBe('funds');
  });
  it('amounts beyond the whole numbers of floating point are added exactly', () => {
    const model = modelOf(
      { columns: ['department'] },
      [cell({ key: '', amount: 9_007_199_254_740_993n }), cell({ key: '', department: '乙', amount: 2n })],
      [covered(), covered({ department: '乙' })],
    );
    expect(value(model, 'amount', [])).toBe(9_007_199_254_740_995n);
  });
});
