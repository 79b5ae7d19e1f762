import type { SearchEntry } from '../../analysis/search';
import { SCOPES } from '../../domain/facts';
import type { Unit } from '../../domain/money';
import { render, shell } from '../../i18n';
import { palette } from '../../i18n/palette';
import type { AppState } from '../app.svelte';
import { unitLabel } from '../labels';
import { toast } from '../toast.svelte';

/** Something to be done, as an entry of the palette. */
export interface Action {
  entry: SearchEntry;
  run: (app: AppState) => void | Promise<void>;
}

const UNITS: readonly Unit[] = ['元', '万元', '亿元'];

/** What can be done now: choices that are in force already are not offered. */
export function actionsOf(app: AppState): Action[] {
  const { language } = app;
  const text = (key: keyof typeof palette, values: Record<string, string | number> = {}) =>
    render(palette[key], language, values);
  /** Found by its text in both languages. */
  const action = (
    id: string,
    key: keyof typeof palette,
    run: Action['run'],
    values: Record<string, string | number> = {},
  ): Action => {
    const other = render(palette[key], language === 'en' ? 'zh-CN' : 'en', values);
    const label = text(key, values);
    const others = other === label ? [] : [{ name: other, until: null }];
    return { entry: { id: `action:${id}`, kind: 'action', label, others }, run };
  };
  const { scoped, filter, valuation } = app;
  const filtered = filter.years.length + filter.departments.length + filter.regions.length > 0;
  return [
    ...(filtered ? [action('clear', 'clear_filter', () => app.clearFilter())] : []),
    action('views', 'save_view', () => void (app.dialog = 'views')),
    action('import', 'import', () => app.navigate('import')),
    action('data', 'data', () => void (app.dialog = 'data')),
    action('export', 'export', () => void (app.dialog = 'data-save')),
    ...UNITS.filter((unit) => unit !== app.unit).map((unit) =>
      action(`unit:${unit}`, 'unit_to', () => app.setUnit(unit), { unit: unitLabel(unit, language) }),
    ),
    action('language', 'language_to', () => app.setLanguage(language === 'en' ? 'zh-CN' : 'en')),
    ...(valuation.prices === 'real'
      ? [action('nominal', 'nominal', () => app.setValuation({ prices: 'nominal' }))]
      : [action('real', 'real', () => app.setValuation({ prices: 'real' }))]),
    ...(valuation.per === 'head'
      ? [action('total', 'per_total', () => app.setValuation({ per: 'total' }))]
      : [action('head', 'per_head', () => app.setValuation({ per: 'head' }))]),
    app.asksToLeaveOut
      ? action('conflicts', 'keep_conflicts', () => app.setFilter({ leave_conflicts: false }))
      : action('sound', 'leave_conflicts', () => app.setFilter({ leave_conflicts: true })),
    ...SCOPES.filter((scope) => scoped?.scope && scope !== scoped.scope).map((scope) =>
      action(`scope:${scope}`, 'scope_to', () => app.setScope(scope), {
        scope: render(shell[`scope_${scope}`], language),
      }),
    ),
    ...(scoped?.years ?? []).map((year) =>
      action(`year:${year}`, 'only_year', () => app.setFilter({ years: [year] }), { year }),
    ),
    action('link', 'copy_link', async () => {
      await navigator.clipboard.writeText(location.href);
      toast(text('link_copied'));
    }),
    action('print', 'print', () => print()),
  ];
}
