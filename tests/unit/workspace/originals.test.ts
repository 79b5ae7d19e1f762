import { expect, it } from 'vitest';
import { MemoryStore, pageLock, Repository, Workspace } from '../../../src/dataset';
import { sha256Hex } from '../../../src/dataset/sha256';

const unused = () => Promise.reject(new Error('nothing is compiled for an original'));
const open = async (store: MemoryStore) => {
  const workspace = new Workspace(new Repository(store, pageLock()), { compile: unused, unite: unused });
  await workspace.refresh();
  return workspace;
};
const bytes = new TextEncoder().encode('the file of an embedded document');
const sha256 = sha256Hex(bytes);

it('keeps the original of a document from elsewhere, through a reload and a sweep, once', async () => {
  const store = new MemoryStore();
  const first = await open(store);
  await first.keepOriginal('a.pdf', bytes);
  const { revision } = first.index;
  await first.keepOriginal('b.pdf', bytes);
  expect(first.index.revision).toBe(revision);

  const again = await open(store);
  expect(await again.sweep()).toBe(0);
  expect(await again.file(sha256)).toEqual(bytes);
  expect(again.originals()).toEqual([{ path: 'a.pdf', sha256, bytes: bytes.length }]);
  expect(again.sources()).toEqual([]);
});

it('forgets it with everything else', async () => {
  const workspace = await open(new MemoryStore());
  await workspace.keepOriginal('a.pdf', bytes);
  await workspace.clear();
  expect(workspace.originals()).toEqual([]);
  expect(await workspace.file(sha256)).toBeNull();
});

it('reads a workspace from before originals were kept', async () => {
  const store = new MemoryStore();
  await store.write(
    'index.json',
    new TextEncoder().encode(
      JSON.stringify({
        format: 'juesuan-workspace/1',
        revision: 3,
        useEmbedded: true,
        documents: [],
        packages: [],
        aliases: [],
        compiled: null,
      }),
    ),
  );
  expect((await open(store)).originals()).toEqual([]);
});
