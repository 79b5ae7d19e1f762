import { describe, expect, it } from 'vitest';
import {
  between,
  clipped,
  columnsInSight,
  edges,
  groupRow,
  HEAD,
  headingOver,
  headingRows,
  rowOrder,
  TOTAL,
  treeKey,
  windowOf,
} from '../../../src/ui/treegrid/pure';
import type { TreeColumn, TreeKey, TreePlace, TreeRow, TreeShape } from '../../../src/ui/treegrid/pure';

function row(key: string, level: number, state: 'open' | 'closed' | 'leaf'): TreeRow {
  return {
    key,
    code: key,
    label: key,
    level,
    position: 1,
    siblings: 1,
    expandable: state !== 'leaf',
    expanded: state === 'open',
  };
}
const ROWS = [
  row('201', 1, 'open'),
  row('20103', 2, 'open'),
  row('2010301', 3, 'leaf'),
  row('2010399', 3, 'leaf'),
  row('208', 1, 'closed'),
];
const SHAPE: TreeShape = { rows: ROWS, columns: 4, hasTotal: true, page: 3 };
const press = (key: string, at: TreePlace, held: Partial<TreeKey> = {}) =>
  treeKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held }, at, SHAPE);
const at = (r: string, column: number): TreePlace => ({ row: r, column });
const focus = (r: string, column: number, extend = false) => ({ do: 'focus', place: at(r, column), extend });

describe('keys of the tree grid', () => {
  it('→ opens a closed row, then goes to its figures, and stops at the last', () => {
    expect(press('ArrowRight', at('208', 0))).toEqual({ do: 'toggle', row: '208' });
    expect(press('ArrowRight', at('201', 0))).toEqual(focus('201', 1));
    expect(press('ArrowRight', at('2010301', 0))).toEqual(focus('2010301', 1));
    expect(press('ArrowRight', at('201', 4))).toEqual(focus('201', 4));
  });

  it('← closes an open row, goes from a leaf or closed row to the parent, and from figures to the head', () => {
    expect(press('ArrowLeft', at('20103', 0))).toEqual({ do: 'toggle', row: '20103' });
    expect(press('ArrowLeft', at('2010399', 0))).toEqual(focus('20103', 0));
    expect(press('ArrowLeft', at('208', 0))).toBeNull();
    expect(press('ArrowLeft', at('2010399', 2))).toEqual(focus('2010399', 1));
    expect(press('ArrowLeft', at('2010399', 1))).toEqual(focus('2010399', 0));
  });

  it('↑ ↓ pass from the headings over the rows to the total, in the same column', () => {
    expect(press('ArrowUp', at('201', 2))).toEqual(focus(HEAD, 2));
    expect(press('ArrowDown', at(HEAD, 2))).toEqual(focus('201', 2));
    expect(press('ArrowDown', at('208', 2))).toEqual(focus(TOTAL, 2));
    expect(press('ArrowDown', at(TOTAL, 2))).toEqual(focus(TOTAL, 2));
    expect(press('PageDown', at('201', 1))).toEqual(focus('2010399', 1));
    expect(press('PageUp', at(TOTAL, 1))).toEqual(focus('2010301', 1));
  });

  it('Home and End run along the row, with Ctrl to the first row and the total', () => {
    expect(press('Home', at('20103', 3))).toEqual(focus('20103', 0));
    expect(press('End', at('20103', 0))).toEqual(focus('20103', 4));
    expect(press('Home', at('208', 3), { ctrlKey: true })).toEqual(focus('201', 3));
    expect(press('End', at('201', 3), { metaKey: true })).toEqual(focus(TOTAL, 3));
  });

  it('Enter opens a figure, opens or closes a row at its head, and sorts at a heading', () => {
    expect(press('Enter', at('201', 3))).toEqual({ do: 'open', place: at('201', 3) });
    expect(press('Enter', at('201', 0))).toEqual({ do: 'toggle', row: '201' });
    expect(press(' ', at('208', 0))).toEqual({ do: 'toggle', row: '208' });
    expect(press('Enter', at('2010301', 0))).toEqual({ do: 'open', place: at('2010301', 0) });
    expect(press('Enter', at(HEAD, 2))).toEqual({ do: 'sort', column: 2 });
  });

  it('Shift extends a selection instead of opening or closing; Ctrl+A takes all, other shortcuts pass', () => {
    expect(press('ArrowDown', at('201', 1), { shiftKey: true })).toEqual(focus('20103', 1, true));
    expect(press('ArrowRight', at('208', 0), { shiftKey: true })).toEqual(focus('208', 1, true));
    expect(press('a', at('201', 1), { ctrlKey: true })).toEqual({ do: 'select_all' });
    expect(press('c', at('201', 1), { ctrlKey: true })).toBeNull();
    expect(press('ArrowDown', at('201', 1), { altKey: true })).toBeNull();
    expect(press('x', at('201', 1))).toBeNull();
  });
});

