import { equalBytes, type FileEntry, type FileStore } from './file-store';

/** Files for as long as the page is open: for tests, and where the browser keeps nothing. */
export class MemoryStore implements FileStore {
  readonly kind = 'memory';
  readonly #files = new Map<string, { bytes: Uint8Array; modified: number }>();

  read(path: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.#files.get(path)?.bytes.slice() ?? null);
  }
  write(path: string, bytes: Uint8Array): Promise<void> {
    this.#files.set(path, { bytes: bytes.slice(), modified: Date.now() });
    return Promise.resolve();
  }
  async exchange(path: string, expected: Uint8Array | null, bytes: Uint8Array): Promise<boolean> {
    if (!equalBytes(this.#files.get(path)?.bytes ?? null, expected)) return false;
    await this.write(path, bytes);
    return true;
  }
  remove(path: string): Promise<void> {
    this.#files.delete(path);
    return Promise.resolve();
  }
  list(): Promise<FileEntry[]> {
    return Promise.resolve(
      [...this.#files].map(([path, { bytes, modified }]) => ({ path, bytes: bytes.length, modified })),
    );
  }
}
