import type Decimal from 'decimal.js';
import { ratio, type Fen } from '../../domain/money';
import { partsOf, yearOfBase, type Base, type Calculation } from './calculation';
import type { Refusal } from './dimensions';
import { amountOf, together, type Figure, type Figures } from './figures';
import type { NodePlace, PivotNode } from './node';
import { WHOLE } from './queries';

/** Why a calculation has no value; the page words it. */
export type Missing =
  | Exclude<Figure['kind'], 'amount'>
  /** No document of the base's year or stage for the same department. */
  | 'no_base'
  /** The base has no such subject: it is new. */
  | 'new'
  /** The base had the subject, the figure has not. */
  | 'ended'
  | 'zero_base'
  | 'negative_base'
  /** Several years are added: the year before is not one. */
  | 'years_summed'
  /** The figure is its own base. */
  | 'is_base'
  /** No single department in row and column. */
  | 'no_department'
  /** What it would be a share of has no amount. */
  | 'no_whole';

/** A value of a cell: money in 分, an exact ratio (1 = 100 %), a place in a ranking, or why there is none. */
export type Calculated =
  | { kind: 'money'; amount: Fen; over: number | null }
  | { kind: 'ratio'; value: Decimal; over: number | null }
  | { kind: 'rank'; rank: number; among: number }
  | { kind: 'none'; missing: Missing; refusal: Refusal | null };

const none = (missing: Missing, refusal: Refusal | null = null): Calculated => ({
  kind: 'none',
  missing,
  refusal,
});

/** The rows and columns that a calculation may refer to. */
export interface Axes {
  rows: PivotNode;
  columns: PivotNode;
}

/**
 * A calculation for a row in a column. Comparisons are made over the departments that have figures on both sides;
 * where those are not all, `over` says how many documents they are.
 */
export function calculate(
  figures: Figures,
  axes: Axes,
  row: PivotNode,
  column: PivotNode,
  calculation: Calculation,
): Calculated {
  const figure = figures.of(row, column);
  const { kind, base } = partsOf(calculation);
  if (figure.kind === 'refused') return none('refused', figure.refusal);
  if (base !== null) return compared(figures, figure, kind, base);
  if (kind === 'rank') return rankOf(figures, figure, row, column);
  if (kind === 'amount') {
    const amount = amountOf(figure);
    return amount === null ? none(figure.kind as Missing) : { kind: 'money', amount, over: null };
  }
  const part = amountOf(figure);
  if (part === null) return none(figure.kind as Missing);
  const whole = wholeOf(figures, axes, row, column, kind);
  if (whole === 'no_department') return none('no_department');
  if (whole.kind === 'refused') return none('refused', whole.refusal);
  const total = amountOf(whole);
  if (total === null) return none('no_whole');
  const value = ratio(part, total);
  return value === null ? none('zero_base') : { kind: 'ratio', value, over: null };
}

/** What a share is a share of. */
export function wholeOf(
  figures: Figures,
  axes: Axes,
  row: PivotNode,
  column: PivotNode,
  kind: string,
): Figure | 'no_department' {
  switch (kind) {
    case 'share_row':
      return figures.of(row, top(column, axes.columns));
    case 'share_parent':
      return figures.of(row.parent ? up(row.parent, axes.rows) : top(row, axes.rows), column);
    case 'share_total':
      return figures.of(top(row, axes.rows), top(column, axes.columns));
    case 'share_department': {
      const at = together(row.at, column.at);
      if (row.kind === 'others' || column.kind === 'others' || !at) return 'no_department';
      const departments = figures.at({ ...at, key: '' }).of;
      if (at.department === undefined && departments.documents !== departments.years.size)
        return 'no_department';
      const printed = figures.at({ ...at, key: WHOLE });
      return printed.kind === 'amount' ? printed : figures.at({ ...at, key: '' });
    }
    default:
      return figures.of(top(row, axes.rows), column);
  }
}

const UNADDED = ['form', 'fund', 'measure', 'stage', 'scope'] as const;
const wholes = new WeakMap<PivotNode, Map<string, PivotNode>>();

/** 合计 of an axis for a node: all its members, but only of the node's own form, stage and scope, which are not added. */
export function top(node: PivotNode, root: PivotNode): PivotNode {
  const own = UNADDED.filter((key) => node.at[key] !== undefined);
  if (own.length === 0) return root;
  const at = Object.fromEntries(own.map((key) => [key, node.at[key]])) as NodePlace;
  let known = wholes.get(root);
  if (!known) wholes.set(root, (known = new Map<string, PivotNode>()));
  const id = JSON.stringify(at);
  const whole = known.get(id) ?? { ...root, at };
  known.set(id, whole);
  return whole;
}

/** A parent as the base of a share: 其他 stands among its siblings, not above them. */
const up = (parent: PivotNode, root: PivotNode): PivotNode =>
  parent.kind === 'others' ? (parent.parent ?? root) : parent;

function compared(figures: Figures, figure: Figure, kind: string, base: Base): Calculated {
  const { plan } = figures.cube;
  const index = plan.bases.indexOf(base);
  if (index < 0) return none('no_base');
  const byYear = base === 'prior_year' || yearOfBase(base) !== null;
  if (byYear && figure.of.years.size > 1) return none('years_summed');
  if (!byYear && figure.atoms.some(({ series }) => plan.series[series]!.stage === base))
    return none('is_base');
  const matched = figure.of.bases[index]?.matched ?? 0;
  if (figure.kind === 'no_form' || figure.kind === 'nowhere' || figure.kind === 'unknown')
    return none(figure.kind);
  if (matched === 0) return none('no_base');
  const over = matched < figure.of.filled ? matched : null;
  const sums = figure.cell?.bases[index];
  const amount = sums?.amount ?? null;
  const of = sums?.of ?? null;
  if (kind === 'base')
    return amount === null ? none(of === null ? 'absent' : 'new') : { kind: 'money', amount, over };
  if (amount === null) return none(of === null ? (figure.kind === 'blank' ? 'blank' : 'absent') : 'new');
  if (of === null) return none('ended');
  if (kind === 'change') return { kind: 'money', amount: of - amount, over };
  if (amount === 0n) return none('zero_base');
  // A rate against a negative base would tell the wrong direction.
  if (amount < 0n) return none('negative_base');
  const value = ratio(kind === 'change_rate' ? of - amount : of, amount)!;
  return { kind: 'ratio', value, over };
}

/** Place of a row among its siblings by amount, the largest first; equal amounts share a place. */
function rankOf(figures: Figures, figure: Figure, row: PivotNode, column: PivotNode): Calculated {
  const own = amountOf(figure);
  if (own === null) return none(figure.kind as Missing);
  if (!row.parent || row.kind !== 'member' || row.loose) return none('no_whole');
  const siblings = siblingsOf(row).flatMap((node) => {
    const amount = node.kind === 'member' && !node.loose ? amountOf(figures.of(node, column)) : null;
    return amount === null ? [] : [amount];
  });
  return { kind: 'rank', rank: 1 + siblings.filter((amount) => amount > own).length, among: siblings.length };
}

/** The members beside a row, with those that 其他 gathers. */
function siblingsOf(row: PivotNode): readonly PivotNode[] {
  const parent = row.parent!.kind === 'others' ? row.parent!.parent! : row.parent!;
  return parent.children.flatMap((node) => (node.kind === 'others' ? node.children : [node]));
}
