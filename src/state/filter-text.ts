import { reconciliation, render, shell } from '../i18n';
import type { AppState } from './app.svelte';

/** The shared filter in words, for what leaves the app: `年度 2023、2024 · 部门 全部 5 个`, and the scope where there are two. */
export function filterText(app: Pick<AppState, 'filter' | 'scoped' | 'language'>): string {
  const { filter, scoped, language } = app;
  const list = (values: readonly (string | number)[]) => values.join(language === 'zh-CN' ? '、' : ', ');
  const years = list(filter.years.length > 0 ? filter.years : (scoped?.years ?? []));
  const departments =
    filter.departments.length > 0
      ? list(filter.departments)
      : render(shell.all_departments, language, { n: scoped?.departments.length ?? 0 });
  const scope = filter.scope
    ? ` · ${render(shell.scope, language)} ${render(shell[`scope_${filter.scope}`], language)}`
    : '';
  const region =
    filter.regions.length > 0 ? ` · ${render(shell.region, language)} ${list(filter.regions)}` : '';
  const sound = filter.leave_conflicts ? ` · ${render(reconciliation.filter_text, language)}` : '';
  return `${render(shell.year, language)} ${years} · ${render(shell.department, language)} ${departments}${region}${scope}${sound}`;
}
