import type { Cell } from '../../page';
import { cellText, type TextLine } from '../text-lines';
import type { Word } from '../words';
import { carriedOver, columnAt, columnsOf, edgesOf } from './columns';
import { type Head, readHead } from './head';
import {
  isRow,
  type Region,
  regionsOf,
  segmented,
  type SegmentedLine,
  startsItem,
  touches,
  touchesBy,
  withoutColumnNumbers,
} from './region';

/** The head of a table that may go on over the page; written by each page for the next. */
export interface CarriedColumns {
  head: Head | null;
}

export type ReadLine = TextLine & { cells: Cell[] | null };

export const asText = (line: TextLine): ReadLine => ({ ...line, cells: null });

/**
 * Tables drawn without rules: lines with figures side by side become rows of cells, in columns by what no row writes
 * across; the labels above become the head. Other lines stay text. How many lines there are follows from the page
 * alone; `carry` only helps to name the columns of a table that began on the page before.
 */
export function unruledTables(lines: readonly TextLine[], carry?: CarriedColumns): ReadLine[] {
  const all = lines.map(segmented);
  const regions = regionsOf(all);
  const result: ReadLine[] = [];
  let at = 0;
  for (const [index, region] of regions.entries()) {
    result.push(...lines.slice(at, region.from).map(asText));
    result.push(...tableLines(all, region, index === 0 ? (carry?.head ?? null) : null, carry));
    at = region.to;
  }
  result.push(...lines.slice(at).map(asText));
  if (carry && regions.length === 0) carry.head = null;
  return result;
}

function tableLines(
  lines: readonly SegmentedLine[],
  { from, body, to }: Region,
  before: Head | null,
  carry: CarriedColumns | undefined,
): ReadLine[] {
  const rows = rowsOf(lines.slice(body, to));
  const own = columnsOf(rows.flatMap((row) => row.map((line) => line.segments)));
  const labels = lines
    .slice(from, body)
    .map(withoutColumnNumbers)
    .filter((line) => line.segments.length > 0);
  const read = readHead(labels, own);
  const goesOn = before !== null && (labels.length === 0 || read.texts === before.texts);
  const head = goesOn && carriedOver(before.columns, own) ? before : read;
  if (carry) carry.head = head;
  const edges = edgesOf(head.columns);
  const cellsOf = (texts: readonly string[], y0: number, y1: number): Cell[] =>
    texts.map((text, column) => ({ text, x0: edges[column]!, x1: edges[column + 1]!, y0, y1 }));

  // As many lines as were printed, whatever their depth: the numbers of the lines follow from the page alone.
  const blank = head.columns.map(() => '');
  const headLines = labels.map(({ y0, y1, words }, row): ReadLine => {
    const texts = head.rows[row] ?? blank;
    return { y0, y1, words, text: joined(texts), cells: cellsOf(texts, y0, y1) };
  });
  const bodyLines = rows.map((row): ReadLine => {
    const words = row.flatMap((line) => line.words);
    const held: Word[][] = head.columns.map(() => []);
    for (const line of row)
      for (const segment of line.segments) {
        const inside = line.words.filter((word) => word.x0 >= segment.x0 && word.x1 <= segment.x1);
        held[columnAt(head.columns, segment)]?.push(...inside);
      }
    const texts = held.map(cellText);
    const [y0, y1] = [Math.min(...row.map((line) => line.y0)), Math.max(...row.map((line) => line.y1))];
    return { y0, y1, words, text: joined(texts), cells: cellsOf(texts, y0, y1) };
  });
  return [...headLines, ...bodyLines];
}

const joined = (texts: readonly string[]) => texts.filter(Boolean).join(' ');

/** Lines of the body → rows: a line without figures belongs to the row that it touches. */
function rowsOf(lines: readonly SegmentedLine[]): SegmentedLine[][] {
  const rows: SegmentedLine[][] = [];
  let waiting: SegmentedLine[] = [];
  const flush = () => {
    rows.push(...waiting.map((line) => [line]));
    waiting = [];
  };
  lines.forEach((line, at) => {
    const row = rows.at(-1);
    const next = lines[at + 1];
    if (isRow(line)) {
      // Codes at the top of a row and figures at its bottom: lines of two rows never overlap.
      if (row && waiting.length === 0 && line.y0 - row.at(-1)!.y1 < -line.height * 0.2) {
        row.push(line);
        return;
      }
      // What waits belongs to this row if it touches it, else it is a row of its own.
      if (waiting.length > 0 && !touches(waiting.at(-1)!, line)) flush();
      rows.push([...waiting, line]);
      waiting = [];
      return;
    }
    const toNext = next && isRow(next) ? next.y0 - line.y1 : Infinity;
    const toRow = row && waiting.length === 0 ? line.y0 - Math.max(...row.map((one) => one.y1)) : Infinity;
    const nearest = Math.min(toNext, toRow);
    // An item is a row of its own unless it stands beside figures that are centred over its lines.
    if (startsItem(line) && nearest > -line.height * 0.2) {
      flush();
      rows.push([line]);
    } else if (nearest === toRow && touchesBy(toRow, line)) row!.push(line);
    else {
      if (waiting.length > 0 && !touches(waiting.at(-1)!, line)) flush();
      waiting.push(line);
    }
  });
  flush();
  return rows;
}
