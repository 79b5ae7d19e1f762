import { IndexedDbStore, MemoryStore, OpfsStore, pageLock, type FileStore, type Lock } from '../dataset';
import { createBrowserEngine } from '../engine/browser';
import type { Engine } from '../engine/types';

const NAME = 'juesuan-lens';
const LOCK = `${NAME}/workspace`;

/** How much of the browser's room is taken, in bytes, by this origin. */
export interface Usage {
  used: number;
  quota: number;
}

/** What the workspace needs of the browser, so that it can be tested without one. */
export interface WorkspaceHost {
  storage(): Promise<{ store: FileStore; lock: Lock }>;
  /** An engine of its own for a short work; its memory goes with it. */
  engine(): Promise<Engine>;
  /** Tells other tabs that the workspace changed, and hears it from them. Returns the end of the subscription. */
  listen(onchange: () => void): () => void;
  announce(): void;
  /** Whether the browser promised not to clear what is kept when it runs short; null where it does not say. */
  persisted(): Promise<boolean | null>;
  /** Asks for that promise. */
  persist(): Promise<boolean | null>;
  usage(): Promise<Usage | null>;
}

/** Web Locks are let go when a tab is killed. */
function webLock(locks: LockManager): Lock {
  return {
    amongTabs: true,
    exclusive: (job) => locks.request(LOCK, job) as ReturnType<typeof job>,
  };
}

async function openStore(): Promise<FileStore> {
  // What was kept in a database stays there, also when the browser has learnt better since.
  const known = await indexedDB.databases?.().catch(() => []);
  if (!known?.some(({ name }) => name === NAME)) {
    try {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle(NAME, { create: true });
      const writable = 'createWritable' in FileSystemFileHandle.prototype;
      if (writable && 'locks' in navigator) return new OpfsStore(folder);
    } catch {
      // Private windows and plain http have no such folder: the database does it.
    }
  }
  return IndexedDbStore.open(indexedDB, NAME);
}

/** Some browsers have no such question, others refuse it: that is no answer. */
async function asked(question: (() => Promise<boolean>) | undefined): Promise<boolean | null> {
  try {
    return (await question?.()) ?? null;
  } catch {
    return null;
  }
}

/** The browser's own storage: a private folder, else a database, else nothing but this page. */
export function browserHost(): WorkspaceHost {
  // Absent on plain http.
  const locks = navigator.locks as LockManager | undefined;
  const storage = navigator.storage as StorageManager | undefined;
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(LOCK) : null;
  return {
    async storage() {
      const lock = locks ? webLock(locks) : pageLock();
      try {
        return { store: await openStore(), lock };
      } catch {
        // The reader is told by the kind of the store that nothing outlives this page.
        return { store: new MemoryStore(), lock };
      }
    },
    engine: () => createBrowserEngine(),
    listen(onchange) {
      const seen = () => {
        if (document.visibilityState === 'visible') onchange();
      };
      channel?.addEventListener('message', onchange);
      document.addEventListener('visibilitychange', seen);
      return () => {
        channel?.removeEventListener('message', onchange);
        document.removeEventListener('visibilitychange', seen);
      };
    },
    announce: () => channel?.postMessage('changed'),
    persisted: () => asked(storage?.persisted?.bind(storage)),
    persist: () => asked(storage?.persist?.bind(storage)),
    async usage() {
      try {
        const { usage, quota } = (await storage?.estimate?.()) ?? {};
        return usage === undefined || quota === undefined ? null : { used: usage, quota };
      } catch {
        return null;
      }
    },
  };
}