describe('a selection', () => {
  it('is the rectangle between two places, whichever was first', () => {
    const rectangle = between(at('208', 3), at('20103', 1), SHAPE);
    expect([...rectangle.rows]).toEqual(['20103', '2010301', '2010399', '208']);
    expect([rectangle.first, rectangle.last]).toEqual([1, 3]);
    expect([...between(at(TOTAL, 0), at('208', 0), SHAPE).rows]).toEqual(['208', TOTAL]);
    expect(rowOrder(SHAPE)[0]).toBe(HEAD);
  });
});

describe('headings', () => {
  const column = (id: string, groups: string[], total = false): TreeColumn => ({
    id,
    label: id,
    groups: groups.map((group) => ({ id: group, label: group })),
    total,
  });
  const columns = [
    column('a', ['部门', '2023']),
    column('b', ['部门', '2024']),
    column('c', ['部门', '2024']),
    column('d', ['单位', '2024']),
    column('e', ['单位', '合计'], true),
    column('f', ['单位', '合计'], true),
  ];

  it('join neighbours of one group, but not the same group under another', () => {
    expect(headingRows(columns).map((r) => r.map((h) => [h.label, h.span, h.first]))).toEqual([
      [
        ['部门', 3, 0],
        ['单位', 3, 3],
      ],
      [
        ['2023', 1, 0],
        ['2024', 2, 1],
        ['2024', 1, 3],
        ['合计', 2, 4],
      ],
    ]);
  });

  it('lines stand where a group or the totals begin', () => {
    expect([...edges(columns)]).toEqual([0, 1, 3, 4]);
    expect([...edges([column('a', []), column('b', []), column('t', [], true)])]).toEqual([2]);
  });
});

describe('the rows of a long table', () => {
  it('are those in sight and some around them, within the table', () => {
    expect(windowOf(1000, 30, 0, 600, 10)).toEqual({ start: 0, end: 30 });
    expect(windowOf(1000, 30, 15_000, 600, 10)).toEqual({ start: 490, end: 530 });
    expect(windowOf(1000, 30, 29_700, 600, 10)).toEqual({ start: 980, end: 1000 });
    expect(windowOf(5, 30, 9000, 600, 10)).toEqual({ start: 5, end: 5 });
  });
});

describe('groups of columns', () => {
  const GROUPED: TreeShape = {
    ...SHAPE,
    groups: [
      [
        { first: 0, span: 3 },
        { first: 3, span: 1 },
      ],
      null,
    ],
  };
  const key = (name: string, place: TreePlace) =>
    treeKey({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }, place, GROUPED);

  it('stand above the headings; rows of groups that never close are passed over', () => {
    expect(rowOrder(GROUPED).slice(0, 3)).toEqual([groupRow(0), HEAD, '201']);
    expect(key('ArrowUp', at(HEAD, 2))).toEqual(focus(groupRow(0), 2));
    expect(key('ArrowDown', at(groupRow(0), 1))).toEqual(focus(HEAD, 1));
    expect(key('Home', at('201', 2))).toEqual(focus('201', 0));
  });

  it('← → pass from one to the next, Enter opens or closes', () => {
    expect(key('ArrowRight', at(groupRow(0), 1))).toEqual(focus(groupRow(0), 4));
    expect(key('ArrowRight', at(groupRow(0), 4))).toEqual(focus(groupRow(0), 4));
    expect(key('ArrowLeft', at(groupRow(0), 4))).toEqual(focus(groupRow(0), 1));
    expect(key('Enter', at(groupRow(0), 4))).toEqual({ do: 'group', level: 0, column: 4 });
  });

  it('are cut to the columns in sight, under the same name', () => {
    const group = { id: 'g', label: '2023' };
    const heading = { key: '0:0', label: '2023', span: 10, first: 0, group };
    expect(clipped([heading], 4, 6)).toEqual([{ ...heading, first: 4, span: 2 }]);
    expect(clipped([heading], 10, 12)).toEqual([]);
    expect(headingOver([[heading]], { row: groupRow(0), column: 7 })).toBe(heading);
    expect(headingOver([[heading]], { row: HEAD, column: 7 })).toBeNull();
  });
});

describe('the columns of a wide table', () => {
  it('are all of them up to sixty, else those in sight and some around them', () => {
    expect(columnsInSight(60, 100, 5000, 800)).toEqual({ start: 0, end: 60 });
    expect(columnsInSight(1000, 100, 5000, 800, 4)).toEqual({ start: 46, end: 62 });
    expect(columnsInSight(1000, 100, 99_900, 800, 4)).toEqual({ start: 995, end: 1000 });
  });
});
