import type Decimal from 'decimal.js';
import { NO_FILTER, type Filter } from '../analysis/filter';
import type { EvidenceRequest } from '../analysis/evidence';
import { encodePrices, type Valuation, type ValuationTables } from '../analysis/valuation';
import type { Scope } from '../domain/facts';
import type { Unit } from '../domain/money';
import type { Engine } from '../engine/types';
import type { Language } from '../i18n';
import type { Dataset, Phase, Progress } from './dataset';
import { ImportSession } from './import/session.svelte';
import { browserReader } from './import/start';
import { keptFilter, speaksOf } from './kept-filter';
import type { PageId } from './page-ids';
import { Reconciliation } from './reconciliation.svelte';
import { scopedData, type ScopedData } from './scope';
import { decodeState, DEFAULT_URL_STATE, encodeState, type Params, type UrlState } from './url';
import { valuationTables } from './valuation-tables';
import { WorkspaceState } from './workspace.svelte';

/** How a change enters the history: `push` (a step back undoes it) or `replace`. */
export interface ChangeOptions {
  replace?: boolean;
}

/** A line of the evidence drawer, formatted. */
export interface BesideLine {
  label: string;
  value: string;
}

/** What outlives a visit. */
export interface ReaderChoice {
  unit: Unit;
  language: Language;
  /** As in the link; absent where there are none. */
  own_prices?: string;
}

/** What stands over the page: the palette, the saved views, the dialog of the data (or its saving at once). */
export type OpenDialog = 'palette' | 'views' | 'data' | 'data-save';

/** The address bar, so that the state can be tested without one. */
export interface AddressBar {
  read(): string;
  write(fragment: string, options: { replace: boolean }): void;
  /** Called when the reader goes back, forward, or edits the address. Returns the end of the subscription. */
  listen(onchange: () => void): () => void;
  /** The reader's last unit and language, and own price indices. */
  remember(choice: ReaderChoice): void;
  recall(): Partial<ReaderChoice>;
}

/**
 * The state of the app. All that a link restores is one value (`#url`), and every change of it goes through the
 * address bar; the dataset and the engine beside it are what is loaded.
 */
export class AppState {
  engine = $state.raw<Engine | null>(null);
  dataset = $state.raw<Dataset | null>(null);
  phase = $state<Phase>('idle');
  progress = $state.raw<Progress>({ doneBytes: 0, totalBytes: 0, rows: 0 });
  failure = $state.raw<Error | null>(null);
  /** What the reader imported and opened, kept in this browser. */
  readonly workspace: WorkspaceState = new WorkspaceState(this);
  /** What the checks say of every figure. */
  readonly reconciliation: Reconciliation = new Reconciliation(() => this.leavesOut);
  readonly imports: ImportSession = new ImportSession(this, browserReader);
  /** What the page in front adds to the drawer's figures, e.g. the median of the class; it takes it back when it goes. */
  beside = $state.raw<((request: EvidenceRequest) => readonly BesideLine[]) | null>(null);

  dialog = $state<OpenDialog | null>(null);

  #url = $state.raw<UrlState>(DEFAULT_URL_STATE);
  readonly #bar: AddressBar;
  /** The last settings of each page, for its link in the navigation. */
  #paramsOf = $state.raw<Readonly<Partial<Record<PageId, Params>>>>({});

  constructor(bar: AddressBar) {
    this.#bar = bar;
    this.#restore();
  }

