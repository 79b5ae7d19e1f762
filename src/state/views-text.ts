import { render, shell } from '../i18n';
import type { AppState } from './app.svelte';
import { pageLabel } from './page-labels';
import { decodeState } from './url';

/** What a view shows, in a line: its page, years, departments, and its unit where it is not 万元. */
export function describeBookmark(app: Pick<AppState, 'language'>, fragment: string): string {
  const { language } = app;
  const { page, params, filter, unit } = decodeState(fragment);
  const list = (values: readonly (string | number)[]) => values.join(language === 'zh-CN' ? '、' : ', ');
  const { years, departments, regions } = filter;
  const names =
    departments.length > 2
      ? render(shell.n_selected, language, { n: departments.length })
      : list(departments);
  const own = page === 'department' ? (params['name'] ?? '') : '';
  return [
    pageLabel(page, language),
    own,
    list(years),
    list(regions),
    names && `${render(shell.department, language)} ${names}`,
    unit === '万元' ? '' : unit,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** A name for the present state that says what it shows, as long as the reader gives none. */
export function suggestedViewName(app: Pick<AppState, 'language' | 'bookmark'>): string {
  return describeBookmark(app, app.bookmark).replaceAll(' · ', ' ');
}
