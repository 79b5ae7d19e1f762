import { describe, expect, it } from 'vitest';
import {
  arranged,
  everything,
  NATURAL,
  search,
  visibleColumns,
  visibleRows,
  type Arrangement,
  type ColumnLayout,
  type PivotNode,
} from '../../../src/analysis/pivot';
import { cell, covered, modelOf } from './answers';

const amounts: [department: string, year: number, key: string, amount: bigint][] = [
  ['甲', 2023, '', 30n],
  ['甲', 2023, '201', 20n],
  ['甲', 2023, '20101', 20n],
  ['甲', 2023, '208', 10n],
  ['乙', 2024, '', 70n],
  ['乙', 2024, '208', 70n],
  ['丙', 2024, '', -90n],
  ['丙', 2024, '201', -90n],
  ['丙', 2024, '20103', -90n],
];
const cells = amounts.map(([department, year, key, amount]) => cell({ department, year, key, amount }));
const coverage = [
  covered({ fiscal_year: 2023 }),
  covered({ department: '乙' }),
  covered({ department: '丙' }),
];
const model = modelOf({}, cells, coverage);
const byDepartment = modelOf({ rows: ['department', 'function'], columns: ['year'] }, cells, coverage);
const usual: Arrangement = { sort: NATURAL, top: null, topColumns: null };
const of = (change: Partial<Arrangement>, from = model) =>
  arranged(from.figures, from.axes, { ...usual, ...change });
const members = (nodes: Iterable<PivotNode>) => [...nodes].map((node) => node.member);
const layout: ColumnLayout = {
  expansion: { level: 2, toggled: new Set() },
  values: ['amount', 'share_column'],
  sums: 'none',
  total: 'after',
  everywhere: false,
};
const columns = (change: Partial<ColumnLayout> = {}, from = model) =>
  visibleColumns(from.axes.columns, from.axes.rows, from.figures, { ...layout, ...change }).map(
    ({ node, role, calculation }) =>
      `${role === 'total' ? '合计' : node.member}${role === 'sum' ? '+' : ''}${calculation === 'amount' ? '' : '%'}`,
  );

describe('sorting', () => {
  it('by value runs within each parent, what has none comes last either way', () => {
    const by = (column: string, direction: 'ascending' | 'descending', absolute = false) =>
      members(
        of({ sort: { by: 'value', column, calculation: 'amount', absolute, direction } }).rows.children,
      );
    // 合计: 201 20 − 90 = −70, 208 10 + 70 = 80.
    expect(by('', 'descending')).toEqual(['208', '201']);
    expect(by('', 'ascending')).toEqual(['201', '208']);
    expect(by('2023', 'ascending')).toEqual(['208', '201']);
    expect(by('gone', 'descending')).toEqual(['201', '208']);
    const rows = of({
      sort: { by: 'value', column: '2024', calculation: 'amount', absolute: false, direction: 'ascending' },
    });
    // 20101 has nothing in 2024.
    expect(members(everything(rows.rows))).toEqual(['', '201', '20103', '20101', '208']);
  });
  it('by size takes a fall for as large as a rise', () => {
    const sort = {
      by: 'value',
      column: '',
      calculation: 'amount',
      absolute: true,
      direction: 'descending',
    } as const;
    expect(members(of({ sort }, byDepartment).rows.children)).toEqual(['市/丙', '市/乙', '市/甲']);
  });
  it('by name, and back by code, leaves the natural order as it was', () => {
    expect(
      members(of({ sort: { by: 'name', direction: 'descending' } }, byDepartment).rows.children),
    ).toEqual(['市/乙', '市/甲', '市/丙']);
    expect(members(of({ sort: { by: 'natural', direction: 'descending' } }).rows.children)).toEqual([
      '208',
      '201',
    ]);
    expect(members(model.axes.rows.children)).toEqual(['201', '208']);
  });
});

