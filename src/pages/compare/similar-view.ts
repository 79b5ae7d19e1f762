import Decimal from 'decimal.js';
import {
  similarity,
  structureOf,
  type CompareRow,
  type Similarity,
  type Structure,
  type Structured,
} from '../../analysis/compare';
import { formatPercent, NONE } from '../../state';
import { nameOf, type Reader } from './reader';

export interface SimilarCell {
  row: CompareRow;
  column: CompareRow;
  found: Similarity;
  /** A department and itself. */
  same: boolean;
  text: string;
  title: string;
  /** Step of the sequential colours, 0 … 6; null without a value. */
  step: number | null;
}

export interface SimilarView {
  structures: ReadonlyMap<CompareRow, Structured>;
  cells: SimilarCell[][];
}

/** Each department with each: how alike their structures are. */
export function similarView(rows: readonly CompareRow[], structure: Structure, reader: Reader): SimilarView {
  const { t, language } = reader;
  const structures = new Map(rows.map((row) => [row, structureOf(row.sheet, structure)]));
  const cell = (row: CompareRow, column: CompareRow): SimilarCell => {
    const found = similarity(structures.get(row)!, structures.get(column)!);
    const same = row === column;
    const value = formatPercent(found.overlap, 0, { language });
    return {
      row,
      column,
      found,
      same,
      text: same ? '' : found.overlap ? value : NONE,
      title: same
        ? nameOf(row)
        : found.missing
          ? t(`similar_${found.missing}`)
          : t('similar_cell', { a: nameOf(row), b: nameOf(column), value, n: found.common }),
      step: same || !found.overlap ? null : Math.min(6, Math.floor(found.overlap.times(7).toNumber())),
    };
  };
  return { structures, cells: rows.map((row) => rows.map((column) => cell(row, column))) };
}

/** One class of a pair of departments. */
export interface PairLine {
  code: string;
  name: string;
  shares: [Decimal | null, Decimal | null];
  /** What counts for the similarity; null where one of them has none of it. */
  smaller: Decimal | null;
}

/** The shares of two structures, class by class, the greatest first. */
export function pairLines(a: Structured, b: Structured): PairLine[] {
  const [left, right] = [a, b].map(({ parts }) => new Map(parts.map((part) => [part.code, part])));
  const lines = [...new Set([...left!.keys(), ...right!.keys()])].map((code): PairLine => {
    const [x, y] = [left!.get(code), right!.get(code)];
    const shares: [Decimal | null, Decimal | null] = [x?.share ?? null, y?.share ?? null];
    return {
      code,
      name: (x ?? y)!.name,
      shares,
      smaller: shares[0] && shares[1] ? Decimal.min(shares[0], shares[1]) : null,
    };
  });
  const size = ({ shares }: PairLine) => Decimal.max(shares[0] ?? 0, shares[1] ?? 0);
  return lines.sort((x, y) => size(y).comparedTo(size(x)));
}
