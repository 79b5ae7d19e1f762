import type { Coordinates } from '../evidence';
import type { Filter } from '../filter';

/** Which facts a page's figures are made of: those of the filter under any of the coordinates. */
export interface ReconciledRequest {
  filter: Filter;
  of: readonly Coordinates[];
}
