import { isAmount, type Unit } from '../../domain/money';
import { comparable } from '../../domain/names';
import type { FormWriter } from '../forms/fact-writer';
import type { ColumnSpec } from '../forms/specs';
import type { Printed } from '../lines';
import { amountAt } from './cells';
import { matchBudgetColumns } from './columns';
import { budgetTitle, formColumns } from './specs';
import type { GridTable, TableRow } from './tables';

/** The figures of a form that is one row (B03 of 江苏, B09), by column. */
export interface SingleRow {
  columns: ColumnSpec[];
  cells: (Printed | null)[];
  unread: TableRow[];
}

/** The one row of figures; where several bodies are listed, the row 合计. */
export function singleRow(table: GridTable, form: 'B03' | 'B09', year: number): SingleRow {
  const { paths } = table.header;
  const matched = matchBudgetColumns(paths, formColumns(form), year);
  let { columns, at } = matched;
  if (form === 'B09' && !columns.some((column) => column.subject?.code === 'SG')) {
    // Without a column for meetings or training the bare 合计 is that of “三公”.
    const alone = !columns.some(({ label }) => label === '会议费' || label === '培训费');
    const whole = paths.findIndex(
      (path, index) => /(^|\/)合计$/.test(path) && !matched.others.includes(index),
    );
    if (alone && whole >= 0) {
      const kept = columns.flatMap((column, index) =>
        at[index] === whole ? [] : [{ column, at: at[index]! }],
      );
      columns = [formColumns('B09')[0]!, ...kept.map((entry) => entry.column)];
      at = [whole, ...kept.map((entry) => entry.at)];
    }
  }
  const filled = table.rows.filter((row) => at.some((column) => isAmount(row.texts[column] ?? '')));
  const total = filled.find((row) => row.texts.some((text) => /^(合\s*计|总\s*计)$/.test(text)));
  const row = total ?? filled[0];
  return {
    columns,
    cells: row ? at.map((column) => amountAt(row, column)) : [],
    unread: filled.filter((other) => other !== row),
  };
}

const PARTS: readonly [RegExp, string][] = [
  [/^因公出国境费?用?$/, 'SG1'],
  [/公务用车购置(及|和|与)运行/, 'SG2'],
  [/^公务(用车|车)(购置)?费$|^公务用车费/, 'SG2'],
  [/公务用车购置费?$|^购置费$/, 'SG21'],
  [/公务用车运行(维护)?费?$|^运行(维护)?费$/, 'SG22'],
  [/^公务(接待|招待)费$/, 'SG3'],
  [/^(三公经费)?(合计|总计)$|^三公经费$/, 'SG'],
];

/** “三公” printed as a list, one part a row: 因公出国（境）费 | amount. */
export function listedThreePublic(table: GridTable, year: number): SingleRow {
  const money = [{ ...formColumns('B09')[0]!, header: /(^|\/)(预算数|金额|合计|本年预算(数)?)$/ }];
  const { at } = matchBudgetColumns(table.header.paths, money, year);
  const columns: ColumnSpec[] = [];
  const cells: (Printed | null)[] = [];
  const unread: TableRow[] = [];
  for (const row of table.rows) {
    const printed = row.texts.find((text) => text !== '' && !isAmount(text)) ?? '';
    const name = comparable(printed).replace(/^(?:其中|[\d一二三四五六七八九十]+)+/, '');
    const code = PARTS.find(([pattern]) => pattern.test(name))?.[1];
    const column =
      formColumns('B09').find((entry) => entry.subject?.code === code && code !== undefined) ??
      formColumns('B09').find((entry) => !entry.subject && entry.label === name);
    const cell = at[0] === undefined ? null : amountAt(row, at[0]);
    if (column && !columns.includes(column)) {
      columns.push(column);
      cells.push(cell);
    } else if (cell) unread.push(row);
  }
  return { columns, cells, unread };
}

/** Facts of B03 as one row and of B09. */
export function writeSingleRow(row: SingleRow, form: 'B03' | 'B09', unit: Unit, writer: FormWriter): void {
  const quote = row.cells.flatMap((cell) => (cell ? [cell.text] : [])).join(' ');
  row.cells.forEach((cell, index) => {
    if (!cell) return;
    const { flow, fund, measure, stage, label, subject } = row.columns[index]!;
    const isTotalRow = form === 'B03';
    writer.add(form, unit, cell, {
      flow,
      fund,
      measure,
      stage,
      classification: subject ? 'three_public' : 'summary',
      subject_code: subject?.code ?? null,
      subject_name: subject?.name ?? (isTotalRow ? '合计' : label),
      subject_level: subject?.level ?? 0,
      printed_code: null,
      printed_name: isTotalRow ? '合计' : label,
      note: null,
      row: subject?.code ?? (isTotalRow ? '合计' : label),
      column: isTotalRow ? label : stage,
      quote: quote === '' ? budgetTitle(form) : quote,
    });
  });
}
