import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DamagedFile,
  MemoryStore,
  pageLock,
  Repository,
  viewName,
  viewsFile,
  Workspace,
  type SavedView,
} from '../../../src/dataset';
import { mergeViews, parseViews, renamedView, withView } from '../../../src/dataset/workspace/views';

const view = (name: string, fragment = '#/pivot?level=3', day = 1): SavedView => ({
  name,
  fragment,
  changed: `2026-01-0${day}T00:00:00.000Z`,
});
const names = (views: readonly SavedView[]) => views.map(({ name }) => name);
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('views under names', () => {
  it('take the place of the one of their name, the latest first', () => {
    const views = withView(
      withView(withView([], view('甲')), view('乙', '#/change', 2)),
      view('甲', '#/sql', 3),
    );
    expect(views).toEqual([view('甲', '#/sql', 3), view('乙', '#/change', 2)]);
  });

  it('are renamed, and an older one of that name gives way', () => {
    const views = [view('甲', '#/a', 2), view('乙', '#/b', 1)];
    expect(renamedView(views, '甲', '乙')).toEqual([view('乙', '#/a', 2)]);
    expect(renamedView(views, '丙', '丁')).toEqual(views);
    expect(renamedView(views, '甲', '甲')).toEqual(views);
  });

  it('from elsewhere never take the place of other ones', () => {
    const own = [view('甲', '#/own')];
    const merged = mergeViews(own, [view('甲', '#/other'), view('乙', '#/b'), view('甲', '#/own')]);
    expect(merged).toEqual(
      expect.arrayContaining([view('甲', '#/own'), view('甲 (2)', '#/other'), view('乙', '#/b')]),
    );
    expect(merged).toHaveLength(3);
    // Opening the same package again adds nothing.
    expect(mergeViews(merged, [view('甲', '#/other'), view('乙', '#/b')])).toHaveLength(3);
  });

  it('have names of one line', () => {
    expect(viewName('  三公 \n 经费\t对比 ')).toBe('三公 经费 对比');
    expect(viewName(' \n ')).toBe('');
    expect([...viewName('预'.repeat(200))]).toHaveLength(80);
  });
});

describe('views.json', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  it('gives back what was written', () => {
    const one = fc.record({ name: text, fragment: text, day: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ name }) => viewName(name) }), (given) => {
        const views = mergeViews(
          [],
          given
            .filter(({ name }) => viewName(name) !== '')
            .map(({ name, fragment, day }) => view(viewName(name), `#/${fragment}`, day)),
        );
        expect(parseViews(viewsFile(views).bytes)).toEqual(views);
      }),
    );
  });

  it.each([
    ['no JSON', new TextEncoder().encode('{')],
    ['format', bytesOf({ format: 'juesuan-views/9', views: [] })],
    ['no list', bytesOf({ format: 'juesuan-views/1', views: {} })],
    ['incomplete', bytesOf({ format: 'juesuan-views/1', views: [{ name: '甲' }] })],
    ['incomplete', bytesOf({ format: 'juesuan-views/1', views: [{ ...view('甲'), fragment: 'https://x' }] })],
    ['incomplete', bytesOf({ format: 'juesuan-views/1', views: [{ ...view(' ') }] })],
  ])('is refused where it is damaged: %s', (reason, bytes) => {
    expect(() => parseViews(bytes)).toThrow(DamagedFile);
    expect(() => parseViews(bytes)).toThrow(reason);
  });
});

it('are kept with the workspace, and workspaces from before have none', async () => {
  const store = new MemoryStore();
  await store.write(
    'index.json',
    bytesOf({
      format: 'juesuan-workspace/1',
      revision: 3,
      useEmbedded: true,
      documents: [],
      packages: [],
      aliases: [],
    }),
  );
  const unused = () => Promise.reject(new Error('a view compiles nothing'));
  const open = async () => {
    const workspace = new Workspace(new Repository(store, pageLock()), { compile: unused, unite: unused });
    await workspace.refresh();
    return workspace;
  };
  const workspace = await open();
  expect(workspace.index.views).toEqual([]);
  await workspace.saveView(view('甲'));
  await workspace.saveView(view('乙', '#/change', 2));
  expect(names((await open()).index.views)).toEqual(['乙', '甲']);
  await workspace.renameView('乙', '丙');
  await workspace.removeView('甲');
  expect(names((await open()).index.views)).toEqual(['丙']);
  await workspace.clear();
  expect((await open()).index.views).toEqual([]);
});
