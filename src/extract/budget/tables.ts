import type { PlacedLine } from '../lines';
import { departmentOf, unitOf } from '../heads';
import { isDataRow, readHeader, type TableHeader } from './header';
import { isFormNumber, looksLikeTitle } from '../title-marks';
import { titledBudgetForm } from './titles';

/** A row of a table below its head, its texts in the columns of the head. */
export interface TableRow {
  texts: string[];
  page: number | null;
  line: number;
}

/** A table of cells with what stands above and below it. */
export interface GridTable {
  /** Lines of text above the table, down from the table before it. */
  lead: PlacedLine[];
  header: TableHeader;
  rows: TableRow[];
  /** First row of cells. */
  at: PlacedLine;
  /** Rows as printed, head included. */
  size: { rows: number; columns: number };
  /** Text below the table, up to the next title. */
  after: PlacedLine[];
}

/** How many lines above a table its title may stand. */
const LEAD = 12;

/**
 * Tables of a document in printed order. Rows of cells belong to one table until a title, a unit or a body's name
 * stands between them, or another head begins; a page break ends no table.
 */
export function gridTables(lines: readonly PlacedLine[]): GridTable[] {
  const runs: { lead: PlacedLine[]; rows: PlacedLine[] }[] = [];
  let lead: PlacedLine[] = [];
  for (const line of lines) {
    if (!line.cells || isCaption(line)) {
      lead.push(line);
      continue;
    }
    const current = runs.at(-1);
    if (current && !startsAnew(lead) && continues(current.rows, line)) current.rows.push(line);
    else runs.push({ lead, rows: [line] });
    lead = [];
  }
  return runs.flatMap((run, index) => {
    const table = assemble(run.lead.slice(-LEAD), run.rows, (runs[index + 1]?.lead ?? lead).slice(0, 4));
    return table ? [table] : [];
  });
}

/** A row of cells that is text: one filled cell with a title or a note, or the unit and the body's name. */
function isCaption(line: PlacedLine): boolean {
  const filled = line.cells!.map((cell) => cell.text.trim()).filter(Boolean);
  if (filled.length === 0 || filled.length > 4) return false;
  if (filled.some((text) => unitOf(text) !== null)) return true;
  if (filled.length > 1)
    return filled.length === 2 && departmentOf(filled.join(' ')) !== null && !isDataRow(line);
  const text = filled[0]!;
  return (
    titledBudgetForm(text) !== null ||
    (looksLikeTitle(text) && text.length >= 5) ||
    isFormNumber(text) ||
    /^(?:注|说明|备注)\s*\d*\s*[:：、.]/.test(text) ||
    departmentOf(text) !== null
  );
}

/** Text that begins another table: a title, a unit, a body's name. */
function startsAnew(lead: readonly PlacedLine[]): boolean {
  return lead.some(
    ({ text }) =>
      unitOf(text) !== null || departmentOf(text) !== null || looksLikeTitle(text) || isFormNumber(text),
  );
}

/** After figures a row without any, that is no name of a list, begins another head unless it repeats the first one. */
function continues(rows: readonly PlacedLine[], line: PlacedLine): boolean {
  const last = rows.at(-1)!;
  if (last.page === line.page || isDataRow(line) || !rows.some(isDataRow)) return true;
  const own = joined(line).split('|').filter(Boolean);
  // A page may begin with the rest of a name that the break cut off.
  return own.length < 3 || rows.slice(0, 6).some((row) => joined(row) === joined(line));
}

function assemble(lead: PlacedLine[], lines: readonly PlacedLine[], after: PlacedLine[]): GridTable | null {
  const header = readHeader(lines);
  if (!header) return null;
  const head = lines.slice(0, header.rows);
  const base = head.reduce((a, b) => (b.cells!.length > a.cells!.length ? b : a));
  const headTexts = new Set(head.map(joined).filter(Boolean));
  const rows = lines
    .slice(header.rows)
    .filter((line) => isDataRow(line) || !headTexts.has(joined(line)))
    .map((line) => ({ texts: aligned(line, base), page: line.page, line: line.number }))
    .filter((row) => row.texts.some(Boolean));
  return {
    lead,
    header,
    rows,
    at: lines[0]!,
    size: { rows: lines.length, columns: base.cells!.length },
    after,
  };
}

function joined(line: PlacedLine): string {
  return line
    .cells!.map((cell) => cell.text.replace(/\s+/g, ''))
    .join('|')
    .replace(/^\|+$/, '');
}

/** A row's texts under the columns of the head: by position where it has other columns than the head. */
function aligned(line: PlacedLine, base: PlacedLine): string[] {
  const own = line.cells!;
  const texts = own.map((cell) => cell.text.trim());
  const columns = base.cells!;
  if (own.length === columns.length) return texts;
  const placed = columns.every(({ x0, x1 }) => x0 !== undefined && x1 !== undefined);
  if (!placed || own.some(({ x0 }) => x0 === undefined)) return texts;
  const result = columns.map(() => '');
  own.forEach((cell, index) => {
    const within = (column: number) => {
      const centre = (columns[column]!.x0! + columns[column]!.x1!) / 2;
      return centre > cell.x0! - 1 && centre < cell.x1! + 1;
    };
    const at = columns.findIndex((_, column) => within(column));
    if (at >= 0 && texts[index]) result[at] = result[at] ? result[at] + texts[index]! : texts[index]!;
  });
  return result;
}
