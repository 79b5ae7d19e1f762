import { NO_FILTER, type Filter } from '../filter';
import { DEFAULT_ITEM } from './items';

/**
 * How the changes are laid out: one item over all departments · all items of one document · the rates of every item
 * and department.
 */
export const VIEWS = ['departments', 'items', 'matrix'] as const;
export type ChangeView = (typeof VIEWS)[number];

export interface ChangeRequest {
  filter: Filter;
  view: ChangeView;
  /** For `departments`: an item's key, or a functional subject code. */
  item: string;
  /** For `items`: the document; null or unknown: the first by name. */
  doc_id: string | null;
}

export const DEFAULT_CHANGE: ChangeRequest = {
  filter: NO_FILTER,
  view: 'departments',
  item: DEFAULT_ITEM,
  doc_id: null,
};
