import type { Filter } from '../../analysis/filter';
import type { DocumentRow } from '../../domain/facts';

/** The documents that the shared filter leaves. */
export function documentsOf(documents: readonly DocumentRow[], filter: Filter): DocumentRow[] {
  const meets = <T>(wanted: readonly T[], value: T) => wanted.length === 0 || wanted.includes(value);
  return documents.filter(
    ({ fiscal_year, department, region, scope }) =>
      meets(filter.years, fiscal_year) &&
      meets(filter.departments, department) &&
      meets(filter.regions, region) &&
      (filter.scope === null || filter.scope === scope),
  );
}
