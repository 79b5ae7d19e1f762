import type { Cell, Line } from '../page';
import { fieldAt, type RuledTable } from './grid';
import type { Word } from './words';

/** Words of a page → lines in reading order; rows of ruled tables become lines of cells. */
export function pageLines(
  words: readonly Word[],
  tables: readonly RuledTable[],
  firstNumber: number,
): Line[] {
  const inside = new Map<RuledTable, Word[]>(tables.map((table) => [table, []]));
  const outside: Word[] = [];
  for (const word of words) {
    const table = tables.find((candidate) =>
      fieldAt(candidate, centre(word.x0, word.x1), centre(word.y0, word.y1)),
    );
    if (table) inside.get(table)!.push(word);
    else outside.push(word);
  }
  const placed = [
    ...textLines(outside).map((line) => ({ y: line.y, text: line.text, cells: null })),
    ...[...inside].flatMap(([table, held]) => tableRows(table, held)),
  ].sort((a, b) => a.y - b.y);
  return placed.map(({ text, cells }, index) => ({ number: firstNumber + index, text, cells }));
}

/** A table's rows; a cell that spans several fields has its text in the first and blanks in the others. */
function tableRows(table: RuledTable, words: readonly Word[]): { y: number; text: string; cells: Cell[] }[] {
  const held = new Map<number, Word[]>();
  for (const word of words) {
    const field = fieldAt(table, centre(word.x0, word.x1), centre(word.y0, word.y1))!;
    const cell = table.cells[field.row]![field.column]!;
    held.set(cell, [...(held.get(cell) ?? []), word]);
  }
  const written = new Set<number>();
  return table.cells.map((row, index) => {
    const cells = row.map((cell, column): Cell => {
      const first = !written.has(cell);
      written.add(cell);
      const text = first ? cellText(held.get(cell) ?? []) : '';
      return { text, x0: table.xs[column]!, x1: table.xs[column + 1]! };
    });
    return {
      y: table.ys[index]!,
      text: cells
        .map((cell) => cell.text)
        .filter(Boolean)
        .join(' '),
      cells,
    };
  });
}

/** The words of a cell: lines joined without blanks, because names wrap inside words. */
function cellText(words: readonly Word[]): string {
  return textLines(words)
    .map((line) => line.text)
    .reduce((all, line) => (/[\d.]$/.test(all) && /^[\d-]/.test(line) ? `${all} ${line}` : all + line), '');
}

/** Words that stand on one line, left to right; words that touch are joined. */
function textLines(words: readonly Word[]): { y: number; text: string }[] {
  const lines: Word[][] = [];
  for (const word of [...words].sort((a, b) => centre(a.y0, a.y1) - centre(b.y0, b.y1))) {
    const last = lines.at(-1);
    const height = word.y1 - word.y0;
    if (last && centre(word.y0, word.y1) - meanY(last) < Math.max(2, height * 0.5)) last.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => {
    const sorted = [...line].sort((a, b) => a.x0 - b.x0);
    const text = sorted.reduce((all, word, index) => {
      const before = sorted[index - 1];
      const apart = before !== undefined && word.x0 - before.x1 > (word.y1 - word.y0) * 0.25;
      return all + (apart ? ' ' : '') + word.text;
    }, '');
    return { y: Math.min(...line.map((word) => word.y0)), text };
  });
}

function meanY(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + centre(word.y0, word.y1), 0) / words.length;
}

function centre(a: number, b: number): number {
  return (a + b) / 2;
}
