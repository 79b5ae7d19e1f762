/** A rate in tenths of a point, clipped to 0 … 200 %; null where there is none. */
export type Likeness = readonly (number | null)[];

/** What a column is worth that only one of two lines has, and two lines that share none, in tenths of a point. */
const ONE_SIDED = 400;
const STRANGERS = 1000;
/** Up to so many lines any stretch may be turned round; beyond, stretches of so many. */
const ALL_PAIRS = 300;
const STRETCH = 24;
const MOST_PASSES = 20;
/** Passes over more lines than ALL_PAIRS. */
const FEW_PASSES = 4;

/** Mean difference over the columns that either line has, in whole tenths of a point. */
export function likenessDistance(a: Likeness, b: Likeness): number {
  let sum = 0;
  let columns = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? null, b[i] ?? null];
    if (x === null && y === null) continue;
    columns += 1;
    sum += x === null || y === null ? ONE_SIDED : Math.abs(x - y);
  }
  return columns === 0 ? STRANGERS : Math.round(sum / columns);
}

function mean(line: Likeness): number {
  const values = line.filter((value) => value !== null);
  return values.length === 0 ? Infinity : values.reduce((sum, v) => sum + v, 0) / values.length;
}

/**
 * Indices of the lines in an order in which neighbours are alike: the path through all of them is shortened by turning
 * stretches round (2-opt), from the order of their means, until no turn helps. Whole numbers and fixed tie-breaks:
 * the same lines give the same order everywhere. Lines without a value come last, in their order.
 */
export function similarityOrder(lines: readonly Likeness[]): number[] {
  const means = lines.map(mean);
  const indices = lines.map((_, i) => i);
  const path = indices.filter((i) => means[i] !== Infinity).sort((a, b) => means[a]! - means[b]! || a - b);
  const empty = indices.filter((i) => means[i] === Infinity);
  const few = path.length <= ALL_PAIRS;
  const reach = few ? path.length : STRETCH;
  const passes = few ? MOST_PASSES : FEW_PASSES;
  const known = new Map<number, number>();
  const distance = (from: number | undefined, to: number | undefined): number => {
    if (from === undefined || to === undefined) return 0;
    const key = from < to ? from * lines.length + to : to * lines.length + from;
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = likenessDistance(lines[from]!, lines[to]!)));
    return found;
  };
  for (let pass = 0, better = true; better && pass < passes; pass++) {
    better = false;
    for (let i = 0; i < path.length - 1; i++) {
      for (let j = i + 1; j < Math.min(path.length, i + reach); j++) {
        const before = distance(path[i - 1], path[i]) + distance(path[j], path[j + 1]);
        const after = distance(path[i - 1], path[j]) + distance(path[i], path[j + 1]);
        if (after >= before) continue;
        for (let a = i, b = j; a < b; a++, b--) [path[a], path[b]] = [path[b]!, path[a]!];
        better = true;
      }
    }
  }
  const [first, last] = [path[0], path.at(-1)];
  if (first !== undefined && last !== undefined && means[first]! > means[last]!) path.reverse();
  return [...path, ...empty];
}
