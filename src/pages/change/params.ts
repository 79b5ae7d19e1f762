import {
  BASES,
  CHANGE_STAGES,
  DEFAULT_BREAKDOWN,
  DEFAULT_CHANGE,
  DEFAULT_SERIES,
  isItemKey,
  isSubjectCode,
  VIEWS,
  type Basis,
  type BreakdownRequest,
  type ChangeRequest,
  type Division,
  type SeriesLines,
  type SeriesRequest,
} from '../../analysis/change';
import type { Filter } from '../../analysis/filter';
import type { Params } from '../../state';
import type { Sort } from '../../ui';

/** What the bars show and are ranked by. */
export const MEASURES = ['change', 'rate'] as const;
export type Measure = (typeof MEASURES)[number];

/** The page's views: three of the changes of one year, what a change is made of, and all years. */
export const PAGE_VIEWS = ['departments', 'items', 'breakdown', 'series', 'matrix'] as const;
export type PageView = (typeof PAGE_VIEWS)[number];

export function readView(params: Params): PageView {
  return PAGE_VIEWS.find((view) => view === params['by']) ?? 'departments';
}

/** What a total is split by, with its level, as one choice. */
export const SPLITS = [
  'function_1',
  'function_2',
  'function_3',
  'economy_1',
  'economy_2',
  'nature_1',
  'body_1',
  'items_1',
] as const;
export type Split = (typeof SPLITS)[number];

export function splitOf(division: Division | SeriesLines, level: number): Split {
  const most = division === 'function' ? 3 : division === 'economy' ? 2 : 1;
  return `${division}_${Math.min(level, most)}` as Split;
}

function readSplit(params: Params): { of: string; level: 1 | 2 | 3 } | null {
  const split = SPLITS.find((candidate) => candidate === params['split']);
  if (!split) return null;
  const [of = '', level = '1'] = split.split('_');
  return { of, level: Number(level) as 1 | 2 | 3 };
}

const readYear = (text: string | undefined) => (/^\d{4}$/.test(text ?? '') ? Number(text) : null);
const readBasis = (params: Params): Basis => BASES.find((basis) => basis === params['basis']) ?? 'published';
const readStage = (params: Params) =>
  CHANGE_STAGES.find((stage) => stage === params['stage']) ?? DEFAULT_CHANGE.stage;

export function readBreakdown(params: Params, filter: Filter): BreakdownRequest {
  const split = readSplit(params);
  return {
    filter,
    stage: readStage(params),
    division: split && split.of !== 'items' ? (split.of as Division) : DEFAULT_BREAKDOWN.division,
    level: split?.level ?? DEFAULT_BREAKDOWN.level,
    basis: readBasis(params),
    from: readYear(params['from']),
    to: readYear(params['to']),
    of: params['of'] ?? null,
  };
}

export function readSeries(params: Params, filter: Filter): SeriesRequest {
  const split = readSplit(params);
  const item = params['item'] ?? '';
  return {
    filter,
    stage: readStage(params),
    lines:
      split && split.of !== 'nature' && split.of !== 'body'
        ? (split.of as SeriesLines)
        : DEFAULT_SERIES.lines,
    level: split?.level ?? DEFAULT_SERIES.level,
    basis: readBasis(params),
    of: params['of'] ?? null,
    item: isItemKey(item) || isSubjectCode(item) ? item : DEFAULT_SERIES.item,
  };
}

/** How lines over the years are drawn. */
export const SERIES_CHARTS = ['multiples', 'slope'] as const;
export type SeriesChart = (typeof SERIES_CHARTS)[number];
export const readSeriesChart = (params: Params): SeriesChart =>
  params['chart'] === 'slope' ? 'slope' : 'multiples';

/** What the lines show: amounts, or an index with the line's first figure = 100. */
export const SERIES_FIGURES = ['amount', 'index'] as const;
export type SeriesFigures = (typeof SERIES_FIGURES)[number];
export const readSeriesFigures = (params: Params): SeriesFigures =>
  params['as'] === 'index' ? 'index' : 'amount';

/** The page's part of the link → the analysis' request; what is not understood takes its default. */
export function readRequest(params: Params, filter: Filter): ChangeRequest {
  const item = params['item'] ?? '';
  return {
    filter,
    stage: readStage(params),
    view: VIEWS.find((view) => view === params['by']) ?? DEFAULT_CHANGE.view,
    item: isItemKey(item) || isSubjectCode(item) ? item : DEFAULT_CHANGE.item,
    doc_id: params['of'] ?? null,
  };
}

export function readMeasure(params: Params): Measure {
  return params['show'] === 'rate' ? 'rate' : 'change';
}

/** `-change` → the table by change, greatest first. */
export function readSort(params: Params): Sort | null {
  const text = params['sort'];
  if (!text) return null;
  const descending = text.startsWith('-');
  return { key: descending ? text.slice(1) : text, descending };
}

export function writeSort(sort: Sort): string {
  return (sort.descending ? '-' : '') + sort.key;
}
