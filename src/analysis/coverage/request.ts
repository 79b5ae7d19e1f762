import { NO_FILTER, type Filter } from '../filter';

/** What is loaded, within the shared filter. */
export interface CoverageRequest {
  filter: Filter;
}

export const DEFAULT_COVERAGE: CoverageRequest = { filter: NO_FILTER };
