import { functionalLevel, functionalClassByCode } from '../../domain/functional';
import { isAmount } from '../../domain/money';
import { standardName } from '../../domain/names';
import type { PlacedLine, Printed } from '../lines';
import { matchColumns, readGridHeader } from './grid-header';
import { type FormRow, isBlankMark } from './rows';
import type { FormSpec } from './specs';

/** What reading a form's rows gives: the rows and the lines that no rule could read. */
export interface RowsRead {
  rows: FormRow[];
  unread: PlacedLine[];
  /** Columns of the form that the printed header lacks. */
  missingColumns: number[];
}

/**
 * Rows of a form by functional subject (02, 03, 05, 07, 08), from a grid or from running text in which names wrap,
 * codes stand alone and empty cells have vanished.
 */
export function readSubjectRows(body: readonly PlacedLine[], spec: FormSpec): RowsRead {
  const header = readGridHeader(body);
  return header ? fromGrid(body, spec, header.paths, header.bodyStart) : fromText(body, spec);
}

function fromGrid(
  body: readonly PlacedLine[],
  spec: FormSpec,
  paths: readonly string[],
  start: number,
): RowsRead {
  const columns = matchColumns(paths, spec.columns);
  const money = columns.filter((column): column is number => column !== null);
  const firstMoney = Math.min(...money);
  const rows: FormRow[] = [];
  const unread: PlacedLine[] = [];
  for (const line of body.slice(start)) {
    if (!line.cells) {
      unread.push(line);
      continue;
    }
    const lead = line.cells
      .slice(0, firstMoney)
      .map((cell) => cell.text)
      .filter(Boolean);
    const code = lead.filter((text) => /^\d+$/.test(text)).join('');
    const name = standardName(lead.filter((text) => !/^\d+$/.test(text)).join(''));
    const place = { page: line.page, line: line.number };
    const cells = columns.map((column): Printed | null => {
      const text = column === null ? '' : (line.cells![column]?.text ?? '');
      return text === '' || isBlankMark(text) ? null : { text, ...place };
    });
    if (!code && !/^(合计|总计)$/.test(name)) {
      if (cells.some(Boolean) || name) unread.push(line);
      continue;
    }
    const amounts = cells.filter((cell): cell is Printed => cell !== null);
    rows.push({
      printedCode: code || null,
      printedName: name,
      level: levelOf(code),
      cells,
      amounts,
      ...place,
    });
  }
  return {
    rows,
    unread,
    missingColumns: spec.columns.flatMap((_, index) => (columns[index] === null ? [index] : [])),
  };
}

function fromText(body: readonly PlacedLine[], spec: FormSpec): RowsRead {
  const rows: FormRow[] = [];
  const unread: PlacedLine[] = [];
  let started = false;
  let row: FormRow | null = null;
  for (const line of body) {
    const words = line.text.split(/\s+/).filter(Boolean);
    const start = rowStart(words);
    if (!started && !start) continue;
    if (!start && started && isRepeatedHead(line.text)) {
      row = null;
      continue;
    }
    started = true;
    const place = { page: line.page, line: line.number };
    if (start) {
      row = {
        printedCode: start.code,
        printedName: '',
        level: levelOf(start.code ?? ''),
        cells: null,
        amounts: [],
        ...place,
      };
      if (start.code === null) row.printedName = '合计';
      rows.push(row);
    }
    const rest = start ? words.slice(start.length) : words;
    const firstAmount = rest.findIndex((word) => isAmountWord(word));
    const name = firstAmount < 0 ? rest : rest.slice(0, firstAmount);
    const amounts = firstAmount < 0 ? [] : rest.slice(firstAmount);
    if (
      !row ||
      amounts.some((word) => !isAmountWord(word)) ||
      (amounts.length > 0 && row.amounts.length > 0)
    ) {
      unread.push(line);
      continue;
    }
    row.printedName += standardName(name.join(''));
    row.amounts.push(...amounts.map((text) => ({ text, ...place })));
  }
  for (const read of rows) placeWhereFull(read, spec);
  return { rows, unread, missingColumns: [] };
}

/** A row that prints as many words as the form has columns leaves no question; blank marks are blanks. */
function placeWhereFull(row: FormRow, spec: FormSpec): void {
  if (row.amounts.length === spec.columns.length)
    row.cells = row.amounts.map((cell) => (isBlankMark(cell.text) ? null : cell));
  row.amounts = row.amounts.filter((cell) => !isBlankMark(cell.text));
}

/** The code that begins a row (whole, or in cells 208 05 05), or 合计. */
function rowStart(words: readonly string[]): { code: string | null; length: number } | null {
  const [first = '', second = '', third = ''] = words;
  if (/^(合计|总计)$/.test(first)) return { code: null, length: 1 };
  if (first === '合' && second === '计') return { code: null, length: 2 };
  if (!/^\d{3,7}$/.test(first) || functionalClassByCode(first.slice(0, 3)) === null) return null;
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

function levelOf(code: string): number {
  if (code === '') return 0;
  return functionalLevel(code) ?? (code.length > 5 ? 3 : code.length > 3 ? 2 : 1);
}

/** Heads that a page break repeats in the middle of a form. */
function isRepeatedHead(text: string): boolean {
  return (
    /^(项\s*目|科目|功能分类|栏\s*次|部门\s*[:：]|公开\s*\d+\s*表|本年[收支])/.test(text) ||
    /单位\s*[:：]/.test(text)
  );
}
