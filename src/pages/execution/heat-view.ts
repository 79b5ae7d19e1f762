import {
  cellEvidence,
  type ExecutionCell,
  type ExecutionModel,
  type ExecutionRow,
} from '../../analysis/execution';
import type { BesideLine, EvidenceRequest } from '../../state';
import { formatDecimal, formatPercent, NONE } from '../../state';
import type { HeatCell, HeatColumn, HeatRow } from '../../ui/heatmap';
import { cellColours, cellSigns, cellText, cellTitle, doubtReason, type Reader } from './cell-view';

/** Column key of 合计. */
export const TOTAL = 'total';

/** `一般公共服务支出` → `一般公共服务`: every column is expenditure. */
const shortName = (name: string) => name.replace(/支出$/, '');

export function heatColumns(model: ExecutionModel, { t }: Reader): HeatColumn[] {
  return [
    ...model.columns.map(({ code, name }) => ({ key: code, code, label: shortName(name), title: name })),
    { key: TOTAL, label: t('total'), total: true },
  ];
}

/** `甘肃省临夏市` → `临夏市`: the last part of a region, enough beside a department's full name. */
function shortRegion(region: string): string {
  return /(?:省|自治区|市|州|盟)([^省]+[市区县州盟旗])$/.exec(region)?.[1] ?? region;
}

export function rowNote(row: ExecutionRow, model: ExecutionModel, { t }: Reader): string {
  const scope = model.summaries.length > 1 ? ` · ${t(`scope_${row.scope}`)}` : '';
  return `${shortRegion(row.region)} · ${row.fiscal_year}${scope}`;
}

/** Heading of the evidence drawer: `一般公共服务支出（201）`. */
export function subjectTitle(model: ExecutionModel, cell: ExecutionCell, { t }: Reader): string {
  if (cell.code === null) return t('total');
  const name = model.columns.find((column) => column.code === cell.code)?.name ?? '';
  return `${name}（${cell.code}）`;
}

export function evidenceOf(
  model: ExecutionModel,
  row: ExecutionRow,
  cell: ExecutionCell,
  reader: Reader,
): EvidenceRequest | null {
  return cellEvidence(row, cell, model.request.basis, subjectTitle(model, cell, reader));
}

/** A row of the model as the heatmap shows it. `selected` tells whether the drawer shows a figure. */
export function heatRow(
  model: ExecutionModel,
  index: number,
  reader: Reader,
  selected: (request: EvidenceRequest | null) => boolean,
): HeatRow {
  const row = model.rows[index]!;
  const doubt = doubtReason(row, reader);
  return {
    key: row.doc_id,
    label: row.department,
    note: rowNote(row, model, reader),
    signs: doubt ? [{ sign: '⚑', label: doubt, warn: true }] : [],
    title: [row.department, row.title, doubt].filter((line) => line !== null).join('\n'),
    cells: [...row.cells, row.total].map((cell): HeatCell => {
      const evidence = evidenceOf(model, row, cell, reader);
      const missing = cell.state === 'missing_budget' || cell.state === 'missing_final';
      return {
        text: cellText(cell, reader),
        colours: cellColours(cell),
        kind: cell.rate ? 'value' : missing ? 'hatched' : 'blank',
        signs: cellSigns(cell, reader),
        title: cellTitle(subjectTitle(model, cell, reader), row, cell, reader),
        opens: evidence !== null,
        selected: selected(evidence),
      };
    }),
  };
}

/** Medians of the columns as the last row. */
export function medianRow(model: ExecutionModel, { t, language }: Reader): HeatRow {
  const medians = [...model.columns.map((column) => column.median), model.totalMedian];
  return {
    key: 'median',
    label: t('median_row'),
    note: t('median_note', { n: model.rows.length }),
    signs: [],
    title: '',
    cells: medians.map((median) => ({
      text: median ? formatDecimal(median.times(100), 1, { language }) : NONE,
      colours: null,
      kind: 'blank',
      signs: [],
      title: median ? formatPercent(median, 2, { language }) : '',
      opens: false,
      selected: false,
    })),
  };
}

/** 同级科目中位数 for the drawer, where it shows a rate of this page. */
export function medianLines(
  model: ExecutionModel,
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

/** The signs that occur, for the legend. */
export function legendKeys(model: ExecutionModel): (keyof typeof LEGEND)[] {
  const cells = model.rows.flatMap((row) => [...row.cells, row.total]);
  const has = (state: ExecutionCell['state']) => cells.some((cell) => cell.state === state);
  const found: Record<keyof typeof LEGEND, boolean> = {
    absent: has('absent'),
    unspent: has('unspent'),
    new: has('new'),
    zero: has('zero_budget'),
    missing: has('missing_budget') || has('missing_final'),
    sum: cells.some((cell) => cell.budgetSource?.startsWith('sum_') || cell.budgetSource === 'budget_items'),
    conflict:
      cells.some((cell) => cell.disagreements.length > 0 || cell.budgetConflict) ||
      model.rows.some((row) => row.doubts.length > 0),
  };
  return (Object.keys(LEGEND) as (keyof typeof LEGEND)[]).filter((key) => found[key]);
}

export const LEGEND = {
  absent: 'legend_absent',
  unspent: 'legend_unspent',
  new: 'legend_new',
  zero: 'legend_zero',
  missing: 'legend_missing',
  sum: 'legend_sum',
  conflict: 'legend_conflict',
} as const;
