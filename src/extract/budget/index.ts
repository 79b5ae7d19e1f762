import type { DocumentRow, Fact, Warning } from '../../domain/facts';
import { isAmount, type Unit } from '../../domain/money';
import type { FormSubject } from '../context';
import { printedSubjects, restoreSubjects } from '../forms/codes';
import { FormWriter } from '../forms/fact-writer';
import { evidenceKey, type Known } from '../forms/hints';
import type { FormRow } from '../forms/rows';
import { readTextRows } from '../forms/text-rows';
import { departmentOf, unitOf } from '../heads';
import type { PlacedLine, Printed } from '../lines';
import { originLines, writeOrigins } from './origins';
import { recognise } from './recognise';
import { listedThreePublic, singleRow, writeSingleRow, type SingleRow } from './single-row';
import { type BudgetShape, budgetTitle, formColumns, tableSpec, type TableSpec } from './specs';
import { subjectRows } from './subjects';
import { findLists, listLines, writeLists, type ListLine } from './summary';
import { gridTables, type GridTable } from './tables';
import { columnsInText, textListLines, textTables, textThreePublic, type TextTable } from './text-tables';
import type { BudgetFormId } from './titles';
import { economicSubjects, writeSubjectRows } from './write-subjects';

export { budgetNarrative } from './narrative';

/** A budget form found in a document, before its amounts become facts. */
export interface BudgetBlock {
  form: BudgetFormId | null;
  shape: BudgetShape;
  title: string;
  titleLine: PlacedLine;
  unit: Unit | null;
  department: string | null;
  /** The lines above and around the title, for the year and the scope. */
  lead: PlacedLine[];
  grid: GridTable | null;
  text: TextTable | null;
}

/** All tables of a budget in printed order; those that are none of its forms have `form` null. */
export function locateBudget(lines: readonly PlacedLine[]): BudgetBlock[] {
  const grids = gridTables(lines).map((grid): BudgetBlock => {
    const found = recognise(grid);
    const lead = grid.lead;
    return { ...found, ...headOf(lead), lead, grid, text: null };
  });
  const taken = new Set(grids.filter((block) => block.form).flatMap((block) => block.lead));
  const texts = textTables(lines)
    .filter((table) => !taken.has(table.titleLine))
    .map((text): BudgetBlock => {
      const lead = [text.titleLine, ...text.head];
      return {
        form: text.form,
        shape: textShape(text),
        title: text.title,
        titleLine: text.titleLine,
        ...headOf(lead),
        lead,
        grid: null,
        text,
      };
    });
  // Lines of a spreadsheet are numbered within their sheet: their place in the document orders the tables.
  const place = new Map(lines.map((line, index) => [line, index]));
  return [...grids, ...texts].sort((a, b) => place.get(a.titleLine)! - place.get(b.titleLine)!);
}

function headOf(lead: readonly PlacedLine[]): { unit: Unit | null; department: string | null } {
  const nearest = [...lead].reverse();
  return {
    unit: nearest.map((line) => unitOf(line.text)).find((unit) => unit !== null) ?? null,
    department: nearest.map((line) => departmentOf(line.text)).find((name) => name !== null) ?? null,
  };
}

function textShape({ form, head }: TextTable): BudgetShape {
  const coded = head.some((line) => /编码|代码/.test(line.text));
  if (form === 'B01' || form === 'B04') return 'summary';
  if (form === 'B09') return 'three_public';
  if (form === 'B06' || form === 'B11' || form === 'B12') return 'economic';
  if (!coded && form === 'B02') return 'origins';
  return !coded && form === 'B03' ? 'row' : 'subjects';
}

/** What a table gives once the document's year is known. */
type BudgetRead = { block: BudgetBlock; unread: { page: number | null; line: number; text: string }[] } & (
  | { shape: 'summary'; lines: ListLine[] }
  | { shape: 'origins'; lines: ReturnType<typeof originLines> }
  | { shape: 'subjects' | 'economic'; spec: TableSpec; rows: FormRow[]; unknownColumns: string[] }
  | { shape: 'single'; row: SingleRow }
);

