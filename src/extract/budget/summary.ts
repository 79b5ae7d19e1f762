import type { Unit } from '../../domain/money';
import type { ColumnSpec } from '../forms/specs';
import type { FormWriter } from '../forms/fact-writer';
import type { Printed } from '../lines';
import { amountAt, joinBrokenNames } from './cells';
import { isNameColumn, matchBudgetColumns } from './columns';
import {
  expenditureLine,
  isLineName,
  isSpanningLine,
  lineName,
  revenueLine,
  type LineMeaning,
  type Side,
} from './meanings';
import { formColumns } from './specs';
import type { GridTable, TableRow } from './tables';

/** One list of a form with lists side by side: the column of its names and those of its amounts. */
export interface List {
  side: Side;
  name: number;
  columns: readonly ColumnSpec[];
  at: readonly number[];
}

/** A line of a list with its amounts by column of the list. */
export interface ListLine {
  side: Side;
  printedName: string;
  cells: (Printed | null)[];
  columns: readonly ColumnSpec[];
  row: TableRow;
}

/** The lists of B01 and B04: revenue, expenditure by function, and in some provinces expenditure by use. */
export function findLists(form: 'B01' | 'B04', paths: readonly string[], year: number): List[] {
  const isName = (path: string) => isNameColumn(path) || /^(本年)?(收入|支出)(项目)?$/.test(path);
  const names = paths.flatMap((path, index) => (isName(path) ? [index] : []));
  return names.flatMap((name, index): List[] => {
    const path = paths[name]!;
    const side: Side = index === 0 ? 'revenue' : /用途|经济/.test(path) ? 'usage' : 'expenditure';
    const wanted = side === 'expenditure' ? formColumns(form) : formColumns(form).slice(0, 1);
    const { columns, at } = matchBudgetColumns(
      paths,
      wanted,
      year,
      name + 1,
      names[index + 1] ?? paths.length,
    );
    return columns.length === 0 ? [] : [{ side, name, columns, at }];
  });
}

/** Lines of all lists, row by row; amounts under no name come back as `stray`. */
export function listLines(
  table: GridTable,
  lists: readonly List[],
): { lines: ListLine[]; stray: TableRow[] } {
  const rows = joinBrokenNames(
    table.rows,
    lists.map((list) => list.name),
    isLineName,
  );
  const lines: ListLine[] = [];
  const stray = new Set<TableRow>();
  for (const row of rows) {
    const used = new Set<number>();
    lists.forEach((list, index) => {
      const printedName = row.texts[list.name] ?? '';
      if (printedName === '') return;
      let cells = list.at.map((column) => amountAt(row, column));
      list.at.forEach((column) => used.add(column));
      const next = lists[index + 1];
      if (
        isSpanningLine(printedName) &&
        cells.every((cell) => cell === null) &&
        next &&
        !row.texts[next.name]
      ) {
        // The line spans the lists to its right and prints its amount under the last of them.
        const columns = next.at.filter((column) => amountAt(row, column) !== null);
        cells = [amountAt(row, columns[0] ?? -1), ...cells.slice(1)];
        columns.slice(0, 1).forEach((column) => used.add(column));
      }
      lines.push({ side: list.side, printedName, cells, columns: list.columns, row });
    });
    const open = lists
      .flatMap((list) => list.at)
      .filter((column) => !used.has(column) && amountAt(row, column));
    if (open.length > 0) stray.add(row);
  }
  return { lines, stray: [...stray] };
}

/** Facts of B01 and B04 (docs/forms.md). */
export function writeLists(
  form: 'B01' | 'B04',
  lines: readonly ListLine[],
  unit: Unit,
  writer: FormWriter,
): void {
  const has = (revenue: boolean, pattern: RegExp) =>
    lines.some((l) => (l.side === 'revenue') === revenue && pattern.test(lineName(l.printedName)));
  const grandRevenue = !has(true, /^(收入)?总计$/);
  const grandExpenditure = !has(false, /^(支出)?总计$/);
  const carries = lines.some((l) => l.side === 'usage');
  // The three appropriations are parts of 财政拨款收入 where that line stands above them.
  const headed = form === 'B01' && has(true, /^财政拨款(收入|资金)?$/);
  let under: LineMeaning | null = null;
  for (const entry of lines) {
    let meaning =
      entry.side === 'revenue'
        ? revenueLine(entry.printedName, grandRevenue)
        : carries && /^结转下年/.test(lineName(entry.printedName))
          ? expenditureLine(entry.printedName, 'usage', grandExpenditure)
          : expenditureLine(entry.printedName, entry.side, grandExpenditure);
    if (entry.side === 'revenue' && meaning) {
      // The funds listed under 上年结转 are parts of that balance.
      const isFund =
        meaning.classification === 'origin' && meaning.fund !== 'all' && meaning.fund !== 'fiscal';
      if (under && isFund) meaning = { ...under, fund: meaning.fund };
      else under = meaning.flow === 'balance' && meaning.subject_name === '年初结转和结余' ? meaning : null;
      if (meaning.classification === 'origin')
        meaning = { ...meaning, subject_level: isFund && headed ? 2 : 1 };
    }
    entry.cells.forEach((cell, index) => {
      if (!cell) return;
      if (!meaning) {
        writer.warn(
          'row_unrecognised',
          `不认识的项目“${entry.printedName}”，金额 ${cell.text} 未采用`,
          form,
          cell,
        );
        return;
      }
      const column = entry.columns[index]!;
      const whole = form === 'B04' ? 'fiscal' : 'all';
      const fund = entry.side === 'expenditure' ? column.fund : (meaning.fund ?? whole);
      writer.add(form, unit, cell, {
        ...meaning,
        fund: form === 'B04' && fund === 'all' ? 'fiscal' : fund,
        measure: meaning.measure ?? (entry.side === 'expenditure' ? column.measure : 'total'),
        stage: 'initial_budget',
        printed_code: null,
        printed_name: entry.printedName,
        note: null,
        row: meaning.subject_code ?? `${entry.side}:${meaning.subject_name}`,
        column:
          entry.side === 'expenditure' && entry.columns.length > 1 ? column.label : (meaning.fund ?? '金额'),
        quote: [entry.printedName, ...entry.cells.flatMap((other) => (other ? [other.text] : []))].join(' '),
      });
    });
  }
}
