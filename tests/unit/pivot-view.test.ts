import { describe, expect, it } from 'vitest';
import {
  amountOf,
  isExpanded,
  shareOf,
  sortTree,
  visibleRows,
  type PivotCell,
  type PivotNode,
} from '../../src/analysis/pivot';

const amount = (fen: bigint): PivotCell => ({
  kind: 'amount',
  amount: fen,
  documents: 1,
  fact_id: null,
  marks: [],
});
const nothing = (kind: 'blank' | 'absent'): PivotCell => ({ kind, marks: [] });

function node(
  key: string,
  depth: number,
  cell: PivotCell,
  children: PivotNode[] = [],
  loose = false,
): PivotNode {
  return { key, code: key, name: key, otherNames: [], depth, loose, cells: new Map([['c', cell]]), children };
}

const TREE = [
  node('201', 1, amount(60n), [
    node('20101', 2, amount(10n)),
    node('20103', 2, amount(50n), [
      node('2010301', 3, amount(50n)),
      node('2010350', 3, nothing('blank')),
      node('2010399', 3, amount(50n)),
    ]),
  ]),
  node('208', 1, amount(-5n)),
  node('210', 1, nothing('absent')),
  node('212', 1, amount(100n)),
  node('?x', 1, amount(999n), [], true),
];
const keys = (nodes: readonly PivotNode[]) => nodes.map((n) => n.key);

describe('sorting', () => {
  it('runs within each parent; nothing comes last, whichever way; unplaced rows stay at the end', () => {
    const down = sortTree(TREE, { column: 'c', direction: 'descending' });
    expect(keys(down)).toEqual(['212', '201', '208', '210', '?x']);
    expect(keys(down[1]!.children)).toEqual(['20103', '20101']);
    expect(keys(down[1]!.children[0]!.children)).toEqual(['2010301', '2010399', '2010350']);
    const up = sortTree(TREE, { column: 'c', direction: 'ascending' });
    expect(keys(up)).toEqual(['208', '201', '212', '210', '?x']);
    expect(keys(up[1]!.children)).toEqual(['20101', '20103']);
  });

  it('leaves the tree alone: its order, and the original', () => {
    expect(keys(sortTree(TREE, null))).toEqual(['201', '208', '210', '212', '?x']);
    expect(keys(TREE)).toEqual(['201', '208', '210', '212', '?x']);
  });
});

describe('expanding', () => {
  it('opens everything above the level, and what was toggled the other way', () => {
    const rows = (depth: number, ...toggled: string[]) =>
      keys(visibleRows(TREE, { depth, toggled: new Set(toggled) }).map((row) => row.node));
    expect(rows(1)).toEqual(['201', '208', '210', '212', '?x']);
    expect(rows(2)).toEqual(['201', '20101', '20103', '208', '210', '212', '?x']);
    expect(rows(1, '201')).toEqual(rows(2));
    expect(rows(2, '201')).toEqual(rows(1));
    expect(rows(3, '20103')).toEqual(rows(2));
  });

  it('says of each row its level, its place among its siblings and whether it opens', () => {
    const rows = visibleRows(TREE, { depth: 3, toggled: new Set() });
    expect(rows.map((r) => [r.node.key, r.level, r.position, r.siblings, r.expandable, r.expanded])).toEqual([
      ['201', 1, 1, 5, true, true],
      ['20101', 2, 1, 2, false, false],
      ['20103', 2, 2, 2, true, true],
      ['2010301', 3, 1, 3, false, false],
      ['2010350', 3, 2, 3, false, false],
      ['2010399', 3, 3, 3, false, false],
      ['208', 1, 2, 5, false, false],
      ['210', 1, 3, 5, false, false],
      ['212', 1, 4, 5, false, false],
      ['?x', 1, 5, 5, false, false],
    ]);
    expect(isExpanded(TREE[1]!, { depth: 3, toggled: new Set() })).toBe(false);
  });
});

describe('shares', () => {
  const total = node('', 0, amount(240n));
  it('are exact ratios of one column', () => {
    const share = shareOf(TREE[0]!, total, 'c');
    expect(share.value?.toString()).toBe('0.25');
    expect(shareOf(TREE[1]!, total, 'c').value?.isNegative()).toBe(true);
  });

  it('are undefined with a reason, never zero or infinite', () => {
    expect(shareOf(TREE[2]!, total, 'c')).toEqual({ value: null, reason: 'no_amount' });
    expect(shareOf(TREE[0]!, TREE[2]!, 'c')).toEqual({ value: null, reason: 'no_base' });
    expect(shareOf(TREE[0]!, null, 'c')).toEqual({ value: null, reason: 'no_base' });
    expect(shareOf(TREE[0]!, node('', 0, amount(0n)), 'c')).toEqual({ value: null, reason: 'zero_base' });
    expect(amountOf(TREE[2]!, 'c')).toBeNull();
  });
});
