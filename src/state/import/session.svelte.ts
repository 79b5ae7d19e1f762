import type { checkDocument, CheckReport } from '../../checks';
import { applyDecisions, UnitNotExact, type Decisions } from '../../dataset';
import { hashOf } from '../../dataset/workspace/hash';
import type { DocumentRow, Extraction } from '../../domain/facts';
import type { AppState } from '../app.svelte';
import { concernsOf, decisionsBefore, replacedBy } from './concerns';
import type { GivenFile } from './dropped';
import { BLOCKING, type Concern, type ImportItem } from './item';
import type { ReadFailure } from './protocol';
import { type DocumentReader, ReadFailed } from './reader';

/** What a session needs of the app. */
export interface ImportHost {
  readonly dataset: Pick<NonNullable<AppState['dataset']>, 'documents'> | null;
  readonly workspace: Pick<AppState['workspace'], 'documents' | 'aliases' | 'add' | 'setAlias'> &
    Partial<Pick<AppState['workspace'], 'keepOriginal'>>;
}

type Reader = Pick<DocumentReader, 'read' | 'rest'>;

/** The very same file is loaded already, or was given before. */
class KnownFile extends Error {}

interface Kept {
  file: File;
  cancel: AbortController;
}

/**
 * Files on their way into the data: read beside the page, shown for review, joined when the reader says so. Nothing
 * joins by itself, and what is not joined goes with the page.
 */
