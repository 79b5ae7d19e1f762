import type { EvidenceRequest } from '../analysis/evidence';
import type { Filter } from '../analysis/filter';
import type { Dataset } from './dataset';

/** The filter without years, departments and regions that are no longer loaded; null where it stays as it is. */
export function keptFilter(
  filter: Filter,
  dataset: Pick<Dataset, 'years' | 'departments' | 'documents'>,
): Partial<Filter> | null {
  const has = {
    years: new Set(dataset.years),
    departments: new Set(dataset.departments.map(({ name }) => name)),
    regions: new Set(dataset.documents.map(({ region }) => region)),
  };
  const kept = {
    years: filter.years.filter((year) => has.years.has(year)),
    departments: filter.departments.filter((name) => has.departments.has(name)),
    regions: filter.regions.filter((region) => has.regions.has(region)),
  };
  const count = ({ years, departments, regions }: Pick<Filter, keyof typeof kept>) =>
    years.length + departments.length + regions.length;
  return count(kept) === count(filter) ? null : kept;
}

/** Whether some loaded document can be one that the request asks for. */
export function speaksOf(request: EvidenceRequest, { documents }: Dataset): boolean {
  const among = <T>(wanted: readonly T[] | undefined, value: T) => !wanted?.length || wanted.includes(value);
  return request.parts.some(({ at }) =>
    documents.some(
      ({ doc_id, department, fiscal_year, region }) =>
        among(at.doc_ids, doc_id) &&
        among(at.departments, department) &&
        among(at.years, fiscal_year) &&
        among(at.regions, region),
    ),
  );
}
