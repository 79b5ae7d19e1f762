import { functionalClassByCode } from '../../domain/functional';
import { functionalName } from '../../domain/functional-catalogue';
import { isAmount } from '../../domain/money';
import { comparable, standardName } from '../../domain/names';
import type { PlacedLine } from '../lines';
import { type FormRow, isBlankMark, levelOf } from './rows';
import type { FormSpec } from './specs';

/** A row being read: which lines of its name stood above, on and below the line of its code. */
interface OpenRow extends FormRow {
  above: string[];
  own: string;
  below: string[];
}

/**
 * Rows of a form by functional subject in running text. Names wrap below the code, or around it where the cell is
 * centred (`机关事业单位基本养老 / 2080505 9.42 9.42 / 保险缴费支出`); codes stand alone; empty cells leave no trace.
 */
export function readTextRows(
  body: readonly PlacedLine[],
  spec: Pick<FormSpec, 'columns'>,
  isClass: (code: string) => boolean = (code) => functionalClassByCode(code) !== null,
): { rows: FormRow[]; unread: PlacedLine[] } {
  const rows: OpenRow[] = [];
  const unread: PlacedLine[] = [];
  let headed = false;
  for (const [index, line] of body.entries()) {
    const words = line.text.split(/\s+/).filter(Boolean);
    const start = rowStart(words, isClass);
    if (!start && isHead(line.text)) {
      headed = true;
      continue;
    }
    let row = rows.at(-1) ?? null;
    const rest = start ? words.slice(start.length) : words;
    const firstAmount = rest.findIndex(isAmountWord);
    const amounts = firstAmount < 0 ? [] : rest.slice(firstAmount);
    if (!row && !start) {
      if (headed && amounts.length > 0 && amounts.every(isAmountWord) && !isColumnNumbers(amounts))
        unread.push(line);
      continue;
    }
    const place = { page: line.page, line: line.number };
    if (start) {
      row = openRow(start.code, place);
      rows.push(row);
    }
    const name = standardName((firstAmount < 0 ? rest : rest.slice(0, firstAmount)).join(''));
    const open = row!;
    if (!amounts.every(isAmountWord) || (amounts.length > 0 && open.amounts.length > 0)) {
      unread.push(line);
      continue;
    }
    if (start) open.own = name;
    else if (name !== '') open.below.push(name);
    open.amounts.push(...amounts.map((text) => ({ text, ...place })));
    // A name above the first row of all has no row to wait in.
    if (start && rows.length === 1 && open.own === '' && index > 0)
      open.above.push(...orphan(body[index - 1]!));
  }
  shareNames(rows);
  for (const row of rows) {
    if (row.printedCode !== null) row.printedName = [...row.above, row.own, ...row.below].join('');
    placeWhereFull(row, spec);
  }
  return { rows: rows.map(plain), unread };
}

function openRow(code: string | null, place: { page: number | null; line: number }): OpenRow {
  const printedName = code === null ? '合计' : '';
  return {
    printedCode: code,
    printedName,
    level: levelOf(code ?? ''),
    cells: null,
    amounts: [],
    ...place,
    above: [],
    own: '',
    below: [],
  };
}

/**
 * Name lines between two rows: the lower row takes its share where its amounts stand on the line of its code without a
 * name, which only a centred cell does. A centred name has as many lines above its code as below, or one more. Lines
 * after a name that is the catalogue's already belong to the lower row in any case.
 */
function shareNames(rows: readonly OpenRow[]): void {
  for (let index = 1; index < rows.length; index++) {
    const row = rows[index]!;
    const before = rows[index - 1]!;
    const onOneLine = row.printedCode !== null && row.amounts[0]?.line === row.line;
    if (!onOneLine || before.below.length === 0) continue;
    const whole = wholeAfter(before);
    if (whole === null && row.own !== '') continue;
    const kept = before.printedCode === null ? 0 : (whole ?? keptBelow(before));
    row.above = before.below.slice(kept);
    before.below = before.below.slice(0, kept);
  }
}

/** After how many of the lines below it a row's name is the catalogue's; null where it never is. */
function wholeAfter({ printedCode, above, own, below }: OpenRow): number | null {
  const standard = printedCode === null ? null : functionalName(printedCode);
  if (!standard) return null;
  for (let count = 0; count <= below.length; count++) {
    const name = [...above, own, ...below.slice(0, count)].join('');
    if (comparable(name) === comparable(standard)) return count;
  }
  return null;
}

/** How many of the lines below a row are its own when the next row needs a name from above. */
function keptBelow(row: OpenRow): number {
  const most = row.below.length - 1;
  return row.own === '' ? Math.min(row.above.length, most) : 0;
}

function orphan(line: PlacedLine): string[] {
  return isHead(line.text) || /\d/.test(line.text) ? [] : [standardName(line.text)];
}

/** A row that prints as many words as the form has columns leaves no question; blank marks are blanks. */
function placeWhereFull(row: FormRow, spec: Pick<FormSpec, 'columns'>): void {
  if (row.amounts.length === spec.columns.length) {
    row.cells = row.amounts.map((cell) => (isBlankMark(cell.text) ? null : cell));
  }
  row.amounts = row.amounts.filter((cell) => !isBlankMark(cell.text));
}

function plain({ above: _above, own: _own, below: _below, ...row }: OpenRow): FormRow {
  return row;
}

/** The code that begins a row (whole, or in cells 208 05 05), or 合计. */
function rowStart(
  words: readonly string[],
  isClass: (code: string) => boolean,
): { code: string | null; length: number } | null {
  const [first = '', second = '', third = ''] = words;
  if (/^(合计|总计)$/.test(first) && (second === '' || isAmountWord(second)))
    return { code: null, length: 1 };
  if (first === '合' && second === '计') return { code: null, length: 2 };
  if (!/^\d{3,7}$/.test(first) || !isClass(first.slice(0, 3))) return null;
  if (first.length === 3 && /^\d{2}$/.test(second)) {
    return /^\d{2}$/.test(third)
      ? { code: first + second + third, length: 3 }
      : { code: first + second, length: 2 };
  }
  return { code: first, length: 1 };
}

function isAmountWord(word: string): boolean {
  return isBlankMark(word) || isAmount(word);
}

function isColumnNumbers(words: readonly string[]): boolean {
  return words.every((word, index) => word === String(index + 1));
}

/** Heads, also where a page break repeats them in the middle of a form. */
function isHead(text: string): boolean {
  return (
    /^(项\s*目|科目|功能分类|栏\s*次|部门\s*[:：]|公开\s*\d+\s*表|本年[收支]|经济分类)/.test(text) ||
    /^类\s*款(\s*项)?$/.test(text.trim()) ||
    /单位\s*[:：]/.test(text)
  );
}