export class ImportSession {
  items = $state.raw<readonly ImportItem[]>([]);
  // What the pages show of a file is in its item.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #files = new Map<number, Kept>();
  readonly #host: ImportHost;
  readonly #start: () => Reader;
  #started: Reader | null = null;
  /** Loaded with the first file: who imports nothing does not wait for it. */
  #checkDocument: typeof checkDocument | null = null;
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
        sha256: null,
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
    if (!item) return;
    const next = { ...item, decisions: { ...item.decisions, ...decisions } };
    this.#change(id, { decisions: next.decisions, report: this.#check(next) });
  }
  leaveOut(id: number): void {
    this.#change(id, { state: 'left_out' });
  }
  takeBack(id: number): void {
    this.#change(id, { state: 'review' });
  }
  /** Takes everything that is settled off the list. */
  clear(): void {
    const open = [...this.reading, ...this.toReview];
    for (const item of this.items) if (!open.includes(item)) this.#files.delete(item.id);
    this.items = this.items.filter((item) => open.includes(item));
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
    const others = this.items.filter(({ state }) => state === 'review' || state === 'joined');
    return concernsOf(item, { loaded: this.#loaded, others });
  }

  /** Why the document cannot join yet. */
  blocked(item: ImportItem): boolean {
    return this.concerns(item).some(({ kind }) => BLOCKING.has(kind));
  }

  /** The loaded document that this one takes the place of. */
  replaced(item: ImportItem): DocumentRow | null {
    return replacedBy(item, this.#loaded);
  }

  /**
   * Joins documents with the loaded data; what became of each. A file that changed since it was read, or is gone, fails
   * by itself. Throws what the workspace throws; nothing joined then.
   */
  async join(ids: readonly number[]): Promise<{ id: number; doc_id: string }[]> {
    const wanted = ids
      .map((id) => this.item(id))
      .filter((item) => item !== undefined)
      .filter((item) => item.state === 'review' && item.extraction && !this.blocked(item));
    const given = (await Promise.all(wanted.map((item) => this.#original(item)))).filter(
      (one) => one !== null,
    );
    if (given.length === 0) return [];
    const added = await this.#host.workspace.add(
      given.map(({ item, bytes }) => ({
        extraction: item.extraction!,
        fileName: fileNameOf(item),
        bytes,
        decisions: item.decisions,
      })),
    );
    for (const { item } of given) this.#change(item.id, { state: 'joined' });
    for (const { item } of given) await this.#remember(item);
    return given.map(({ item }, i) => ({ id: item.id, doc_id: added[i]!.doc_id }));
  }

  /** The file as it was read; where it is no longer that, the item fails. */
  async #original(item: ImportItem): Promise<{ item: ImportItem; bytes: Uint8Array } | null> {
    try {
      const bytes = await this.bytes(item.id);
      if (bytes && (await hashOf(bytes)) === item.extraction!.document.sha256) return { item, bytes };
    } catch {
      // NotFoundError, NotReadableError: moved, deleted or changed on the disk.
    }
    this.#change(item.id, { state: 'failed', extraction: null, report: null, failure: CHANGED });
    return null;
  }

  /** The reader's name for a department holds for its next documents. */
  async #remember({ extraction, decisions: { department } }: ImportItem): Promise<void> {
    const printed = extraction!.document.department;
    if (department === undefined || printed === '') return;
    const alias = this.#host.workspace.aliases.find((one) => one.printed === printed)?.department;
    if (department !== (alias ?? printed))
      await this.#host.workspace.setAlias(printed, department === printed ? null : department);
  }

  get #loaded(): readonly DocumentRow[] {
    return this.#host.dataset?.documents ?? [];
  }

  #check(item: ImportItem): CheckReport | null {
    try {
      const decided = this.decided(item);
      return decided && (this.#checkDocument?.(decided) ?? null);
    } catch (error) {
      if (error instanceof UnitNotExact) return null;
      throw error;
    }
  }

  /** The bytes of a file whose turn it is. Throws KnownFile. */
  async #bytesToRead(id: number): Promise<Uint8Array> {
    const kept = this.#files.get(id)!;
    const bytes = new Uint8Array(await kept.file.arrayBuffer());
    const sha256 = await hashOf(bytes);
    kept.cancel.signal.throwIfAborted();
    this.#change(id, { sha256 });
    const loaded = [...this.#loaded, ...this.#host.workspace.documents];
    const before = this.items.some(
      (item) =>
        item.id !== id && ['reading', 'waiting', 'review'].includes(item.state) && item.sha256 === sha256,
    );
    if (loaded.some((document) => document.sha256 === sha256)) {
      // Its figures are there; with the file itself its pages can be shown too. Without room it stays as it is.
      await this.#host.workspace.keepOriginal?.(kept.file.name, bytes).catch(console.error);
      throw new KnownFile();
    }
    if (before) throw new KnownFile();
    this.#change(id, { state: 'reading' });
    return bytes;
  }

  async #read(id: number): Promise<void> {
    const { file, cancel } = this.#files.get(id)!;
    try {
      const extraction = await this.#reader.read({
        fileName: file.name,
        bytes: () => this.#bytesToRead(id),
        signal: cancel.signal,
        onPage: (done, total) => this.#change(id, { pages: { done, total } }),
      });
      this.#checkDocument ??= (await import('../../checks')).checkDocument;
      if (!cancel.signal.aborted) this.#change(id, this.#result(id, extraction));
    } catch (error) {
      if (cancel.signal.aborted) return;
      if (error instanceof KnownFile) this.#change(id, { state: 'unchanged' });
      else this.#change(id, { state: 'failed', failure: failureOf(error) });
    } finally {
      if (this.reading.length === 0) this.#reader.rest();
    }
  }

  #result(id: number, extraction: Extraction): Partial<ImportItem> {
    const decisions = decisionsBefore(extraction.document, this.#host.workspace.aliases, this.#loaded);
    const report = this.#check({ ...this.item(id)!, extraction, decisions });
    return { state: 'review', extraction, decisions, report };
  }

  #change(id: number, changes: Partial<ImportItem>): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, ...changes } : item));
  }
}

const fileNameOf = ({ path }: ImportItem) => path.split('/').at(-1)!;

const CHANGED: ReadFailure = { reason: 'changed', message: 'changed since it was read', detail: null };

function failureOf(error: unknown): ReadFailure {
  if (error instanceof ReadFailed) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  return { reason: null, message, detail: message };
}
