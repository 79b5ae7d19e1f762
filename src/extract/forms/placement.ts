import { absolute, type Fen } from '../../domain/money';
import type { RowRule } from './specs';

/** A row for the solver: the amounts in printed order, or already by column. Amounts and resolution in 分. */
export interface PlacementRow {
  level: number;
  amounts: readonly Fen[];
  resolution: Fen;
  /** By column where known: index into `amounts`, or null for blank. */
  fixed: readonly (number | null)[] | null;
}

/** What is known of a column's total from elsewhere in the document. `null` amount: the column must be blank or zero. */
export interface ColumnHint {
  column: number;
  amount: Fen | null;
  tolerance: Fen;
}

export interface PlacementProblem {
  columns: number;
  rules: readonly RowRule[];
  always: readonly number[];
  rows: readonly PlacementRow[];
  /** Hints on the top row (合计). */
  hints: readonly ColumnHint[];
}

/** Per row: for each column an index into `amounts`, null for blank, 'open' where readings differ. */
export type Placement = (number | null)[];

export interface PlacementResult {
  rows: (Placement | null)[];
  /** Rows of which more than one reading satisfies the sums; only what all readings share is placed. */
  ambiguous: Set<number>;
}

interface Node {
  row: number;
  children: Node[];
}

/** Readings kept per row; more than this and the row is told as ambiguous. */
const MAX_READINGS = 64;

/**
 * Places amounts whose empty neighbours have vanished: each row's amounts keep their order, the row's rule holds, each
 * column of 合计 is the sum of 类, of 类 the sum of 款, of 款 the sum of 项, within rounding (domain rule E5–E7).
 */
export function place(problem: PlacementProblem): PlacementResult {
  const roots = tree(problem.rows);
  const result: PlacementResult = { rows: problem.rows.map(() => null), ambiguous: new Set() };
  for (const root of roots) {
    const all = candidates(problem, root.row).filter(
      (placement) => solve(problem, root, placement, 1).length > 0,
    );
    const loose = all.length > 0 ? all : candidates(problem, root.row);
    const first = roots[0] === root ? null : result.rows[roots[0]!.row];
    const hinted = loose.filter((placement) =>
      first ? isWithin(placement, first) : agrees(problem, root.row, placement),
    );
    const chosen = hinted.length > 0 ? hinted : loose;
    const readings = chosen.flatMap((placement) => {
      const solved = solve(problem, root, placement, MAX_READINGS);
      return solved.length > 0 ? solved : [new Map([[root.row, placement]])];
    });
    merge(result, root, readings);
  }
  // A row that no reading fits still shows its first column where every row prints it.
  problem.rows.forEach((row, index) => {
    if (result.rows[index] || row.amounts.length === 0 || problem.always[0] !== 0) return;
    result.rows[index] = Array.from({ length: problem.columns }, (_, column) => (column === 0 ? 0 : null));
  });
  return result;
}

/** Lines beside the total (总计, 年末结转) use the columns that the total uses, where that is possible. */
function isWithin(placement: Placement, total: Placement): boolean {
  return placement.every((index, column) => index === null || total[column] !== null);
}

/** Rows by level → trees; a row hangs under the last row of a lower level. */
function tree(rows: readonly PlacementRow[]): Node[] {
  const roots: Node[] = [];
  const path: { level: number; node: Node }[] = [];
  rows.forEach((row, index) => {
    const node: Node = { row: index, children: [] };
    while (path.length > 0 && path.at(-1)!.level >= row.level) path.pop();
    const parent = path.at(-1);
    if (parent) parent.node.children.push(node);
    else roots.push(node);
    path.push({ level: row.level, node });
  });
  return roots;
}

/** Every reading of one row that keeps the order and satisfies the row's rules; without the rules where none does. */
function candidates(problem: PlacementProblem, index: number): Placement[] {
  const row = problem.rows[index]!;
  if (row.fixed) return [[...row.fixed]];
  const every = orders(problem, row.amounts.length);
  const lawful = every.filter((placement) => problem.rules.every((rule) => holds(row, placement, rule)));
  return lawful;
}

function orders(problem: PlacementProblem, count: number): Placement[] {
  const found: Placement[] = [];
  const walk = (column: number, next: number, placement: Placement) => {
    if (problem.columns - column < count - next) return;
    if (column === problem.columns) {
      if (count === 0 || problem.always.every((c) => placement[c] !== null)) found.push([...placement]);
      return;
    }
    if (next < count) {
      placement[column] = next;
      walk(column + 1, next + 1, placement);
    }
    placement[column] = null;
    walk(column + 1, next, placement);
  };
  walk(0, 0, []);
  return found;
}

