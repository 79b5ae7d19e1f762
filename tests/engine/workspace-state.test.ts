import { afterAll, beforeAll, expect, test } from 'vitest';
import { MemoryStore, pageLock, writeExtract, type ExtractFile, type NewDocument } from '../../src/dataset';
import type { Extraction } from '../../src/domain/facts';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import type { AppState } from '../../src/state/app.svelte';
import { EMBEDDED, IMPORTED, WorkspaceState } from '../../src/state/workspace.svelte';
import type { WorkspaceHost } from '../../src/state/workspace-host';
import { memorySource, smallDataset } from './support';

const given = smallDataset();
let engine: Engine;
let embedded: ExtractFile[];
beforeAll(async () => {
  engine = await createNodeEngine();
  embedded = await writeExtract(engine, given.slice(0, 2), { created: '2024-10-01T00:00:00Z' });
});
afterAll(() => engine.close());

/** Tabs of one browser: a store, and a channel between them. */
function browser() {
  const store = new MemoryStore();
  const lock = { ...pageLock(), amongTabs: true };
  const listeners = new Set<() => void>();
  const host = (): WorkspaceHost => {
    let own: () => void = () => undefined;
    return {
      storage: () => Promise.resolve({ store, lock }),
      engine: createNodeEngine,
      listen(onchange) {
        own = onchange;
        listeners.add(onchange);
        return () => listeners.delete(onchange);
      },
      announce: () => listeners.forEach((listener) => listener !== own && listener()),
      persisted: () => Promise.resolve(null),
      persist: () => Promise.resolve(true),
      usage: () => Promise.resolve({ used: 1, quota: 2 }),
    };
  };
  return { store, host };
}

type App = ConstructorParameters<typeof WorkspaceState>[0];
function tab(host: () => WorkspaceHost, source: ExtractFile[] = embedded) {
  const app: { -readonly [K in keyof App]: App[K] } = {
    engine: null,
    dataset: null,
    keepToDataset: () => undefined,
  };
  const workspace = new WorkspaceState(app as AppState, host, () => ({
    id: EMBEDDED,
    ...memorySource(source),
  }));
  const start = async () => {
    await workspace.open();
    await workspace.load(engine);
    app.engine = engine;
    await workspace.settle();
  };
  return { app, workspace, start };
}
const item = (extraction: Extraction): NewDocument => ({
  extraction,
  fileName: 'a.pdf',
  bytes: new TextEncoder().encode(extraction.document.doc_id),
});
const ids = (app: App) => app.dataset?.documents.map(({ doc_id }) => doc_id).toSorted();
const idsOf = (extractions: readonly Extraction[]) =>
  extractions.map(({ document }) => document.doc_id).toSorted();

test('documents are shown with the embedded ones, and without them where the reader sets them aside', async () => {
  const { app, workspace, start } = tab(browser().host);
  await start();
  expect(ids(app)).toEqual(idsOf(given.slice(0, 2)));
  const before = app.dataset;
  expect(await workspace.add([item(given[2]!), item(given[1]!)])).toEqual([
    { doc_id: given[2]!.document.doc_id, result: 'added' },
    { doc_id: given[1]!.document.doc_id, result: 'added' },
  ]);
  expect(app.dataset).not.toBe(before);
  expect(ids(app)).toEqual(idsOf(given.slice(0, 3)));
  expect(workspace.replaced).toEqual({ [EMBEDDED]: 1, [IMPORTED]: 0 });
  await workspace.setUseEmbedded(false);
  expect(ids(app)).toEqual(idsOf([given[2]!, given[1]!]));
  await workspace.remove(given[1]!.document.doc_id, given[2]!.document.doc_id);
  expect(ids(app)).toEqual([]);
  await workspace.clear();
  expect([ids(app), workspace.useEmbedded]).toEqual([idsOf(given.slice(0, 2)), true]);
});

test('another tab shows what this one added, without its own doing', async () => {
  const { host } = browser();
  const [one, two] = [tab(host), tab(host)];
  await one.start();
  await two.start();
  await one.workspace.add([item(given[3]!)]);
  await expect.poll(() => ids(two.app)).toEqual(idsOf([...given.slice(0, 2), given[3]!]));
  expect(two.workspace.documents.map(({ doc_id }) => doc_id)).toEqual([given[3]!.document.doc_id]);
});

test('what is added while the app starts is there when it has started', async () => {
  const { app, workspace } = tab(browser().host);
  await workspace.open();
  await workspace.load(engine);
  await workspace.add([item(given[4]!)]);
  expect(ids(app)).toEqual(idsOf(given.slice(0, 2)));
  app.engine = engine;
  await workspace.settle();
  expect(ids(app)).toEqual(idsOf([...given.slice(0, 2), given[4]!]));
});

