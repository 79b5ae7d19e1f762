import type { PageLine } from '../../state';
import type { FoundFigure, Span } from './find-figure';

/** A place on a page in points, y growing downwards. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** What is drawn over a page: the row of the figure, and the figure itself (several where its words go over lines). */
export interface Outline {
  rows: Box[];
  figures: Box[];
}

/** Where a found figure is drawn. Rows without positions give nothing. */
export function outlineOf(found: FoundFigure): Outline {
  const { line, cell, spans } = found;
  const rows = spans.length > 0 ? [...new Set(spans.map((span) => span.line))] : [line];
  const figure = cell === null ? null : cellBox(line, cell);
  return {
    rows: rows.flatMap((row) => rowBox(row) ?? []),
    figures: figure ? [figure] : spans.flatMap((span) => spanBox(span) ?? []),
  };
}

function cellBox(line: PageLine, index: number): Box | null {
  const { x0, x1, y0, y1 } = line.cells![index]!;
  return x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined
    ? null
    : { x0, x1, y0, y1 };
}

function rowBox(line: PageLine): Box | null {
  if (line.y0 === undefined || line.y1 === undefined) return null;
  const held = [...(line.cells ?? []), ...(line.words ?? [])].filter(({ x0 }) => x0 !== undefined);
  if (held.length === 0) return null;
  const x0 = Math.min(...held.map((part) => part.x0!));
  const x1 = Math.max(...held.map((part) => part.x1!));
  return { x0, x1, y0: line.y0, y1: line.y1 };
}

/** Width of a character in em, near enough to part a word: ideographs are square. */
const emOf = (char: string) =>
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]/.test(char) ? 1 : 0.5;

/** Characters of a line as a box, from the words that they are in; a word is parted by the widths of its characters. */
function spanBox({ line, from, to }: Span): Box | null {
  const boxes: Box[] = [];
  let at = 0;
  for (const word of line.words ?? []) {
    // Words stand in the text in order, with blanks between some of them.
    while (at < line.text.length && /\s/.test(line.text[at]!)) at += 1;
    const chars = [...word.text];
    const perEm = (word.x1 - word.x0) / chars.reduce((sum, char) => sum + emOf(char), 0);
    let x0 = word.x0;
    for (const char of chars) {
      const x1 = x0 + emOf(char) * perEm;
      if (at >= from && at < to) boxes.push({ x0, x1, y0: word.y0, y1: word.y1 });
      x0 = x1;
      at += char.length;
    }
  }
  return boxes.length === 0
    ? null
    : {
        x0: Math.min(...boxes.map((box) => box.x0)),
        x1: Math.max(...boxes.map((box) => box.x1)),
        y0: Math.min(...boxes.map((box) => box.y0)),
        y1: Math.max(...boxes.map((box) => box.y1)),
      };
}
