import { isAmount } from '../../domain/money';
import type { ColumnSpec } from '../forms/specs';
import { isBlankMark } from '../forms/rows';
import { departmentOf, unitOf } from '../heads';
import type { PlacedLine, Printed } from '../lines';
import { expenditureLine, isLineName, isSpanningLine, lineName } from './meanings';
import type { ListLine } from './summary';
import type { SingleRow } from './single-row';
import { formColumns } from './specs';
import { isFormNumber, looksLikeTitle } from '../title-marks';
import { type BudgetFormId, titledBudgetForm } from './titles';

/** A form printed as running text, or a title with a note that the form is empty. */
export interface TextTable {
  form: BudgetFormId;
  title: string;
  titleLine: PlacedLine;
  /** Lines between the title and the first row: unit, body, names of columns. */
  head: PlacedLine[];
  body: PlacedLine[];
}

/** How far below its title a form's unit or body's name may stand. */
const HEAD = 4;

/** Forms among lines without cells; titles in a table of contents have no head under them and are passed over. */
export function textTables(lines: readonly PlacedLine[]): TextTable[] {
  const found: TextTable[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const form = line.cells ? null : titleForm(lines, index);
    if (!form || !hasHead(lines, index + 1)) continue;
    const end = endOf(lines, index + 1);
    const inside = lines.slice(index + 1, end);
    const first = inside.findIndex((item) => isRow(item.text));
    const cut = first < 0 ? inside.length : first;
    found.push({
      form,
      title: line.text.trim(),
      titleLine: line,
      head: inside.slice(0, cut),
      body: inside.slice(cut),
    });
    index = end - 1;
  }
  return found;
}

/** The form that a line names, or the last line of a title broken over several. */
function titleForm(lines: readonly PlacedLine[], index: number): BudgetFormId | null {
  for (const length of [3, 2, 1]) {
    const part = lines.slice(Math.max(0, index + 1 - length), index + 1);
    const form = part.some((line) => line.cells)
      ? null
      : titledBudgetForm(part.map((line) => line.text.trim()).join(''));
    if (form) return form;
  }
  return null;
}

function hasHead(lines: readonly PlacedLine[], from: number): boolean {
  for (const line of lines.slice(from, from + HEAD)) {
    if (line.cells || titledBudgetForm(line.text)) return false;
    if (unitOf(line.text) !== null || departmentOf(line.text) !== null) return true;
    if (/空表/.test(line.text)) return true;
  }
  return false;
}

/** The next title with a head of its own, a heading of the narrative, or a row of cells ends a form. */
function endOf(lines: readonly PlacedLine[], from: number): number {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.cells || /^(?:第[一二三四五六七八九十]部分|其他相关情况)|情况说明$/.test(line.text))
      return index;
    if ((looksLikeTitle(line.text) || isFormNumber(line.text)) && hasHead(lines, index + 1)) return index;
  }
  return lines.length;
}

function isRow(text: string): boolean {
  const words = text.split(/\s+/).filter(Boolean);
  return (
    /^[一二三四五六七八九十]+、/.test(words[0] ?? '') ||
    (/^(?:合|总)\s*计\s/.test(text) && words.some(isAmount)) ||
    (/^\d{3}(\d{2}){0,2}$/.test(words[0] ?? '') && words.length > 1) ||
    (words.length > 3 && words.every((word) => isAmount(word) || isBlankMark(word)))
  );
}

/** Which columns of a form a head of running text names, in standard order. */
export function columnsInText(form: BudgetFormId, head: readonly PlacedLine[]): ColumnSpec[] {
  const words = head.map((line) => line.text.split(/\s+/)).flat();
  const joined = words.join('');
  return formColumns(form).filter(
    ({ header, label }) =>
      words.some((word) => header.test(word)) ||
      (label.length > 3 && joined.includes(label)) ||
      loose(label, joined),
  );
}

/** 事业单位经营收入 breaks into 事业单位 and 经营收入. */
function loose(label: string, joined: string): boolean {
  return label === '事业单位经营收入' && joined.includes('经营收入');
}

/**
 * Lines of B01 and B04 in running text: `name amount name amounts…`. Sides are told by what the names mean; amounts
 * that do not fill the columns go to the fund that alone has any, else they come back as open.
 */
