import type Decimal from 'decimal.js';
import type { Scope } from '../../domain/facts';
import { groupRows } from '../group';
import { absentCell, type ExecutionCell } from './cell';
import type { BudgetDoubt } from './figures';
import type { ExecutionModel, ExecutionRow } from './model';
import { pooled, type MatrixCell, type Member } from './pooled';
import { nearRate } from './rates';
import { similarityOrder, type Likeness } from './seriation';
import { compareNames, sortBy } from './sort';
import { median } from './summary';

export interface MatrixColumn {
  key: string;
  kind: 'subject' | 'year' | 'total';
  /** Of a subject. */
  code: string | null;
  /** Standard name of a subject; a year. '' for 合计. */
  name: string;
  median: Decimal | null;
}

export interface MatrixRow {
  key: string;
  kind: 'document' | 'department' | 'subject';
  /** Name of the department, or standard name of the subject; '' for 合计. */
  name: string;
  region: string | null;
  scope: Scope;
  /** Of a document. */
  fiscal_year: number | null;
  /** Of a subject; null for 合计. */
  code: string | null;
  title: string;
  doubts: readonly BudgetDoubt[];
  /** What the row is sorted by: the 合计 of a document, else the figure of the latest year that has one. */
  lead: ExecutionCell;
}

/** What a view crosses. Cells are looked up when they come into sight: there may be 10⁵ of them. */
export interface Matrix {
  model: ExecutionModel;
  columns: readonly MatrixColumn[];
  rows: readonly MatrixRow[];
  at: (row: number, column: number) => MatrixCell;
}

const TOTAL_KEY = 'total';

const single = (row: ExecutionRow, cell: ExecutionCell): MatrixCell => ({
  cell,
  members: cell.state === 'absent' ? [] : [{ row, cell }],
  left_out: 0,
  nothing: cell.state === 'absent' ? 'subject' : null,
});

/** A cell's place in the order by likeness, tenths of a point. Floating point places cells and nothing else. */
function likeness(cell: ExecutionCell): number | null {
  const { state, rate } = cell;
  if (state === 'new') return 2000;
  if (state === 'unspent') return 0;
  return rate === null ? null : Math.round(Math.min(2, Math.max(0, nearRate(cell))) * 1000);
}

const orderOf = (count: number, line: (index: number) => Likeness) =>
  similarityOrder(Array.from({ length: count }, (_, i) => line(i)));

/** Each final account with its subjects, 合计 last. */
function bySubject(model: ExecutionModel): Matrix {
  const { rows, columns, request } = model;
  const like = request.sort === 'similarity';
  const values = like ? rows.map((row) => row.cells.map(likeness)) : [];
  const rowOrder = like
    ? orderOf(rows.length, (i) => [...values[i]!, likeness(rows[i]!.total)])
    : rows.map((_, i) => i);
  const columnOrder = like
    ? orderOf(columns.length, (c) => values.map((line) => line[c]!))
    : columns.map((_, i) => i);
  const documents = rowOrder.map((i) => rows[i]!);
  return {
    model,
    columns: [
      ...columnOrder.map((c): MatrixColumn => {
        const { code, name, median: middle } = columns[c]!;
        return { key: code, kind: 'subject', code, name, median: middle };
      }),
      { key: TOTAL_KEY, kind: 'total', code: null, name: '', median: model.totalMedian },
    ],
    rows: documents.map((row) => ({
      key: row.doc_id,
      kind: 'document',
      name: row.department,
      region: row.region,
      scope: row.scope,
      fiscal_year: row.fiscal_year,
      code: null,
      title: row.title,
      doubts: row.doubts,
      lead: row.total,
    })),
    at: (r, c) => {
      const row = documents[r]!;
      return single(row, c === columns.length ? row.total : row.cells[columnOrder[c]!]!);
    },
  };
}

const yearsOf = (rows: readonly ExecutionRow[]) =>
  [...new Set(rows.map((row) => row.fiscal_year))].sort((a, b) => a - b);

/** The latest cell with a rate, else the latest with anything, else the last. */
function latest(cells: readonly MatrixCell[]): ExecutionCell {
  const own = cells.map(({ cell }) => cell).reverse();
  return own.find((cell) => cell.rate !== null) ?? own.find((cell) => cell.state !== 'absent') ?? own[0]!;
}

interface YearLine {
  head: Omit<MatrixRow, 'lead'>;
  cells: MatrixCell[];
  /** Stands below the others whatever the order. */
  last?: boolean;
}

