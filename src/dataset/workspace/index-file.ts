import type { ReviewMark } from './marks';
import type { Alias, OpenedPackage, StoredDocument } from './types';
import type { SavedView } from './views';

export const INDEX_PATH = 'index.json';
const FORMAT = 'juesuan-workspace/1';

/** A kept file: its name in a package, and where its bytes are (by content). */
export interface KeptFile {
  path: string;
  sha256: string;
  bytes: number;
}

export interface DocumentEntry extends StoredDocument {
  /** The content address of what was read from it (see extraction-json.ts). */
  extraction: string;
}

export interface PackageEntry extends OpenedPackage {
  files: KeptFile[];
}

/** The documents' own package, compiled so that the next start is quick. */
export interface Compiled {
  /** The version that compiled it; another one compiles anew. */
  version: string;
  /** Of what each document in it was compiled, by id: another key, and it is compiled again. */
  parts: Record<string, string>;
  files: KeptFile[];
}

/** All that a workspace is; every file that it names is kept by content. Written last, so that it is never ahead. */
export interface WorkspaceIndex {
  revision: number;
  useEmbedded: boolean;
  documents: DocumentEntry[];
  packages: PackageEntry[];
  aliases: Alias[];
  /** Original files of documents that were not imported here (embedded, or of a package): for showing their pages. */
  originals: KeptFile[];
  /** The reader's judgements of findings, also of documents that were not imported here. */
  marks: ReviewMark[];
  /** States of pages under names. */
  views: SavedView[];
  compiled: Compiled | null;
}

export const EMPTY_INDEX: WorkspaceIndex = {
  revision: 0,
  useEmbedded: true,
  documents: [],
  packages: [],
  aliases: [],
  originals: [],
  marks: [],
  views: [],
  compiled: null,
};

/** What is kept cannot be understood: written by a later version, or damaged. It is left as it is. */
export class WorkspaceUnreadable extends Error {
  override readonly name = 'WorkspaceUnreadable';
  constructor(detail: string, options?: ErrorOptions) {
    super(`工作区无法读取：${detail}`, options);
  }
}

export function indexBytes(index: WorkspaceIndex): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ format: FORMAT, ...index })}\n`);
}

/** Null or nothing: a new workspace. Throws WorkspaceUnreadable. */
export function parseIndex(bytes: Uint8Array | null): WorkspaceIndex {
  if (!bytes || bytes.length === 0) return EMPTY_INDEX;
  let value: Partial<WorkspaceIndex> & { format?: unknown };
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as typeof value;
  } catch (cause) {
    throw new WorkspaceUnreadable('index.json is no JSON', { cause });
  }
  const { format, ...index } = value;
  if (format !== FORMAT) throw new WorkspaceUnreadable(`format ${JSON.stringify(format ?? null)}`);
  const whole =
    Number.isSafeInteger(index.revision) &&
    typeof index.useEmbedded === 'boolean' &&
    [index.documents, index.packages, index.aliases].every(Array.isArray);
  if (!whole) throw new WorkspaceUnreadable('index.json is incomplete');
  return { ...EMPTY_INDEX, ...index };
}

/** The content addresses that an index names. */
export function referenced(index: WorkspaceIndex): Set<string> {
  const files = [...index.packages, ...(index.compiled ? [index.compiled] : [])].flatMap(
    (each) => each.files,
  );
  return new Set([
    ...index.documents.flatMap(({ sha256, extraction }) => [sha256, extraction]),
    ...index.originals.map(({ sha256 }) => sha256),
    ...files.map(({ sha256 }) => sha256),
  ]);
}
