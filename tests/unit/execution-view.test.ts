import Decimal from 'decimal.js';
import { describe, expect, it } from 'vitest';
import {
  byDeviation,
  DEFAULT_EXECUTION,
  DEFAULT_THRESHOLDS,
  executionMatrix,
  executionModel,
  subjectLines,
  type ExecutionCell,
} from '../../src/analysis/execution';
import { NO_FILTER } from '../../src/analysis/filter';
import { render, type Message } from '../../src/i18n';
import { execution } from '../../src/i18n/pages/execution';
import { cellRemarks, reasonText } from '../../src/pages/execution/cell-remarks';
import { cellColours, cellSigns, cellText } from '../../src/pages/execution/cell-view';
import { executionTable } from '../../src/pages/execution/export-table';
import { heatCell, heatColumns, heatHead, medianLines, medianRow } from '../../src/pages/execution/heat-view';
import { legendKeys } from '../../src/pages/execution/legend';
import type { Reader } from '../../src/pages/execution/reader';
import { THIN } from '../../src/state';
import { readOrder, readRequest } from '../../src/pages/execution/params';
import { picture } from '../../src/pages/execution/picture';

const reader = (unit: Reader['unit'] = '万元'): Reader => ({
  t: (key, ...values) => render(execution[key] as Message, 'zh-CN', values[0]),
  unit,
  language: 'zh-CN',
});

const CELL: ExecutionCell = {
  code: '201',
  state: 'rate',
  budget: 295_090_000n,
  final: 136_530_000n,
  rate: new Decimal(13653).div(29509),
  budgetSource: 'sum_of_items',
  finalSource: 'form',
  missing: null,
  items: 2,
  fact_ids: [],
  printed_as: null,
  budgetConflict: null,
  disagreements: [{ code: '2010350', name: '事业运行', form: 131_530_000n, narrative: 136_530_000n }],
  reasons: [
    { code: '2010350', name: '事业运行', text: '节约经费' },
    { code: '201', name: '一般公共服务支出', text: '压减' },
  ],
};
const cell = (given: Partial<ExecutionCell>): ExecutionCell => ({
  ...CELL,
  budgetSource: 'narrative',
  budgetConflict: null,
  disagreements: [],
  reasons: [],
  ...given,
});

describe('what a cell says', () => {
  it('the rate with one decimal, without its sign', () => {
    expect(cellText(CELL, reader())).toBe('46.3');
  });

  it('never 0, ∞ or NaN where there is no rate', () => {
    const states = [
      'absent',
      'unspent',
      'new',
      'zero_budget',
      'missing_budget',
      'missing_final',
      'negative',
    ] as const;
    expect(states.map((state) => cellText(cell({ state, rate: null }), reader()))).toEqual([
      '–',
      '未执行',
      '新增',
      '预算为 0',
      '缺预算',
      '缺决算',
      '负数',
    ]);
    expect(cellText(cell({ state: 'unspent', final: 0n, rate: new Decimal(0) }), reader())).toBe('0.0');
  });

  it('marks an added-up budget and a contradiction, and tells both with exact figures', () => {
    expect(cellSigns(CELL, reader()).map(({ sign }) => sign)).toEqual(['Σ', '⚑']);
    expect(cellRemarks(CELL, reader())).toEqual([
      '预算由 2 个“项”级科目相加',
      '文表不一致：说明称“事业运行”决算 136.53 万元，公开05表为 131.53 万元，差 5.00 万元。已按表取数。',
    ]);
    expect(cellRemarks(CELL, reader('元'))[1]).toContain(`差 50${THIN}000.00 元`);
  });

  it('gives each state its own sign and reason', () => {
    const signs = (given: Partial<ExecutionCell>) => cellSigns(cell(given), reader()).map(({ sign }) => sign);
    expect(signs({ state: 'new' })).toEqual(['＋']);
    expect(signs({ state: 'unspent' })).toEqual(['○']);
    expect(signs({ state: 'zero_budget' })).toEqual(['∅']);
    expect(signs({ state: 'negative' })).toEqual(['⊖']);
    expect(cellRemarks(cell({ state: 'unspent', final: null, rate: null }), reader())).toEqual([
      '有预算，公开05表未列这一科目',
    ]);
    const missing = (why: ExecutionCell['missing']) =>
      cellRemarks(cell({ state: 'missing_budget', missing: why }), reader())[0];
    expect(cellRemarks(cell({ printed_as: '预算数' }), reader())).toEqual([
      '绩效自评只写“预算数”，按全年预算数取用',
    ]);
    expect(missing('department_only')).toContain('只公布到部门合计');
    expect(missing('other_funds')).toContain('口径不同');
    expect(missing('items_incomplete')).toContain('不能相加');
  });

  it('marks rates at the thresholds by direction, and no others', () => {
    const signs = (rate: string, state: ExecutionCell['state'] = 'rate') =>
      cellSigns(cell({ rate: new Decimal(rate), state }), reader(), DEFAULT_THRESHOLDS);
    expect(signs('0.8')).toEqual([{ sign: '▼', label: '不高于 80%' }]);
    expect(signs('1.2')).toEqual([{ sign: '▲', label: '不低于 120%' }]);
    expect(signs('0.8001')).toEqual([]);
    expect(signs('0', 'unspent').map(({ sign }) => sign)).toEqual(['○']);
  });

  it('colours rates alone', () => {
    expect(cellColours(CELL)?.light.fill).toBe('#2a6fb0'); // 46.3 % is clipped at 50
    expect(cellColours(cell({ state: 'new', rate: null }))).toBeNull();
  });

  it('names the 项 that a reason is about, not the class itself', () => {
    expect(reasonText(CELL)).toBe('事业运行：节约经费；压减');
  });
});

