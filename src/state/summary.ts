import type { DocumentRow } from '../domain/facts';
import type { Dataset } from './dataset';

const collator = new Intl.Collator('zh-Hans-CN');

/** Years and departments of the documents, in the order of the filter's lists. */
export function summary(documents: readonly DocumentRow[]): Omit<Dataset, 'facts' | 'warnings' | 'staff'> {
  const departments = new Map<string, { name: string; region: string; years: number[] }>();
  for (const { department, region, fiscal_year } of documents) {
    const known = departments.get(department);
    if (!known) departments.set(department, { name: department, region, years: [fiscal_year] });
    else if (!known.years.includes(fiscal_year))
      known.years = [...known.years, fiscal_year].sort((a, b) => a - b);
  }
  return {
    documents,
    years: [...new Set(documents.map((document) => document.fiscal_year))].sort((a, b) => a - b),
    departments: [...departments.values()].sort(
      (a, b) => collator.compare(a.region, b.region) || collator.compare(a.name, b.name),
    ),
  };
}
