import type { Extraction } from '../../domain/facts';
import { DamagedFile, TooManyPackages } from '../errors';
import type { NamedSource } from '../load';
import { MOST_PACKAGES } from '../unite';
import type { ExtractFile } from '../write';
import { COMPILER, type Compilation } from './compile';
import { compileDocuments, type CompiledDocuments, type Compiler } from './compile-documents';
import { applyDecisions } from './decisions';
import { decodeExtraction, encodeExtraction } from './extraction-json';
import { hashOf } from './hash';
import {
  EMPTY_INDEX,
  type Compiled,
  type DocumentEntry,
  type KeptFile,
  referenced,
  type WorkspaceIndex,
} from './index-file';
import { mergeMarks, withMark, withoutMark, type ReviewMark } from './marks';
import { now } from './now';
import { ORIGINALS } from './open-package';
import type { PreparedPackage } from './prepared';
import type { Change, Repository } from './repository';
import type { Added, Alias, Decisions, NewDocument, OpenedPackage } from './types';
import { mergeViews, renamedView, withoutView, withView, type SavedView } from './views';

/** The id of the source that is made of the imported documents. */
export const IMPORTED = 'imported';

/** Beside the embedded data and the imported documents. */
const MOST_OPENED = MOST_PACKAGES - 2;

type Draft = { index: WorkspaceIndex; blobs: Map<string, Uint8Array> };

const sameDecisions = (a: Decisions, b: Decisions) =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (key) => a[key as keyof Decisions] === b[key as keyof Decisions],
  );

/**
 * The reader's documents, opened packages and choices over a repository. Every call that changes something reads what
 * is kept now, so that two tabs do not undo each other; `index` is what this tab last saw.
 */
export class Workspace {
  readonly #repository: Repository;
  readonly #compiler: Compiler;
  index: WorkspaceIndex = EMPTY_INDEX;

  constructor(repository: Repository, compiler: Compiler) {
    this.#repository = repository;
    this.#compiler = compiler;
  }

  get kind(): Repository['kind'] {
    return this.#repository.kind;
  }

  /** Reads what is kept; true where that is not what this tab last saw. Throws WorkspaceUnreadable. */
  async refresh(): Promise<boolean> {
    const { revision } = this.index;
    this.index = await this.#repository.index();
    return this.index.revision !== revision;
  }

  /** Removes what a killed tab left behind. */
  sweep(): Promise<number> {
    return this.#repository.sweep();
  }

