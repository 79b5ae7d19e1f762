import { equalBytes, type FileStore } from './file-store';
import { hashOf } from './hash';
import { INDEX_PATH, indexBytes, parseIndex, referenced, type WorkspaceIndex } from './index-file';

/** Runs one job at a time. `amongTabs`: also among all tabs of the browser. */
export interface Lock {
  readonly amongTabs: boolean;
  exclusive<T>(job: () => Promise<T>): Promise<T>;
}

/** One after the other, within this page. */
export function pageLock(): Lock {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    amongTabs: false,
    exclusive(job) {
      const turn = tail.then(job);
      tail = turn.catch(() => undefined);
      return turn;
    },
  };
}

const BLOBS = 'blobs/';
const blobPath = (sha256: string) => BLOBS + sha256;
/** Without a lock among tabs, what nothing refers to may be of an addition under way in another one. */
const UNDER_WAY = 24 * 3600 * 1000;
const TRIES = 10;

/** What a change makes of the index, with the files that the new one names and the old one did not. */
export interface Change<T> {
  index: WorkspaceIndex;
  blobs: ReadonlyMap<string, Uint8Array>;
  result: T;
}

/**
 * The kept files behind an index. Files are named by their content and written before the index that names them, which
 * is exchanged as a whole: whoever is killed leaves the old workspace or the new one, and some files that nothing
 * names, which go with the next sweep.
 */
export class Repository {
  readonly #store: FileStore;
  readonly #lock: Lock;

  constructor(store: FileStore, lock: Lock) {
    this.#store = store;
    this.#lock = lock;
  }

  get kind(): FileStore['kind'] {
    return this.#store.kind;
  }

  /** Throws WorkspaceUnreadable. */
  async index(): Promise<WorkspaceIndex> {
    return parseIndex(await this.#store.read(INDEX_PATH));
  }

  /** A file by its content; null where it is not kept, or is no longer what it was. */
  async blob(sha256: string): Promise<Uint8Array | null> {
    const bytes = await this.#store.read(blobPath(sha256));
    return bytes && (await hashOf(bytes)) === sha256 ? bytes : null;
  }

  /**
   * Changes the workspace, alone among all tabs. `change` gets what is kept now, and null from it changes nothing; it
   * may be asked again where another tab was quicker. Throws what `change` throws, and StorageFull; nothing is changed then.
   */
  async change<T>(
    change: (index: WorkspaceIndex) => Promise<Change<T> | null>,
  ): Promise<{ index: WorkspaceIndex; result: T | null }> {
    return this.#lock.exclusive(async () => {
      for (let attempt = 1; ; attempt++) {
        const before = await this.#store.read(INDEX_PATH);
        const index = parseIndex(before);
        const wanted = await change(index);
        if (!wanted) return { index, result: null };
        const next = { ...wanted.index, revision: index.revision + 1 };
        const written = await this.#writeBlobs(wanted.blobs);
        try {
          if (await this.#store.exchange(INDEX_PATH, before, indexBytes(next))) {
            await this.#removeAll(referenced(index), referenced(next));
            return { index: next, result: wanted.result };
          }
          if (attempt === TRIES) throw new Error('the workspace changes faster than it can be written');
        } catch (thrown) {
          await this.#removeAll(written, referenced(await this.index()));
          throw thrown;
        }
      }
    });
  }

  /** Forgets everything, also what cannot be understood. */
  async clear(empty: WorkspaceIndex): Promise<WorkspaceIndex> {
    return this.#lock.exclusive(async () => {
      const before = await this.#store.read(INDEX_PATH);
      let revision = 0;
      try {
        revision = parseIndex(before).revision;
      } catch {
        // What was there is to go in any case.
      }
      const next = { ...empty, revision: revision + 1 };
      await this.#store.write(INDEX_PATH, indexBytes(next));
      for (const { path } of await this.#store.list()) {
        if (path.startsWith(BLOBS)) await this.#store.remove(path);
      }
      return next;
    });
  }

  /** Removes what no index names: left by a killed tab. Gives the number of files. Throws WorkspaceUnreadable. */
  async sweep(now = Date.now()): Promise<number> {
    return this.#lock.exclusive(async () => {
      const named = referenced(await this.index());
      const orphans = (await this.#store.list()).filter(
        ({ path, modified }) =>
          path.startsWith(BLOBS) &&
          !named.has(path.slice(BLOBS.length)) &&
          (this.#lock.amongTabs || now - modified > UNDER_WAY),
      );
      for (const { path } of orphans) await this.#store.remove(path);
      return orphans.length;
    });
  }

  /** Writes what is not there yet, whole; gives what it wrote. On failure nothing of it stays. */
  async #writeBlobs(blobs: ReadonlyMap<string, Uint8Array>): Promise<Set<string>> {
    const written = new Set<string>();
    try {
      for (const [sha256, bytes] of blobs) {
        const path = blobPath(sha256);
        // Compared, not trusted by its name: a damaged file has to be mended.
        if (equalBytes(await this.#store.read(path), bytes)) continue;
        written.add(sha256);
        await this.#store.write(path, bytes);
      }
    } catch (thrown) {
      await this.#removeAll(written, referenced(await this.index()));
      throw thrown;
    }
    return written;
  }

  async #removeAll(candidates: ReadonlySet<string>, except: ReadonlySet<string>): Promise<void> {
    for (const sha256 of candidates) {
      if (!except.has(sha256)) await this.#store.remove(blobPath(sha256));
    }
  }
}
