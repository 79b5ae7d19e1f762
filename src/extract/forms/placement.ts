import { absolute, type Fen } from '../../domain/money';
import { buildTree, type Node } from './row-tree';
import type { RowRule } from './specs';

/** A row for the solver: the amounts in printed order, or already by column. Amounts and resolution in 分. */
export interface PlacementRow {
  level: number;
  amounts: readonly Fen[];
  resolution: Fen;
  /** By column where known: index into `amounts`, or null for blank. */
  fixed: readonly (number | null)[] | null;
  /** What the same row of another form says of a column; decides only between readings that are else equally good. */
  hints?: readonly ColumnHint[];
}

/** What is known of a column from elsewhere in the document. `null` amount: the column must be blank or zero. */
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

/** For each column an index into the row's `amounts`, or null for blank. */
export type Placement = (number | null)[];

export interface PlacementResult {
  rows: (Placement | null)[];
  /** Rows of which more than one reading is equally good; only what all of them share is placed. */
  ambiguous: Set<number>;
  /** Rows read although a sum that they take part in fails: the document contradicts itself there. */
  contradicted: Set<number>;
}

interface Solved {
  cost: number;
  readings: Map<number, Placement>[];
}

/** Readings kept per subtree: two that differ are enough to tell that a row is open. */
const MAX_READINGS = 16;
/** Combinations tried per family of rows; beyond it the family is left open and told. */
const MAX_COMBINATIONS = 200_000;
/** A sum that fails outweighs any number of hints from other forms. */
const FAILED_SUM = 1000;

/**
 * Places amounts whose empty neighbours have vanished: each row's amounts keep their order, the row's rule holds, each
 * column of 合计 is the sum of 类, of 类 the sum of 款, of 款 the sum of 项, within rounding (E5–E7). Where a printed
 * sum is wrong, the reading with the fewest sums that fail is taken and the rows are told as contradicted.
 */
