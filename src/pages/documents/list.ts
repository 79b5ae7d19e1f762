import type { Filter } from '../../analysis/filter';
import type { DocumentRow } from '../../domain/facts';

/** Columns of the list of documents. */
export const COLUMNS = [
  'department',
  'year',
  'kind',
  'unit',
  'pages',
  'forms',
  'amounts',
  'remarks',
  'original',
] as const;
export type ListColumn = (typeof COLUMNS)[number];

/** The documents of a filter. */
export function listed(documents: readonly DocumentRow[], filter: Filter): DocumentRow[] {
  const in_ = <T>(chosen: readonly T[], value: T) => chosen.length === 0 || chosen.includes(value);
  return documents.filter(
    (document) =>
      in_(filter.years, document.fiscal_year) &&
      in_(filter.departments, document.department) &&
      in_(filter.regions, document.region) &&
      (filter.scope === null || filter.scope === document.scope),
  );
}

const CHINESE = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** Documents in the order of one column; equal ones by department and year. */
export function sorted(
  documents: readonly DocumentRow[],
  { key, descending }: { key: ListColumn; descending: boolean },
  amountsOf: (doc_id: string) => number,
): DocumentRow[] {
  const value = (document: DocumentRow): string | number => {
    switch (key) {
      case 'year':
        return document.fiscal_year;
      case 'pages':
        return document.pages ?? -1;
      case 'amounts':
        return amountsOf(document.doc_id);
      case 'remarks':
        return document.warnings;
      case 'kind':
        return document.kind + document.scope;
      case 'unit':
        return document.unit_printed;
      case 'department':
      case 'forms':
      case 'original':
        return document.region + document.department;
    }
  };
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : CHINESE.compare(String(a), String(b));
  const sign = descending ? -1 : 1;
  return [...documents].sort(
    (a, b) =>
      sign * compare(value(a), value(b)) ||
      CHINESE.compare(a.region + a.department, b.region + b.department) ||
      b.fiscal_year - a.fiscal_year ||
      CHINESE.compare(a.doc_id, b.doc_id),
  );
}
