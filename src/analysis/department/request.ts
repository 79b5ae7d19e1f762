import type { Filter } from '../filter';

/** One department's own page. Of the filter only years, scope and what is left out count. */
export interface DepartmentRequest {
  filter: Filter;
  name: string;
  /** Where two regions have a department of the name; null: whichever has it. */
  region: string | null;
}

/** The filter of one department: its own name and region in the place of the shared ones. */
export function filterOf({ filter, name, region }: DepartmentRequest): Filter {
  return { ...filter, departments: [name], regions: region === null ? [] : [region] };
}
