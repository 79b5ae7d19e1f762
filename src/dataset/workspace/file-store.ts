/** A kept file, without its bytes. */
export interface FileEntry {
  path: string;
  bytes: number;
  /** Milliseconds since 1970. */
  modified: number;
}

/**
 * A place in which files are kept by path (`/` between folders). A file is replaced as a whole or not at all: who is
 * killed in between leaves the old one. Throws StorageFull where there is no room.
 */
export interface FileStore {
  readonly kind: 'opfs' | 'indexeddb' | 'memory';
  /** Null where there is no such file. */
  read(path: string): Promise<Uint8Array | null>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Writes where the file still has the bytes `expected` (null: does not exist); false where it has others. Nobody
   * comes in between.
   */
  exchange(path: string, expected: Uint8Array | null, bytes: Uint8Array): Promise<boolean>;
  /** No error where there is none. */
  remove(path: string): Promise<void>;
  list(): Promise<FileEntry[]>;
}

/** The browser gives no more room. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';
  constructor(options?: ErrorOptions) {
    super('浏览器给本工具的存储空间已满', options);
  }
}

/** Names of the exception that browsers throw where there is no room left; Firefox has its own. */
const FULL = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED', 'NS_ERROR_FILE_NO_DEVICE_SPACE']);

/** What a browser threw, as StorageFull where it means that. */
export function storageError(thrown: unknown): Error {
  if (thrown instanceof Error || (typeof DOMException === 'function' && thrown instanceof DOMException)) {
    return FULL.has(thrown.name) ? new StorageFull({ cause: thrown }) : thrown;
  }
  return new Error(String(thrown));
}

export function equalBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
