import type { Box } from './geometry';
import type { Rule } from './rules';

/** A table drawn with rules: its columns and rows, and which of its fields belong to one cell. */
export interface RuledTable extends Box {
  xs: number[];
  ys: number[];
  /** For each row and column the number of the cell that the field belongs to. */
  cells: number[][];
}

/** Rules nearer than this are one. */
const NEAR = 3;
/** A gap in a border no longer than this is still a border. */
const GAP = 4;

/** Tables from ruling lines: groups of rules that touch, with at least two columns and one row. */
export function ruledTables(rules: readonly Rule[]): RuledTable[] {
  return groups(rules).flatMap((group) => {
    const xs = cluster(group.filter((rule) => rule.direction === 'vertical').map((rule) => rule.at));
    const ys = cluster(group.filter((rule) => rule.direction === 'horizontal').map((rule) => rule.at));
    if (xs.length < 3 || ys.length < 2) return [];
    return [
      { xs, ys, cells: joinFields(group, xs, ys), x0: xs[0]!, x1: xs.at(-1)!, y0: ys[0]!, y1: ys.at(-1)! },
    ];
  });
}

/** The field of a table that holds a point; null outside. */
export function fieldAt(table: RuledTable, x: number, y: number): { row: number; column: number } | null {
  const column = table.xs.findIndex(
    (edge, index) => index < table.xs.length - 1 && x >= edge && x < table.xs[index + 1]!,
  );
  const row = table.ys.findIndex(
    (edge, index) => index < table.ys.length - 1 && y >= edge && y < table.ys[index + 1]!,
  );
  return row < 0 || column < 0 ? null : { row, column };
}

/** Rules that touch each other, as groups. */
function groups(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, index) => index);
  const find = (index: number): number =>
    parent[index] === index ? index : (parent[index] = find(parent[index]!));
  for (let a = 0; a < rules.length; a++) {
    for (let b = a + 1; b < rules.length; b++) {
      if (find(a) !== find(b) && touch(rules[a]!, rules[b]!)) parent[find(a)] = find(b);
    }
  }
  const found = new Map<number, Rule[]>();
  rules.forEach((rule, index) => {
    const root = find(index);
    found.set(root, [...(found.get(root) ?? []), rule]);
  });
  return [...found.values()];
}

function touch(a: Rule, b: Rule): boolean {
  if (a.direction === b.direction) {
    return Math.abs(a.at - b.at) <= NEAR && a.from <= b.to + GAP && b.from <= a.to + GAP;
  }
  return a.at >= b.from - GAP && a.at <= b.to + GAP && b.at >= a.from - GAP && b.at <= a.to + GAP;
}

function cluster(values: readonly number[]): number[] {
  const found: number[][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && value - last.at(-1)! <= NEAR) last.push(value);
    else found.push([value]);
  }
  return found.map((group) => group.reduce((a, b) => a + b, 0) / group.length);
}

/** Fields without a border between them are one cell. */
function joinFields(rules: readonly Rule[], xs: readonly number[], ys: readonly number[]): number[][] {
  const columns = xs.length - 1;
  const parent = Array.from({ length: columns * (ys.length - 1) }, (_, index) => index);
  const find = (index: number): number =>
    parent[index] === index ? index : (parent[index] = find(parent[index]!));
  const bordered = (direction: Rule['direction'], at: number, from: number, to: number) => {
    const middle = (from + to) / 2;
    return rules.some(
      (rule) =>
        rule.direction === direction &&
        Math.abs(rule.at - at) <= NEAR &&
        rule.from - GAP <= middle &&
        rule.to + GAP >= middle,
    );
  };
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < columns; column++) {
      const own = row * columns + column;
      if (column + 1 < columns && !bordered('vertical', xs[column + 1]!, ys[row]!, ys[row + 1]!))
        parent[find(own + 1)] = find(own);
      if (row + 2 < ys.length && !bordered('horizontal', ys[row + 1]!, xs[column]!, xs[column + 1]!))
        parent[find(own + columns)] = find(own);
    }
  }
  return Array.from({ length: ys.length - 1 }, (_, row) =>
    Array.from({ length: columns }, (_, column) => find(row * columns + column)),
  );
}
