import { checkDocument } from '../../checks';
import { applyDecisions, type Decisions } from '../../dataset';
import { nearDepartments } from '../../domain/department-names';
import type { DocumentRow, Extraction } from '../../domain/facts';
import type { AppState } from '../app.svelte';
import type { GivenFile } from './dropped';
import { BLOCKING, isLost, type Concern, type ImportItem } from './item';
import { type DocumentReader, ReadFailed } from './reader';

/** What a session needs of the app. */
export type ImportHost = Pick<AppState, 'dataset' | 'workspace'>;

type Reader = Pick<DocumentReader, 'read' | 'rest'>;

const YEARS = { first: 1990, last: 2100 };

/**
 * Files on their way into the data: read beside the page, shown for review, joined when the reader says so. Nothing
 * joins by itself, and what is not joined goes with the page.
 */
export class ImportSession {
  items = $state.raw<readonly ImportItem[]>([]);
  readonly #files = new Map<number, { file: File; cancel: AbortController }>();
  readonly #host: ImportHost;
  readonly #start: () => Reader;
  #started: Reader | null = null;
  #ids = 0;

  constructor(host: ImportHost, start: () => Reader) {
    this.#host = host;
    this.#start = start;
  }
  get #reader(): Reader {
    return (this.#started ??= this.#start());
  }

  readonly reading = $derived(this.items.filter(({ state }) => state === 'waiting' || state === 'reading'));
  readonly toReview = $derived(this.items.filter(({ state }) => state === 'review'));
  /** Something would be lost with the page. */
  readonly pending = $derived(this.reading.length + this.toReview.length > 0);

  /** Takes files in and begins to read them. Gives the ids of their items. */
  add(given: readonly GivenFile[]): number[] {
    const items = given.map(({ path, file }): ImportItem => {
      const id = ++this.#ids;
      this.#files.set(id, { file, cancel: new AbortController() });
      return {
        id,
        path,
        bytes: file.size,
        state: 'waiting',
        pages: { done: 0, total: 0 },
        failure: null,
        extraction: null,
        report: null,
        decisions: {},
      };
    });
    this.items = [...this.items, ...items];
    for (const { id } of items) void this.#read(id);
    return items.map(({ id }) => id);
  }

