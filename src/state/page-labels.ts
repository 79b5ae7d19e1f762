import { render, shell, type Language } from '../i18n';
import type { PageId } from './page-ids';

export const PAGE_LABELS = {
  overview: 'page_overview',
  pivot: 'page_pivot',
  change: 'page_change',
  execution: 'page_execution',
  'three-public': 'page_three_public',
  compare: 'page_compare',
  department: 'page_department',
  documents: 'page_documents',
  checks: 'page_checks',
  sql: 'page_sql',
  import: 'page_import',
} as const satisfies Record<PageId, keyof typeof shell>;

/** A page's name in the navigation. */
export function pageLabel(page: PageId, language: Language): string {
  return render(shell[PAGE_LABELS[page]], language);
}
