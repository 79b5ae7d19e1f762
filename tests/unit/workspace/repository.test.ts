import { describe, expect, test } from 'vitest';
import { StorageFull, type FileStore } from '../../../src/dataset/workspace/file-store';
import { EMPTY_INDEX, indexBytes, WorkspaceUnreadable } from '../../../src/dataset/workspace/index-file';
import { MemoryStore } from '../../../src/dataset/workspace/memory-store';
import { pageLock, Repository, type Lock } from '../../../src/dataset/workspace/repository';
import { sha256Hex } from '../../../src/dataset/sha256';

const text = (value: string) => new TextEncoder().encode(value);
const tabsLock: Lock = { ...pageLock(), amongTabs: true };

/** A document kept under its own bytes; what was read from it as a second file. */
function entry(name: string) {
  const [file, read] = [text(name), text(`read ${name}`)];
  return {
    document: {
      doc_id: name,
      file_name: name,
      sha256: sha256Hex(file),
      bytes: file.length,
      added: '2024-10-01T00:00:00Z',
      decisions: {},
      extraction: sha256Hex(read),
    },
    blobs: new Map([
      [sha256Hex(file), file],
      [sha256Hex(read), read],
    ]),
  };
}
const add = (repository: Repository, name: string) =>
  repository.change((index) => {
    const { document, blobs } = entry(name);
    return Promise.resolve({
      index: { ...index, documents: [...index.documents, document] },
      blobs,
      result: name,
    });
  });
const names = async (store: FileStore) =>
  (await new Repository(store, tabsLock).index()).documents.map(({ doc_id }) => doc_id);

/** A store that dies at its n-th change: nothing after it happens, as when the tab is killed. */
function dying(inner: FileStore, at: number, how: () => Error = () => new Error('killed')): FileStore {
  let changes = 0;
  const dead = <T>(work: () => Promise<T>): Promise<T> => (++changes >= at ? Promise.reject(how()) : work());
  return {
    kind: inner.kind,
    read: (path) => inner.read(path),
    list: () => inner.list(),
    write: (path, bytes) => dead(() => inner.write(path, bytes)),
    exchange: (path, expected, bytes) => dead(() => inner.exchange(path, expected, bytes)),
    remove: (path) => dead(() => inner.remove(path)),
  };
}

describe('a tab killed while it changes the workspace', () => {
  // Two blobs, the index, and the two blobs of the replaced document: five changes.
  test.each([1, 2, 3, 4, 5])(
    'at its change %i leaves the old workspace or the new one, whole',
    async (at) => {
      const store = new MemoryStore();
      await add(new Repository(store, tabsLock), 'old');
      const { document, blobs } = entry('new');
      await new Repository(dying(store, at), tabsLock)
        .change((index) =>
          Promise.resolve({ index: { ...index, documents: [document] }, blobs, result: null }),
        )
        .catch(() => undefined);
      const repository = new Repository(store, tabsLock);
      const [kept] = (await repository.index()).documents;
      expect(kept!.doc_id).toBe(at <= 3 ? 'old' : 'new');
      expect(await repository.blob(kept!.sha256)).toEqual(text(kept!.doc_id));
      expect(await repository.blob(kept!.extraction)).toEqual(text(`read ${kept!.doc_id}`));
      await repository.sweep();
      expect(await store.list()).toHaveLength(3);
    },
  );
});

describe('no room', () => {
  test.each([1, 2, 3])('at change %i: said so, and nothing is left of what was begun', async (at) => {
    const store = new MemoryStore();
    await add(new Repository(store, tabsLock), 'old');
    const before = (await store.list()).map(({ path }) => path).toSorted();
    const full: FileStore = {
      ...dying(store, at, () => new StorageFull()),
      remove: (path) => store.remove(path),
    };
    await expect(add(new Repository(full, tabsLock), 'new')).rejects.toThrow(StorageFull);
    expect((await store.list()).map(({ path }) => path).toSorted()).toEqual(before);
    expect(await names(store)).toEqual(['old']);
  });
});

describe('what nothing names', () => {
  const orphan = async () => {
    const store = new MemoryStore();
    await add(new Repository(store, tabsLock), 'kept');
    await store.write(`blobs/${sha256Hex(text('orphan'))}`, text('orphan'));
    await store.write('other/file', text('not ours'));
    return store;
  };
  test('is swept where no other tab can be at work', async () => {
    const store = await orphan();
    expect(await new Repository(store, tabsLock).sweep()).toBe(1);
    expect(await store.list()).toHaveLength(4);
  });
  test('is left for a day where one can', async () => {
    const store = await orphan();
    const repository = new Repository(store, pageLock());
    expect(await repository.sweep()).toBe(0);
    expect(await repository.sweep(Date.now() + 25 * 3600 * 1000)).toBe(1);
  });
});

describe('what cannot be understood', () => {
  test.each([
    ['no JSON', text('{')],
    ['another format', text('{"format":"juesuan-workspace/9"}')],
    ['a part', text('{"format":"juesuan-workspace/1","revision":1}')],
  ])('%s: nothing is written over it or swept', async (_, bytes) => {
    const store = new MemoryStore();
    await store.write('index.json', bytes);
    await store.write(`blobs/${sha256Hex(text('x'))}`, text('x'));
    const repository = new Repository(store, tabsLock);
    await expect(repository.index()).rejects.toThrow(WorkspaceUnreadable);
    await expect(add(repository, 'new')).rejects.toThrow(WorkspaceUnreadable);
    await expect(repository.sweep()).rejects.toThrow(WorkspaceUnreadable);
    expect(await store.list()).toHaveLength(2);
    expect(await store.read('index.json')).toEqual(bytes);
    await repository.clear(EMPTY_INDEX);
    expect(await names(store)).toEqual([]);
    expect(await store.list()).toHaveLength(1);
  });
});

test('a damaged file is not given out, and is mended when it comes again', async () => {
  const store = new MemoryStore();
  const repository = new Repository(store, tabsLock);
  await add(repository, 'a');
  const [document] = (await repository.index()).documents;
  await store.write(`blobs/${document!.sha256}`, text('b'));
  expect(await repository.blob(document!.sha256)).toBeNull();
  await repository.change((index) => Promise.resolve({ index, blobs: entry('a').blobs, result: null }));
  expect(await repository.blob(document!.sha256)).toEqual(text('a'));
});

test('a change that another tab overtook is made again, on what that one left', async () => {
  const store = new MemoryStore();
  const [one, two] = [new Repository(store, pageLock()), new Repository(store, pageLock())];
  let overtaken = false;
  await one.change(async (index) => {
    if (!overtaken) {
      overtaken = true;
      await add(two, 'quicker');
    }
    const { document, blobs } = entry('slower');
    return { index: { ...index, documents: [...index.documents, document] }, blobs, result: null };
  });
  expect(await names(store)).toEqual(['quicker', 'slower']);
  expect((await one.index()).revision).toBe(2);
});

test('an index comes back as it was written', async () => {
  const store = new MemoryStore();
  const index = {
    ...EMPTY_INDEX,
    revision: 3,
    useEmbedded: false,
    documents: [{ ...entry('某').document, decisions: { fiscal_year: 2019, unit: '万元' as const } }],
    aliases: [{ printed: '人大办', department: '人大常委会办公室' }],
  };
  await store.write('index.json', indexBytes(index));
  expect(await new Repository(store, tabsLock).index()).toEqual(index);
});
