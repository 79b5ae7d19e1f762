import { subjectOfEntry, type SearchEntry } from '../../analysis/search';
import { render } from '../../i18n';
import { palette } from '../../i18n/palette';
import { formatSubjectQuery } from './subject-query';
import type { AppState } from '../app.svelte';
import { isPageId, type PageId } from '../page-ids';
import { toast } from '../toast.svelte';
import type { Action } from './actions';
import { remember } from './recent';

const after = (id: string) => id.slice(id.indexOf(':') + 1);

/** Opens what was chosen. `pages` are those that exist. */
export async function choose(
  app: AppState,
  entry: SearchEntry,
  actions: readonly Action[],
  pages: readonly PageId[],
): Promise<void> {
  remember(entry.id);
  const name = after(entry.id);
  switch (entry.kind) {
    case 'page':
      if (isPageId(name)) app.navigate(name);
      return;
    case 'action':
      await actions.find((action) => action.entry.id === entry.id)?.run(app);
      return;
    case 'view': {
      const view = app.workspace.views.find((one) => one.name === name);
      if (view) app.openBookmark(view.fragment);
      return;
    }
    case 'department':
      if (pages.includes('department')) app.navigate('department', { name });
      else app.setFilter({ departments: [name] });
      return;
    case 'document':
      app.navigate('documents', { doc: name });
      return;
    case 'subject':
      openSubject(app, entry);
  }
}

/**
 * A subject is found in the pivot, in the form that has its classification: of final accounts (03, 06), or of budgets
 * where these alone have it (B05, B06).
 */
export function subjectParams(entry: SearchEntry): Record<string, string> | null {
  const subject = subjectOfEntry(entry.id);
  if (!subject) return null;
  const economic = subject.classification === 'economy';
  const form = entry.budgets_alone ? (economic ? 'B06' : 'B05') : economic ? '06' : null;
  return { find: subject.code, ...(form ? { basis: form } : {}) };
}

function openSubject(app: AppState, entry: SearchEntry): void {
  const params = subjectParams(entry);
  if (params) app.navigate('pivot', params);
}

/** The other thing that can be done with an entry: a department filters the page, a subject is queried. */
export function chooseOther(app: AppState, entry: SearchEntry): boolean {
  remember(entry.id);
  if (entry.kind === 'department') {
    app.setFilter({ departments: [after(entry.id)] });
    toast(render(palette.filtered, app.language, { name: entry.label }));
    return true;
  }
  const subject = subjectOfEntry(entry.id);
  if (!subject) return false;
  app.navigate('sql', { sql: formatSubjectQuery(subject.classification, subject.code) });
  return true;
}
