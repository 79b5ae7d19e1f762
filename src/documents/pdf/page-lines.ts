import type { Cell, Line } from '../page';
import { fieldAt, type RuledTable } from './grid';
import type { Word } from './words';

interface PlacedLine {
  y0: number;
  y1: number;
  text: string;
  words: Word[];
}

/** Words of a page → lines in reading order; rows of ruled tables become lines of cells. `keepWords`: each with its words. */
export function pageLines(
  words: readonly Word[],
  tables: readonly RuledTable[],
  firstNumber: number,
  keepWords = false,
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
    ...textLines(outside).map((line) => ({ ...line, cells: null })),
    ...[...inside].flatMap(([table, held]) => tableRows(table, held)),
  ].sort((a, b) => a.y0 - b.y0);
  return placed.map(({ words: own, ...line }, index) => ({
    number: firstNumber + index,
    ...line,
    ...(keepWords ? { words: own } : {}),
  }));
}

/** A table's rows; a cell that spans several fields has its text in the first and blanks in the others. */
function tableRows(table: RuledTable, words: readonly Word[]): (PlacedLine & { cells: Cell[] })[] {
  const held = new Map<number, Word[]>();
  for (const word of words) {
    const field = fieldAt(table, centre(word.x0, word.x1), centre(word.y0, word.y1))!;
    const cell = table.cells[field.row]![field.column]!;
    held.set(cell, [...(held.get(cell) ?? []), word]);
  }
  const written = new Set<number>();
  return table.cells.map((row, index) => {
    const own: Word[] = [];
    const cells = row.map((cell, column): Cell => {
      const first = !written.has(cell);
      written.add(cell);
      if (first) own.push(...textLines(held.get(cell) ?? []).flatMap((line) => line.words));
      const text = first ? cellText(held.get(cell) ?? []) : '';
      let below = index;
      while (table.cells[below + 1]?.[column] === cell) below += 1;
      const [x0, x1] = [table.xs[column]!, table.xs[column + 1]!];
      return { text, x0, x1, y0: table.ys[index]!, y1: table.ys[below + 1]! };
    });
    return {
      y0: table.ys[index]!,
      y1: table.ys[index + 1]!,
      words: own,
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
function textLines(words: readonly Word[]): PlacedLine[] {
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
    const [y0, y1] = [Math.min(...line.map((word) => word.y0)), Math.max(...line.map((word) => word.y1))];
    return { y0, y1, text, words: sorted };
  });
}

function meanY(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + centre(word.y0, word.y1), 0) / words.length;
}

function centre(a: number, b: number): number {
  return (a + b) / 2;
}