test('a lost package of the imported documents is made again at the start', async () => {
  const { host, store } = browser();
  const first = tab(host);
  await first.start();
  await first.workspace.add([item(given[3]!)]);
  const parquet = (await store.list()).filter(({ path }) => path.startsWith('blobs/'));
  for (const { path } of parquet) {
    const bytes = (await store.read(path))!;
    if (new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === 'PAR1') await store.remove(path);
  }
  const second = tab(host);
  await second.start();
  expect(ids(second.app)).toEqual(idsOf([...given.slice(0, 2), given[3]!]));
  expect(second.workspace.setAside).toEqual([]);
});

test('own data that are lost for good leave the app usable, also without the embedded data', async () => {
  const { host, store } = browser();
  const first = tab(host);
  await first.start();
  await first.workspace.openPackage(
    await writeExtract(engine, [given[3]!], { created: '2024-10-01T00:00:00Z' }),
  );
  await first.workspace.setUseEmbedded(false);
  for (const { path } of await store.list()) if (path.startsWith('blobs/')) await store.remove(path);
  const second = tab(host);
  await second.start();
  expect(ids(second.app)).toEqual([]);
  expect(second.workspace.setAside.map(({ id }) => id)).toEqual([first.workspace.packages[0]!.id]);
  await second.workspace.clear();
  expect(ids(second.app)).toEqual(idsOf(given.slice(0, 2)));
});

test('a workspace that cannot be read is told, left, and not in the way', async () => {
  const { host, store } = browser();
  const kept = new TextEncoder().encode('{"format":"juesuan-workspace/7"}');
  await store.write('index.json', kept);
  const { app, workspace, start } = tab(host);
  await start();
  expect(workspace.failure?.name).toBe('WorkspaceUnreadable');
  expect(ids(app)).toEqual(idsOf(given.slice(0, 2)));
  await expect(workspace.add([item(given[3]!)])).rejects.toThrow('juesuan-workspace/7');
  expect(await store.read('index.json')).toEqual(kept);
});

test('a judgement of a finding stays with another tab, a replaced document and a saved package', async () => {
  const { host } = browser();
  const [one, two] = [tab(host), tab(host)];
  await one.start();
  await two.start();
  const about = {
    rule: 'E1',
    document: '某文件',
    message: { zh: '一', en: 'one' },
    left: '1.00',
    right: '2.00',
  };
  const { doc_id } = given[3]!.document;
  await one.workspace.add([item(given[3]!)]);
  await one.workspace.setMark({ doc_id, finding_id: 'E1:x', status: 'explained', note: '已问', about });
  await expect.poll(() => two.workspace.marks.map(({ note }) => note)).toEqual(['已问']);
  const facts = given[3]!.facts.map((fact) => ({ ...fact, amount: fact.amount + 7n }));
  await one.workspace.add([item({ ...given[3]!, facts })]);
  expect(one.workspace.marks).toMatchObject([{ doc_id, finding_id: 'E1:x', status: 'explained', about }]);

  const saved = await one.workspace.saveZip();
  const other = tab(browser().host);
  await other.start();
  await other.workspace.openPackage([{ path: 'a.zip', bytes: saved }]);
  expect(other.workspace.marks).toEqual(one.workspace.marks);
  await other.workspace.clear();
  expect(other.workspace.marks).toEqual([]);
  expect(await other.workspace.openMarks({ path: 'reviews.json', bytes: one.workspace.saveMarks() })).toBe(1);
  expect(other.workspace.marks).toEqual(one.workspace.marks);
});

test('views are seen by another tab and open with a saved workspace, also where there is nothing else in it', async () => {
  const { host } = browser();
  const [one, two] = [tab(host), tab(host)];
  await one.start();
  await two.start();
  await one.workspace.saveView(' 三公 对比 ', '#/three-public?year=2023');
  await expect.poll(() => two.workspace.views.map(({ name }) => name)).toEqual(['三公 对比']);
  await expect(one.workspace.saveView('  ', '#/pivot')).rejects.toThrow(RangeError);
  await one.workspace.renameView('三公 对比', '甲');

  const other = tab(browser().host);
  await other.start();
  await other.workspace.openPackage([{ path: 'a.zip', bytes: await one.workspace.saveZip() }]);
  expect(other.workspace.views).toEqual(one.workspace.views);
  expect(other.workspace.packages).toEqual([]);
  expect(ids(other.app)).toEqual(ids(one.app));
  await other.workspace.removeView('甲');
  expect(other.workspace.views).toEqual([]);
});
