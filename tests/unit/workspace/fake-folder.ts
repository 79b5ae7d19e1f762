interface Options {
  /** Bytes that one file may have. */
  room?: number;
  /** Files that exist without bytes. */
  empty?: readonly string[];
}

const missing = () => new DOMException('not there', 'NotFoundError');

/** A directory of the origin-private file system as far as the store uses one: a writable replaces at its `close`. */
export function fakeFolder({ room = Infinity, empty = [] }: Options = {}): FileSystemDirectoryHandle {
  type Entry =
    | { kind: 'file'; bytes: Uint8Array; modified: number }
    | { kind: 'directory'; entries: Map<string, Entry> };
  const file = (entry: Extract<Entry, { kind: 'file' }>) => ({
    kind: 'file',
    getFile: () =>
      Promise.resolve({
        size: entry.bytes.length,
        lastModified: entry.modified,
        arrayBuffer: () => Promise.resolve(entry.bytes.slice().buffer),
      }),
    createWritable: () => {
      let collected = new Uint8Array();
      return Promise.resolve({
        write: (bytes: Uint8Array) => {
          if (bytes.length > room) return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
          collected = bytes.slice();
          return Promise.resolve();
        },
        close: () => {
          entry.bytes = collected;
          entry.modified = Date.now();
          return Promise.resolve();
        },
        abort: () => Promise.resolve(),
      });
    },
  });
  const directory = (entries: Map<string, Entry>): unknown => {
    const handle = (entry: Entry) => (entry.kind === 'file' ? file(entry) : directory(entry.entries));
    const get = (name: string, kind: Entry['kind'], create: boolean) => {
      let entry = entries.get(name);
      if (!entry && create) {
        entry =
          kind === 'file'
            ? { kind, bytes: new Uint8Array(), modified: Date.now() }
            : { kind, entries: new Map() };
        entries.set(name, entry);
      }
      return entry?.kind === kind ? Promise.resolve(handle(entry)) : Promise.reject(missing());
    };
    return {
      kind: 'directory',
      getFileHandle: (name: string, options?: { create?: boolean }) =>
        get(name, 'file', options?.create ?? false),
      getDirectoryHandle: (name: string, options?: { create?: boolean }) =>
        get(name, 'directory', options?.create ?? false),
      removeEntry: (name: string) => (entries.delete(name) ? Promise.resolve() : Promise.reject(missing())),
      async *entries() {
        for (const [name, entry] of [...entries]) yield [name, handle(entry)];
        await Promise.resolve();
      },
    };
  };
  const root = new Map<string, Entry>(
    empty.map((name) => [name, { kind: 'file', bytes: new Uint8Array(), modified: Date.now() }]),
  );
  return directory(root) as FileSystemDirectoryHandle;
}
