import type { Query } from '../../engine/types';
import { partsQuery } from '../department';
import type { Filter } from '../filter';

export { documentsQuery, placesQuery } from '../department';

/** Classes, economic classes and initial budgets of the departments side by side. */
export function chosenPartsQuery(filter: Filter, departments: readonly string[]): Query {
  return partsQuery({ ...filter, departments: [...departments] });
}
