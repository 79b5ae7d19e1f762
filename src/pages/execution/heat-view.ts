import {
  membersEvidence,
  type ExecutionCell,
  type Matrix,
  type MatrixCell,
  type MatrixColumn,
  type MatrixRow,
} from '../../analysis/execution';
import type { BesideLine, EvidenceRequest } from '../../state';
import { formatDecimal, formatPercent, NONE } from '../../state';
import type { HeatCell, HeatColumn, HeatFoot, HeatRow, HeatSign } from '../../ui/heatmap';
import { doubtReason } from './cell-remarks';
import { cellColours, cellSigns, cellText, cellTitle } from './cell-view';
import type { Reader } from './reader';

/** `一般公共服务支出` → `一般公共服务`: every column is expenditure. */
const shortName = (name: string) => name.replace(/(.)支出$/, '$1');

export function heatColumns({ columns }: Matrix, { t }: Reader): HeatColumn[] {
  return columns.map(({ key, kind, code, name }) => {
    if (kind === 'total') return { key, label: t('total'), total: true };
    if (kind === 'year') return { key, label: t('year_label', { year: name }) };
    return { key, code: code ?? '', label: shortName(name), title: name };
  });
}

/** `甘肃省临夏市` → `临夏市`: the last part of a region, enough beside a department's full name. */
function shortRegion(region: string): string {
  return /(?:省|自治区|市|州|盟)([^省]+[市区县州盟旗])$/.exec(region)?.[1] ?? region;
}

/** Names of a model's subjects by code: asked for every cell that comes into sight. */
const namesOf = new WeakMap<Matrix['model'], ReadonlyMap<string, string>>();

/** `一般公共服务支出（201）`; 合计 for the whole. */
export function subjectTitle(code: string | null, { model }: Matrix, { t }: Reader): string {
  if (code === null) return t('total');
  let names = namesOf.get(model);
  if (!names)
    namesOf.set(model, (names = new Map(model.columns.map((column) => [column.code, column.name]))));
  return `${names.get(code) ?? ''}（${code}）`;
}

function rowNote(row: MatrixRow, { model }: Matrix, { t }: Reader): string {
  const scope = model.summaries.length > 1 ? t(`scope_${row.scope}`) : null;
  const own =
    row.kind === 'subject'
      ? [row.code]
      : [row.region === null ? null : shortRegion(row.region), row.fiscal_year];
  return [...own, scope].filter((part) => part !== null).join(' · ');
}

export function rowName(row: MatrixRow, { t }: Reader): string {
  return row.name === '' ? t('total') : row.kind === 'subject' ? shortName(row.name) : row.name;
}

/** The head of a row. */
export function heatHead(matrix: Matrix, index: number, reader: Reader): HeatRow {
  const row = matrix.rows[index]!;
  const doubt = doubtReason(row, reader);
  return {
    key: row.key,
    label: rowName(row, reader),
    note: rowNote(row, matrix, reader),
    signs: doubt ? [{ sign: '⚑', label: doubt, warn: true }] : [],
    title: [...new Set([rowName(row, reader), row.title, doubt])].filter((line) => line).join('\n'),
  };
}

/** The subject a cell is about. */
const codeOf = (row: MatrixRow, column: MatrixColumn): string | null =>
  row.kind === 'document' ? column.code : row.code;

/** Heading of the evidence drawer: the subject, and the year where the cell adds up its documents. */
function evidenceTitle(matrix: Matrix, row: MatrixRow, column: MatrixColumn, reader: Reader): string {
  const subject = subjectTitle(codeOf(row, column), matrix, reader);
  return row.kind === 'subject' ? `${subject} · ${column.name}` : subject;
}

export function evidenceAt(matrix: Matrix, r: number, c: number, reader: Reader): EvidenceRequest | null {
  const [row, column] = [matrix.rows[r]!, matrix.columns[c]!];
  const { members } = matrix.at(r, c);
  return membersEvidence(members, matrix.model.request.basis, evidenceTitle(matrix, row, column, reader));
}

function kindOf({ cell, nothing }: MatrixCell): HeatCell['kind'] {
  if (cell.rate) return 'value';
  const missing = cell.state === 'missing_budget' || cell.state === 'missing_final';
  return missing || nothing === 'budget_only' ? 'hatched' : 'blank';
}