function byYear(model: ExecutionModel, years: readonly number[], lines: readonly YearLine[]): Matrix {
  const { request } = model;
  const led = lines.map((line) => ({ ...line, row: { ...line.head, lead: latest(line.cells) } }));
  const isSubject = lines[0]?.head.kind === 'subject';
  const own = sortBy(
    led.filter((line) => !line.last),
    request,
    (line) => line.row.lead,
    // Subjects are named by their codes.
    (a, b) =>
      compareNames(
        isSubject ? `${a.row.scope}${a.row.code}` : a.row.name,
        isSubject ? `${b.row.scope}${b.row.code}` : b.row.name,
      ) || (a.row.key < b.row.key ? -1 : 1),
  );
  const ordered =
    request.sort === 'similarity'
      ? orderOf(own.length, (i) => own[i]!.cells.map(({ cell }) => likeness(cell))).map((i) => own[i]!)
      : own;
  const all = [...ordered, ...led.filter((line) => line.last)];
  return {
    model,
    columns: years.map((year, c) => ({
      key: String(year),
      kind: 'year',
      code: null,
      name: String(year),
      median: median(ordered.map((line) => line.cells[c]!.cell)),
    })),
    rows: all.map((line) => line.row),
    at: (r, c) => all[r]!.cells[c]!,
  };
}

/** Departments with years: one subject, '' the 合计. A department with both scopes has a row for each. */
function departmentsByYear(model: ExecutionModel): Matrix {
  const { subject } = model.request;
  const years = yearsOf(model.rows);
  const place = subject === '' ? -1 : model.columns.findIndex((column) => column.code === subject);
  const code = subject === '' ? null : subject;
  const body = (d: { region: string; department: string; scope: Scope }) =>
    [d.region, d.department, d.scope].join('\u001f');
  const planned = new Set(model.unmatched.map((line) => `${body(line)}\u001f${Number(line.fiscal_year)}`));
  const lines = [...groupRows(model.rows, body)].map(([key, own]): YearLine => {
    const [first] = own as [ExecutionRow];
    return {
      head: {
        key,
        kind: 'department',
        name: first.department,
        region: first.region,
        scope: first.scope,
        fiscal_year: null,
        code,
        title: first.department,
        doubts: [],
      },
      cells: years.map((year): MatrixCell => {
        const row = own.find((each) => each.fiscal_year === year);
        if (row) return single(row, subject === '' ? row.total : (row.cells[place] ?? absentCell(code)));
        const nothing = planned.has(`${key}\u001f${year}`) ? 'budget_only' : 'document';
        return { cell: absentCell(code), members: [], left_out: 0, nothing };
      }),
    };
  });
  return byYear(model, years, lines);
}

/** Subjects with years: the final accounts of one scope and year added up; 合计 below. */
function subjectsByYear(model: ExecutionModel): Matrix {
  const years = yearsOf(model.rows);
  const lines = [...groupRows(model.rows, (row) => row.scope)].flatMap(([scope, own]): YearLine[] => {
    const ofYear = years.map((year) => own.filter((row) => row.fiscal_year === year));
    const line = (
      code: string | null,
      name: string,
      cell: (row: ExecutionRow) => ExecutionCell,
    ): YearLine => ({
      head: {
        key: `${scope} ${code ?? TOTAL_KEY}`,
        kind: 'subject',
        name,
        region: null,
        scope: scope as Scope,
        fiscal_year: null,
        code,
        title: name,
        doubts: [],
      },
      cells: ofYear.map((rows) => {
        const members = rows.map((row): Member => ({ row, cell: cell(row) }));
        return rows.length === 0
          ? { cell: absentCell(code), members: [], left_out: 0, nothing: 'document' }
          : pooled(code, members);
      }),
      last: code === null,
    });
    return [
      ...model.columns.map(({ code, name }, i) => line(code, name, (row) => row.cells[i]!)),
      line(null, '', (row) => row.total),
    ].filter(({ cells, last }) => last || cells.some(({ cell }) => cell.state !== 'absent'));
  });
  return byYear(model, years, lines);
}

/** The model crossed as its request asks, in its order. */
export function executionMatrix(model: ExecutionModel): Matrix {
  switch (model.request.view) {
    case 'department_subject':
      return bySubject(model);
    case 'department_year':
      return departmentsByYear(model);
    case 'subject_year':
      return subjectsByYear(model);
  }
}
