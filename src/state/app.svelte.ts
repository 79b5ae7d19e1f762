import { NO_FILTER, type Filter } from '../analysis/filter';
import type { EvidenceRequest } from '../analysis/evidence';
import type { Scope } from '../domain/facts';
import type { Unit } from '../domain/money';
import type { Engine } from '../engine/types';
import type { Language } from '../i18n';
import type { Dataset, Phase, Progress } from './dataset';
import { ImportSession } from './import/session.svelte';
import { browserReader } from './import/start';
import { keptFilter, speaksOf } from './kept-filter';
import type { PageId } from './page-ids';
import { scopedData, type ScopedData } from './scope';
import { decodeState, DEFAULT_URL_STATE, encodeState, type Params, type UrlState } from './url';
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

/** The address bar, so that the state can be tested without one. */
export interface AddressBar {
  read(): string;
  write(fragment: string, options: { replace: boolean }): void;
  /** Called when the reader goes back, forward, or edits the address. Returns the end of the subscription. */
  listen(onchange: () => void): () => void;
  /** The reader's last unit and language. */
  remember(choice: { unit: Unit; language: Language }): void;
  recall(): { unit?: Unit; language?: Language };
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
  readonly imports: ImportSession = new ImportSession(this, browserReader);
  /** What the page in front adds to the drawer's figures, e.g. the median of the class; it takes it back when it goes. */
  beside = $state.raw<((request: EvidenceRequest) => readonly BesideLine[]) | null>(null);

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
    return this.#bar.listen(() => this.#restore());
  }

  // Derived one by one: a change of the unit is then no change of the filter.
  readonly #asked = $derived(this.#url.filter);
  readonly #scoped = $derived(this.dataset ? scopedData(this.#asked.scope, this.dataset) : null);
  readonly #filter = $derived.by((): Filter => {
    const scope = this.#scoped ? this.#scoped.scope : this.#asked.scope;
    return scope === this.#asked.scope ? this.#asked : { ...this.#asked, scope };
  });
  readonly #params = $derived(this.#url.params);

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
    this.#change({ filter: { ...NO_FILTER, scope: this.#url.filter.scope }, evidence: null });
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

  setUnit(unit: Unit): void {
    this.#change({ unit }, { replace: true });
    this.#bar.remember({ unit, language: this.language });
  }
  setLanguage(language: Language): void {
    this.#change({ language }, { replace: true });
    this.#bar.remember({ unit: this.unit, language });
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