function textOf({ cell, nothing }: MatrixCell, reader: Reader): string {
  if (nothing === 'document') return '·';
  return nothing === 'budget_only' ? reader.t('budget_only') : cellText(cell, reader);
}

/** A cell of the matrix as the heatmap shows it. `area` gives its share of the largest where squares are drawn. */
export function heatCell(
  matrix: Matrix,
  r: number,
  c: number,
  reader: Reader,
  area?: (r: number, c: number) => number | null,
): HeatCell {
  const [row, column] = [matrix.rows[r]!, matrix.columns[c]!];
  const found = matrix.at(r, c);
  const evidence = evidenceAt(matrix, r, c, reader);
  const year = row.kind === 'document' ? row.fiscal_year : column.name;
  const subject = subjectTitle(codeOf(row, column), matrix, reader);
  const head = [row.kind === 'subject' ? null : row.name, year, '·', subject]
    .filter((part) => part !== null)
    .join(' ');
  const part: HeatSign[] =
    found.left_out > 0 && found.members.length > 0
      ? [{ sign: '◔', label: reader.t('left_out', { n: found.left_out }) }]
      : [];
  const many = evidence === null && found.members.length > 0;
  const title = cellTitle(head, found, reader);
  return {
    text: textOf(found, reader),
    colours: cellColours(found.cell),
    kind: kindOf(found),
    signs: [...cellSigns(found.cell, reader, matrix.model.request.thresholds), ...part],
    title: many ? `${title}\n${reader.t('added_many')}` : title,
    evidence,
    opens: evidence !== null || many,
    ...(area ? { area: area(r, c) } : {}),
  };
}

/** Medians of the columns as the last row; none where the rows are subjects. */
export function medianRow({ model, columns, rows }: Matrix, { t, language }: Reader): HeatFoot | null {
  const { view } = model.request;
  if (view === 'subject_year') return null;
  return {
    label: t(view === 'department_subject' ? 'median_row' : 'median_departments'),
    note:
      view === 'department_subject'
        ? t('median_note', { n: rows.length })
        : t('median_rows', { n: rows.length }),
    cells: columns.map(({ median }) => ({
      text: median ? formatDecimal(median.times(100), 1, { language }) : NONE,
      title: median ? formatPercent(median, 2, { language }) : '',
    })),
  };
}

/** 同级科目中位数 for the drawer, where it shows a rate of this page. */
export function medianLines(
  { model }: Matrix,
  evidence: EvidenceRequest,
  { t, language }: Reader,
): BesideLine[] {
  if (evidence.show !== 'execution_rate') return [];
  const code = evidence.parts[0]?.at.subject_code;
  const median = code ? model.columns.find((column) => column.code === code)?.median : model.totalMedian;
  return median
    ? [{ label: t(code ? 'median_row' : 'median_total'), value: formatPercent(median, 1, { language }) }]
    : [];
}

/** Money of a cell, for its area: the 支出决算, else the budget. Floating point: it draws a square. */
const sizeOf = (cell: ExecutionCell): number | null => {
  const amount = cell.final ?? cell.budget;
  return amount === null ? null : Math.abs(Number(amount));
};

/** Share of the largest amount, cell by cell; 合计 is measured by the largest 合计. */
export function areas(matrix: Matrix): (r: number, c: number) => number | null {
  const isTotal = (r: number, c: number) =>
    matrix.columns[c]!.kind === 'total' ||
    (matrix.rows[r]!.kind === 'subject' && matrix.rows[r]!.code === null);
  let [largest, total] = [0, 0];
  for (let r = 0; r < matrix.rows.length; r++) {
    for (let c = 0; c < matrix.columns.length; c++) {
      const size = sizeOf(matrix.at(r, c).cell) ?? 0;
      if (isTotal(r, c)) total = Math.max(total, size);
      else largest = Math.max(largest, size);
    }
  }
  return (r, c) => {
    const size = sizeOf(matrix.at(r, c).cell);
    const most = isTotal(r, c) ? total : largest;
    return size === null || most === 0 ? null : size / most;
  };
}
