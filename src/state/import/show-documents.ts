import type { DocumentRow } from '../../domain/facts';
import type { AppState } from '../app.svelte';

/** Opens 总览 with the departments and years of these documents, in their scope where all are of single units. */
export function showDocuments(app: AppState, documents: readonly DocumentRow[]): void {
  app.setFilter({
    scope: documents.every(({ scope }) => scope === 'unit') ? 'unit' : null,
    years: [...new Set(documents.map(({ fiscal_year }) => fiscal_year))].sort((a, b) => a - b),
    departments: [...new Set(documents.map(({ department }) => department))],
  });
  app.navigate('overview');
}
