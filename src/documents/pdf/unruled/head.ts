import { centre } from '../text-lines';
import { type Column, columnsUnder, edgesOf, overlap } from './columns';
import type { Segment, SegmentedLine } from './region';

/** A label of a head, its lines joined. */
interface Label extends Segment {
  height: number;
}

export interface Head {
  columns: Column[];
  /** All labels in reading order, to know the head again on the next page. */
  texts: string;
  /** Labels by row of the head and column; blanks right of a label that spans, and below one that has no parts. */
  rows: string[][];
}

/** Lines of a label follow each other within this (in heights). */
const TIGHT = 0.45;

/**
 * The head of a table without rules: labels over the columns that the rows show, labels over none (a column that is
 * blank throughout), and labels over several labels. Each label of several parts is centred over them.
 */
export function readHead(lines: readonly SegmentedLine[], body: readonly Column[]): Head {
  const labels = labelsOf(lines);
  const columns = withLabels(labels, body);
  const lowest = columns.map((_, index) =>
    labels
      .filter((label) => columnsUnder(columns, label).includes(index))
      .reduce<Label | null>((low, label) => (!low || label.y0 > low.y0 ? label : low), null),
  );
  const chains = lowest.map((label) => (label ? [label] : []));
  const bottom = Math.max(0, ...labels.map((label) => label.y1 + label.height * 0.3));
  // The lowest first: a label of several parts may be itself a part.
  const parents = labels.filter((label) => !lowest.includes(label)).sort((a, b) => b.y0 - a.y0);
  while (parents.length > 0) {
    const first = parents[0]!;
    const abreast = parents.filter((label) => level(label, first)).sort((a, b) => a.x0 - b.x0);
    abreast.forEach((label) => parents.splice(parents.indexOf(label), 1));
    const runs = divide(abreast, columns, chains, bottom);
    abreast.forEach((label, at) => {
      for (const index of runs[at]!) chains[index]!.unshift(label);
    });
  }
  return { columns, texts: labels.map(({ text }) => text).join('|'), rows: headRows(chains) };
}

const level = (a: Segment, b: Segment) => Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 0;

/**
 * Columns of each of the labels that stand side by side: those it stands over, and their neighbours that have a label
 * below its level. Between two such labels the columns go so that each is centred over its own.
 */
function divide(
  labels: readonly Label[],
  columns: readonly Column[],
  chains: readonly Label[][],
  bottom: number,
): number[][] {
  const edges = edgesOf(columns);
  const isBelow = (label: Label, index: number) => {
    const [top, ...below] = chains[index]!;
    if (!top) return false;
    const own = centre(label.y0, label.y1);
    // A label as high as the whole head is centred higher than one that begins under this.
    if (below.length === 0) return centre(top.y0, top.y1) > own + (bottom - own) / 2;
    return top.y0 > label.y1 - label.height * 0.2;
  };
  const cores = labels.map((label) => {
    const under = columnsUnder(columns, label).filter((index) => chains[index]!.length > 0);
    return under.length > 0 ? under : nearest(label, columns);
  });
  let taken = -1;
  return labels.map((label, at) => {
    const core = cores[at]!;
    let from = core[0]!;
    let last = core.at(-1)!;
    const limit = cores[at + 1]?.[0] ?? columns.length;
    const isFree = (index: number) => index > taken && index < limit && isBelow(label, index);
    while (isFree(from - 1)) from--;
    while (isFree(last + 1)) last++;
    if (cores[at + 1] && last === limit - 1) {
      const middle = centre(label.x0, label.x1);
      const off = (to: number) => Math.abs((edges[from]! + edges[to + 1]!) / 2 - middle);
      for (let to = last; to >= core.at(-1)!; to--) if (off(to) < off(last)) last = to;
    }
    // The same parts under each (预算数 and 决算数): the next begins where the first part comes again.
    const again = chains.findIndex(
      (chain, index) =>
        index > from &&
        index < limit &&
        chain[0]?.text === chains[from]![0]?.text &&
        chain[0] !== chains[from]![0],
    );
    if (again > from) last = again - 1;
    taken = last;
    return Array.from({ length: last - from + 1 }, (_, index) => from + index);
  });
}

