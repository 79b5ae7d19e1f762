import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  compile,
  loadExtracts,
  MemoryStore,
  ORIGINALS,
  pageLock,
  preparePackage,
  Repository,
  uniteExtracts,
  unzip,
  Workspace,
  writeExtract,
  zip,
  type Compiler,
} from '../../src/dataset';
import { sha256Hex } from '../../src/dataset/sha256';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import { everything, smallDataset } from './support';

const CREATED = '2024-10-01T00:00:00Z';
let scratch: Engine;
let engine: Engine;
const given = smallDataset();
const compiler: Compiler = {
  compile: (extractions) => compile(scratch, extractions, { created: CREATED }),
  unite: (sources) => uniteExtracts(scratch, sources, CREATED),
};
beforeAll(async () => {
  [scratch, engine] = await Promise.all([createNodeEngine(), createNodeEngine()]);
});
afterAll(() => Promise.all([scratch.close(), engine.close()]));

describe('saving', () => {
  const own = new TextEncoder().encode('original');
  async function workspaceOf(): Promise<Workspace> {
    const workspace = new Workspace(new Repository(new MemoryStore(), pageLock()), compiler);
    const opened = await writeExtract(scratch, given.slice(0, 4), { created: CREATED });
    await workspace.addPackage(await preparePackage(scratch, opened));
    // One of the package's documents in a corrected version, and others.
    const facts = given[3]!.facts.map((fact) => ({ ...fact, amount: fact.amount + 7n }));
    await workspace.add(
      [{ ...given[3]!, facts }, ...given.slice(4)].map((extraction, i) => ({
        extraction: {
          ...extraction,
          warnings: [
            { doc_id: extraction.document.doc_id, code: 'x', message: 'm', form: null, page: null, line: i },
          ],
        },
        fileName: '原 件.pdf',
        bytes: i === 0 ? own : new Uint8Array([i]),
      })),
    );
    return workspace;
  }

  test('and opening elsewhere gives the same figures, remarks and originals', async () => {
    const workspace = await workspaceOf();
    const { loaded: sources } = await loadExtracts(engine, workspace.sources());
    expect(sources.map(({ replaced }) => replaced.length)).toEqual([1, 0]);
    const before = await everything(engine);
    const tables = await uniteExtracts(scratch, workspace.sources(), CREATED);
    const originals = workspace.originals().map(async ({ path, sha256 }) => ({
      path: `${ORIGINALS}${sha256}/${path}`,
      bytes: (await workspace.file(sha256))!,
    }));
    const saved = await zip([...tables, ...(await Promise.all(originals))]);
    const prepared = await preparePackage(scratch, [{ path: 'saved.zip', bytes: saved }]);
    const elsewhere = new Workspace(new Repository(new MemoryStore(), pageLock()), compiler);
    await elsewhere.addPackage(prepared);
    const { loaded: there } = await loadExtracts(engine, elsewhere.sources());
    expect(await everything(engine)).toEqual(before);
    expect(there[0]!.manifest.warnings).toHaveLength(3);
    expect(await elsewhere.file(sha256Hex(own))).toEqual(own);
    expect(elsewhere.originals()).toHaveLength(3);
    // And once more: a saved package is saved again as it is.
    const again = await uniteExtracts(scratch, elsewhere.sources(), CREATED);
    for (const [i, file] of again.entries())
      if (i > 0) expect(sha256Hex(file.bytes)).toBe(sha256Hex(tables[i]!.bytes));
  });

  test('without anything gives a package without rows', async () => {
    const files = await uniteExtracts(scratch, [], CREATED);
    const { documents, facts } = await preparePackage(scratch, [{ path: 'a.zip', bytes: await zip(files) }]);
    expect([documents, facts]).toEqual([0, 0]);
  });

  test('a zip unpacks to what was put in', async () => {
    const inside = [
      { path: '文件/甲.txt', bytes: new TextEncoder().encode('甲') },
      { path: 'b', bytes: new Uint8Array() },
    ];
    expect(unzip('a.zip', await zip(inside))).toEqual(inside);
  });
});