const zero = {
  name: null,
  items_adjusted: null,
  items_with_adjusted: 0,
  items_without_adjusted: 0,
  coarser: false,
  form_final: null,
  narrative_final: null,
  form_initial: null,
  narrative_initial: null,
  form_adjusted: null,
  narrative_adjusted: null,
  initial_resolution: null,
  items_initial: null,
  items_with_budget: 0,
  items_without_budget: 0,
};
const figure = (doc_id: string, code: string, final: bigint, budget: bigint | null) => ({
  ...zero,
  doc_id,
  code,
  form_final: final,
  narrative_initial: budget,
});
const document = (doc_id: string, department: string) => ({
  doc_id,
  region: '甘肃省临夏市',
  department,
  scope: 'unit' as const,
  fiscal_year: 2023,
  title: '',
});
/** 甲: 201 90 of 100, 208 30 of 20, total 120 of 120. 乙: 201 50 of 100 and total. 万元. */
const MODEL = executionModel(DEFAULT_EXECUTION, {
  documents: [document('a', '甲'), document('b', '乙')],
  figures: [
    figure('a', '', 120_000_000n, 120_000_000n),
    figure('a', '201', 90_000_000n, 100_000_000n),
    figure('a', '208', 30_000_000n, 20_000_000n),
    figure('b', '', 50_000_000n, 100_000_000n),
    figure('b', '201', 50_000_000n, 100_000_000n),
  ],
  budgets: [],
  budgetDocuments: [],
  evaluations: [
    {
      doc_id: 'a',
      stage: 'initial_budget',
      part: 'total',
      fact_id: 'w',
      amount_fen: 130_000_000n,
      resolution_fen: 1n,
      printed_as: '',
    },
  ],
  allFunds: [{ doc_id: 'a', amount_fen: 120_000_000n }],
  disagreements: [],
  reasons: [],
});

const MATRIX = executionMatrix(MODEL);

