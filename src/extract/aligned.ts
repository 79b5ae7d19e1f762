import type { Cell } from '../documents/page';

/**
 * A row's cells under the columns of the head: by their places where a page of a PDF has other columns than the page
 * with the head (a code's three cells drawn as one). Rows of as many cells, or without places, stay as they are.
 */
export function alignedCells(cells: readonly Cell[], head: readonly Cell[]): readonly Cell[] {
  if (cells.length === head.length) return cells;
  const places = (row: readonly Cell[]) => row.every(({ x0, x1 }) => x0 !== undefined && x1 !== undefined);
  if (!places(cells) || !places(head)) return cells;
  const result: Cell[] = head.map(({ x0, x1 }) => ({ text: '', x0: x0!, x1: x1! }));
  for (const cell of cells) {
    if (cell.text === '') continue;
    const at = head.findIndex(({ x0, x1 }) => {
      const centre = (x0! + x1!) / 2;
      return centre > cell.x0! - 1 && centre < cell.x1! + 1;
    });
    if (at < 0) return cells;
    result[at] = { ...result[at]!, text: result[at]!.text + cell.text };
  }
  return result;
}
