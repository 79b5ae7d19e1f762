import {
  compile,
  IMPORTED,
  now,
  preparePackage,
  readMarks,
  Repository,
  reviewsFile,
  uniteExtracts,
  viewName,
  Workspace,
  zip,
  type Added,
  type Alias,
  type FileStore,
  type LoadProgress,
  type NamedSource,
  type NewDocument,
  type OpenedPackage,
  type PackageFile,
  type ReviewMark,
  type SavedView,
  type StoredDocument,
} from '../dataset';
import type { Extraction } from '../domain/facts';
import type { Engine } from '../engine/types';
import type { AppState } from './app.svelte';
import { EMBEDDED, embeddedSource } from './embedded';
import { loadData } from './load-data';
import { fetchPackage } from './package-url';
import { zippedFiles } from './workspace-files';
import { browserHost, type Usage, type WorkspaceHost } from './workspace-host';

/** A source that could not be loaded, or a document that is kept but not among the loaded ones. */
export interface SetAside {
  /** `embedded`, `imported`, or the package's. */
  id: string;
  error: Error;
}

/** What the workspace is doing that the reader waits for. */
export type WorkspaceTask = 'adding' | 'opening' | 'saving' | 'removing' | 'loading';

/**
 * The reader's own data: documents imported and packages opened, kept in this browser and loaded together with the
 * embedded data. Every change is on the disk before its promise resolves, and the pages show the new data then.
 * Errors: StorageFull, WorkspaceUnreadable, Unwritable, UnitNotExact, NotAnExtract, SchemaMismatch, DamagedFile,
 * EngineError; nothing is changed then.
 */
export class WorkspaceState {
  documents = $state.raw<readonly StoredDocument[]>([]);
  packages = $state.raw<readonly OpenedPackage[]>([]);
  aliases = $state.raw<readonly Alias[]>([]);
  /** The reader's judgements of findings, also of documents that were not imported. */
  marks = $state.raw<readonly ReviewMark[]>([]);
  /** States of pages under names, the latest first. */
  views = $state.raw<readonly SavedView[]>([]);
  /** The SHA-256 of every original file that is kept; `file` gives its bytes. */
  originals = $state.raw<readonly string[]>([]);
  /** What they take together. */
  originalBytes = $state(0);
  /** Where it is kept; `memory`: nowhere, it goes with this page. Null before it is open. */
  kind = $state<FileStore['kind'] | null>(null);
  /** What could not be loaded, with the reason; the rest is. */
  setAside = $state.raw<readonly SetAside[]>([]);
  /** How many documents of each source are replaced by ones of a later source. */
  replaced = $state.raw<Readonly<Record<string, number>>>({});
  /** Why what is kept could not be read; the app goes on without it. */
  failure = $state.raw<Error | null>(null);
  task = $state<WorkspaceTask | null>(null);
  usage = $state.raw<Usage | null>(null);
  /** Whether the browser promised not to clear it when it runs short; null: not asked, or it does not say. */
  persisted = $state<boolean | null>(null);

  #useEmbedded = $state(true);
  readonly #app: Pick<AppState, 'engine' | 'dataset' | 'keepToDataset'>;
  readonly #host: () => WorkspaceHost;
  readonly #embedded: () => NamedSource;
  #opened: Promise<{ workspace: Workspace; host: WorkspaceHost }> | null = null;
  #loading: Promise<unknown> = Promise.resolve();
  /** What the tables were made of. */
  #loaded: string | null = null;

  constructor(
    app: Pick<AppState, 'engine' | 'dataset' | 'keepToDataset'>,
    host: () => WorkspaceHost = browserHost,
    embedded: () => NamedSource = embeddedSource,
  ) {
    this.#app = app;
    this.#host = host;
    this.#embedded = embedded;
  }

  /** Whether the data shipped with the app are loaded beside the reader's own. Setting it reloads. */
  get useEmbedded(): boolean {
    return this.#useEmbedded;
  }
  set useEmbedded(use: boolean) {
    void this.setUseEmbedded(use).catch((error: unknown) => console.error(error));
  }
  setUseEmbedded(use: boolean): Promise<void> {
    this.#useEmbedded = use;
    return this.#change('loading', (workspace) => workspace.setUseEmbedded(use));
  }

