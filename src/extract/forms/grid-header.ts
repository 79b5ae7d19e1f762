import { comparable } from '../../domain/names';
import type { PlacedLine } from '../lines';
import type { ColumnSpec } from './specs';

/** Header of a grid: for each grid column the labels from the top row down joined by `/`, and where the rows begin. */
export interface GridHeader {
  paths: string[];
  /** Index of the first line below the header. */
  bodyStart: number;
}

/**
 * Reads the header rows of a grid: from the first row of cells to 栏次 (or to the row before the first one with a code
 * or an amount). A blank right of a label in a row belongs to the label's span where a lower row divides it.
 */
export function readGridHeader(lines: readonly PlacedLine[]): GridHeader | null {
  const first = lines.findIndex((line) => line.cells !== null);
  if (first < 0) return null;
  const rows: string[][] = [];
  let index = first;
  for (; index < lines.length; index++) {
    const cells = lines[index]!.cells;
    if (!cells) continue;
    const texts = cells.map((cell) => comparable(cell.text));
    const filled = texts.filter(Boolean);
    if (filled.includes('栏次') || isColumnNumbers(filled)) {
      index++;
      break;
    }
    if (isDataRow(texts)) break;
    rows.push(texts);
  }
  if (rows.length === 0) return null;
  const width = Math.max(...rows.map((row) => row.length));
  const paths: string[] = [];
  for (let column = 0; column < width; column++) {
    const labels: string[] = [];
    rows.forEach((row, depth) => {
      const own = row[column] ?? '';
      const label =
        own ||
        (depth < rows.length - 1 && hasLabelBelow(rows, depth, column) ? spanning(rows, depth, column) : '');
      if (label && labels.at(-1) !== label) labels.push(label);
    });
    paths.push(labels.join('/'));
  }
  return { paths, bodyStart: index };
}

/** Grid column of each column of the form; null where the header has none. */
export function matchColumns(paths: readonly string[], columns: readonly ColumnSpec[]): (number | null)[] {
  const taken = new Set<number>();
  return columns.map((column) => {
    const found = paths.findIndex((path, index) => !taken.has(index) && column.header.test(path));
    if (found < 0) return null;
    taken.add(found);
    return found;
  });
}

function hasLabelBelow(rows: readonly string[][], depth: number, column: number): boolean {
  return rows.slice(depth + 1).some((row) => Boolean(row[column]));
}

/** The label to the left whose span a blank lies in; a span of a row above that begins in between ends it. */
function spanning(rows: readonly string[][], depth: number, column: number): string {
  const begins = (at: number) => rows.slice(0, depth).some((row) => Boolean(row[at]));
  for (let at = column; at > 0 && !begins(at); at--) {
    const label = rows[depth]![at - 1];
    if (label) return label;
  }
  return '';
}

function isColumnNumbers(filled: readonly string[]): boolean {
  return filled.length > 1 && filled.every((text, index) => text === String(index + 1));
}

/** A row with figures beside a code or 合计; Shanghai prints 类 款 项 and 合计 in one row. */
function isDataRow(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text && !/^[类款项]$/.test(text));
  const total = filled.some((text) => /^(合计|总计)$/.test(text)) && filled.some((text) => /\d/.test(text));
  return total || (/^\d{3,7}$/.test(filled[0] ?? '') && filled.length > 1) || isSummaryRow(filled);
}

/** 一、一般公共预算财政拨款收入 …: the first row of the lists of 01 and 04. */
function isSummaryRow(filled: readonly string[]): boolean {
  return filled.some((text) => /^一(一般公共预算|财政拨款|一般公共服务)/.test(text));
}