function nearest(label: Label, columns: readonly Column[]): number[] {
  const middle = centre(label.x0, label.x1);
  const off = ({ x0, x1 }: Column) => Math.abs(centre(x0, x1) - middle);
  const best = columns.reduce((a, b, index) => (off(b) < off(columns[a]!) ? index : a), 0);
  return columns.length > 0 ? [best] : [];
}

/**
 * The columns of the rows widened by their labels, and those that are blank in every row. A figure at the right of its
 * column may stand beside its label instead of under it.
 */
function withLabels(labels: readonly Label[], body: readonly Column[]): Column[] {
  const columns = body.map((column) => ({ ...column }));
  const over = labels.filter((label) => columnsUnder(body, label).length === 0);
  const middle = centre(Math.min(...labels.map(({ y0 }) => y0)), Math.max(...labels.map(({ y1 }) => y1)));
  // What stands in the upper half, or over others, has parts, also where its words stand over none of them.
  const isLow = (label: Label) =>
    centre(label.y0, label.y1) > middle - label.height * 0.3 &&
    !labels.some((other) => other !== label && other.y0 >= label.y1 - 1 && overlap(other, label) > 0);
  const leaves = over.filter(isLow);
  const bare = columns.filter(
    (column) => !labels.some((label) => isLow(label) && columnsUnder([column], label).length > 0),
  );
  const pairs = leaves
    .flatMap((label) =>
      bare.map((column) => ({
        label,
        column,
        off: Math.abs(centre(label.x0, label.x1) - centre(column.x0, column.x1)),
      })),
    )
    .filter(({ label, column }) => !isBetween([...labels, ...body], label, column))
    .sort((a, b) => a.off - b.off);
  const paired = new Set<Column>();
  for (const { label, column } of pairs) {
    if (paired.has(label) || paired.has(column)) continue;
    paired.add(label).add(column);
    Object.assign(column, { x0: Math.min(column.x0, label.x0), x1: Math.max(column.x1, label.x1) });
  }
  const blank = leaves.filter((label) => !paired.has(label)).map(({ x0, x1 }) => ({ x0, x1 }));
  return [...columns, ...blank].sort((a, b) => a.x0 - b.x0);
}

/** True where something stands between two that are apart. */
function isBetween(others: readonly Column[], a: Column, b: Column): boolean {
  const [from, to] = [Math.min(a.x1, b.x1), Math.max(a.x0, b.x0)];
  return others.some((other) => other.x0 >= from - 0.5 && other.x1 <= to + 0.5);
}

/** Segments of following lines that stand closely below each other are one label. */
function labelsOf(lines: readonly SegmentedLine[]): Label[] {
  const segments = lines
    .flatMap((line) => line.segments.map((segment) => ({ ...segment, height: segment.y1 - segment.y0 })))
    .sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
  const labels: Label[] = [];
  for (const segment of segments) {
    const above = labels.find(
      (label) =>
        segment.y0 >= label.y1 - segment.height * 0.5 &&
        segment.y0 - label.y1 < segment.height * TIGHT &&
        overlap(label, segment) > Math.min(label.x1 - label.x0, segment.x1 - segment.x0) * 0.5 &&
        isOnly(segments, label, segment),
    );
    if (!above) {
      labels.push({ ...segment });
      continue;
    }
    above.text += segment.text;
    above.x0 = Math.min(above.x0, segment.x0);
    above.x1 = Math.max(above.x1, segment.x1);
    above.y1 = Math.max(above.y1, segment.y1);
  }
  return labels;
}

/** False where several stand side by side below a label: those are its parts. */
function isOnly(segments: readonly Label[], label: Label, segment: Label): boolean {
  return !segments.some(
    (other) =>
      other !== segment && other.y0 >= label.y1 - 2 && level(other, segment) && overlap(other, label) > 0,
  );
}

function headRows(chains: readonly Label[][]): string[][] {
  const depth = Math.max(0, ...chains.map((chain) => chain.length));
  return Array.from({ length: depth }, (_, row) =>
    chains.map((chain, column) => {
      const label = chain[row];
      return label && chains[column - 1]?.[row] !== label ? label.text : '';
    }),
  );
}
