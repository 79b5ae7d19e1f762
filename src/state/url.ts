import { NO_FILTER, type Filter } from '../analysis/filter';
import { NOMINAL, type Valuation } from '../analysis/valuation';
import { SCOPES } from '../domain/facts';
import type { EvidenceRequest } from '../analysis/evidence';
import type { Unit } from '../domain/money';
import { LANGUAGES, type Language } from '../i18n';
import { decodeEvidence, encodeEvidence } from './evidence-url';
import { isPageId, type PageId } from './page-ids';
import { decodeValuation, encodeValuation, VALUATION_KEYS } from './valuation-url';

/** A page's own settings: what it wants in the link. */
export type Params = Readonly<Record<string, string>>;

/** Everything that a link restores. */
export interface UrlState {
  page: PageId;
  params: Params;
  filter: Filter;
  unit: Unit;
  language: Language;
  evidence: EvidenceRequest | null;
  /** Prices and heads. */
  valuation: Valuation;
  /** The reader's own price indices, `2025:100.1,2026:101`. */
  own_prices: string;
}

export const DEFAULT_URL_STATE: UrlState = {
  page: 'overview',
  params: {},
  filter: NO_FILTER,
  unit: '万元',
  language: 'zh-CN',
  evidence: null,
  valuation: NOMINAL,
  own_prices: '',
};

const UNIT_CODES: Record<Unit, string> = { 元: 'yuan', 万元: 'wan', 亿元: 'yi' };
const SHARED = new Set([
  'year',
  'dept',
  'region',
  'scope',
  'unit',
  'lang',
  'cell',
  'sound',
  ...VALUATION_KEYS,
]);

/** A page's key as it stands in the link: shared names, and keys that look escaped, get a `~` before them. */
const escapeKey = (key: string) => (SHARED.has(key) || key.startsWith('~') ? `~${key}` : key);
const unescapeKey = (key: string) => (key.startsWith('~') ? key.slice(1) : key);

/**
 * State → the fragment of the address, e.g. `#/execution?year=2023&basis=initial_budget`. Defaults are left out, so
 * that links stay short. In the fragment, because the app is a folder of static files that may lie anywhere.
 */
export function encodeState(state: UrlState): string {
  const query = new URLSearchParams();
  for (const year of state.filter.years) query.append('year', String(year));
  for (const department of state.filter.departments) query.append('dept', department);
  for (const region of state.filter.regions) query.append('region', region);
  if (state.filter.scope) query.set('scope', state.filter.scope);
  if (state.filter.leave_conflicts) query.set('sound', '1');
  for (const key of Object.keys(state.params).sort()) query.append(escapeKey(key), state.params[key]!);
  if (state.unit !== DEFAULT_URL_STATE.unit) query.set('unit', UNIT_CODES[state.unit]);
  if (state.language !== DEFAULT_URL_STATE.language) query.set('lang', state.language);
  encodeValuation(state, query);
  if (state.evidence) query.set('cell', encodeEvidence(state.evidence));
  const text = query.toString();
  return `#/${state.page}${text ? `?${text}` : ''}`;
}

/** Fragment → state. What is missing or not understood takes its default, so an old or mangled link still opens. */
export function decodeState(fragment: string): UrlState {
  const [path = '', ...rest] = fragment.replace(/^#\/?/, '').split('?');
  const query = new URLSearchParams(rest.join('?'));
  const params: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [key, value] of query) if (!SHARED.has(key)) params[unescapeKey(key)] = value;
  const scope = query.get('scope');
  const unit = (Object.keys(UNIT_CODES) as Unit[]).find((name) => UNIT_CODES[name] === query.get('unit'));
  const language = LANGUAGES.find((name) => name === query.get('lang'));
  const cell = query.get('cell');
  return {
    page: isPageId(path) ? path : DEFAULT_URL_STATE.page,
    params: { ...params },
    filter: {
      years: query
        .getAll('year')
        .filter((text) => /^\d{4}$/.test(text))
        .map(Number),
      departments: query.getAll('dept'),
      regions: query.getAll('region'),
      scope: SCOPES.find((name) => name === scope) ?? null,
      ...(query.get('sound') === '1' ? { leave_conflicts: true } : {}),
    },
    unit: unit ?? DEFAULT_URL_STATE.unit,
    language: language ?? DEFAULT_URL_STATE.language,
    evidence: cell === null ? null : decodeEvidence(cell),
    ...decodeValuation(query),
  };
}
