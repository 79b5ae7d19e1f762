import { isCaptionText } from '../../captions';
import type { TextLine } from '../text-lines';
import type { Word } from '../words';

/** Words of a line that stand together: a label, a name, a figure. */
export type Segment = Word;

export interface SegmentedLine extends TextLine {
  segments: Segment[];
  height: number;
  /** True where a gap parts its words that no blank makes. */
  hasGap: boolean;
}

/** Lines of a page, by index, that are a table: its head and its rows. */
export interface Region {
  /** First line of the head; equal to `body` where the page begins within a table. */
  from: number;
  body: number;
  /** After the last line. */
  to: number;
}

/** A gap within a line wider than this (in heights of a word) parts two segments. */
const APART = 0.7;
/** Lines farther apart than this (in heights) are not of one table. */
const FAR = 4;
/** Lines of names between two rows with figures. */
const BETWEEN = 5;
const HEAD_LINES = 9;

export function segmented(line: TextLine): SegmentedLine {
  const height = Math.max(...line.words.map((word) => word.y1 - word.y0));
  const segments: Segment[] = [];
  for (const word of line.words) {
    const last = segments.at(-1);
    if (last && word.x0 - last.x1 <= height * APART && !isAmount(last.text) && !isAmount(word.text)) {
      const blank = word.x0 - last.x1 > height * 0.25 ? ' ' : '';
      Object.assign(last, {
        text: last.text + blank + word.text,
        x1: Math.max(last.x1, word.x1),
        y0: Math.min(last.y0, word.y0),
        y1: Math.max(last.y1, word.y1),
      });
    } else segments.push({ ...word });
  }
  const hasGap = line.words.some((word, at) => at > 0 && word.x0 - line.words[at - 1]!.x1 > height * APART);
  return { ...line, segments, height, hasGap };
}

/** A figure with separators or decimals: never part of a name. */
const isAmount = (text: string) => isFigure(text) && /[,.]/.test(text);
export const isFigure = (text: string) =>
  /^[-−(（]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[)）]?%?$/.test(text.trim());
export const isTotal = (text: string) => /^(?:合|总|小)\s*计$/.test(text.trim());
export const isColumnNumbers = (line: SegmentedLine) => {
  const texts = line.segments
    .flatMap(({ text }) => text.split(/\s+/))
    .filter((text) => !/^[栏行]?[次类款项]$/.test(text));
  return texts.length > 1 && texts.every((text) => /^\d{1,2}(?:[=＝].*)?$/.test(text));
};

/** `类 款 项 栏次 1 2 3 …`: labels and numbers of columns in one line. */
export function withoutColumnNumbers(line: SegmentedLine): SegmentedLine {
  const isNumber = ({ text }: Segment) => /^(?:栏次|\d{1,2})$/.test(text);
  if (line.segments.filter(isNumber).length < 3) return line;
  return { ...line, segments: line.segments.filter((segment) => !isNumber(segment)) };
}

/** A row of figures: two things side by side, one of them a figure that is not counted in a sentence. */
export function isRow(line: SegmentedLine): boolean {
  return (
    line.hasGap &&
    !/[，。；：？]/.test(line.text) &&
    !/\d\s*(?:万元|亿元|元|%|％|人|年|月|日|辆|个|次|项|台|平方米)/.test(line.text) &&
    line.segments.some(({ text }) => isFigure(text)) &&
    !isColumnNumbers(line)
  );
}

/** An item of a list (一、 （二） 3. 201 …), which is a row of its own also where it has no figure. */
export function startsItem(line: SegmentedLine): boolean {
  return line.segments.some(({ text }) =>
    /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}\s*[.、．]\s*\D|\d{3,7}(?:\s|$))/.test(
      text,
    ),
  );
}

/** Text above, between or below tables. */
function isOutside(line: SegmentedLine): boolean {
  const text = line.text.trim();
  if (isCaptionText(text) || /单位[:：]\s*(?:万元|元)/.test(text)) return true;
  if (line.segments.length > 1) return false;
  return (
    /^(?:注|说明|备注)\s*\d*\s*[:：、.]|表(?:[（(].{1,20}[)）])?$|[。；]$/.test(text) || text.length > 45
  );
}

/** Tables among the lines of a page, from their words alone. */
export function regionsOf(lines: readonly SegmentedLine[]): Region[] {
  const regions: Region[] = [];
  let at = 0;
  while (at < lines.length) {
    if (!isRow(lines[at]!)) {
      at++;
      continue;
    }
    const to = endOf(lines, at);
    const floor = regions.at(-1)?.to ?? 0;
    const region = { from: headOf(lines, at, floor), body: at, to };
    if (isTable(lines, region)) regions.push(region);
    at = to;
  }
  return regions;
}

function endOf(lines: readonly SegmentedLine[], from: number): number {
  let end = from + 1;
  let between = 0;
  for (let at = from + 1; at < lines.length && between <= BETWEEN; at++) {
    const line = lines[at]!;
    // Empty rows leave no words: a total may stand far below.
    const isFar =
      line.y0 - lines[at - 1]!.y1 > FAR * line.height && !(isRow(line) && /[总合]\s*计/.test(line.text));
    if (isOutside(line) || isFar) break;
    if (isRow(line)) {
      end = at + 1;
      between = 0;
    } else if (!startsItem(line)) between++;
  }
  // The rest of the last row's name.
  while (end < lines.length && !isOutside(lines[end]!) && touches(lines[end - 1]!, lines[end]!)) end++;
  return end;
}

function headOf(lines: readonly SegmentedLine[], body: number, floor: number): number {
  let from = body;
  while (from > floor && body - from < HEAD_LINES) {
    const line = lines[from - 1]!;
    if (isOutside(line) || lines[from]!.y0 - line.y1 > FAR * line.height) break;
    from--;
  }
  return from;
}

/** Running text has lines with figures too; a table has a head of several labels, or rows enough. */
function isTable(lines: readonly SegmentedLine[], { from, body, to }: Region): boolean {
  const rows = lines.slice(body, to).filter(isRow);
  const figures = rows.reduce(
    (sum, line) => sum + line.segments.filter((segment) => isFigure(segment.text)).length,
    0,
  );
  const labels = lines.slice(from, body).some((line) => line.segments.length > 1);
  return labels ? figures > 1 : rows.length > 2 && figures > 3;
}

/** Lines of one cell follow each other closely. */
export function touches(above: { y1: number }, below: SegmentedLine): boolean {
  return touchesBy(below.y0 - above.y1, below);
}

export function touchesBy(gap: number, line: { height: number }): boolean {
  return gap < line.height * 0.3;
}
