import type { Unit } from '../../domain/money';
import { comparable } from '../../domain/names';
import { departmentOf, unitOf } from '../heads';
import type { PlacedLine } from '../lines';
import { bareTitle, looksLikeTitle } from '../title-marks';
import { FORMS, type FormSpec } from './specs';

/** A form found in a document: its lines from below the title to the next form or section. */
export interface FormBlock {
  spec: FormSpec;
  title: PlacedLine;
  /** As printed in the form's head; null where it prints none. */
  unit: Unit | null;
  /** As printed after 部门：; null where it prints none. */
  department: string | null;
  /** Everything above the first 注：. */
  body: PlacedLine[];
  /** Text of the notes under the form. */
  note: string;
}

/** How far below its title a form's head (unit, number, column names) may begin. */
const HEAD_LINES = 8;

const TITLES = new Map<string, FormSpec>();
for (const spec of FORMS)
  for (const title of [spec.title, ...spec.aliases]) TITLES.set(comparable(title), spec);

/** The form that a line names as its title, alone on the line but for list marks, a year or the department. */
export function titledForm(text: string): FormSpec | null {
  if (text.length > 80) return null;
  const bare = comparable(
    text
      .replace(/^附[件表]\s*\d+\s*[:：]?/, '')
      .replace(/^[（(]?[一二三四五六七八九十]+[）)]?\s*[、.．]/, '')
      .replace(/^\d{1,2}\s*[、.．]/, ''),
  );
  const exact = TITLES.get(bare) ?? TITLES.get(comparable(bareTitle(text)));
  if (exact) return exact;
  const dated = /^(?:.{0,30}?)(?:19|20)\d{2}年度?(?:部门|单位)?(.+)$/.exec(bare);
  return dated ? (TITLES.get(dated[1]!) ?? null) : null;
}

/**
 * All forms of a document in printed order. A title counts only where a form's head follows it, so that tables of
 * contents and lists of annexes are passed over.
 */
export function locateForms(lines: readonly PlacedLine[]): FormBlock[] {
  const starts: { index: number; length: number; spec: FormSpec | null }[] = [];
  for (let index = 0; index < lines.length; index++) {
    const title = titleAt(lines, index);
    if (!title) {
      if (isOtherTitle(lines, index)) starts.push({ index, length: 1, spec: null });
      continue;
    }
    if (hasHead(lines, index + title.length)) starts.push({ index, ...title });
    index += title.length - 1;
  }
  return starts.flatMap(({ spec, ...start }, i) =>
    spec ? [block(lines, { ...start, spec }, starts[i + 1]?.index ?? lines.length)] : [],
  );
}

/** Titles of tables of a final account that are none of the nine forms: regions add some of their own. */
export function otherTables(lines: readonly PlacedLine[]): PlacedLine[] {
  const found = new Map<string, PlacedLine>();
  lines.forEach((line, index) => {
    if (!titleAt(lines, index) && isOtherTitle(lines, index)) {
      const title = bareTitle(line.text);
      if (!found.has(title)) found.set(title, line);
    }
  });
  return [...found.values()];
}

/** How far below the title of a table that is no form its number, unit or body may stand. */
const OTHER_HEAD = 3;

/** A line that reads as the title of a table of figures, with the number of a form or a unit of money under it. */
function isOtherTitle(lines: readonly PlacedLine[], index: number): boolean {
  const { text, cells } = lines[index]!;
  if (cells && cells.filter((cell) => cell.text.trim() !== '').length > 1) return false;
  if (!looksLikeTitle(text) || !/决算|情况|明细|经费|采购|资产/.test(text) || isSectionHeading(text))
    return false;
  for (const line of lines.slice(index + 1, index + 1 + OTHER_HEAD)) {
    // 某局2024年度部门决算表 over the title of the first form is the heading of them all.
    if (titledForm(line.text)) return false;
    if (/公开\s*\d+\s*表/.test(line.text) || unitOf(line.text) !== null) return true;
  }
  return false;
}

/** A title on one line, or broken over two. */
function titleAt(lines: readonly PlacedLine[], index: number): { spec: FormSpec; length: number } | null {
  const line = lines[index]!;
  const one = titledForm(line.text);
  if (one) return { spec: one, length: 1 };
  const next = lines[index + 1];
  if (!next || line.cells || next.cells || line.text.length > 40 || next.text.length > 20) return null;
  if (!/表$/.test(next.text) || titledForm(next.text)) return null;
  const two = titledForm(line.text + next.text);
  return two ? { spec: two, length: 2 } : null;
}

function hasHead(lines: readonly PlacedLine[], from: number): boolean {
  for (const line of lines.slice(from, from + HEAD_LINES)) {
    if (titledForm(line.text) || isSectionHeading(line.text)) return false;
    if (isHead(line.text)) return true;
  }
  return false;
}

function isHead(text: string): boolean {
  return /公开\s*\d+\s*表/.test(text) || unitOf(text) !== null || /^(栏\s*次|项\s*目)(\s|$)/.test(text);
}

function block(
  lines: readonly PlacedLine[],
  start: { index: number; length: number; spec: FormSpec },
  limit: number,
): FormBlock {
  const from = start.index + start.length;
  let end = limit;
  for (let index = from; index < limit; index++) {
    if (isSectionHeading(lines[index]!.text)) {
      end = index;
      break;
    }
  }
  const inside = lines.slice(from, end);
  const noteAt = inside.findIndex((line) => /^(注|说明|备注)\s*[:：]/.test(line.text));
  const body = noteAt < 0 ? inside : inside.slice(0, noteAt);
  const head = body.slice(0, HEAD_LINES * 2);
  return {
    spec: start.spec,
    title: lines[start.index]!,
    unit: head.map((line) => unitOf(line.text)).find((unit) => unit !== null) ?? null,
    department: head.map((line) => departmentOf(line.text)).find((name) => name !== null) ?? null,
    body,
    note:
      noteAt < 0
        ? ''
        : inside
            .slice(noteAt, noteAt + 6)
            .map((line) => line.text)
            .join(''),
  };
}

/** A heading that ends the forms: the next part, a self-evaluation, an annex of another kind. */
function isSectionHeading(text: string): boolean {
  return (
    /^第[一二三四五六七八九十]部分/.test(text) ||
    (text.length <= 60 &&
      /绩效/.test(text) &&
      /(自评|评价|目标)/.test(text) &&
      /(报告|表|情况|绩效)$/.test(text))
  );
}
