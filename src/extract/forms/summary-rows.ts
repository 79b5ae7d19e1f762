import { isAmount } from '../../domain/money';
import { standardName } from '../../domain/names';
import type { PlacedLine, Printed } from '../lines';
import { readGridHeader } from './grid-header';
import { isBlankMark } from './rows';
import type { Stage } from '../../domain/facts';
import type { FormSpec } from './specs';
import { stagedSpec, stageOf } from './stages';
import { readUnnumberedSummary } from './unnumbered-summary';

/** One line of a form with revenue on the left and expenditure on the right (01, 04). */
export interface SummaryRow {
  side: 'revenue' | 'expenditure';
  printedName: string;
  /** By column of the form where the document shows columns; null where only the order is known. Revenue has one. */
  cells: (Printed | null)[] | null;
  amounts: Printed[];
  line: number;
  page: number | null;
}

export interface SummaryRead {
  rows: SummaryRow[];
  unread: PlacedLine[];
  /** The form with the columns that the expenditure side prints: once a stage where it has several. */
  spec: FormSpec;
  /** The stage of each amount of a revenue line. */
  revenueStages: readonly Stage[];
}

const FINAL: readonly Stage[] = ['final'];

/** Rows of 01 and 04, from a grid or from running text in which 行次 parts the two sides. */
export function readSummaryRows(body: readonly PlacedLine[], spec: FormSpec): SummaryRead {
  const header = readGridHeader(body);
  if (header) return fromGrid(body, spec, header.paths, header.bodyStart);
  const numbered = body.some((line) => /行\s*次|栏\s*次/.test(line.text));
  const read = numbered ? fromText(body, spec) : readUnnumberedSummary(body, spec);
  return { ...read, spec, revenueStages: FINAL };
}

interface Half {
  side: SummaryRow['side'];
  name: number;
  money: number[];
}

function fromGrid(
  body: readonly PlacedLine[],
  spec: FormSpec,
  paths: readonly string[],
  start: number,
): SummaryRead {
  const { halves, ...columns } = findHalves(paths, spec);
  const rows: SummaryRow[] = [];
  const unread: PlacedLine[] = [];
  for (const line of body.slice(start)) {
    if (!line.cells || halves.length < 2) {
      unread.push(line);
      continue;
    }
    const place = { page: line.page, line: line.number };
    for (const { side, name, money } of halves) {
      const cells = money.map((column): Printed | null => {
        const text = line.cells![column]?.text ?? '';
        return text === '' || isBlankMark(text) ? null : { text, ...place };
      });
      const printedName = standardName(line.cells[name]?.text ?? '');
      const amounts = cells.filter((cell): cell is Printed => cell !== null);
      if (printedName) rows.push({ side, printedName, cells, amounts, ...place });
      else if (amounts.length > 0) unread.push(line);
    }
  }
  return { rows, unread, ...columns };
}

