import type { FormAbsence } from '../../domain/facts';
import { NO_FILTER, type Filter } from '../filter';

/** What is loaded, within the shared filter. */
export interface CoverageRequest {
  filter: Filter;
  /** Forms without amounts and why, as the packages say; without them an empty form has no known reason. */
  absences?: readonly FormAbsence[];
}

export const DEFAULT_COVERAGE: CoverageRequest = { filter: NO_FILTER };