  /**
   * Keeps documents and compiles the package of all. The same file with the same reading and decisions changes
   * nothing; the same file otherwise, or another one of the same document, takes the place of the old one. Where an
   * item says nothing of decisions, those made before for the same file stay.
   * Throws Unwritable where a new document does not fit the contract, UnitNotExact, StorageFull: nothing is kept then.
   */
  async add(items: readonly NewDocument[]): Promise<Added[]> {
    const read = await Promise.all(
      items.map(async (item) => ({ ...item, sha256: await hashOf(item.bytes) })),
    );
    return this.#change(async (index) => {
      const draft: Draft = { index, blobs: new Map() };
      const results: Added[] = [];
      for (const item of read) results.push(await this.#addOne(draft, item));
      if (results.every(({ result }) => result === 'unchanged')) return { result: results };
      const added = new Set(results.map(({ doc_id }) => doc_id));
      const failed = await this.#compileInto(draft);
      const first = failed.find(({ doc_id }) => added.has(doc_id));
      if (first) throw first.error;
      return { ...draft, result: results };
    });
  }

  async #addOne(draft: Draft, item: NewDocument & { sha256: string }): Promise<Added> {
    const { sha256, bytes } = item;
    const known = draft.index.documents.find((document) => document.sha256 === sha256);
    const decisions = item.decisions ?? known?.decisions ?? {};
    // Under another name the same file is still the same.
    const file_name = known?.file_name ?? item.fileName;
    const document = { ...item.extraction.document, file_name, sha256 };
    const read: Extraction = { ...item.extraction, document };
    const { doc_id } = applyDecisions(read, decisions).document;
    const json = encodeExtraction(read);
    const extraction = await hashOf(json);
    if (
      known?.doc_id === doc_id &&
      known.extraction === extraction &&
      sameDecisions(known.decisions, decisions)
    ) {
      return { doc_id, result: 'unchanged' };
    }
    const others = draft.index.documents.filter((other) => other !== known && other.doc_id !== doc_id);
    const entry: DocumentEntry = {
      doc_id,
      file_name,
      sha256,
      bytes: bytes.length,
      added: now(),
      decisions: { ...decisions },
      extraction,
    };
    const result = others.length === draft.index.documents.length ? 'added' : 'replaced';
    draft.index = { ...draft.index, documents: [...others, entry] };
    draft.blobs.set(sha256, bytes).set(extraction, json);
    return { doc_id, result };
  }

  /** Compiles the draft's documents anew where they changed; gives those that could not be compiled. */
  async #compileInto(draft: Draft): Promise<Compilation['failed']> {
    const { documents, compiled } = draft.index;
    if (documents.length === 0) {
      draft.index = { ...draft.index, compiled: null };
      return [];
    }
    const make = (from: Compiled | null) =>
      compileDocuments(this.#compiler, {
        documents,
        compiled: from,
        source: from && this.#source(IMPORTED, from.files),
        read: (entry) => this.#extraction(entry, draft.blobs),
      });
    let made: CompiledDocuments;
    try {
      made = await make(compiled);
    } catch (thrown) {
      if (!(thrown instanceof DamagedFile) || !compiled) throw thrown;
      // The last package is not whole any more: from what was read, then.
      made = await make(null);
    }
    const files = await keep(made.files, draft.blobs);
    draft.index = { ...draft.index, compiled: { version: COMPILER, parts: made.parts, files } };
    return made.failed;
  }

  async #extraction(
    entry: DocumentEntry,
    fresh?: ReadonlyMap<string, Uint8Array>,
  ): Promise<Extraction | null> {
    const json = fresh?.get(entry.extraction) ?? (await this.#repository.blob(entry.extraction));
    return json && applyDecisions(decodeExtraction(json), entry.decisions);
  }

  /** Compiles where what is kept was compiled by another version; `anew` in any case. */
  async ensureCompiled(anew = false): Promise<void> {
    const { documents, compiled } = this.index;
    if (!anew && (documents.length === 0 || compiled?.version === COMPILER)) return;
    await this.#change(async (index) => {
      const draft: Draft = { index: { ...index, compiled: null }, blobs: new Map() };
      await this.#compileInto(draft);
      return { ...draft, result: null };
    });
  }

  /** The original file, or any other of the workspace, by its content. */
  file(sha256: string): Promise<Uint8Array | null> {
    return this.#repository.blob(sha256);
  }

  /** What was read from an imported document, decisions applied. */
  async extraction(docId: string): Promise<Extraction | null> {
    const entry = this.index.documents.find(({ doc_id }) => doc_id === docId);
    return entry ? this.#extraction(entry) : null;
  }

  async remove(docIds: readonly string[]): Promise<void> {
    await this.#change(async (index) => {
      const documents = index.documents.filter(({ doc_id }) => !docIds.includes(doc_id));
      if (documents.length === index.documents.length) return null;
      const draft: Draft = { index: { ...index, documents }, blobs: new Map() };
      await this.#compileInto(draft);
      return { ...draft, result: null };
    });
  }

  /** Keeps a package that was read and found good; one with the same tables is not kept twice. */
  async addPackage(prepared: PreparedPackage): Promise<OpenedPackage> {
    return this.#change(async (index) => {
      const known = index.packages.find(({ id }) => id === prepared.id);
      const beside = {
        marks: mergeMarks(index.marks, prepared.marks),
        views: mergeViews(index.views, prepared.views),
      };
      const more = prepared.marks.length + prepared.views.length > 0;
      if (known && !more) return { result: known };
      if (known) return { index: { ...index, ...beside }, blobs: new Map(), result: known };
      if (index.packages.length >= MOST_OPENED) throw new TooManyPackages(MOST_OPENED);
      const blobs = new Map<string, Uint8Array>();
      const files = await keep(prepared.files, blobs);
      const { files: _, marks: __, views: ___, ...described } = prepared;
      const entry = {
        ...described,
        added: now(),
        bytes: files.reduce((sum, file) => sum + file.bytes, 0),
        files,
      };
      // Saved for its judgements and views alone: there is no table to keep.
      if (more && entry.documents === 0) {
        return { index: { ...index, ...beside }, blobs: new Map(), result: entry };
      }
      const packages = [...index.packages, entry];
      return { index: { ...index, ...beside, packages }, blobs, result: entry };
    });
  }

  async removePackage(packageId: string): Promise<void> {
    await this.#replace((index) => ({
      ...index,
      packages: index.packages.filter(({ id }) => id !== packageId),
    }));
  }

  async setUseEmbedded(useEmbedded: boolean): Promise<void> {
    await this.#replace((index) => ({ ...index, useEmbedded }));
  }

  /** Null forgets the alias. */
  async setAlias(printed: string, department: string | null): Promise<void> {
    await this.#replace((index) => {
      const others: Alias[] = index.aliases.filter((alias) => alias.printed !== printed);
      return { ...index, aliases: department === null ? others : [...others, { printed, department }] };
    });
  }

  /** Keeps a judgement of a finding in place of the former one. */
  async setMark(mark: ReviewMark): Promise<void> {
    await this.#replace((index) => ({ ...index, marks: withMark(index.marks, mark) }));
  }

  async removeMark(of: Pick<ReviewMark, 'doc_id' | 'finding_id'>): Promise<void> {
    await this.#replace((index) => ({ ...index, marks: withoutMark(index.marks, of) }));
  }

  /** Takes over judgements made elsewhere; of two of one finding the later stays. */
  async addMarks(marks: readonly ReviewMark[]): Promise<void> {
    await this.#replace((index) => ({ ...index, marks: mergeMarks(index.marks, marks) }));
  }

  /** Keeps a state of a page in place of the one of its name. */
  async saveView(view: SavedView): Promise<void> {
    await this.#replace((index) => ({ ...index, views: withView(index.views, view) }));
  }
  async renameView(from: string, to: string): Promise<void> {
    await this.#replace((index) => ({ ...index, views: renamedView(index.views, from, to) }));
  }
  async removeView(name: string): Promise<void> {
    await this.#replace((index) => ({ ...index, views: withoutView(index.views, name) }));
  }

  async clear(): Promise<void> {
    this.index = await this.#repository.clear(EMPTY_INDEX);
  }

  /** Equal as long as the tables come from the same. */
  tablesKey(): string {
    const { packages, compiled, useEmbedded } = this.index;
    const own = compiled?.files.map(({ sha256 }) => sha256) ?? [];
    return JSON.stringify([useEmbedded, packages.map(({ id }) => id), own]);
  }

  /** Where the tables come from, the later before the earlier: opened packages, then the imported documents. */
  sources(): NamedSource[] {
    const { packages, compiled } = this.index;
    const opened = packages.map(({ id, files }) => this.#source(id, files));
    return compiled && compiled.files.length > 0
      ? [...opened, this.#source(IMPORTED, compiled.files)]
      : opened;
  }

  #source(id: string, files: readonly KeptFile[]): NamedSource {
    return {
      id,
      fetchBytes: async (path) => {
        const file = files.find((candidate) => candidate.path === path);
        const bytes = file && (await this.#repository.blob(file.sha256));
        if (!bytes) throw new Error(`not kept: ${path}`);
        return bytes;
      },
    };
  }

  /**
   * Keeps the original file of a document that is loaded from elsewhere, so that its pages can be shown. One that is
   * kept already changes nothing. Throws StorageFull.
   */
  async keepOriginal(fileName: string, bytes: Uint8Array): Promise<void> {
    const sha256 = await hashOf(bytes);
    await this.#change((index) => {
      if (referenced(index).has(sha256)) return Promise.resolve(null);
      const originals = [...index.originals, { path: fileName, sha256, bytes: bytes.length }];
      return Promise.resolve({
        index: { ...index, originals },
        blobs: new Map([[sha256, bytes]]),
        result: null,
      });
    });
  }

  /** The kept originals (bytes by SHA-256), of documents and of opened packages. */
  originals(): KeptFile[] {
    const { documents, packages, originals } = this.index;
    const own = documents.map(({ file_name, sha256, bytes }) => ({ path: file_name, sha256, bytes }));
    const opened = packages.flatMap(({ files }) => files.filter(({ path }) => path.startsWith(ORIGINALS)));
    return [...own, ...originals, ...opened.map((file) => ({ ...file, path: file.path.split('/').at(-1)! }))];
  }

  async #replace(next: (index: WorkspaceIndex) => WorkspaceIndex): Promise<void> {
    await this.#change((index) => Promise.resolve({ index: next(index), blobs: new Map(), result: null }));
  }

  async #change<T>(
    change: (index: WorkspaceIndex) => Promise<(Draft & { result: T }) | { result: T } | null>,
  ): Promise<T> {
    let result: T | undefined;
    const { index } = await this.#repository.change<T>(async (before): Promise<Change<T> | null> => {
      const wanted = await change(before);
      result = wanted?.result;
      return wanted && 'index' in wanted ? wanted : null;
    });
    this.index = index;
    return result as T;
  }
}

/** Files → what the index says of them; their bytes go to `blobs`. */
async function keep(files: readonly ExtractFile[], blobs: Map<string, Uint8Array>): Promise<KeptFile[]> {
  return Promise.all(
    files.map(async ({ path, bytes }) => {
      const sha256 = await hashOf(bytes);
      blobs.set(sha256, bytes);
      return { path, sha256, bytes: bytes.length };
    }),
  );
}
