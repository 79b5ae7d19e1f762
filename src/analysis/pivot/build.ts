import { absolute, type Fen } from '../../domain/money';
import { economicSubject } from '../../domain/economic';
import { functionalNameIn } from '../../domain/subject-names';
import { BASES, deepest, PERSONNEL, RUNNING } from './basis';
import { columnId, columnsOf, type PivotColumn } from './columns';
import type { Mark, PivotCell, PivotModel, PivotNode } from './model';
import { notesOf } from './notes';
import type { DepartmentKey, PivotRequest } from './request';
import type { CellRow, CoverageRow, MisfitRow, NameRow } from './rows';
import { LOOSE, LOOSE_DEPTH } from './sql';

/** Answers of the four queries of one request. */
export interface PivotAnswers {
  coverage: readonly CoverageRow[];
  cells: readonly CellRow[];
  misfits: readonly MisfitRow[];
  names: readonly NameRow[];
}

/** Scatters the rows of the queries into the tree. Pure; amounts stay 分. */
export function buildPivot(
  request: PivotRequest,
  shown: readonly DepartmentKey[],
  answers: PivotAnswers,
): PivotModel {
  const columns = columnsOf(request, answers.coverage, shown);
  const misfits = misfitMarks(request, shown, answers.misfits);
  const byKey = new Map<string, { parent: string | null; depth: number; printed: Map<string, PivotCell> }>();
  for (const row of answers.cells) {
    const entry = byKey.get(row.key) ?? { parent: row.parent, depth: row.depth, printed: new Map() };
    const id = columnId(row);
    entry.printed.set(id, cellOf(row, misfits.get(`${id}\n${row.key}`)));
    byKey.set(row.key, entry);
  }
  const names = namesByCode(answers.names);
  const lastYear = Math.max(0, ...answers.coverage.map((row) => row.fiscal_year));
  const children = new Map<string, string[]>();
  for (const [key, { parent }] of byKey) {
    if (parent === null) continue;
    const siblings = children.get(parent);
    if (siblings) siblings.push(key);
    else children.set(parent, [key]);
  }
  const node = (key: string): PivotNode => {
    const entry = byKey.get(key)!;
    const below = (children.get(key) ?? []).sort(orderOf(request));
    return {
      key,
      ...labelOf(request, key, names, lastYear),
      depth: entry.depth === LOOSE_DEPTH ? 1 : entry.depth,
      loose: entry.depth === LOOSE_DEPTH || key.startsWith(LOOSE),
      cells: cellsOf(columns, entry.printed, BASES[request.basis].tree === 'origin'),
      children: below.map(node),
    };
  };
  const tops = [...(children.get('') ?? [])].sort(orderOf(request));
  const loose = [...(children.get(LOOSE) ?? [])].sort(orderOf(request));
  const roots = [...tops, ...loose].map(node);
  const total = byKey.has('') ? { ...node(''), children: [] } : null;
  const totalComputed = total !== null && request.basis === '06' && isComputed(total);
  return {
    basis: request.basis,
    columns,
    total,
    roots,
    largest: largestOf(answers.cells),
    notes: notesOf(request, answers.coverage, columns, answers.misfits, totalComputed),
  };
}

function cellOf(row: CellRow, misfit: Mark | undefined): PivotCell {
  const marks: Mark[] = [];
  if (row.computed > 0) marks.push({ kind: 'computed', documents: row.computed, parts: row.parts });
  if (row.derived > 0) marks.push({ kind: 'derived', documents: row.derived });
  if (row.conflicts > 0) marks.push({ kind: 'conflict', documents: row.conflicts });
  const note = repairOf(row.note);
  if (note !== null && row.derived === 0) marks.push({ kind: 'restored', note });
  if (misfit) marks.push(misfit);
  return row.amount === null
    ? { kind: 'blank', marks }
    : { kind: 'amount', amount: row.amount, documents: row.amounts, fact_id: row.fact_id, marks };
}

/** What a remark says about the figure or its row; completed names and repeated sentences change neither. */
function repairOf(note: string | null): string | null {
  const parts = (note ?? '')
    .split(/;\s*/)
    .filter((part) => !/^(|repeats .*|name completed|standard name.*)$/.test(part));
  return parts.length > 0 ? parts.join('; ') : null;
}

/**
 * Every column's cell of one row; a scope's total adds its columns, and only cells that have an amount. `fixedRows`:
 * the form prints all its rows whatever they hold (origins in 01), so none is absent, only blank.
 */
function cellsOf(
  columns: readonly PivotColumn[],
  printed: ReadonlyMap<string, PivotCell>,
  fixedRows: boolean,
): Map<string, PivotCell> {
  const cells = new Map<string, PivotCell>();
  const none = (column: PivotColumn): PivotCell => ({
    kind: column.filled === 0 ? 'no_form' : fixedRows ? 'blank' : 'absent',
    marks: [],
  });
  for (const column of columns) {
    if (column.kind === 'value') {
      cells.set(column.id, printed.get(column.id) ?? none(column));
      continue;
    }
    const mine = columns
      .filter((c) => c.kind === 'value' && c.scope === column.scope)
      .flatMap((c) => printed.get(c.id) ?? []);
    const amounts = mine.filter((cell) => cell.kind === 'amount');
    if (amounts.length > 0) {
      cells.set(column.id, {
        kind: 'amount',
        amount: amounts.reduce((sum, cell) => sum + cell.amount, 0n),
        documents: amounts.reduce((n, cell) => n + cell.documents, 0),
        fact_id: null,
        marks: marksOfSum(amounts),
      });
    } else cells.set(column.id, mine.length > 0 ? { kind: 'blank', marks: [] } : none(column));
  }
  return cells;
}

