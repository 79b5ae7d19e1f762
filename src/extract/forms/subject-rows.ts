import type { Cell } from '../../documents/page';
import { isAmount } from '../../domain/money';
import { standardName } from '../../domain/names';
import { alignedCells } from '../aligned';
import type { PlacedLine, Printed } from '../lines';
import { matchColumns, readGridHeader } from './grid-header';
import { type FormRow, isBlankMark, levelOf } from './rows';
import type { FormSpec } from './specs';
import { stagedSpec } from './stages';
import { readTextRows } from './text-rows';

/** What reading a form's rows gives: the rows and the lines that no rule could read. */
export interface RowsRead {
  rows: FormRow[];
  unread: PlacedLine[];
  /** Columns of the form that the printed header lacks. */
  missingColumns: number[];
  /** The form with the columns that the table prints: once a stage where it has several. */
  spec: FormSpec;
}

/**
 * Rows of a form by functional subject (02, 03, 05, 07, 08), from a grid or from running text in which names wrap,
 * codes stand alone and empty cells have vanished.
 */
export function readSubjectRows(body: readonly PlacedLine[], spec: FormSpec): RowsRead {
  const header = readGridHeader(body);
  return header
    ? fromGrid(body, spec, header.paths, header.bodyStart)
    : { ...readTextRows(body, spec), missingColumns: [], spec };
}

function fromGrid(
  body: readonly PlacedLine[],
  spec: FormSpec,
  paths: readonly string[],
  start: number,
): RowsRead {
  const staged = stagedSpec(spec, paths);
  const columns = staged?.at ?? matchColumns(paths, spec.columns);
  const money = columns.filter((column): column is number => column !== null);
  const firstMoney = Math.min(...money);
  const rows: FormRow[] = [];
  const unread: PlacedLine[] = [];
  const head = widest(body.slice(0, start));
  for (const line of body.slice(start)) {
    if (!line.cells) {
      unread.push(line);
      continue;
    }
    const own = alignedCells(line.cells, head);
    const lead = own
      .slice(0, firstMoney)
      .map((cell) => cell.text)
      .filter(Boolean);
    const code = lead.filter((text) => /^\d+$/.test(text)).join('');
    const name = standardName(lead.filter((text) => !/^(\d+|[类款项])$/.test(text)).join(''));
    const place = { page: line.page, line: line.number };
    const cells = columns.map((column): Printed | null => {
      const text = column === null ? '' : (own[column]?.text ?? '');
      return text === '' || isBlankMark(text) ? null : { text, ...place };
    });
    if (!code && !/^(合计|总计)$/.test(name)) {
      // Heads repeated on a new page say nothing new; a name alone is the rest of one that the page break cut.
      if (cells.some((cell) => cell && isAmount(cell.text))) unread.push(line);
      else if (name && cells.every((cell) => cell === null) && !isHeadName(name))
        appendName(rows.at(-1), name);
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
    missingColumns: staged
      ? []
      : spec.columns.flatMap((_, index) => (columns[index] === null ? [index] : [])),
    spec: staged?.spec ?? spec,
  };
}

/** The row of a head that shows all columns. */
function widest(head: readonly PlacedLine[]): readonly Cell[] {
  return head.reduce<readonly Cell[]>(
    (most, { cells }) => (cells && cells.length > most.length ? cells : most),
    [],
  );
}

function isHeadName(name: string): boolean {
  return /(科目|项目|编码|名称|功能分类|经济分类|栏次|收入|支出预算)/.test(name);
}

function appendName(row: FormRow | undefined, rest: string): void {
  if (row && row.printedCode !== null) row.printedName += rest;
}
