import { equalBytes, storageError, type FileEntry, type FileStore } from './file-store';

const BYTES = 'bytes';
/** Beside the bytes, so that a list does not read them. */
const ENTRIES = 'entries';

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(storageError(request.error));
  });
}

/** Files in an IndexedDB database; what one call does is one transaction. */
export class IndexedDbStore implements FileStore {
  readonly kind = 'indexeddb';
  readonly #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  /** Rejects where the browser has no database to give. */
  static async open(factory: IDBFactory, name: string): Promise<IndexedDbStore> {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(BYTES);
      request.result.createObjectStore(ENTRIES, { keyPath: 'path' });
    };
    return new IndexedDbStore(await done(request));
  }

  /** Runs `job` in one transaction; resolves once it is on the disk. */
  async #transaction<T>(
    mode: IDBTransactionMode,
    job: (bytes: IDBObjectStore, entries: IDBObjectStore) => Promise<T>,
  ): Promise<T> {
    const transaction = this.#database.transaction([BYTES, ENTRIES], mode, { durability: 'strict' });
    const finished = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(storageError(transaction.error));
      transaction.onerror = () => reject(storageError(transaction.error));
    });
    const [result] = await Promise.all([
      job(transaction.objectStore(BYTES), transaction.objectStore(ENTRIES)),
      finished,
    ]);
    return result;
  }

  async #put(
    bytes: IDBObjectStore,
    entries: IDBObjectStore,
    path: string,
    content: Uint8Array,
  ): Promise<void> {
    const entry: FileEntry = { path, bytes: content.length, modified: Date.now() };
    // A copy: a view would be stored with the whole buffer that it is a part of.
    await Promise.all([done(bytes.put(content.slice(), path)), done(entries.put(entry))]);
  }

  async read(path: string): Promise<Uint8Array | null> {
    return this.#transaction('readonly', async (bytes) => {
      return ((await done(bytes.get(path))) as Uint8Array | undefined) ?? null;
    });
  }

  async write(path: string, content: Uint8Array): Promise<void> {
    await this.#transaction('readwrite', (bytes, entries) => this.#put(bytes, entries, path, content));
  }

  async exchange(path: string, expected: Uint8Array | null, content: Uint8Array): Promise<boolean> {
    return this.#transaction('readwrite', async (bytes, entries) => {
      const found = ((await done(bytes.get(path))) as Uint8Array | undefined) ?? null;
      if (!equalBytes(found, expected)) return false;
      await this.#put(bytes, entries, path, content);
      return true;
    });
  }

  async remove(path: string): Promise<void> {
    await this.#transaction('readwrite', async (bytes, entries) => {
      await Promise.all([done(bytes.delete(path)), done(entries.delete(path))]);
    });
  }

  async list(): Promise<FileEntry[]> {
    return this.#transaction('readonly', (_, entries) => done(entries.getAll() as IDBRequest<FileEntry[]>));
  }

  close(): void {
    this.#database.close();
  }
}
