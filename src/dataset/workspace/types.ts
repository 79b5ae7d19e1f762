import type { Extraction, Kind, Scope } from '../../domain/facts';
import type { Unit } from '../../domain/money';

/** What the reader corrected in the review of a document; absent: as it was read. */
export interface Decisions {
  department?: string;
  region?: string;
  fiscal_year?: number;
  kind?: Kind;
  scope?: Scope;
  /** Of the forms: their amounts are read anew in it. */
  unit?: Unit;
}

/** A document that the reader imported. */
export interface StoredDocument {
  /** Of the document with its decisions applied. */
  doc_id: string;
  file_name: string;
  /** Of the original file, hexadecimal. */
  sha256: string;
  /** Length of the original file. */
  bytes: number;
  /** ISO 8601. */
  added: string;
  decisions: Decisions;
}

/** What is handed over for keeping: `extraction` as it was read, without the decisions. */
export interface NewDocument {
  extraction: Extraction;
  fileName: string;
  bytes: Uint8Array;
  decisions?: Decisions;
}

export type AddResult = 'added' | 'unchanged' | 'replaced';

/** What became of a document that was handed over. */
export interface Added {
  doc_id: string;
  result: AddResult;
}

/** A department's name as a document prints it, and the one under which the reader wants to see it. */
export interface Alias {
  printed: string;
  department: string;
}

/** A file of a package that is about to be opened; `path` as in the folder or zip, with `/`. */
export interface PackageFile {
  path: string;
  bytes: Uint8Array;
}

/** A data package (extract) that the reader opened. */
export interface OpenedPackage {
  id: string;
  title: string;
  /** ISO 8601. */
  added: string;
  documents: number;
  facts: number;
  /** Of all its files. */
  bytes: number;
  synthetic: boolean;
}