  /** Ends the reading of a file, or of all. */
  cancel(id?: number): void {
    for (const item of this.reading) if (id === undefined || item.id === id) this.#cancel(item.id);
  }
  #cancel(id: number): void {
    this.#files.get(id)?.cancel.abort();
    this.#change(id, { state: 'cancelled' });
  }

  /** Reads a failed or cancelled file once more. */
  again(id: number): void {
    const kept = this.#files.get(id);
    if (!kept) return;
    this.#files.set(id, { file: kept.file, cancel: new AbortController() });
    this.#change(id, { state: 'waiting', failure: null, pages: { done: 0, total: 0 } });
    void this.#read(id);
  }

  decide(id: number, decisions: Decisions): void {
    const item = this.item(id);
    if (item) this.#change(id, { decisions: { ...item.decisions, ...decisions } });
  }
  leaveOut(id: number): void {
    this.#change(id, { state: 'left_out' });
  }
  takeBack(id: number): void {
    this.#change(id, { state: 'review' });
  }
  /** Takes everything that is settled off the list. */
  clear(): void {
    const open = new Set([...this.reading, ...this.toReview].map(({ id }) => id));
    for (const { id } of this.items) if (!open.has(id)) this.#files.delete(id);
    this.items = this.items.filter(({ id }) => open.has(id));
  }

  item(id: number): ImportItem | undefined {
    return this.items.find((item) => item.id === id);
  }

  /** The original bytes of a file; null where it is no longer there. */
  async bytes(id: number): Promise<Uint8Array | null> {
    const file = this.#files.get(id)?.file;
    return file ? new Uint8Array(await file.arrayBuffer()) : null;
  }

  /** What was read with the reader's decisions. Throws UnitNotExact. */
  decided(item: ImportItem): Extraction | null {
    return item.extraction && applyDecisions(item.extraction, item.decisions);
  }

  /** What the reader should know or settle before the document joins. */
  concerns(item: ImportItem): Concern[] {
    const { extraction, decisions } = item;
    if (!extraction) return [];
    const document: DocumentRow = { ...extraction.document, ...withoutUndefined(decisions) };
    const concerns: Concern[] = [];
    if (document.department.trim() === '') concerns.push({ kind: 'department_missing' });
    if (document.fiscal_year < YEARS.first || document.fiscal_year > YEARS.last)
      concerns.push({ kind: 'year_missing' });
    if (document.region.trim() === '') concerns.push({ kind: 'region_missing' });
    const names = decisions.department === undefined ? this.#near(document.department, item.id) : [];
    if (names.length > 0) concerns.push({ kind: 'department_near', names });
    const replaced = this.replaced(item);
    if (replaced) concerns.push({ kind: 'replaces', document: replaced });
    const lost = extraction.warnings.filter(({ code }) => isLost(code)).length;
    if (lost > 0) concerns.push({ kind: 'unplaced', count: lost });
    return concerns;
  }

  /** Why the document cannot join yet. */
  blocked(item: ImportItem): boolean {
    return this.concerns(item).some(({ kind }) => BLOCKING.has(kind));
  }

  /** The loaded document that this one takes the place of: the same department, year, kind and scope, another file. */
  replaced(item: ImportItem): DocumentRow | null {
    const { extraction } = item;
    if (!extraction) return null;
    let id: string;
    try {
      id = this.decided(item)!.document.doc_id;
    } catch {
      return null;
    }
    const loaded = this.#host.dataset?.documents.find((document) => document.doc_id === id) ?? null;
    return loaded && loaded.sha256 !== extraction.document.sha256 ? loaded : null;
  }

  /** Joins documents with the loaded data; what became of each. Throws what the workspace throws; nothing joined then. */
  async join(ids: readonly number[]): Promise<{ id: number; doc_id: string }[]> {
    const items = ids
      .map((id) => this.item(id))
      .filter((item) => item !== undefined)
      .filter((item) => item.state === 'review' && item.extraction && !this.blocked(item));
    const given = await Promise.all(
      items.map(async (item) => ({
        extraction: item.extraction!,
        fileName: item.path.split('/').at(-1)!,
        bytes: (await this.bytes(item.id)) ?? new Uint8Array(),
        decisions: item.decisions,
      })),
    );
    const added = await this.#host.workspace.add(given);
    for (const item of items) {
      const printed = item.extraction!.document.department;
      const { department } = item.decisions;
      if (department !== undefined && department !== printed && printed !== '')
        await this.#host.workspace.setAlias(printed, department);
      this.#change(item.id, { state: 'joined' });
    }
    return items.map((item, i) => ({ id: item.id, doc_id: added[i]!.doc_id }));
  }

  #near(department: string, id: number) {
    const loaded = (this.#host.dataset?.departments ?? []).map(({ name }) => name);
    const others = this.toReview
      .filter((item) => item.id !== id)
      .map((item) => item.decisions.department ?? item.extraction!.document.department);
    return nearDepartments(department, [...new Set([...loaded, ...others])]);
  }

  async #read(id: number): Promise<void> {
    const { file, cancel } = this.#files.get(id)!;
    const fileName = file.name;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const extraction = await this.#reader.read({
        fileName,
        bytes,
        signal: cancel.signal,
        onPage: (done, total) => this.#change(id, { state: 'reading', pages: { done, total } }),
      });
      if (!cancel.signal.aborted) this.#change(id, this.#result(extraction, id));
    } catch (error) {
      if (!cancel.signal.aborted) this.#change(id, { state: 'failed', failure: failureOf(error) });
    } finally {
      if (this.reading.length === 0) this.#reader.rest();
    }
  }

  #result(extraction: Extraction, id: number): Partial<ImportItem> {
    const { sha256, department } = extraction.document;
    const kept = this.#host.workspace.documents.some((document) => document.sha256 === sha256);
    const twice = this.items.some(
      (item) => item.id !== id && item.extraction?.document.sha256 === sha256 && item.state !== 'left_out',
    );
    const alias = this.#host.workspace.aliases.find(({ printed }) => printed === department);
    return {
      state: kept || twice ? 'unchanged' : 'review',
      extraction,
      report: checkDocument(extraction),
      decisions: alias ? { department: alias.department } : {},
    };
  }

  #change(id: number, changes: Partial<ImportItem>): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, ...changes } : item));
  }
}

function failureOf(error: unknown) {
  if (error instanceof ReadFailed) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  return { reason: null, message, detail: message };
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<T>;
}