  /** Follows the address bar until the returned function is called. */
  listen(): () => void {
    return this.#bar.listen(() => {
      // What stood over the page spoke of the one that was left.
      this.dialog = null;
      this.#restore();
    });
  }

  // Derived one by one: a change of the unit is then no change of the filter.
  readonly #asked = $derived(this.#url.filter);
  readonly #scoped = $derived(this.dataset ? scopedData(this.#asked.scope, this.dataset) : null);
  readonly #filter = $derived.by((): Filter => {
    const scope = this.#scoped ? this.#scoped.scope : this.#asked.scope;
    const { leave_conflicts: leave = false } = this.#asked;
    // Nothing is known of conflicts until the checks are done: then the pages ask again.
    const leaves = leave && this.reconciliation.ready;
    if (scope === this.#asked.scope && leaves === leave) return this.#asked;
    return { ...this.#asked, scope, leave_conflicts: leaves };
  });
  readonly #params = $derived(this.#url.params);
  readonly #valuation = $derived(this.#url.valuation);
  readonly #ownPrices = $derived(this.#url.own_prices);
  readonly #tables = $derived(
    valuationTables(this.dataset?.staff ?? [], this.#filter.scope, this.#ownPrices),
  );

  get page(): PageId {
    return this.#url.page;
  }
  get params(): Params {
    return this.#params;
  }
  /** Its scope is null only where the data hold one scope alone: 部门 and 单位 are never added. */
  get filter(): Filter {
    return this.#filter;
  }
  /** Whether the link asks to leave out amounts in conflict; `filter` does so once the checks are done. */
  get asksToLeaveOut(): boolean {
    return this.#asked.leave_conflicts ?? false;
  }
  /** Amounts in conflict are left out of the figures. */
  get leavesOut(): boolean {
    return this.#filter.leave_conflicts ?? false;
  }
  /** The documents of the scope in force, with what the other one has; null before the data are loaded. */
  get scoped(): ScopedData | null {
    return this.#scoped;
  }
  get unit(): Unit {
    return this.#url.unit;
  }
  get language(): Language {
    return this.#url.language;
  }
  /** How pages that can show amounts at constant prices and per head show them; `valuationText` labels it. */
  get valuation(): Valuation {
    return this.#valuation;
  }
  get valuationTables(): ValuationTables {
    return this.#tables;
  }
  /** The reader's own price indices, as in the link. */
  get ownPrices(): string {
    return this.#ownPrices;
  }
  get evidence(): EvidenceRequest | null {
    return this.#url.evidence;
  }

  /** The link of a page: its own last settings with the shared filter, unit and language. */
  href(page: PageId, params?: Params): string {
    return encodeState({ ...this.#url, page, params: params ?? this.#paramsOf[page] ?? {}, evidence: null });
  }

  navigate(page: PageId, params?: Params, options?: ChangeOptions): void {
    this.#change({ page, params: params ?? this.#paramsOf[page] ?? {}, evidence: null }, options);
  }

  /** All of the present state but the language, as a link's fragment: what a saved view keeps. */
  get bookmark(): string {
    return encodeState({ ...this.#url, language: DEFAULT_URL_STATE.language });
  }
  /** Shows the state of a fragment in the reader's language; the filter loses what is not loaded. */
  openBookmark(fragment: string): void {
    const { own_prices, ...state } = decodeState(fragment);
    const { language, own_prices: own } = this.#url;
    this.#change({ ...state, language, own_prices: own_prices || own });
    this.keepToDataset();
  }

  /** Changes some of the page's settings; undefined takes one out of the link (back to its default). */
  setParams(changes: Readonly<Record<string, string | undefined>>, options?: ChangeOptions): void {
    const params: Record<string, string> = { ...this.#url.params };
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) Reflect.deleteProperty(params, key);
      else params[key] = value;
    }
    this.#change({ params }, options);
  }

  /** Changes the shared filter. What the drawer showed may no longer be on the page, so it closes. */
  setFilter(changes: Partial<Filter>, options?: ChangeOptions): void {
    this.#change({ filter: { ...this.#url.filter, ...changes }, evidence: null }, options);
  }
  /** All years and departments of the scope in force. */
  clearFilter(): void {
    const { scope, leave_conflicts } = this.#url.filter;
    const kept = leave_conflicts ? { scope, leave_conflicts } : { scope };
    this.#change({ filter: { ...NO_FILTER, ...kept }, evidence: null });
  }
  /** Changes the scope; departments and years that the other one does not have leave the filter. */
  setScope(scope: Scope): void {
    const asked = scope === 'department' ? null : scope;
    const kept = this.dataset ? keptFilter(this.#url.filter, scopedData(scope, this.dataset)) : null;
    this.setFilter({ ...kept, scope: asked });
  }

  /** After the data changed: the filter loses what is no longer there, and the drawer closes if its document is gone. */
  keepToDataset(): void {
    const { dataset, filter, evidence } = this;
    if (!dataset) return;
    const kept = keptFilter(filter, dataset);
    if (kept) this.setFilter(kept, { replace: true });
    else if (evidence && !speaksOf(evidence, dataset)) this.#change({ evidence: null }, { replace: true });
  }

  setValuation(changes: Partial<Valuation>): void {
    this.#change({ valuation: { ...this.#url.valuation, ...changes } });
  }
  /** Annual price indices (the year before = 100) that the reader gives for years; they stand before the built-in ones. */
  setOwnPrices(own: ReadonlyMap<number, Decimal>): void {
    this.#change({ own_prices: encodePrices(own) }, { replace: true });
    this.#remember();
  }
  setUnit(unit: Unit): void {
    this.#change({ unit }, { replace: true });
    this.#remember();
  }
  setLanguage(language: Language): void {
    this.#change({ language }, { replace: true });
    this.#remember();
  }
  #remember(): void {
    const { unit, language, ownPrices } = this;
    this.#bar.remember({ unit, language, ...(ownPrices === '' ? {} : { own_prices: ownPrices }) });
  }

  /** Opens the evidence drawer. Going back closes it. */
  showEvidence(request: EvidenceRequest): void {
    this.#change({ evidence: request }, { replace: this.evidence !== null });
  }
  closeEvidence(): void {
    if (this.evidence) this.#change({ evidence: null });
  }

  /** True where the drawer shows this figure (to mark its cell). */
  isSelected(request: EvidenceRequest | null): boolean {
    if (!request || !this.evidence) return false;
    return (
      this.evidence === request ||
      encodeState({ ...DEFAULT_URL_STATE, evidence: request }) === this.#evidenceKey
    );
  }
  readonly #evidenceKey = $derived(encodeState({ ...DEFAULT_URL_STATE, evidence: this.#url.evidence }));

  #change(changes: Partial<UrlState>, options: ChangeOptions = {}): void {
    const next = { ...this.#url, ...changes };
    const fragment = encodeState(next);
    const same = fragment === encodeState(this.#url);
    this.#adopt(next);
    if (!same) this.#bar.write(fragment, { replace: options.replace ?? false });
  }

  #restore(): void {
    const fragment = this.#bar.read();
    const state = decodeState(fragment);
    // A link says everything; only a visit to the bare address takes the reader's last choices.
    this.#adopt(/^#?\/?$/.test(fragment) ? { ...state, ...this.#bar.recall() } : state);
  }

  #adopt(next: UrlState): void {
    this.#url = next;
    this.#paramsOf = { ...this.#paramsOf, [next.page]: next.params };
  }
}