/** Facts and warnings of a budget's forms. Of a form printed twice the first with figures counts. */
export function budgetFacts(
  blocks: readonly BudgetBlock[],
  document: DocumentRow,
): { facts: Fact[]; warnings: Warning[]; subjects: FormSubject[] } {
  const writer = new FormWriter(document, 'budget_form');
  tellUnknown(blocks, writer);
  const reads = blocks.flatMap((block) => {
    const read = readBlock(block, document.fiscal_year);
    return read ? [read] : [];
  });
  reads.sort((a, b) => a.block.form!.localeCompare(b.block.form!));
  const printed = printedSubjects(reads.flatMap((read) => (read.shape === 'subjects' ? [read.rows] : [])));
  const evidence = new Map<string, Known | null>();
  const subjects = new Map<string, FormSubject>();
  const done = new Set<string>();
  for (const read of reads) {
    const form = read.block.form!;
    const place = { page: read.block.titleLine.page, line: read.block.titleLine.number };
    const before = writer.facts.length;
    if (done.has(form)) {
      if (hasFigures(read))
        writer.warn('form_repeated', `“${budgetTitle(form)}”出现不止一次，只采用第一次`, form, place);
      continue;
    }
    const unit = read.block.unit ?? document.unit_printed;
    for (const row of read.unread)
      writer.warn('line_unread', `第 ${row.line} 行没有读懂：${row.text.slice(0, 60)}`, form, row);
    if (read.shape === 'summary') writeLists(form as 'B01' | 'B04', read.lines, unit, writer);
    else if (read.shape === 'origins') writeOrigins(read.lines, unit, writer);
    else if (read.shape === 'single') writeSingleRow(read.row, form as 'B03' | 'B09', unit, writer);
    else {
      for (const column of read.unknownColumns)
        writer.warn('column_unknown', `“${column}”一栏不属于“${budgetTitle(form)}”，没有读取`, form, place);
      const economic = read.shape === 'economic';
      const found = economic
        ? economicSubjects(read.rows, read.spec, document.fiscal_year, writer)
        : restoreSubjects(read.rows, printed);
      if (!economic)
        for (const { code, name, level } of found) if (code) subjects.set(code, { code, name, level });
      writeSubjectRows(
        read.rows,
        found,
        read.spec,
        economic ? 'economy' : 'function',
        unit,
        evidence,
        writer,
      );
    }
    if (writer.facts.length > before) done.add(form);
    if (writer.facts.length > before && read.block.unit === null)
      writer.warn(
        'unit_missing',
        `“${budgetTitle(form)}”没有印金额单位，按本文件其他表的“${unit}”读取`,
        form,
        place,
      );
    if (form === 'B01') learnRevenue(writer.facts, read, evidence);
  }
  return { facts: writer.facts, warnings: writer.warnings, subjects: [...subjects.values()] };
}

function readBlock(block: BudgetBlock, year: number): BudgetRead | null {
  const form = block.form;
  if (!form) return null;
  if (block.grid) return readGrid(block, form, block.grid, year);
  return block.text ? readText(block, form, block.text) : null;
}

function readGrid(block: BudgetBlock, form: BudgetFormId, grid: GridTable, year: number): BudgetRead {
  const asUnread = (rows: readonly { texts: string[]; page: number | null; line: number }[]) =>
    rows.map((row) => ({ page: row.page, line: row.line, text: row.texts.filter(Boolean).join(' ') }));
  switch (block.shape) {
    case 'summary': {
      const { lines, stray } = listLines(grid, findLists(form as 'B01' | 'B04', grid.header.paths, year));
      return { block, shape: 'summary', lines, unread: asUnread(stray) };
    }
    case 'origins':
      return { block, shape: 'origins', lines: originLines(grid, year), unread: [] };
    case 'row':
    case 'three_public': {
      const inHead = grid.header.paths.some((path) => /因公出国|基本支出/.test(path));
      const row = inHead ? singleRow(grid, form as 'B03' | 'B09', year) : listedThreePublic(grid, year);
      return { block, shape: 'single', row, unread: asUnread(row.unread) };
    }
    default: {
      const read = subjectRows(grid, formColumns(form), year);
      return {
        block,
        shape: block.shape,
        spec: tableSpec(form, read.columns),
        rows: read.rows,
        unknownColumns: read.unknownColumns,
        unread: asUnread(read.unread),
      };
    }
  }
}