export function textListLines(
  form: 'B01' | 'B04',
  table: TextTable,
): { lines: ListLine[]; unread: PlacedLine[] } {
  const lines: ListLine[] = [];
  const unread: PlacedLine[] = [];
  const columns = form === 'B04' ? formColumns('B04') : formColumns('B01').slice(0, 1);
  for (const line of table.body) {
    const place = { page: line.page, line: line.number };
    let expenditure = false;
    for (const { name, words } of segments(line.text)) {
      if (name === '') {
        if (words.length > 0) unread.push(line);
        continue;
      }
      const isClass = expenditureLine(name, 'expenditure', true);
      const bare = lineName(name);
      const use = isClass === null && expenditureLine(name, 'usage', true) !== null;
      const right: boolean = use || expenditure || (isClass !== null && !(bare === '总计' && !expenditure));
      expenditure = expenditure || right || isSpanningLine(name);
      const all = words.map((text): Printed | null => (isBlankMark(text) ? null : { text, ...place }));
      if (!right && !isLineName(name)) {
        // Half a name says nothing of its side.
        if (words.length > 0) unread.push(line);
        continue;
      }
      const own = right && !use ? columns : columns.slice(0, 1);
      if (all.length > own.length) {
        unread.push(line);
        continue;
      }
      const row = { texts: [], ...place };
      lines.push({
        side: use ? 'usage' : right ? 'expenditure' : 'revenue',
        printedName: name,
        cells: own.map((_, index) => all[index] ?? null),
        columns: own,
        row,
      });
    }
  }
  return { lines: form === 'B04' ? toOnlyFund(lines) : lines, unread };
}

/** 合计 and one more amount: the second belongs to the one fund that the revenue side gives an amount. */
function toOnlyFund(lines: readonly ListLine[]): ListLine[] {
  const funds = lines.filter(
    (line) => line.side === 'revenue' && line.cells[0] && !/^0(\.0+)?$/.test(line.cells[0].text),
  );
  const named = (pattern: RegExp) => funds.some((line) => pattern.test(lineName(line.printedName)));
  const present = [/^一般公共预算/, /^政府性基金/, /^国有资本经营/].map(named);
  const only = present.filter(Boolean).length === 1 ? present.indexOf(true) + 1 : null;
  return lines.map((line) => {
    const filled = line.cells.filter(Boolean);
    if (line.side === 'revenue' || filled.length !== 2 || line.cells.length < 4 || only === null) return line;
    const cells = line.cells.map((): Printed | null => null);
    cells[0] = filled[0]!;
    cells[only] = filled[1]!;
    return { ...line, cells };
  });
}

function segments(text: string): { name: string; words: string[] }[] {
  const found: { name: string; words: string[] }[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const current = found.at(-1);
    if ((isAmount(word) || isBlankMark(word)) && !/^\d{1,2}[.、]$/.test(word)) {
      if (current) current.words.push(word);
      else found.push({ name: '', words: [word] });
    } else if (!current || current.words.length > 0 || startsLine(word, current.name)) {
      found.push({ name: word, words: [] });
    } else current.name += word;
  }
  return found;
}

function startsLine(word: string, before: string): boolean {
  return (
    (/^[一二三四五六七八九十]+、/.test(word) || /^(收入|支出)?(总计|合计)$/.test(word)) &&
    !/^\d{1,2}[.、．]$/.test(before)
  );
}

/** “三公” in running text: one row of all columns, in the order that satisfies the sums; null where none or both do. */
export function textThreePublic(table: TextTable): SingleRow | null {
  const rows = table.body.filter((line) => {
    const words = line.text.split(/\s+/).filter(Boolean);
    return words.length > 1 && words.every((word) => isAmount(word) || isBlankMark(word));
  });
  const row = rows[0];
  if (!row || rows.length > 1) return null;
  const words = row.text.split(/\s+/).filter(Boolean);
  const place = { page: row.page, line: row.number };
  const cells = words.map((text): Printed | null => (isBlankMark(text) ? null : { text, ...place }));
  const values = words.map((text) =>
    isBlankMark(text) ? 0 : Math.round(Number(text.replace(/,/g, '')) * 10000),
  );
  const named = columnsInText('B09', table.head).filter((column) => !column.subject);
  const meetings = named.some(({ label }) => label === '会议费' || label === '培训费');
  const extra = named.filter(({ label }) => meetings || !label.endsWith('合计'));
  // With meetings and training the total of all stands first, else nothing stands before “三公”.
  const before = extra.filter(({ label }) => label.endsWith('合计'));
  const after = extra.filter(({ label }) => !label.endsWith('合计'));
  const fits = ORDERS.filter((order) => {
    if (order.length + extra.length !== words.length) return false;
    const value = (code: string) => values[before.length + order.indexOf(code)]!;
    const beside = after.map((_, index) => values[before.length + order.length + index]!);
    return (
      value('SG') === value('SG1') + value('SG2') + value('SG3') &&
      value('SG2') === value('SG21') + value('SG22') &&
      (before.length === 0 || values[0] === value('SG') + beside.reduce((all, one) => all + one, 0))
    );
  });
  const order = fits[0];
  if (!order || fits.length > 1) return null;
  const parts = order.map((code) => formColumns('B09').find((column) => column.subject?.code === code)!);
  return { columns: [...before, ...parts, ...after], cells, unread: [] };
}

/** The orders in which provinces print the parts of “三公”. */
const ORDERS: readonly (readonly string[])[] = [
  ['SG', 'SG1', 'SG3', 'SG2', 'SG21', 'SG22'],
  ['SG', 'SG1', 'SG2', 'SG21', 'SG22', 'SG3'],
];