function holds(row: PlacementRow, placement: Placement, rule: RowRule): boolean {
  const terms = [...rule.left, ...rule.right].filter((column) => placement[column] !== null).length;
  const sum = (columns: readonly number[]) =>
    columns.reduce((total, column) => total + (amountAt(row, placement, column) ?? 0n), 0n);
  return absolute(sum(rule.left) - sum(rule.right)) <= rounding(row.resolution, terms);
}

function amountAt(row: PlacementRow, placement: Placement, column: number): Fen | null {
  const index = placement[column];
  return index === null || index === undefined ? null : (row.amounts[index] ?? null);
}

/** n printed terms in one identity: n·u/2; amounts in 元 are exact. */
function rounding(resolution: Fen, terms: number): Fen {
  return resolution <= 1n ? 0n : (BigInt(terms) * resolution) / 2n;
}

function agrees(problem: PlacementProblem, index: number, placement: Placement): boolean {
  const row = problem.rows[index]!;
  return problem.hints.every(({ column, amount, tolerance }) => {
    const value = amountAt(row, placement, column);
    if (amount === null) return value === null || value === 0n;
    return absolute((value ?? 0n) - amount) <= tolerance;
  });
}

/** Readings of a subtree under a given reading of its top row, at most `limit`. */
function solve(
  problem: PlacementProblem,
  node: Node,
  placement: Placement,
  limit: number,
): Map<number, Placement>[] {
  if (node.children.length === 0) return [new Map([[node.row, placement]])];
  const top = problem.rows[node.row]!;
  const used = (p: Placement) =>
    p.every((index, column) => index === null || placement[column] !== null || top.amounts.length === 0);
  const options = node.children.map((child) => {
    const all = candidates(problem, child.row);
    return all.filter((p) => problem.rows[child.row]!.fixed !== null || used(p));
  });
  const found: Map<number, Placement>[] = [];
  const choose = (index: number, chosen: Placement[]) => {
    if (found.length >= limit) return;
    if (index === node.children.length) {
      if (!columnsAddUp(problem, node, placement, chosen)) return;
      const parts = node.children.map((child, i) => solve(problem, child, chosen[i]!, limit));
      if (parts.some((part) => part.length === 0)) return;
      let combined: Map<number, Placement>[] = [new Map([[node.row, placement]])];
      for (const part of parts) {
        combined = combined
          .flatMap((left) => part.map((right) => new Map([...left, ...right])))
          .slice(0, limit);
      }
      found.push(...combined.slice(0, limit - found.length));
      return;
    }
    for (const option of options[index]!) {
      const next = [...chosen, option];
      if (!exceeds(problem, node, placement, next)) choose(index + 1, next);
    }
  };
  choose(0, []);
  return found;
}

/** True where the first children alone already pass a column's total; only told where nothing is negative. */
function exceeds(
  problem: PlacementProblem,
  node: Node,
  placement: Placement,
  chosen: readonly Placement[],
): boolean {
  const top = problem.rows[node.row]!;
  if (top.amounts.length === 0) return false;
  if (node.children.some((child) => problem.rows[child.row]!.amounts.some((amount) => amount < 0n)))
    return false;
  return placement.some((_, column) => {
    const sum = chosen.reduce(
      (total, p, i) => total + (amountAt(problem.rows[node.children[i]!.row]!, p, column) ?? 0n),
      0n,
    );
    return (
      sum - (amountAt(top, placement, column) ?? 0n) > rounding(top.resolution, node.children.length + 1)
    );
  });
}

function columnsAddUp(
  problem: PlacementProblem,
  node: Node,
  placement: Placement,
  chosen: readonly Placement[],
): boolean {
  const top = problem.rows[node.row]!;
  if (top.amounts.length === 0) return true;
  for (let column = 0; column < problem.columns; column++) {
    const parts = node.children.flatMap((child, i) => {
      const value = amountAt(problem.rows[child.row]!, chosen[i]!, column);
      return value === null ? [] : [value];
    });
    const total = amountAt(top, placement, column);
    if (total === null && parts.length === 0) continue;
    const sum = parts.reduce((a, b) => a + b, 0n);
    if (absolute((total ?? 0n) - sum) > rounding(top.resolution, parts.length + 1)) return false;
  }
  return true;
}

/** One reading: taken. Several: what they share is taken, and the rows where they differ are told. None: left open. */
function merge(result: PlacementResult, node: Node, readings: readonly Map<number, Placement>[]): void {
  const visit = (current: Node) => {
    const seen = readings
      .map((reading) => reading.get(current.row))
      .filter((p): p is Placement => p !== undefined);
    const first = seen[0];
    if (first) {
      const shared = first.map((index, column) => (seen.every((p) => p[column] === index) ? index : null));
      if (seen.some((p) => p.some((index, column) => index !== shared[column])))
        result.ambiguous.add(current.row);
      result.rows[current.row] = shared;
    }
    current.children.forEach(visit);
  };
  visit(node);
}
