import { describe, expect, it } from 'vitest';
import { calculate, type PivotModel } from '../../../src/analysis/pivot';
import { render, terms, type TermName } from '../../../src/i18n';
import { pivot } from '../../../src/i18n/pages/pivot';
import { noteLines } from '../../../src/pages/pivot/notes';
import { readSettings, type PivotSettings } from '../../../src/pages/pivot/settings';
import { barLength, heatStep } from '../../../src/pages/pivot/shading';
import { tableOf } from '../../../src/pages/pivot/table';
import { viewOf } from '../../../src/pages/pivot/view';
import type { PivotText, Reader } from '../../../src/pages/pivot/words';
import { cell, covered, modelOf } from './answers';

const t: PivotText = (key, ...values) => render(pivot[key], 'zh-CN', values[0]);
const reader: Reader = {
  unit: '万元',
  language: 'zh-CN',
  t,
  term: (name: TermName) => terms[name].zh,
};

const model = modelOf(
  {},
  [
    cell({ key: '', amount: 300_000_000n }),
    cell({ key: '201', amount: 100_000_001n }),
    cell({ key: '20103' }),
    cell({ key: '208', amount: 0n }),
    cell({ key: '', year: 2023, amount: 100_000_000n }),
    cell({ key: '201', year: 2023, amount: 100_000_000n }),
  ],
  [covered(), covered({ fiscal_year: 2023 })],
);
const table = (settings: Partial<PivotSettings> = {}, of: PivotModel = model) => {
  const view = viewOf(of, { ...readSettings({}), ...settings }, reader);
  const rows = [...view.treeRows, ...(view.total ? [view.total.tree] : [])];
  const { columns, rows: cells } = tableOf(
    '表',
    rows,
    view.columns,
    (row, column) => {
      const { node, figures } = view.byId.get(row.key)!;
      return figures ? calculate(of.figures, view.axes, node, column.of.node, column.of.calculation) : null;
    },
    [],
    reader,
  );
  return [
    columns.map(({ label, unit }) => (unit ? `${label}（${unit}）` : label)),
    ...cells.map((row) => row.map((value) => (value === null ? null : String(value)))),
  ];
};

describe('the table that leaves the page', () => {
  it('has the rows, headings and exact numbers of the screen; absent, blank and zero stay three things', () => {
    expect(table()).toEqual([
      ['科目编码', '科目名称', '2023 甲（万元）', '2024 甲（万元）', '合计 决算（万元）', '合计 占比（%）'],
      ['201', '一般公共服务支出', '100', '100.000001', '200.000001', '50'],
      ['20103', '　政府办公厅（室）及相关机构事务', '–', null, null, null],
      ['208', '社会保障和就业支出', '–', '0', '0', '0'],
      ['', '合计', '100', '300', '400', '100'],
    ]);
  });

  it('has totals where the reader put them', () => {
    const settings = { total: 'before', columnTotal: 'none', values: ['amount'], level: 1 } as const;
    expect(table(settings)).toEqual([
      ['科目编码', '科目名称', '2023 甲（万元）', '2024 甲（万元）'],
      ['', '合计', '100', '300'],
      ['201', '一般公共服务支出', '100', '100.000001'],
      ['208', '社会保障和就业支出', '–', '0'],
    ]);
    expect(table({ sums: 'after', values: ['amount'] }).map((row) => row.slice(1, 3))).toEqual([
      ['科目名称', '2023 甲（万元）'],
      ['一般公共服务支出', null],
      ['　政府办公厅（室）及相关机构事务', '–'],
      ['一般公共服务支出 小计', '100'],
      ['社会保障和就业支出', '–'],
      ['合计', '100'],
    ]);
  });

  it('has calculations under their member, and rows without codes no column for them', () => {
    const years = modelOf(
      { rows: ['department'], columns: ['year'], values: ['amount', 'change_rate:prior_year'] },
      [
        cell({ key: '', year: 2023, amount: 80n }),
        cell({ key: '', year: 2024, amount: 100n, of_1: 100n, base_1: 80n }),
      ],
      [covered({ fiscal_year: 2023 }), covered()],
    );
    const values = ['amount', 'change_rate:prior_year'] as const;
    const shown = table({ rows: ['department'], columns: ['year'], values, level: 1, columnLevel: 1 }, years);
    expect(shown[0]!.slice(1, 5)).toEqual([
      '2023 决算（万元）',
      '2023 比上年增减 %',
      '2024 决算（万元）',
      '2024 比上年增减 %',
    ]);
    // 2022 is not loaded; (100 − 80) ÷ 80.
    expect(shown[1]!.slice(0, 5)).toEqual(['甲', '0.00008', '–', '0.0001', '25']);
  });

  it('shows the rows added beside a printed total that single levels do not reach', () => {
    const flat = modelOf(
      { rows: ['function_section'], columns: ['year'] },
      [
        cell({ key: '', amount: 900n }),
        cell({ key: '20101', amount: 500n }),
        cell({ key: '20805', amount: 300n }),
      ],
      [covered()],
    );
    const shown = table(
      { rows: ['function_section'], columns: ['year'], values: ['amount'], level: 1 },
      flat,
    );
    expect(shown.slice(-2).map((row) => [row[1], row[2]])).toEqual([
      ['所列各行相加', '0.0008'],
      ['合计', '0.0009'],
    ]);
  });
});

describe('shading', () => {
  it('goes from nothing for zero and less to the last step for the largest', () => {
    expect([0n, -5n, 1n, 1000n].map((fen) => heatStep(fen, 1000n))).toEqual([0, 0, 1, 6]);
    expect(heatStep(5n, 0n)).toBe(0);
    // (175.88/831.06)^0.65 · 6 = 2.19 → 3
    expect(heatStep(17588n, 83106n)).toBe(3);
  });
  it('bars are as long as amounts are large, whichever way', () => {
    expect([0n, 50n, -100n].map((fen) => barLength(fen, 100n))).toEqual([0, 0.5, 1]);
    expect(barLength(5n, 0n)).toBe(0);
  });
});

describe('the lines under the table', () => {
  const lines = (notes: Parameters<typeof noteLines>[0], refused: Parameters<typeof noteLines>[1] = []) =>
    noteLines(notes, refused, true, t);
  it('say what the totals are in one sentence, and name what is missing up to six', () => {
    const missing = (n: number) => ({
      kind: 'not_filled' as const,
      department: `部门${n}`,
      year: 2023,
      form_printed: n === 1,
    });
    expect(
      lines([
        { kind: 'departments_summed', departments: 2 },
        { kind: 'years_differ', years: [2023, 2024] },
        missing(1),
        missing(2),
      ]),
    ).toEqual([
      '合计为各部门之和；2023 与 2024 年部门不同，跨年合计仅供浏览',
      '部门1 2023 此表无金额；部门2 2023 无此表',
    ]);
    const many = Array.from({ length: 8 }, (_, i) => missing(i + 2));
    expect(lines(many)[0]).toMatch(/部门7 2023 无此表；另有 2 份文件无此表数据$/);
  });
  it('say why members stand side by side and are not added', () => {
    expect(lines([], [{ dimension: 'stage', refusal: 'stages' }])).toEqual([
      '预算/决算并列，不相加：预算与决算是同一笔钱的不同阶段',
    ]);
  });
});
