import { NO_FILTER, type Filter } from '../filter';
import { DEFAULT_ITEM } from './items';

/**
 * How the changes are laid out: one item over all departments · all items of one document · the rates of every item
 * and department.
 */
export const VIEWS = ['departments', 'items', 'matrix'] as const;
export type ChangeView = (typeof VIEWS)[number];

/** What is compared: 决算 of two final accounts, or 年初预算 of two budgets. */
export const CHANGE_STAGES = ['final', 'initial_budget'] as const;
export type ChangeStage = (typeof CHANGE_STAGES)[number];

export interface ChangeRequest {
  filter: Filter;
  stage: ChangeStage;
  view: ChangeView;
  /** For `departments`: an item's key, or a functional subject code. */
  item: string;
  /** For `items`: the document; null or unknown: the first by name. */
  doc_id: string | null;
}

export const DEFAULT_CHANGE: ChangeRequest = {
  filter: NO_FILTER,
  stage: 'final',
  view: 'departments',
  item: DEFAULT_ITEM,
  doc_id: null,
};
