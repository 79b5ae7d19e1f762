import { absolute } from '../../domain/money';
import type { Axes, Calculated } from './calculate';
import { calculate } from './calculate';
import type { Calculation } from './calculation';
import { subjectLevels, type Dimension } from './dimensions';
import { amountOf, type Figures } from './figures';
import { idOf, type PivotNode } from './node';

export type SortDirection = 'ascending' | 'descending';

/** The order of members within each parent; `natural` is the order of codes, years and forms. */
export type PivotSort =
  | { by: 'natural' | 'name'; direction: SortDirection }
  | { by: 'value'; column: string; calculation: Calculation; absolute: boolean; direction: SortDirection };

export const NATURAL: PivotSort = { by: 'natural', direction: 'ascending' };

const collator = new Intl.Collator('zh-Hans-CN');
const hasTop = (dimension: Dimension | null) =>
  dimension === 'department' ||
  dimension === 'region' ||
  (dimension !== null && subjectLevels(dimension) !== null);

/** −1, 0, 1 for two calculated values; those without a value come last whichever way. */
function compareValues(a: Calculated, b: Calculated, absolutely: boolean, sign: 1 | -1): number {
  if (a.kind === 'none' || b.kind === 'none') return Number(a.kind === 'none') - Number(b.kind === 'none');
  if (a.kind === 'money' && b.kind === 'money') {
    const [x, y] = absolutely ? [absolute(a.amount), absolute(b.amount)] : [a.amount, b.amount];
    return x === y ? 0 : x < y ? -sign : sign;
  }
  if (a.kind === 'ratio' && b.kind === 'ratio') {
    const order = absolutely ? a.value.abs().comparedTo(b.value.abs()) : a.value.comparedTo(b.value);
    return order * sign;
  }
  return a.kind === 'rank' && b.kind === 'rank' ? (a.rank - b.rank) * sign : 0;
}

/** The children of every node in an order; formulas and unplaced rows stay at the end, the natural order breaks ties. */
export function sorted(root: PivotNode, sort: PivotSort, value: (node: PivotNode) => Calculated): PivotNode {
  if (sort.by === 'natural' && sort.direction === 'ascending') return root;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const last = (node: PivotNode) => (node.loose ? 2 : node.kind === 'basket' ? 1 : 0);
  const order = (node: PivotNode): PivotNode => {
    const children = node.children.map((child, i) => ({
      child,
      i,
      value: sort.by === 'value' ? value(child) : null,
    }));
    children.sort((a, b) => {
      const rest = last(a.child) - last(b.child);
      if (rest !== 0) return rest;
      if (last(a.child) > 0) return a.i - b.i;
      if (sort.by === 'natural') return (b.i - a.i) * -sign;
      if (sort.by === 'name') {
        const names = [a.child.name ?? a.child.member, b.child.name ?? b.child.member] as const;
        return collator.compare(...names) * sign || a.i - b.i;
      }
      return compareValues(a.value!, b.value!, sort.by === 'value' && sort.absolute, sign) || a.i - b.i;
    });
    return adopted({ ...node, children: children.map(({ child }) => order(child)) });
  };
  return order(root);
}

/** A node whose children know it as their parent. */
function adopted(node: PivotNode): PivotNode {
  for (const child of node.children) child.parent = node;
  return node;
}

/**
 * Every parent's members beyond the `n` largest gathered into 其他, whose figures are their sums. Only for departments,
 * regions and subjects; a 其他 of one would hide its name and save nothing.
 */
export function topped(root: PivotNode, n: number | null, value: (node: PivotNode) => Calculated): PivotNode {
  if (n === null) return root;
  const cut = (node: PivotNode): PivotNode => {
    const children = node.children.map(cut);
    const members = children.filter(
      (child) => child.kind === 'member' && !child.loose && hasTop(child.dimension),
    );
    if (members.length <= n + 1) return adopted({ ...node, children });
    const bySize = members
      .map((child, i) => ({ child, i, value: value(child) }))
      .sort((a, b) => compareValues(a.value, b.value, true, -1) || a.i - b.i);
    const rest = new Set(bySize.slice(n).map(({ child }) => child));
    const first = members[0]!;
    const others: PivotNode = {
      ...first,
      id: idOf(node, '…'),
      kind: 'others',
      member: '…',
      at: node.at,
      code: null,
      name: null,
      otherNames: [],
      deeper: false,
      children: members.filter((child) => rest.has(child)),
    };
    adopted(others);
    const kept = children.filter((child) => !rest.has(child));
    const end = kept.findIndex((child) => child.kind === 'basket' || child.loose);
    kept.splice(end < 0 ? kept.length : end, 0, others);
    return adopted({ ...node, children: kept });
  };
  return cut(root);
}

/** How rows or columns stand: order, how many of each parent's members, and by what. */
export interface Arrangement {
  sort: PivotSort;
  top: number | null;
  topColumns: number | null;
}

/**
 * The rows and columns as they stand. The largest members are those of the largest amounts in the other axis's total
 * (or the column that the rows are sorted by).
 */
export function arranged(figures: Figures, axes: Axes, { sort, top, topColumns }: Arrangement): Axes {
  const byAmount = (amount: ReturnType<typeof amountOf>): Calculated =>
    amount === null
      ? { kind: 'none', missing: 'absent', refusal: null }
      : { kind: 'money', amount, over: null };
  const columns = topped(axes.columns, topColumns, (node) =>
    byAmount(amountOf(figures.of(measuring(figures, axes.rows, node), node))),
  );
  const column =
    sort.by === 'value' ? [...everything(columns)].find((node) => node.id === sort.column) : undefined;
  const value = (node: PivotNode): Calculated =>
    sort.by === 'value' && column
      ? calculate(figures, axes, node, column, sort.calculation)
      : byAmount(amountOf(figures.of(node, measuring(figures, axes.columns, node))));
  const usable = sort.by === 'value' && !column ? NATURAL : sort;
  const rows = topped(sorted(axes.rows, usable, value), top, value);
  return { rows, columns };
}

/** What members are measured by: the total of the other axis, or its first member where there is none. */
function measuring(figures: Figures, root: PivotNode, node: PivotNode): PivotNode {
  let by = root;
  while (figures.of(node, by).kind === 'refused' && by.children[0]) by = by.children[0];
  return by;
}

/** A node and all nodes below it. */
export function* everything(node: PivotNode): Generator<PivotNode> {
  yield node;
  for (const child of node.children) yield* everything(child);
}
