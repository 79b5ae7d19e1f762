import {
  applyDecisions,
  now,
  type AddResult,
  type Alias,
  type NewDocument,
  type OpenedPackage,
  type PackageFile,
  type StoredDocument,
} from '../dataset';
import { sha256Hex } from '../dataset/sha256';
import type { Extraction } from '../domain/facts';

interface Kept {
  extraction: Extraction;
  bytes: Uint8Array;
}

/** The reader's own data: documents imported and packages opened, kept in this browser. */
export class WorkspaceState {
  documents = $state.raw<readonly StoredDocument[]>([]);
  packages = $state.raw<readonly OpenedPackage[]>([]);
  aliases = $state.raw<readonly Alias[]>([]);
  #useEmbedded = $state(true);
  #kept: Readonly<Record<string, Kept>> = {};

  /** Whether the data shipped with the app are loaded beside the reader's own. */
  get useEmbedded(): boolean {
    return this.#useEmbedded;
  }
  set useEmbedded(use: boolean) {
    this.#useEmbedded = use;
  }

  /** Keeps documents; the result says what became of each, in their order. */
  add(items: readonly NewDocument[]): Promise<{ doc_id: string; result: AddResult }[]> {
    return Promise.resolve(items.map((item) => this.#addOne(item)));
  }

  #addOne({ extraction, fileName, bytes, decisions = {} }: NewDocument): {
    doc_id: string;
    result: AddResult;
  } {
    const sha256 = sha256Hex(bytes);
    const { doc_id } = applyDecisions(extraction, decisions).document;
    const same = this.documents.find((document) => document.doc_id === doc_id);
    if (same?.sha256 === sha256) return { doc_id, result: 'unchanged' };
    this.#kept = { ...this.#kept, [doc_id]: { extraction, bytes } };
    const stored: StoredDocument = {
      doc_id,
      file_name: fileName,
      sha256,
      bytes: bytes.length,
      added: now(),
      decisions,
    };
    this.documents = [...this.documents.filter((document) => document !== same), stored];
    return { doc_id, result: same ? 'replaced' : 'added' };
  }

  /** The original file, or null where it is not kept. */
  file(sha256: string): Promise<Uint8Array | null> {
    const document = this.documents.find((candidate) => candidate.sha256 === sha256);
    return Promise.resolve((document && this.#kept[document.doc_id]?.bytes) ?? null);
  }

  /** What was read from an imported document, decisions applied; null where it was not imported. */
  extraction(docId: string): Promise<Extraction | null> {
    const document = this.documents.find((candidate) => candidate.doc_id === docId);
    const kept = this.#kept[docId];
    return Promise.resolve(document && kept ? applyDecisions(kept.extraction, document.decisions) : null);
  }

  remove(docId: string): Promise<void> {
    this.documents = this.documents.filter((document) => document.doc_id !== docId);
    return Promise.resolve();
  }

  /** Forgets everything: documents, packages, aliases. */
  clear(): Promise<void> {
    this.documents = [];
    this.packages = [];
    this.aliases = [];
    this.#kept = {};
    return Promise.resolve();
  }

  /** Keeps under which department a printed name stands; null forgets it. */
  setAlias(printed: string, department: string | null): Promise<void> {
    const others = this.aliases.filter((alias) => alias.printed !== printed);
    this.aliases = department === null ? others : [...others, { printed, department }];
    return Promise.resolve();
  }

  /** Opens a data package: the files of a folder, one zip, one Parquet of facts, or a manifest's URL (same origin). */
  openPackage(_files: readonly PackageFile[] | string): Promise<OpenedPackage> {
    return Promise.reject(new Error('not yet'));
  }

  /** Everything of the reader's as one data package in a zip. */
  saveZip(_options: { originals?: boolean } = {}): Promise<Uint8Array> {
    return Promise.reject(new Error('not yet'));
  }
}
