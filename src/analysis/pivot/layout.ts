import { calculationOf, partsOf, type Calculation } from './calculation';
import type { Figures } from './figures';
import type { PivotNode } from './node';
import type { Refusal } from './dimensions';

/** Where sums stand beside what they add. */
export type Totals = 'before' | 'after' | 'none';

/** Which nodes are open: those above step `level`, except the toggled ones. */
export interface Expansion {
  /** Nodes of this step (from 1) are the deepest shown. */
  level: number;
  toggled: ReadonlySet<string>;
}

/** A node with children (or with ones that were not fetched) that shows them. */
export function isOpen(node: PivotNode, { level, toggled }: Expansion): boolean {
  if (node.children.length === 0) return false;
  return wantsOpen(node, { level, toggled });
}

/** As `isOpen`, also for nodes whose children are not there yet. */
export function wantsOpen(node: PivotNode, { level, toggled }: Expansion): boolean {
  if (node.kind === 'others') return toggled.has(node.id);
  return node.step + 1 < level !== toggled.has(node.id);
}

/** A row on the screen, with what a tree grid must say about it. */
export interface VisibleRow {
  /** Unique among the rows: the node's id, or that of the subtotal below its children. */
  id: string;
  node: PivotNode;
  /** `member` a node; `sum` the total of an open node below its children; `total` 合计. */
  role: 'member' | 'sum' | 'total';
  /** An open node whose sum stands elsewhere shows no figures itself. */
  figures: boolean;
  level: number;
  position: number;
  siblings: number;
  expandable: boolean;
  expanded: boolean;
}

export const SUM = '\u0001sum';

/** The rows on the screen from top to bottom, without 合计. `keep`: only rows that it holds and what is above them. */
export function visibleRows(
  root: PivotNode,
  expansion: Expansion,
  sums: Totals,
  keep: ReadonlySet<PivotNode> | null = null,
  level = 1,
): VisibleRow[] {
  const nodes = keep ? root.children.filter((node) => keep.has(node)) : root.children;
  return nodes.flatMap((node, i) => {
    // What a search found below is shown, whatever is closed.
    const found = keep !== null && node.children.some((child) => keep.has(child));
    const expanded = found || isOpen(node, expansion);
    const at = { node, position: i + 1, siblings: nodes.length };
    const expandable = node.children.length > 0 || node.deeper;
    const own: VisibleRow = {
      ...at,
      id: node.id,
      role: 'member',
      figures: !expanded || sums === 'before',
      level,
      expandable,
      expanded,
    };
    if (!expanded) return [own];
    const below = visibleRows(node, expansion, sums, keep, level + 1);
    if (sums !== 'after') return [own, ...below];
    const sum: VisibleRow = {
      ...own,
      id: node.id + SUM,
      role: 'sum',
      figures: true,
      expandable: false,
      expanded: false,
    };
    return [own, ...below, sum];
  });
}

/** Nodes that a search finds (code from its start, name anywhere), with everything above and below them. */
export function search(root: PivotNode, text: string, nameOf: (node: PivotNode) => string): Set<PivotNode> {
  const wanted = text.trim().toLowerCase();
  const found = new Set<PivotNode>();
  const look = (node: PivotNode): boolean => {
    const own = (node.code ?? '').startsWith(wanted) || nameOf(node).toLowerCase().includes(wanted);
    const below = node.children.map(look).some(Boolean);
    if (own || below) found.add(node);
    return own || below;
  };
  root.children.forEach(look);
  return found;
}

/** A column of figures: a member (or total) with one calculation. */
export interface VisibleColumn {
  /** Node and calculation: stays when the order changes. */
  id: string;
  node: PivotNode;
  role: 'member' | 'sum' | 'total';
  calculation: Calculation;
  /** The nodes above it, outermost first; a total has none. */
  path: readonly PivotNode[];
}

/** Shares and ranks say most at the total; comparisons belong to every column. */
const inTotals = (calculation: Calculation): boolean =>
  partsOf(calculation).kind.startsWith('share') || calculation === 'rank';

export interface ColumnLayout {
  expansion: Expansion;
  values: readonly Calculation[];
  /** Sums of open column groups, and the total of all columns. */
  sums: Totals;
  total: Totals;
  /** Shares and ranks in every column, not beside the total alone. */
  everywhere: boolean;
}

export const columnIdOf = (node: PivotNode, calculation: Calculation, role: VisibleColumn['role']): string =>
  `${node.id}${role === 'sum' ? SUM : ''}~${calculation}`;

/**
 * The columns from left to right. Where the members of the outermost dimension are not added there is no total; where
 * there is none, shares stand in every column.
 */
export function visibleColumns(
  root: PivotNode,
  rows: PivotNode,
  figures: Figures,
  layout: ColumnLayout,
): VisibleColumn[] {
  const { expansion, values, sums, total } = layout;
  const refused = (node: PivotNode) => isRefused(figures, rows, node);
  const hasTotal = total !== 'none' && root.children.length > 1 && refused(root) === null;
  const everywhere = layout.everywhere || !hasTotal;
  const columns = (node: PivotNode, role: VisibleColumn['role'], path: readonly PivotNode[]) =>
    values
      .filter((value) => role === 'total' || everywhere || !inTotals(value))
      .map((calculation) => ({ id: columnIdOf(node, calculation, role), node, role, calculation, path }));
  const below = (node: PivotNode, path: readonly PivotNode[]): VisibleColumn[] =>
    node.children.flatMap((child) => {
      const inside = [...path, child];
      if (!isOpen(child, expansion)) return columns(child, 'member', inside);
      const parts = below(child, inside);
      if (sums === 'none' || refused(child) !== null) return parts;
      const sum = columns(child, 'sum', inside);
      return sums === 'before' ? [...sum, ...parts] : [...parts, ...sum];
    });
  if (root.children.length === 0) return columns(root, 'total', []);
  const parts = below(root, []);
  if (!hasTotal) return parts;
  const whole = columns(root, 'total', []);
  return total === 'before' ? [...whole, ...parts] : [...parts, ...whole];
}

/** Why 合计 over a node's members is not made; null where it is. Asked of every row above which something is shown. */
export function isRefused(figures: Figures, rows: PivotNode, node: PivotNode): Refusal | null {
  const own = figures.of(rows, node);
  if (own.kind !== 'refused') return null;
  // The rows' own total may be refused, and single rows still have one.
  for (const row of rows.children) {
    const figure = figures.of(row, node);
    if (figure.kind !== 'refused') return null;
  }
  return own.refusal;
}

/** The calculation of a column's name; null where it is none. */
export function columnParts(id: string): { node: string; calculation: Calculation } | null {
  const at = id.lastIndexOf('~');
  const calculation = at < 0 ? null : calculationOf(id.slice(at + 1));
  return calculation ? { node: id.slice(0, at).replace(SUM, ''), calculation } : null;
}

/** The dimensions that have to be fetched so that everything open has its children. */
export function deepestOpen(toggled: Iterable<string>): number {
  let deepest = 0;
  for (const id of toggled) deepest = Math.max(deepest, id.split('>').length);
  return deepest;
}