describe('the heatmap', () => {
  it('has a column a class and 合计, names without 支出', () => {
    expect(heatColumns(MATRIX, reader()).map(({ code, label }) => [code, label])).toEqual([
      ['201', '一般公共服务'],
      ['208', '社会保障和就业'],
      [undefined, '合计'],
    ]);
  });

  it('has a row a department and year, doubtful ones flagged with both figures', () => {
    const rows = MATRIX.rows.map((_, i) => heatHead(MATRIX, i, reader()));
    const texts = (r: number) => MATRIX.columns.map((_, c) => heatCell(MATRIX, r, c, reader()).text);
    expect(rows.map((row, r) => [row.label, row.note, texts(r)])).toEqual([
      ['乙', '临夏市 · 2023', ['50.0', '–', '50.0']],
      ['甲', '临夏市 · 2023', ['90.0', '150.0', '100.0']],
    ]);
    expect(rows[1]?.signs[0]?.label).toBe('数据存疑：说明的年初预算为 120.00 万元，绩效自评为 130.00 万元。');
    expect(rows[0]?.signs).toEqual([]);
  });

  it('opens only cells that have a figure', () => {
    expect([0, 1, 2].map((c) => heatCell(MATRIX, 0, c, reader()).opens)).toEqual([true, false, true]);
    expect(heatCell(MATRIX, 0, 1, reader()).evidence).toBeNull();
  });

  it('has the medians as its last row and for the drawer', () => {
    expect(medianRow(MATRIX, reader())?.cells.map((c) => c.text)).toEqual(['70.0', '150.0', '75.0']);
    const request = (code?: string) => ({
      title: '',
      show: 'execution_rate' as const,
      parts: [{ term: 'final', at: code ? { subject_code: code } : {} }],
    });
    expect(medianLines(MATRIX, request('201'), reader())).toEqual([
      { label: '同级科目中位数', value: '70.0%' },
    ]);
    expect(medianLines(MATRIX, request(), reader())).toEqual([{ label: '各部门中位数', value: '75.0%' }]);
    expect(medianLines(MATRIX, { ...request('201'), show: 'amount' }, reader())).toEqual([]);
  });

  it('explains in its legend the signs that occur, and no others', () => {
    expect(legendKeys(MATRIX)).toEqual(['wide', 'absent', 'conflict']); // 50 and 150; 甲's two initial budgets
  });

  it('draws the same texts and the light colours', () => {
    const drawing = picture(MATRIX, reader());
    expect(drawing.rows[1]).toMatchObject({ label: '甲 ⚑', note: '临夏市 · 2023' });
    expect(drawing.rows[0]?.cells[0]).toEqual({ text: '50.0', signs: '▼', fill: '#2a6fb0', ink: '#ffffff' });
    expect(drawing.rows[0]?.cells[1]?.fill).toBeNull();
  });
});

describe('its tables', () => {
  it('exports one line a cell that exists, exact', () => {
    const table = executionTable(MATRIX, 'T', [], reader('元'));
    expect(table.rows).toHaveLength(5);
    expect(table.rows[0]?.map(String)).toEqual([
      '甘肃省临夏市',
      '乙',
      '单位口径',
      '2023',
      '201',
      '一般公共服务支出',
      '1000000',
      '500000',
      '-500000',
      '50',
      '70',
      '',
    ]);
    expect(String(table.rows[4]?.at(-1))).toContain('数据存疑');
    expect(table.columns[6]).toEqual({ label: '预算数', unit: '元' });
  });

  it('lists classes by their distance from 100 %', () => {
    expect(byDeviation(subjectLines(MODEL)).map(({ row, cell: c }) => `${row.department} ${c.code}`)).toEqual(
      [
        '乙 201', // 50
        '甲 208', // 150
        '甲 201', // 90
      ],
    );
  });

  it('lists the 合计 where no class has a budget of the kind asked for', () => {
    const without = (c: ExecutionCell): ExecutionCell => ({
      ...c,
      state: 'missing_budget',
      budget: null,
      rate: null,
    });
    const model = { ...MODEL, rows: MODEL.rows.map((row) => ({ ...row, cells: row.cells.map(without) })) };
    expect(byDeviation(subjectLines(model)).map(({ row, cell: c }) => `${row.department} ${c.code}`)).toEqual(
      ['乙 null', '甲 null'],
    );
  });
});

describe('the link', () => {
  it('holds basis and order; what it does not understand is the default', () => {
    expect(readRequest({ basis: 'adjusted_budget', sort: '-money' }, NO_FILTER)).toMatchObject({
      basis: 'adjusted_budget',
      sort: 'money',
      descending: true,
    });
    expect(readRequest({ basis: 'x', sort: 'y' }, NO_FILTER)).toEqual(DEFAULT_EXECUTION);
    expect(readOrder({ sort: 'name' })).toBe('name');
  });
});
