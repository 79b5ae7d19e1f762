import type { Cell, Line } from '../page';
import { fieldAt, type RuledTable } from './grid';
import { cellText, centre, type TextLine, textLines } from './text-lines';
import { asText, type CarriedColumns, unruledTables } from './unruled';
import type { Word } from './words';

/** Words of a page → lines in reading order; rows of ruled tables become lines of cells. `keepWords`: each with its words. */
export function pageLines(
  words: readonly Word[],
  tables: readonly RuledTable[],
  firstNumber: number,
  keepWords = false,
  carry?: CarriedColumns,
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
    ...(tables.length > 0 ? textLines(outside).map(asText) : unruledTables(textLines(outside), carry)),
    ...[...inside].flatMap(([table, held]) => tableRows(table, held)),
  ].sort((a, b) => a.y0 - b.y0);
  return placed.map(({ words: own, ...line }, index) => ({
    number: firstNumber + index,
    ...line,
    ...(keepWords ? { words: own } : {}),
  }));
}

/** A table's rows; a cell that spans several fields has its text in the first and blanks in the others. */
function tableRows(table: RuledTable, words: readonly Word[]): (TextLine & { cells: Cell[] })[] {
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
