import { amountOf, type PivotNode } from './model';

export type SortDirection = 'descending' | 'ascending';

/** Order of the rows within each parent: by a column's amounts, or as the codes run (null). */
export interface PivotSort {
  column: string;
  direction: SortDirection;
}

/**
 * The tree with every level sorted by a column's amounts; rows without an amount come last either way, equal amounts
 * keep the order of their codes, rows that fit nowhere in the tree stay at the end.
 */
export function sortTree(nodes: readonly PivotNode[], sort: PivotSort | null): PivotNode[] {
  if (!sort) return [...nodes];
  const sign = sort.direction === 'descending' ? -1 : 1;
  return nodes
    .map((node) => ({ node, amount: amountOf(node, sort.column) }))
    .sort((a, b) => {
      if (a.node.loose !== b.node.loose) return a.node.loose ? 1 : -1;
      if (a.amount === null || b.amount === null)
        return Number(a.amount === null) - Number(b.amount === null);
      return a.amount === b.amount ? 0 : a.amount < b.amount ? -sign : sign;
    })
    .map(({ node }) => ({ ...node, children: sortTree(node.children, sort) }));
}

/** Which rows are open: all above `depth`, except those toggled by hand. */
export interface Expansion {
  /** Rows of this depth are the deepest shown. */
  depth: number;
  toggled: ReadonlySet<string>;
}

export function isExpanded(node: PivotNode, expansion: Expansion): boolean {
  if (node.children.length === 0) return false;
  return node.depth < expansion.depth !== expansion.toggled.has(node.key);
}

/** A row on the screen, with what a tree grid must say about it. */
export interface VisibleRow {
  node: PivotNode;
  parent: PivotNode | null;
  level: number;
  position: number;
  siblings: number;
  expandable: boolean;
  expanded: boolean;
}

/** The rows on the screen from top to bottom. */
export function visibleRows(
  roots: readonly PivotNode[],
  expansion: Expansion,
  parent: PivotNode | null = null,
  level = 1,
): VisibleRow[] {
  return roots.flatMap((node, i) => {
    const expanded = isExpanded(node, expansion);
    const row: VisibleRow = {
      node,
      parent,
      level,
      position: i + 1,
      siblings: roots.length,
      expandable: node.children.length > 0,
      expanded,
    };
    return expanded ? [row, ...visibleRows(node.children, expansion, node, level + 1)] : [row];
  });
}
