import {
  CHANGE_STAGES,
  DEFAULT_CHANGE,
  isItemKey,
  isSubjectCode,
  VIEWS,
  type ChangeRequest,
} from '../../analysis/change';
import type { Filter } from '../../analysis/filter';
import type { Params } from '../../state';
import type { Sort } from '../../ui';

/** What the bars show and are ranked by. */
export const MEASURES = ['change', 'rate'] as const;
export type Measure = (typeof MEASURES)[number];

/** The page's part of the link → the analysis' request; what is not understood takes its default. */
export function readRequest(params: Params, filter: Filter): ChangeRequest {
  const item = params['item'] ?? '';
  return {
    filter,
    stage: CHANGE_STAGES.find((stage) => stage === params['stage']) ?? DEFAULT_CHANGE.stage,
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
