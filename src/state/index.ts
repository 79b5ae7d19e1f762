export { AppState, type AddressBar, type ChangeOptions } from './app.svelte';
export { useApp, provideApp } from './context';
export { useText, useTerms } from './text';
export { PAGE_IDS, isPageId, type PageId } from './page-ids';
export type { Params, UrlState } from './url';
export type { Dataset, Phase, Progress } from './dataset';
export * from './format';
export { markFirstChart, FIRST_CHART } from './timing';
export type { Coordinates, EvidencePart, EvidenceRequest, Shown } from '../analysis/evidence';
