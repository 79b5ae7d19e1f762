import { describe, expect, it } from 'vitest';
import type { PivotCell, PivotColumn, PivotNode } from '../../src/analysis/pivot';
import { render } from '../../src/i18n';
import { pivot } from '../../src/i18n/pages/pivot';
import type { ShownColumn, PivotText } from '../../src/pages/pivot/columns';
import { noteLines } from '../../src/pages/pivot/notes';
import { nextSort, readSettings, toggle, writeSort, writeToggled } from '../../src/pages/pivot/settings';
import { heatStep } from '../../src/pages/pivot/shading';
import { tableOf, type TableRow } from '../../src/pages/pivot/table';

const t: PivotText = (key, ...values) => render(pivot[key], 'zh-CN', values[0]);

describe('the link', () => {
  it('holds what differs from the usual, and survives nonsense', () => {
    expect(readSettings({})).toMatchObject({
      basis: '03',
      measure: 'total',
      stage: 'final',
      columns: 'year_department',
      departments_shown: 10,
      share: 'total',
      heat: 'table',
      level: 2,
      sort: null,
    });
    expect(readSettings({ basis: '99', measure: 'x', cols: '', level: '9', top: '7', sort: 'x' })).toEqual(
      readSettings({}),
    );
    // 06 has one column and one stage.
    expect(readSettings({ basis: '06', measure: 'project', stage: 'prior_final' })).toMatchObject({
      measure: 'total',
      stage: 'final',
    });
  });

  it('brings back the sorting and the opened rows that it was given', () => {
    const sort = { column: 'department|2023|甘肃省临夏市|某局: 一', direction: 'ascending' } as const;
    expect(readSettings({ sort: writeSort(sort)! }).sort).toEqual(sort);
    const open = toggle(toggle(toggle(new Set(), '20103'), '201'), '208');
    expect(writeToggled(open)).toBe('201.20103.208');
    expect(readSettings({ open: '201.20103.208' }).toggled).toEqual(open);
    expect(writeToggled(toggle(new Set(['201']), '201'))).toBeUndefined();
    expect(writeSort(null)).toBeUndefined();
  });

  it('a heading sorts down, then up, then not', () => {
    const first = nextSort(null, 'c');
    expect(first).toEqual({ column: 'c', direction: 'descending' });
    expect(nextSort(first, 'c')).toEqual({ column: 'c', direction: 'ascending' });
    expect(nextSort(nextSort(first, 'c'), 'c')).toBeNull();
    expect(nextSort(first, 'd')).toEqual({ column: 'd', direction: 'descending' });
  });
});

describe('shading', () => {
  it('goes from nothing for zero and less to the last step for the largest', () => {
    expect([0n, -5n, 1n, 1000n].map((fen) => heatStep(fen, 1000n))).toEqual([0, 0, 1, 6]);
    expect(heatStep(5n, 0n)).toBe(0);
    // (175.88/831.06)^0.65 · 6 = 2.19 → 3
    expect(heatStep(17588n, 83106n)).toBe(3);
  });
});

describe('the table that leaves the page', () => {
  const of: PivotColumn = {
    id: 'c',
    kind: 'value',
    scope: 'department',
    year: 2023,
    region: null,
    department: null,
    others: 0,
    documents: 1,
    with_form: 1,
    filled: 1,
    doc_ids: [],
    spare: false,
  };
  const columns: ShownColumn[] = [
    { id: 'c', label: '某局', groups: [{ id: '2023', label: '2023' }], of, share: false },
    { id: 's', label: '占比', groups: [{ id: 't', label: '合计' }], of, share: true },
  ];
  const node = (key: string, cell: PivotCell): PivotNode => ({
    key,
    code: key,
    name: key,
    otherNames: [],
    depth: 1,
    loose: false,
    cells: new Map([['c', cell]]),
    children: [],
  });
  const money = (fen: bigint): PivotCell => ({
    kind: 'amount',
    amount: fen,
    documents: 1,
    fact_id: null,
    marks: [],
  });
  const total = node('', money(300_000_000n));
  const rows: TableRow[] = [
    ['201', '一般公共服务支出', money(100_000_001n), 1],
    ['20103', '政府办公厅', { kind: 'absent', marks: [] } as PivotCell, 2],
    ['2010301', '行政运行', { kind: 'blank', marks: [] } as PivotCell, 3],
    ['208', '=社会保障', money(0n), 1],
  ].map(([key, name, cell, level]) => ({
    node: node(key as string, cell as PivotCell),
    base: total,
    allComputed: false,
    key: key as string,
    code: key as string,
    name: name as string,
    level: level as number,
  }));
  const reader = { unit: '万元', language: 'zh-CN', t } as const;
  const plain = (table: ReturnType<typeof tableOf>) =>
    table.rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))));

  it('has the rows, names and exact numbers of the screen; absent, blank and zero stay three things', () => {
    const table = tableOf('表', rows, columns, ['注'], reader);
    expect(table.columns).toEqual([
      { label: '科目编码' },
      { label: '科目名称' },
      { label: '2023 某局', unit: '万元' },
      { label: '合计 占比', unit: '%' },
    ]);
    expect(plain(table)).toEqual([
      ['201', '一般公共服务支出', '100.000001', '33.3333'],
      ['20103', '　政府办公厅', '–', '–'],
      ['2010301', '　　行政运行', null, '–'],
      ['208', '=社会保障', '0', '0'],
    ]);
    expect(table.notes).toEqual(['注']);
  });

  it('or the rectangle that was selected, with its headings', () => {
    const table = tableOf('表', rows, columns, [], reader, { rows: ['208', '201'], columns: ['c'] });
    expect(table.columns.map((column) => column.label)).toEqual(['科目编码', '科目名称', '2023 某局']);
    expect(plain(table)).toEqual([
      ['201', '一般公共服务支出', '100.000001'],
      ['208', '=社会保障', '0'],
    ]);
  });
});

describe('the lines under the table', () => {
  it('say what the totals are in one sentence, and name what is missing up to six', () => {
    const missing = Array.from({ length: 8 }, (_, i) => ({
      kind: 'not_filled' as const,
      department: `${i}局`,
      year: 2023,
      form_printed: i === 0,
    }));
    const lines = noteLines(
      [
        { kind: 'departments_summed', departments: 5 },
        { kind: 'years_differ', years: [2023, 2024] },
        ...missing,
      ],
      readSettings({}),
      t,
    );
    expect(lines[0]).toBe('合计为各部门之和；2023 与 2024 年部门不同，跨年合计仅供浏览');
    expect(lines[1]).toBe(
      '0局 2023 此表无金额；1局 2023 无此表；2局 2023 无此表；3局 2023 无此表；4局 2023 无此表；5局 2023 无此表；另有 2 份文件无此表数据',
    );
    expect(lines).toHaveLength(2);
    expect(noteLines([], readSettings({}), t)).toEqual([]);
  });
});
