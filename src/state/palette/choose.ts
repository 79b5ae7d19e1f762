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
      openSubject(app, entry, pages);
  }
}

/** A functional subject is shown over all departments, an economic one in form 06. */
function openSubject(app: AppState, entry: SearchEntry, pages: readonly PageId[]): void {
  const subject = subjectOfEntry(entry.id);
  if (!subject) return;
  const { classification, code } = subject;
  if (classification === 'function' && pages.includes('change')) app.navigate('change', { item: code });
  else app.navigate('sql', { sql: formatSubjectQuery(classification, code) });
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
