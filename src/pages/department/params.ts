import type { Filter } from '../../analysis/filter';
import type { Dataset, Params } from '../../state';

/**
 * Whose page it is: the link's department; without one the only one of the shared filter; else the one with most
 * years, the first of them by region and name. Null where nothing is loaded.
 */
export function asked(
  params: Params,
  filter: Filter,
  departments: Dataset['departments'],
): { name: string; region: string | null } | null {
  const region = params['region'] || null;
  if (params['name']) return { name: params['name'], region };
  if (filter.departments.length === 1) return { name: filter.departments[0]!, region };
  const most = Math.max(0, ...departments.map(({ years }) => years.length));
  const first = departments.find(({ years }) => years.length === most);
  return first ? { name: first.name, region: first.region } : null;
}
