import { isAmount } from '../../domain/money';
import { standardName } from '../../domain/names';
import type { ColumnSpec } from '../forms/specs';
import { levelOf, type FormRow } from '../forms/rows';
import type { Printed } from '../lines';
import { amountAt, joinBrokenNames } from './cells';
import { isCodeColumn, isNameColumn, matchBudgetColumns } from './columns';
import type { GridTable, TableRow } from './tables';

/** Rows of a table by subject with its columns, and what no rule could read. */
export interface SubjectTable {
  columns: ColumnSpec[];
  rows: FormRow[];
  unread: TableRow[];
  /** Heads of columns with amounts that are none of the form's. */
  unknownColumns: string[];
}

/** Rows of a table by functional or economic subject: the code in one cell, in two, or as 类 | 款 | 项. */
export function subjectRows(table: GridTable, wanted: readonly ColumnSpec[], year: number): SubjectTable {
  const { paths } = table.header;
  const { columns, at, others } = matchBudgetColumns(paths, wanted, year);
  const first = Math.min(...at, paths.length);
  const names = paths.flatMap((path, index) => (isNameColumn(path) && index < first ? [index] : []));
  const rows: FormRow[] = [];
  const unread: TableRow[] = [];
  for (const row of joinBrokenNames(table.rows, names, null)) {
    const lead = row.texts.slice(0, first).filter((text, index) => text !== '' && !others.includes(index));
    const { code, name, codeCells } = subjectOf(lead);
    const cells = at.map((column): Printed | null => amountAt(row, column));
    const amounts = cells.filter((cell): cell is Printed => cell !== null);
    const total = code === '' && /^(合计|总计|支出合计|收入合计|本年支出合计|本年收入合计)$/.test(name);
    if (code === '' && !total) {
      if (amounts.some((cell) => isAmount(cell.text))) unread.push(row);
      continue;
    }
    rows.push({
      printedCode: code === '' ? null : code,
      ...(codeCells ? { codeCells } : {}),
      printedName: total ? '合计' : name,
      level: levelOf(code),
      cells,
      amounts,
      line: row.line,
      page: row.page,
    });
  }
  const known = new Set([...at, ...others]);
  const unknownColumns = paths.filter(
    (path, index) =>
      index >= first &&
      !known.has(index) &&
      !isCodeColumn(path) &&
      table.rows.some((row) => isAmount(row.texts[index] ?? '')),
  );
  return { columns, rows, unread, unknownColumns };
}

/**
 * Code and name from the cells left of the amounts: `201|03|01|行政运行`, `2010301|行政运行`, `[2010301]行政运行`. A
 * cell that lost its zero (`301|2` for 30102) gets it back, and `codeCells` says how it was printed.
 */
export function subjectOf(lead: readonly string[]): { code: string; name: string; codeCells?: string } {
  const parts: string[] = [];
  let code = '';
  let name = '';
  let cut = false;
  for (const text of lead) {
    const joined = /^[[【（(]?(\d{1,7})[\]】）)]?[-_—、.\s]*(\D.*)?$/.exec(text.replace(/\s+/g, ' ').trim());
    if (joined && name === '' && (joined[1]!.length > 1 || code.length >= 3)) {
      parts.push(joined[1]!);
      const digits = joined[1]!.padStart(2, '0');
      cut ||= joined[1]!.length === 1;
      // Some print 20103 again in the column 款, others 03 alone.
      code = code !== '' && digits.startsWith(code) && digits.length > code.length ? digits : code + digits;
      name += joined[2] ?? '';
    } else if (!/^[类款项无]$/.test(text)) name += text;
  }
  return { code, name: standardName(name), ...(cut ? { codeCells: parts.join(' ') } : {}) };
}