function findHalves(
  paths: readonly string[],
  spec: FormSpec,
): { halves: Half[]; spec: FormSpec; revenueStages: readonly Stage[] } {
  const names = paths.flatMap((path, index) => (/(^|\/)项目(按功能分类)?$/.test(path) ? [index] : []));
  const [left, right] = names;
  if (left === undefined || right === undefined) return { halves: [], spec, revenueStages: FINAL };
  const within = (from: number, to: number) =>
    paths.map((path, index) => ({ path, index })).filter(({ index }) => index > from && index < to);
  const expenditure = within(right, paths.length);
  const staged = stagedSpec(
    spec,
    expenditure.map(({ path }) => path.replace(/^支出\//, '')),
  );
  const revenue = within(left, right)
    .map(({ path, index }) => ({ index, stage: stageOf(path)?.stage ?? 'final', path }))
    .filter(({ path }) => /(^|\/)(金额|决算数|合计)$/.test(path) || (staged && stageOf(path) !== null))
    .slice(0, staged ? undefined : 1);
  return {
    halves: [
      { side: 'revenue', name: left, money: revenue.map(({ index }) => index) },
      {
        side: 'expenditure',
        name: right,
        money: staged
          ? staged.at.map((at) => (at === null ? -1 : expenditure[at]!.index))
          : spec.columns.map(
              (column) => expenditure.find(({ path }) => column.header.test(path))?.index ?? -1,
            ),
      },
    ],
    spec: staged?.spec ?? spec,
    revenueStages: staged ? revenue.map(({ stage }) => stage) : FINAL,
  };
}

/**
 * In running text a line is `name 行次 amount  name 行次 amounts…`: the row numbers count up on each side, so they are
 * told from amounts; a side without a name (its list is shorter) has only its number.
 */
function fromText(body: readonly PlacedLine[], spec: FormSpec): Pick<SummaryRead, 'rows' | 'unread'> {
  const rows: SummaryRow[] = [];
  const unread: PlacedLine[] = [];
  let left = 0;
  let right = 0;
  let pending = '';
  for (const line of body) {
    const words = line.text.split(/\s+/).filter(Boolean);
    const leftAt = words.findIndex((word) => word === String(left + 1));
    if (leftAt < 0 || /^栏\s*次/.test(line.text)) {
      if (left === 0) continue;
      if (words.some((word) => isAmount(word) && word.includes('.'))) unread.push(line);
      else if (!isHead(line.text)) pending += words.join('');
      continue;
    }
    const rightAt = words.findIndex(
      (word, index) => index > leftAt && (right > 0 ? word === String(right + 1) : isRowNumber(word)),
    );
    if (rightAt < 0) {
      if (left === 0) continue;
      unread.push(line);
      continue;
    }
    left += 1;
    right = Number(words[rightAt]);
    const place = { page: line.page, line: line.number };
    const between = words.slice(leftAt + 1, rightAt);
    const leftAmounts = takeWhile(between, isCellWord);
    const rightName = between.slice(leftAmounts.length).join('');
    const rightAmounts = words.slice(rightAt + 1);
    if (rightAmounts.some((word) => !isCellWord(word)) || leftAmounts.length > 1) {
      unread.push(line);
      continue;
    }
    const leftName = pending + words.slice(0, leftAt).join('');
    pending = '';
    rows.push(
      ...textRow('revenue', leftName, leftAmounts, 1, place),
      ...textRow('expenditure', rightName, rightAmounts, spec.columns.length, place),
    );
  }
  return { rows, unread };
}

function textRow(
  side: SummaryRow['side'],
  name: string,
  words: readonly string[],
  columns: number,
  place: { page: number | null; line: number },
): SummaryRow[] {
  if (name === '') return [];
  const all = words.map((text): Printed | null => (isBlankMark(text) ? null : { text, ...place }));
  const amounts = all.filter((cell): cell is Printed => cell !== null);
  return [
    {
      side,
      printedName: standardName(name),
      cells: words.length === columns || words.length === 0 ? pad(all, columns) : null,
      amounts,
      ...place,
    },
  ];
}

function pad(cells: (Printed | null)[], columns: number): (Printed | null)[] {
  return [...cells, ...Array<null>(columns - cells.length).fill(null)];
}

function isRowNumber(word: string): boolean {
  return /^\d{1,3}$/.test(word);
}

function isCellWord(word: string): boolean {
  return isBlankMark(word) || (isAmount(word) && !isRowNumber(word)) || word === '0';
}

function isHead(text: string): boolean {
  return /公开\s*\d+\s*表|单位\s*[:：]|^部门\s*[:：]|^(项\s*目|收\s*入|栏\s*次)/.test(text);
}

function takeWhile<T>(items: readonly T[], test: (item: T) => boolean): T[] {
  const end = items.findIndex((item) => !test(item));
  return items.slice(0, end < 0 ? items.length : end);
}