export function place(problem: PlacementProblem): PlacementResult {
  const roots = buildTree(problem.rows);
  const result: PlacementResult = {
    rows: problem.rows.map(() => null),
    ambiguous: new Set(),
    contradicted: new Set(),
  };
  for (const root of roots) {
    const first = roots[0] === root ? null : result.rows[roots[0]!.row];
    const all = candidates(problem, root.row, null);
    const agreeing = all.filter((p) =>
      first ? isWithin(p, first) : agrees(problem, root.row, p, problem.hints),
    );
    const solved = (agreeing.length > 0 ? agreeing : all).map((placement) => solve(problem, root, placement));
    const cost = Math.min(...solved.map((option) => option.cost));
    const readings = solved.filter((option) => option.cost === cost).flatMap((option) => option.readings);
    merge(result, root, readings, cost >= FAILED_SUM);
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

/**
 * Every reading of a row that keeps the order, stays in the columns of the row above it and satisfies the row's rules.
 * A row whose printed sum is wrong has one where its amounts fill the columns of the row above.
 */
function candidates(problem: PlacementProblem, index: number, above: Placement | null): Placement[] {
  const row = problem.rows[index]!;
  if (row.fixed) return [[...row.fixed]];
  const inside = orders(problem, row.amounts.length).filter(
    (placement) => !above || isWithin(placement, above),
  );
  const lawful = inside.filter((placement) => problem.rules.every((rule) => holds(row, placement, rule)));
  if (lawful.length > 0) return lawful;
  return above && inside.length === 1 ? inside : [];
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

function agrees(
  problem: PlacementProblem,
  index: number,
  placement: Placement,
  hints: readonly ColumnHint[],
): boolean {
  return disagreements(problem, index, placement, hints) === 0;
}

function disagreements(
  problem: PlacementProblem,
  index: number,
  placement: Placement,
  hints: readonly ColumnHint[],
): number {
  const row = problem.rows[index]!;
  return hints.filter(({ column, amount, tolerance }) => {
    const value = amountAt(row, placement, column);
    if (amount === null) return value !== null && value !== 0n;
    return absolute((value ?? 0n) - amount) > tolerance;
  }).length;
}

/** The best readings of a subtree under a given reading of its top row. */
function solve(problem: PlacementProblem, node: Node, placement: Placement): Solved {
  const top = problem.rows[node.row]!;
  const own = disagreements(problem, node.row, placement, top.hints ?? []);
  const self = new Map([[node.row, placement]]);
  if (node.children.length === 0) return { cost: own, readings: [self] };
  const above = top.amounts.length > 0 ? placement : null;
  const options = node.children.map((child) =>
    candidates(problem, child.row, above).map((option) => ({
      option,
      solved: solve(problem, child, option),
    })),
  );
  // A row that cannot be read at all (its own sum is wrong) is left out; the sums over it then cannot hold.
  const readable = options.filter((list) => list.length > 0);
  const lost = options.length - readable.length;
  const rows = node.children.filter((_, i) => options[i]!.length > 0).map((child) => child.row);
  const best: Solved = { cost: Infinity, readings: [] };
  let tried = 0;
  const choose = (index: number, chosen: Placement[], parts: Solved[], cost: number) => {
    if (tried > MAX_COMBINATIONS) return;
    if (
      cost + FAILED_SUM * failedSums(problem, node, placement, rows, chosen, index < rows.length) >
      best.cost
    )
      return;
    if (index === rows.length) {
      tried += 1;
      const total = cost + FAILED_SUM * (failedSums(problem, node, placement, rows, chosen, false) + lost);
      if (total > best.cost) return;
      if (total < best.cost) best.readings = [];
      best.cost = total;
      best.readings.push(...combine(self, parts).slice(0, MAX_READINGS - best.readings.length));
      return;
    }
    for (const { option, solved } of readable[index]!) {
      choose(index + 1, [...chosen, option], [...parts, solved], cost + solved.cost);
    }
  };
  choose(0, [], [], own);
  return tried > MAX_COMBINATIONS || best.readings.length === 0
    ? { cost: FAILED_SUM + own, readings: [self] }
    : best;
}

function combine(self: Map<number, Placement>, parts: readonly Solved[]): Map<number, Placement>[] {
  let combined = [self];
  for (const { readings } of parts) {
    combined = combined
      .flatMap((left) => readings.map((right) => new Map([...left, ...right])))
      .slice(0, MAX_READINGS);
  }
  return combined;
}

/**
 * How many columns of a row are not the sum of its children. While children are still missing only the columns count
 * that the sum has already passed, which nothing negative can take back.
 */
function failedSums(
  problem: PlacementProblem,
  node: Node,
  placement: Placement,
  rows: readonly number[],
  chosen: readonly Placement[],
  partial: boolean,
): number {
  const top = problem.rows[node.row]!;
  if (top.amounts.length === 0) return 0;
  if (partial && rows.some((row) => problem.rows[row]!.amounts.some((amount) => amount < 0n))) return 0;
  let failed = 0;
  for (let column = 0; column < problem.columns; column++) {
    let sum = 0n;
    let terms = 0;
    chosen.forEach((option, i) => {
      const value = amountAt(problem.rows[rows[i]!]!, option, column);
      if (value === null) return;
      sum += value;
      terms += 1;
    });
    const total = amountAt(top, placement, column);
    if (total === null && terms === 0) continue;
    const difference = sum - (total ?? 0n);
    const allowed = rounding(top.resolution, partial ? rows.length + 1 : terms + 1);
    if (partial ? difference > allowed : absolute(difference) > allowed) failed += 1;
  }
  return failed;
}

/** One reading: taken. Several: what they share is taken, and the rows where they differ are told. None: left open. */
function merge(
  result: PlacementResult,
  node: Node,
  readings: readonly Map<number, Placement>[],
  contradicted: boolean,
): void {
  const seen = readings
    .map((reading) => reading.get(node.row))
    .filter((p): p is Placement => p !== undefined);
  const first = seen[0];
  if (first) {
    const shared = first.map((index, column) => (seen.every((p) => p[column] === index) ? index : null));
    if (seen.some((p) => p.some((index, column) => index !== shared[column]))) result.ambiguous.add(node.row);
    if (contradicted) result.contradicted.add(node.row);
    result.rows[node.row] = shared;
  }
  for (const child of node.children) merge(result, child, readings, contradicted);
}