  /** Opens what is kept. Never rejects: where it cannot be read, `failure` says so and the app goes on without. */
  async open(): Promise<void> {
    try {
      const { workspace, host } = await (this.#opened ??= this.#start());
      await workspace.refresh();
      this.failure = null;
      this.#show(workspace);
      void workspace.sweep().catch((error: unknown) => console.error(error));
      [this.usage, this.persisted] = await Promise.all([host.usage(), host.persisted()]);
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  async #start(): Promise<{ workspace: Workspace; host: WorkspaceHost }> {
    const host = this.#host();
    const { store, lock } = await host.storage();
    const workspace = new Workspace(new Repository(store, lock), {
      compile: (extractions) =>
        this.#withEngine(host, (engine) => compile(engine, extractions, { created: now() })),
      unite: (sources) => this.#withEngine(host, (engine) => uniteExtracts(engine, sources, now())),
    });
    this.kind = store.kind;
    host.listen(() => void this.#follow(workspace).catch((error: unknown) => console.error(error)));
    return { workspace, host };
  }

  /** Another tab changed it: the tables anew where they are other ones by now. */
  async #follow(workspace: Workspace): Promise<void> {
    if (!(await workspace.refresh())) return;
    this.failure = null;
    this.#show(workspace);
    if (workspace.tablesKey() !== this.#loaded) await this.#reload(workspace);
  }

  /**
   * A short work in an engine of its own: what it takes of memory goes with it, and the tables of the app stay.
   * `instead`: the app's own does it where no second one starts.
   */
  async #withEngine<T>(host: WorkspaceHost, job: (engine: Engine) => Promise<T>, instead = true): Promise<T> {
    let engine: Engine;
    try {
      engine = await host.engine();
    } catch (error) {
      if (!instead || !this.#app.engine) throw error;
      return job(this.#app.engine);
    }
    try {
      return await job(engine);
    } finally {
      await engine.close();
    }
  }

  #show(workspace: Workspace): void {
    const { documents, packages, aliases, marks, views, useEmbedded } = workspace.index;
    this.documents = documents.map(({ extraction: _, ...document }) => document);
    this.packages = packages.map(({ files: _, ...opened }) => opened);
    this.aliases = aliases;
    this.marks = marks;
    this.views = views;
    const originals = workspace.originals();
    this.originals = originals.map(({ sha256 }) => sha256);
    this.originalBytes = originals.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#useEmbedded = useEmbedded;
  }

  /** Loads everything into the app's engine; for the start. Throws where nothing at all can be loaded. */
  async load(engine: Engine, onProgress?: (progress: LoadProgress) => void): Promise<void> {
    const workspace = this.failure ? null : ((await this.#opened)?.workspace ?? null);
    const sources = () => [...(this.#useEmbedded ? [this.#embedded()] : []), ...(workspace?.sources() ?? [])];
    const trouble = await troubleOf(() => workspace?.ensureCompiled());
    this.#loaded = workspace?.tablesKey() ?? null;
    let data = await loadData(engine, sources(), onProgress);
    if (workspace && data.failed.some(({ id }) => id === IMPORTED)) {
      // Its files are made from what is kept beside them: once more.
      trouble.push(...(await troubleOf(() => workspace.ensureCompiled(true))));
      data = await loadData(engine, sources(), onProgress);
    }
    this.setAside = [...data.failed, ...trouble];
    this.replaced = data.replaced;
    this.#app.dataset = data.dataset;
  }

  /** Loads again where something changed while the app started; once the app has its engine. */
  async settle(): Promise<void> {
    const workspace = (await this.#opened)?.workspace;
    if (workspace && !this.failure && workspace.tablesKey() !== this.#loaded) await this.#reload(workspace);
  }

  /** After a change: the tables anew, one reload after the other. Before the start there is nothing to reload. */
  #reload(workspace: Workspace): Promise<void> {
    const turn = this.#loading.then(async () => {
      const { engine } = this.#app;
      if (!engine) return;
      await this.load(engine);
      this.#app.keepToDataset();
      this.usage = (await (await this.#opened)?.host.usage()) ?? null;
      this.#show(workspace);
    });
    this.#loading = turn.catch(() => undefined);
    return turn;
  }

  async #change<T>(task: WorkspaceTask, change: (workspace: Workspace) => Promise<T>): Promise<T> {
    const { workspace, host } = await (this.#opened ??= this.#start());
    this.task = task;
    try {
      const { revision } = workspace.index;
      const result = await change(workspace);
      if (workspace.index.revision !== revision) {
        this.failure = null;
        this.#show(workspace);
        host.announce();
        await this.#reload(workspace);
      }
      return result;
    } catch (error) {
      this.#show(workspace);
      throw error;
    } finally {
      this.task = null;
    }
  }

  async #persist(): Promise<void> {
    if (this.persisted) return;
    this.persisted = (await (await this.#opened)?.host.persist()) ?? null;
  }

  /**
   * Keeps documents, compiles them and shows them; what became of each, in their order. `extraction` is as it was
   * read: the decisions are applied here. Without `decisions` those made before for the same file stay.
   */
  async add(items: readonly NewDocument[]): Promise<Added[]> {
    const added = await this.#change('adding', (workspace) => workspace.add(items));
    void this.#persist();
    return added;
  }

  /** The original file by its SHA-256, also of documents in opened packages; null where it is not kept. */
  async file(sha256: string): Promise<Uint8Array | null> {
    const opened = await (this.#opened ??= this.#start());
    return opened.workspace.file(sha256);
  }

  /**
   * Keeps the original file of a document that is loaded from elsewhere (embedded, or of a package), so that its pages
   * can be shown. The data stay as they are.
   */
  async keepOriginal(fileName: string, bytes: Uint8Array): Promise<void> {
    const { workspace, host } = await (this.#opened ??= this.#start());
    await workspace.keepOriginal(fileName, bytes);
    this.#show(workspace);
    host.announce();
    void this.#persist();
  }

  /** What was read from an imported document, decisions applied; null where it was not imported. */
  async extraction(docId: string): Promise<Extraction | null> {
    const opened = await (this.#opened ??= this.#start());
    return opened.workspace.extraction(docId);
  }

  /** Forgets imported documents. */
  remove(...docIds: string[]): Promise<void> {
    return this.#change('removing', (workspace) => workspace.remove(docIds));
  }
  removePackage(id: string): Promise<void> {
    return this.#change('removing', (workspace) => workspace.removePackage(id));
  }

  /** Forgets everything: documents, packages, aliases, also what cannot be read. The embedded data are used again. */
  clear(): Promise<void> {
    return this.#change('removing', (workspace) => workspace.clear());
  }

  /** A change that leaves the tables as they are. */
  async #choose(change: (workspace: Workspace) => Promise<void>): Promise<void> {
    const { workspace, host } = await (this.#opened ??= this.#start());
    await change(workspace);
    this.#show(workspace);
    host.announce();
  }

  /** Keeps under which department a printed name stands; null forgets it. */
  setAlias(printed: string, department: string | null): Promise<void> {
    return this.#choose((workspace) => workspace.setAlias(printed, department));
  }

  /** Keeps the reader's judgement of a finding, with the time of now, in place of the former one. */
  async setMark(mark: Omit<ReviewMark, 'changed'>): Promise<void> {
    await this.#choose((workspace) => workspace.setMark({ ...mark, changed: now() }));
    void this.#persist();
  }
  removeMark(of: Pick<ReviewMark, 'doc_id' | 'finding_id'>): Promise<void> {
    return this.#choose((workspace) => workspace.removeMark(of));
  }

  /** Keeps a state of a page under a name, in place of the one that has it. Throws RangeError for an empty name. */
  async saveView(name: string, fragment: string): Promise<void> {
    const kept = demandName(name);
    await this.#choose((workspace) => workspace.saveView({ name: kept, fragment, changed: now() }));
    void this.#persist();
  }
  renameView(from: string, to: string): Promise<void> {
    const kept = demandName(to);
    return this.#choose((workspace) => workspace.renameView(from, kept));
  }
  removeView(name: string): Promise<void> {
    return this.#choose((workspace) => workspace.removeView(name));
  }

  /** The judgements as the file `reviews.json`. */
  saveMarks(): Uint8Array {
    return reviewsFile(this.marks).bytes;
  }

  /**
   * Takes over the judgements of a `reviews.json` or of a saved package; of two of one finding the later stays. Gives
   * how many the file has. Throws DamagedFile, NotAnExtract.
   */
  async openMarks(file: PackageFile): Promise<number> {
    const marks = readMarks(file);
    await this.#choose((workspace) => workspace.addMarks(marks));
    return marks.length;
  }

  /**
   * Opens a data package: the files of a folder, one zip, one Parquet of facts, or the URL of a manifest on the app's
   * own origin. It is checked, kept, and shown. Throws ForeignOrigin for other origins.
   */
  async openPackage(given: readonly PackageFile[] | string): Promise<OpenedPackage> {
    const opened = await this.#change('opening', async (workspace) => {
      const files = typeof given === 'string' ? await fetchPackage(given) : given;
      const { host } = await this.#opened!;
      const prepared = await this.#withEngine(host, (engine) => preparePackage(engine, files), false);
      return workspace.addPackage(prepared);
    });
    void this.#persist();
    return opened;
  }

  /**
   * The reader's documents and packages, without the embedded data, as one data package in a zip; `originals`: with the
   * files that were imported. Elsewhere it opens with the same figures.
   */
  async saveZip({ originals = false }: { originals?: boolean } = {}): Promise<Uint8Array> {
    const { workspace, host } = await (this.#opened ??= this.#start());
    this.task = 'saving';
    try {
      const sources = workspace.sources().filter(({ id }) => !this.setAside.some((one) => one.id === id));
      const tables = await this.#withEngine(host, (engine) => uniteExtracts(engine, sources, now()));
      return await zip(zippedFiles(workspace, tables, originals));
    } finally {
      this.task = null;
    }
  }
}

function demandName(given: string): string {
  const name = viewName(given);
  if (name === '') throw new RangeError('a view without a name');
  return name;
}

/** The imported documents could not be compiled anew: what is there of them is loaded all the same. */
async function troubleOf(work: () => Promise<void> | undefined): Promise<SetAside[]> {
  try {
    await work();
    return [];
  } catch (error) {
    return [{ id: IMPORTED, error: error instanceof Error ? error : new Error(String(error)) }];
  }
}

export { EMBEDDED, IMPORTED };
