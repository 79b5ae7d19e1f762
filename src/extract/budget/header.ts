import { isAmount } from '../../domain/money';
import { comparable } from '../../domain/names';
import type { PlacedLine } from '../lines';

/** The head of a grid: for each column its labels from the top row down joined by `/`, and how many rows it takes. */
export interface TableHeader {
  paths: string[];
  rows: number;
}

/** Reads the head of a table from its rows of cells; null where the first row is already one of figures. */
export function readHeader(rows: readonly PlacedLine[]): TableHeader | null {
  const head: string[][] = [];
  let taken = 0;
  for (const row of rows) {
    const texts = row.cells!.map((cell) => comparable(cell.text));
    const filled = texts.filter(Boolean);
    if (isColumnNumbers(row.cells!.map((cell) => cell.text.trim()).filter(Boolean))) {
      taken++;
      break;
    }
    if (isDataRow(row)) break;
    taken++;
    if (filled.length > 0) head.push(texts);
  }
  if (head.length === 0) return null;
  const width = Math.max(...head.map((row) => row.length));
  const paths = Array.from({ length: width }, (_, column) => pathOf(head, column));
  return { paths, rows: taken };
}

/** A blank right of a label belongs to the label's span where a lower row divides it. */
function pathOf(head: readonly string[][], column: number): string {
  const labels: string[] = [];
  head.forEach((row, depth) => {
    const own = row[column] ?? '';
    const divided = head.slice(depth + 1).some((lower) => Boolean(lower[column]));
    const label = own || (divided ? spanning(head, depth, column) : '');
    if (label && labels.at(-1) !== label) labels.push(label);
  });
  return labels.join('/');
}

function spanning(head: readonly string[][], depth: number, column: number): string {
  const begins = (at: number) => head.slice(0, depth).some((row) => Boolean(row[at]));
  for (let at = column; at > 0 && !begins(at); at--) {
    const label = head[depth]![at - 1];
    if (label) return label;
  }
  return '';
}

/** 栏次, or the numbers of the columns: 1, 2, 3=4+5 … after labels such as **. */
function isColumnNumbers(filled: readonly string[]): boolean {
  if (/^栏\s*次$/.test(filled[0] ?? '')) return true;
  const numbers = filled.filter((text) => !/^[*＊]+$/.test(text));
  return (
    numbers.length > 1 &&
    numbers.every((text, index) => /^(\d{1,2})(?:[=＝].*)?$/.exec(text)?.[1] === String(index + 1))
  );
}

/** A row with an amount, a code, a list mark (一、…), or 合计 / 无 alone. */
export function isDataRow(row: PlacedLine): boolean {
  const filled = row.cells!.map((cell) => cell.text.trim()).filter(Boolean);
  if (filled.length === 0) return false;
  if (filled.some((text) => isAmount(text) && !/^(?:19|20)\d{2}$/.test(text))) return true;
  if (filled.length === 1 && /^(?:合\s*计|总\s*计|无)$/.test(filled[0]!)) return true;
  return /^(?:[一二三四五六七八九十]+\s*、|\d{1,2}\s*[、.．]\s*\D|[（(][一二三四五六七八九十]+[）)])/.test(
    filled[0]!,
  );
}