function readText(block: BudgetBlock, form: BudgetFormId, table: TextTable): BudgetRead {
  const asUnread = (lines: readonly PlacedLine[]) =>
    lines.map((line) => ({ page: line.page, line: line.number, text: line.text }));
  if (block.shape === 'summary') {
    const { lines, unread } = textListLines(form as 'B01' | 'B04', table);
    return { block, shape: 'summary', lines, unread: asUnread(unread) };
  }
  if (block.shape === 'subjects' || block.shape === 'economic') {
    const economic = block.shape === 'economic';
    const spec = tableSpec(form, columnsInText(form, table.head));
    const note = table.body.findIndex((line) => /^注\s*[:：]/.test(line.text));
    const body = note < 0 ? table.body : table.body.slice(0, note);
    const { rows, unread } = readTextRows(body, spec, economic ? (code) => code.startsWith('3') : undefined);
    return { block, shape: block.shape, spec, rows, unknownColumns: [], unread: asUnread(unread) };
  }
  const row = block.shape === 'three_public' ? textThreePublic(table) : null;
  return {
    block,
    shape: 'single',
    row: row ?? { columns: [], cells: [], unread: [] },
    unread: row ? [] : asUnread([...table.head, ...table.body].filter(hasAmount)),
  };
}

/** A line that ends with an amount. */
function hasAmount(line: PlacedLine): boolean {
  const last = line.text.trim().split(/\s+/).at(-1) ?? '';
  return isAmount(last) && !/^(?:19|20)\d{2}$/.test(last);
}

function hasFigures(read: BudgetRead): boolean {
  const any = (cells: readonly (Printed | null)[]) => cells.some((cell) => cell !== null);
  if (read.shape === 'summary') return read.lines.some((line) => any(line.cells));
  if (read.shape === 'origins') return read.lines.some((line) => line.cell !== null);
  if (read.shape === 'single') return any(read.row.cells);
  return read.rows.some((row) => row.amounts.length > 0);
}

/** The origins of B01 tell which columns of B02 hold anything, where its blanks left no trace. */
function learnRevenue(facts: readonly Fact[], read: BudgetRead, evidence: Map<string, Known | null>): void {
  if (read.shape !== 'summary') return;
  const measures = [
    ['财政拨款收入', 'fiscal_appropriation'],
    ['事业收入', 'business'],
    ['经营收入', 'operating'],
    ['其他收入', 'other'],
  ] as const;
  const named = new Set(
    read.lines
      .filter((line) => line.side === 'revenue')
      .map((line) => line.printedName.replace(/^.*?[、.．]\s*/, '')),
  );
  for (const [name, measure] of measures) {
    const fact = facts.find(
      (f) => f.form === 'B01' && f.classification === 'origin' && f.subject_name === name,
    );
    if (fact) evidence.set(evidenceKey('B02', 'all', measure, 'initial_budget'), fact);
    else if (named.has(name) || named.has(`事业单位${name}`))
      evidence.set(evidenceKey('B02', 'all', measure, 'initial_budget'), null);
  }
}

/** Tables that are none of the forms are kept by name: one warning a title, with place and size. */
function tellUnknown(blocks: readonly BudgetBlock[], writer: FormWriter): void {
  const told = new Set<string>();
  for (const { form, title, titleLine, grid } of blocks) {
    if (form || !grid || told.has(title)) continue;
    if (title !== '') told.add(title);
    writer.warn(
      'form_unknown',
      `不认识的表“${title || '（没有标题）'}”，${grid.size.rows} 行 ${grid.size.columns} 列，没有读取`,
      null,
      { page: titleLine.page, line: titleLine.number },
    );
  }
}

/** True where a document is a budget: more forms of a budget than of a final account, named by their titles. */
export function isBudget(blocks: readonly BudgetBlock[], finalForms: number): boolean {
  const forms = new Set(blocks.flatMap((block) => (block.form ? [block.form] : [])));
  const titled = blocks.some((block) => block.form !== null && block.title !== '');
  return titled && forms.size > finalForms;
}
