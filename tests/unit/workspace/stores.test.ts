import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { StorageFull, storageError, type FileStore } from '../../../src/dataset/workspace/file-store';
import { IndexedDbStore } from '../../../src/dataset/workspace/indexed-db-store';
import { MemoryStore } from '../../../src/dataset/workspace/memory-store';
import { OpfsStore } from '../../../src/dataset/workspace/opfs-store';
import { fakeFolder } from './fake-folder';

const text = (value: string) => new TextEncoder().encode(value);

describe.each<[string, () => Promise<FileStore>]>([
  ['memory', () => Promise.resolve(new MemoryStore())],
  ['IndexedDB', () => IndexedDbStore.open(new IDBFactory(), 'files')],
  ['OPFS', () => Promise.resolve(new OpfsStore(fakeFolder()))],
])('a store in %s', (_, make) => {
  test('gives back what was written, and null for what was not', async () => {
    const store = await make();
    expect(await store.read('a/b')).toBeNull();
    await store.write('a/b', text('一'));
    await store.write('a/c', text('二'));
    await store.write('a/b', text('三三'));
    expect(await store.read('a/b')).toEqual(text('三三'));
    const listed = await store.list();
    expect(listed.map(({ path, bytes }) => `${path} ${bytes}`).toSorted()).toEqual(['a/b 6', 'a/c 3']);
    expect(listed.every(({ modified }) => Math.abs(modified - Date.now()) < 60_000)).toBe(true);
  });

  test('keeps a copy: the bytes are the caller’s', async () => {
    const store = await make();
    const bytes = text('甲乙丙');
    await store.write('a', bytes.subarray(3, 6));
    bytes.fill(0);
    expect(await store.read('a')).toEqual(text('乙'));
  });

  test('removes, also what is not there', async () => {
    const store = await make();
    await store.write('a/b', text('一'));
    await store.remove('a/b');
    await store.remove('a/b');
    await store.remove('x/y');
    expect(await store.read('a/b')).toBeNull();
    expect(await store.list()).toEqual([]);
  });

  test('exchanges only what is still as it was', async () => {
    const store = await make();
    expect(await store.exchange('i', text('0'), text('1'))).toBe(false);
    expect(await store.read('i')).toBeNull();
    expect(await store.exchange('i', null, text('1'))).toBe(true);
    expect(await store.exchange('i', null, text('2'))).toBe(false);
    expect(await store.exchange('i', text('1'), text('2'))).toBe(true);
    expect(await store.exchange('i', text('1'), text('3'))).toBe(false);
    expect(await store.read('i')).toEqual(text('2'));
  });
});

test('a database is there again when it is opened anew', async () => {
  const factory = new IDBFactory();
  const first = await IndexedDbStore.open(factory, 'files');
  await first.write('a', text('一'));
  first.close();
  expect(await (await IndexedDbStore.open(factory, 'files')).read('a')).toEqual(text('一'));
});

test.each(['QuotaExceededError', 'NS_ERROR_FILE_NO_DEVICE_SPACE'])(
  '%s is StorageFull, told as such',
  (name) => {
    const thrown = new DOMException('no room', name);
    const error = storageError(thrown);
    expect(error).toBeInstanceOf(StorageFull);
    expect(error.cause).toBe(thrown);
    expect(storageError(new Error('else')).name).toBe('Error');
  },
);

test('a folder in which nothing more fits: StorageFull, and the old file stays', async () => {
  const folder = fakeFolder({ room: 10 });
  const store = new OpfsStore(folder);
  await store.write('a', text('0123456789'));
  await expect(store.write('a', text('0123456789a'))).rejects.toThrow(StorageFull);
  expect(await store.read('a')).toEqual(text('0123456789'));
});

test('a name whose bytes never came is no file', async () => {
  const store = new OpfsStore(fakeFolder({ empty: ['index.json'] }));
  expect(await store.read('index.json')).toBeNull();
  expect(await store.exchange('index.json', null, text('1'))).toBe(true);
});