/** A sum inherits what its addends are (computed, implied, stated twice), not where one of them was repaired. */
function marksOfSum(cells: readonly PivotCell[]): Mark[] {
  const marks = cells.flatMap((cell) => cell.marks);
  const computed = marks.filter((mark) => mark.kind === 'computed');
  const count = (of: readonly { documents: number }[]) => of.reduce((n, mark) => n + mark.documents, 0);
  const sum: Mark[] = [];
  if (computed.length > 0) {
    const parts = Math.max(...computed.map((mark) => mark.parts));
    sum.push({ kind: 'computed', documents: count(computed), parts });
  }
  const derived = count(marks.filter((mark) => mark.kind === 'derived'));
  if (derived > 0) sum.push({ kind: 'derived', documents: derived });
  const conflict = count(marks.filter((mark) => mark.kind === 'conflict'));
  if (conflict > 0) sum.push({ kind: 'conflict', documents: conflict });
  return sum;
}

function misfitMarks(
  request: PivotRequest,
  shown: readonly DepartmentKey[],
  rows: readonly MisfitRow[],
): Map<string, Mark> {
  const own = new Set(shown.map((d) => `${d.region}|${d.department}`));
  const marks = new Map<string, Mark & { kind: 'misfit' }>();
  for (const row of rows) {
    const named = request.columns !== 'year' && own.has(`${row.region}|${row.department}`);
    const id = columnId({
      scope: row.scope,
      year: request.columns === 'department' ? null : row.fiscal_year,
      region: named ? row.region : null,
      department: named ? row.department : null,
    });
    const at = `${id}\n${row.key}`;
    const before = marks.get(at);
    // Rows come largest difference first: the first one is the example, the others are counted.
    if (before) before.documents += 1;
    else
      marks.set(at, {
        kind: 'misfit',
        documents: 1,
        department: row.department,
        year: row.fiscal_year,
        printed: row.amount,
        children: row.children,
        tolerance: row.doubled / 2n,
      });
  }
  return marks;
}

type Names = Map<string, { name: string; first: number; last: number }[]>;

/** Names of each code, the one in use latest (then most often) first. */
function namesByCode(rows: readonly NameRow[]): Names {
  const names: Names = new Map();
  const sorted = [...rows].sort(
    (a, b) => b.last_year - a.last_year || Number(b.times) - Number(a.times) || (a.name < b.name ? -1 : 1),
  );
  for (const row of sorted) {
    const entry = { name: row.name, first: row.first_year, last: row.last_year };
    const list = names.get(row.code);
    if (list) list.push(entry);
    else names.set(row.code, [entry]);
  }
  return names;
}

/** Code and name of a key. A row that only its children imply takes its name from other forms or the year's catalogue. */
function labelOf(
  request: PivotRequest,
  key: string,
  names: Names,
  lastYear: number,
): Pick<PivotNode, 'code' | 'name' | 'otherNames'> {
  if (key === '' || key === PERSONNEL || key === RUNNING) return { code: null, name: null, otherNames: [] };
  if (key.startsWith(LOOSE)) {
    const space = key.indexOf(' ');
    const code = key.slice(LOOSE.length, space);
    return { code: code === '' ? null : code, name: key.slice(space + 1), otherNames: [] };
  }
  const tree = BASES[request.basis].tree;
  if (tree === 'origin') return { code: null, name: key, otherNames: [] };
  const [latest, ...others] = names.get(key) ?? [];
  const standard =
    tree === 'economy' ? (economicSubject(key, lastYear)?.name ?? null) : functionalNameIn(key, lastYear);
  return { code: key, name: latest?.name ?? standard, otherNames: others };
}

/** Origins stand in the order of form 01; everything else in the order of its code. */
const ORIGINS = ['一般公共预算', '政府性基金', '国有资本', '上级补助', '事业', '经营', '附属单位', '其他'];

function orderOf(request: PivotRequest): (a: string, b: string) => number {
  if (BASES[request.basis].tree !== 'origin') return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const place = (name: string) => {
    const found = ORIGINS.findIndex((start) => name.startsWith(start));
    return found < 0 ? ORIGINS.length : found;
  };
  return (a, b) => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function isComputed(node: PivotNode): boolean {
  return [...node.cells.values()].some((cell) => cell.marks.some((mark) => mark.kind === 'computed'));
}

function largestOf(cells: readonly CellRow[]): Fen {
  let largest = 0n;
  for (const cell of cells) {
    // 合计 is not shaded and would make everything else pale.
    if (cell.depth === 0 || cell.amount === null) continue;
    const size = absolute(cell.amount);
    if (size > largest) largest = size;
  }
  return largest;
}

/** Depths that a basis can show, for “expand to level”. */
export function depthsOf(request: PivotRequest): number[] {
  return Array.from({ length: deepest(BASES[request.basis].tree) }, (_, i) => i + 1);
}