describe('the largest and 其他', () => {
  it('keeps the largest of each parent, and adds up the rest', () => {
    const four = modelOf(
      { rows: ['department'], columns: ['year'] },
      [...cells, cell({ department: '丁', key: '', amount: 5n })],
      [...coverage, covered({ department: '丁' })],
    );
    const { rows, columns: top } = arranged(four.figures, four.axes, { ...usual, top: 2 });
    expect(rows.children.map((node) => [node.kind, node.member])).toEqual([
      ['member', '市/丙'],
      ['member', '市/乙'],
      ['others', '…'],
    ]);
    // 甲 30 and 丁 5; the total is what it was.
    const others = rows.children.at(-1)!;
    expect(four.figures.of(others, top).cell!.amount).toBe(35n);
    expect(four.figures.of(rows, top).cell!.amount).toBe(15n);
  });
  it('is not made for one, which fits as well itself', () => {
    const { rows } = of({ top: 2 }, byDepartment);
    expect(rows.children.every((node) => node.kind === 'member')).toBe(true);
  });
});

describe('rows on the screen', () => {
  const rows = (level: number, toggled: string[] = [], sums: 'before' | 'after' | 'none' = 'before') =>
    visibleRows(model.axes.rows, { level, toggled: new Set(toggled) }, sums).map(
      ({ node, role, figures, level: depth }) =>
        `${'>'.repeat(depth - 1)}${node.member}${role === 'sum' ? '+' : ''}${figures ? '' : '·'}`,
    );
  it('are open down to the level, but for those toggled', () => {
    expect(rows(1)).toEqual(['201', '208']);
    expect(rows(2)).toEqual(['201', '>20101', '>20103', '208']);
    expect(rows(1, ['201'])).toEqual(rows(2));
    expect(rows(2, ['201'])).toEqual(rows(1));
  });
  it('have their sums above, below, or not at all', () => {
    expect(rows(2, [], 'after')).toEqual(['201·', '>20101', '>20103', '201+', '208']);
    expect(rows(2, [], 'none')).toEqual(['201·', '>20101', '>20103', '208']);
  });
  it('say their level, their place among siblings, and whether they open', () => {
    expect(visibleRows(model.axes.rows, { level: 2, toggled: new Set() }, 'before')[2]).toMatchObject({
      level: 2,
      position: 2,
      siblings: 2,
      expandable: false,
    });
  });
  it('a search keeps what it finds and the way to it, whatever is closed', () => {
    const found = search(model.axes.rows, '20103', () => '');
    expect(members(found)).toEqual(['20103', '201']);
    const kept = visibleRows(model.axes.rows, { level: 1, toggled: new Set() }, 'before', found);
    expect(kept.map(({ node }) => node.member)).toEqual(['201', '20103']);
    expect(search(model.axes.rows, '人大', (node) => (node.member === '20101' ? '人大事务' : '')).size).toBe(
      2,
    );
    expect(search(model.axes.rows, '0103', () => '').size).toBe(0);
  });
});

describe('columns on the screen', () => {
  it('are the members, then the total with its shares', () => {
    expect(columns()).toEqual(['市/甲', '市/丙', '市/乙', '合计', '合计%'].map((c) => c));
  });
  it('close to one column a group, and open with a sum before or after', () => {
    expect(columns({ expansion: { level: 2, toggled: new Set(['2024']) } })).toEqual([
      '市/甲',
      '2024',
      '合计',
      '合计%',
    ]);
    expect(columns({ sums: 'after', total: 'none', values: ['amount'] })).toEqual([
      '市/甲',
      '2023+',
      '市/丙',
      '市/乙',
      '2024+',
    ]);
    expect(columns({ sums: 'before', total: 'before', values: ['amount'] }).slice(0, 3)).toEqual([
      '合计',
      '2023+',
      '市/甲',
    ]);
  });
  it('have shares in every column where asked, or where there is no total', () => {
    expect(columns({ everywhere: true }).slice(0, 2)).toEqual(['市/甲', '市/甲%']);
    expect(columns({ total: 'none', values: ['share_column'] })).toEqual(['市/甲%', '市/丙%', '市/乙%']);
  });
  it('have no total over what is not added', () => {
    const stages = modelOf(
      { rows: ['department'], columns: ['stage'], stages: ['initial_budget', 'final'] },
      [cell({ key: '', series: 0, amount: 1n }), cell({ key: '', series: 1, amount: 2n })],
      [covered({ src: 0 }), covered({ src: 1 })],
    );
    expect(columns({ values: ['amount'] }, stages)).toEqual(['initial_budget', 'final']);
  });
});
