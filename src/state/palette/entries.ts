import { subjectEntries, subjectsQuery, type SearchEntry, type SubjectLine } from '../../analysis/search';
import type { Engine } from '../../engine/types';
import { LANGUAGES } from '../../i18n';
import type { AppState } from '../app.svelte';
import type { Dataset } from '../dataset';
import type { PageId } from '../page-ids';
import { pageLabel } from '../page-labels';

/** Pages, found by their names in both languages. */
export function pageEntries(app: Pick<AppState, 'language'>, pages: readonly PageId[]): SearchEntry[] {
  return pages.map((page) => {
    const names = LANGUAGES.map((language) => pageLabel(page, language));
    const label = pageLabel(page, app.language);
    const others = names.filter((name) => name !== label).map((name) => ({ name, until: null }));
    return { id: `page:${page}`, kind: 'page', label, others, weight: 3 };
  });
}

/** Departments, also by the names that the reader put under them. */
export function departmentEntries(app: Pick<AppState, 'dataset' | 'workspace'>): SearchEntry[] {
  return (app.dataset?.departments ?? []).map(({ name, region }) => ({
    id: `department:${name}`,
    kind: 'department',
    label: name,
    detail: region,
    weight: 2,
    others: app.workspace.aliases
      .filter(({ department }) => department === name)
      .map(({ printed }) => ({ name: printed, until: null })),
  }));
}

export function documentEntries(app: Pick<AppState, 'dataset'>): SearchEntry[] {
  return (app.dataset?.documents ?? []).map(({ doc_id, title, region, fiscal_year }) => ({
    id: `document:${doc_id}`,
    kind: 'document',
    label: title || doc_id,
    detail: `${region} ${fiscal_year}`,
  }));
}

export function viewEntries(app: Pick<AppState, 'workspace'>): SearchEntry[] {
  return app.workspace.views.map(({ name }) => ({
    id: `view:${name}`,
    kind: 'view',
    label: name,
    weight: 4,
  }));
}

const subjects = new WeakMap<Dataset, Promise<SearchEntry[]>>();

/** Subjects of the catalogue and the data; asked of the engine once for each loaded data. */
export function loadSubjectEntries(engine: Engine, dataset: Dataset): Promise<SearchEntry[]> {
  const known = subjects.get(dataset);
  if (known) return known;
  const entries = engine.query<SubjectLine>(subjectsQuery()).then(subjectEntries);
  subjects.set(dataset, entries);
  entries.catch(() => subjects.delete(dataset));
  return entries;
}
