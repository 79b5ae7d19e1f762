import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  applyDecisions,
  compile,
  loadExtracts,
  MemoryStore,
  pageLock,
  Repository,
  uniteExtracts,
  Unwritable,
  Workspace,
  writeExtract,
  type NewDocument,
} from '../../src/dataset';
import { sha256Hex } from '../../src/dataset/sha256';
import type { Extraction } from '../../src/domain/facts';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import { memorySource, smallDataset } from './support';

const CREATED = '2024-10-01T00:00:00Z';
let scratch: Engine;
let engine: Engine;
beforeAll(async () => {
  [scratch, engine] = await Promise.all([createNodeEngine(), createNodeEngine()]);
});
afterAll(() => Promise.all([scratch.close(), engine.close()]));

const given = smallDataset();
const fileOf = ({ document }: Extraction) => new TextEncoder().encode(`file of ${document.doc_id}`);
const item = (extraction: Extraction, more: Partial<NewDocument> = {}): NewDocument => ({
  extraction,
  fileName: extraction.document.file_name,
  bytes: fileOf(extraction),
  ...more,
});

let store: MemoryStore;
const compiled: number[] = [];
/** A tab: its own view of the same store. */
const open = async () => {
  const lock = pageLock();
  const workspace = new Workspace(new Repository(store, lock), {
    compile: (extractions) => {
      compiled.push(extractions.length);
      return compile(scratch, extractions, { created: CREATED });
    },
    unite: (sources) => uniteExtracts(scratch, sources, CREATED),
  });
  await workspace.refresh();
  return workspace;
};
beforeEach(() => {
  store = new MemoryStore();
  compiled.length = 0;
});

const FACTS =
  'SELECT fact_id, doc_id, department, fiscal_year, amount_fen, resolution_fen FROM facts ORDER BY ALL';
async function loaded(workspace: Workspace) {
  const { failed } = await loadExtracts(engine, workspace.sources());
  expect(failed).toEqual([]);
  return engine.query({ sql: FACTS });
}
async function written(extractions: readonly Extraction[]) {
  const files = await writeExtract(scratch, extractions, { created: CREATED });
  await loadExtracts(engine, [{ id: 'a', ...memorySource(files) }]);
  return engine.query({ sql: FACTS });
}

describe('imported documents', () => {
  test('are compiled, kept, and there again when the page is opened anew', async () => {
    const expected = await written(given.slice(0, 3));
    const first = await open();
    const results = await first.add(given.slice(0, 3).map((extraction) => item(extraction)));
    expect(results.map(({ result }) => result)).toEqual(['added', 'added', 'added']);
    expect(await loaded(first)).toEqual(expected);
    const again = await open();
    expect(await loaded(again)).toEqual(expected);
    expect(await again.extraction(given[1]!.document.doc_id)).toMatchObject({
      facts: given[1]!.facts,
      statements: given[1]!.statements,
    });
    expect(await again.file(sha256Hex(fileOf(given[1]!)))).toEqual(fileOf(given[1]!));
    await again.ensureCompiled();
    expect(compiled).toEqual([3]);
  });

  test('the same file again changes nothing, under whatever name', async () => {
    const workspace = await open();
    await workspace.add([item(given[0]!)]);
    const { revision } = workspace.index;
    const [again] = await workspace.add([item(given[0]!, { fileName: '副本.txt' })]);
    expect(again).toEqual({ doc_id: given[0]!.document.doc_id, result: 'unchanged' });
    expect(workspace.index.revision).toBe(revision);
    expect(compiled).toEqual([1]);
  });

  test('a corrected file of the same document takes its place, and the old file goes', async () => {
    const workspace = await open();
    await workspace.add([item(given[0]!), item(given[1]!)]);
    const facts = given[0]!.facts.map((fact) => ({ ...fact, amount: fact.amount + 1n }));
    const bytes = new TextEncoder().encode('corrected');
    const [result] = await workspace.add([item({ ...given[0]!, facts }, { bytes })]);
    expect(result!.result).toBe('replaced');
    expect(await loaded(workspace)).toEqual(await written([{ ...given[0]!, facts }, given[1]!]));
    expect(await workspace.file(sha256Hex(fileOf(given[0]!)))).toBeNull();
    expect(await workspace.file(sha256Hex(bytes))).toEqual(bytes);
  });

  test('decisions are applied, kept when the file comes again without any, and may be taken back', async () => {
    const workspace = await open();
    const decisions = { department: '某市财政局', fiscal_year: 2019 };
    const [added] = await workspace.add([item(given[0]!, { decisions })]);
    const { region, kind, scope } = given[0]!.document;
    expect(added!.doc_id).toBe(
      [region, '某市财政局', 2019, kind, ...(scope === 'unit' ? ['unit'] : [])].join('-'),
    );
    const places = 'SELECT DISTINCT doc_id, department, fiscal_year FROM facts';
    await loaded(workspace);
    expect(await engine.query({ sql: places })).toEqual([
      { doc_id: added!.doc_id, department: '某市财政局', fiscal_year: 2019 },
    ]);
    expect((await workspace.add([item(given[0]!)]))[0]!.result).toBe('unchanged');
    const [back] = await workspace.add([item(given[0]!, { decisions: {} })]);
    expect(back).toEqual({ doc_id: given[0]!.document.doc_id, result: 'replaced' });
    expect(workspace.index.documents).toHaveLength(1);
  });

  test('one more is compiled alone and joins the tables of the others', async () => {
    const workspace = await open();
    await workspace.add(given.slice(0, 3).map((extraction) => item(extraction)));
    await workspace.add([item(given[3]!), item(given[1]!, { decisions: { fiscal_year: 2001 } })]);
    await workspace.remove([given[0]!.document.doc_id]);
    expect(compiled).toEqual([3, 2]);
    const found = await loaded(workspace);
    const elsewhere = applyDecisions(given[1]!, { fiscal_year: 2001 });
    expect(found).toEqual(await written([given[2]!, given[3]!, elsewhere]));
    await workspace.ensureCompiled(true);
    expect(compiled).toEqual([3, 2, 3]);
    expect(await loaded(workspace)).toEqual(found);
  });

  test('many are written some at a time', async () => {
    const [first] = given;
    const many = Array.from({ length: 95 }, (_, i) =>
      applyDecisions({ ...first!, facts: first!.facts.slice(0, 3) }, { fiscal_year: 1900 + i }),
    );
    const workspace = await open();
    await workspace.add(many.map((extraction) => item(extraction)));
    expect(compiled).toEqual([40, 40, 15]);
    expect(await loaded(workspace)).toEqual(await written(many));
  });

  test('one that cannot be written leaves everything as it was', async () => {
    const workspace = await open();
    await workspace.add([item(given[0]!)]);
    const before = await store.list();
    const [fact] = given[1]!.facts;
    const wrong = { ...given[1]!, facts: [{ ...fact!, amount: 10n ** 18n }] };
    await expect(workspace.add([item(given[2]!), item(wrong)])).rejects.toThrow(Unwritable);
    expect(await store.list()).toEqual(before);
    expect(await loaded(workspace)).toEqual(await written([given[0]!]));
  });

  test('are forgotten one by one, and all at once, with their files', async () => {
    const workspace = await open();
    await workspace.add(given.slice(0, 3).map((extraction) => item(extraction)));
    await workspace.remove([given[1]!.document.doc_id]);
    expect(await loaded(workspace)).toEqual(await written([given[0]!, given[2]!]));
    expect(await workspace.file(sha256Hex(fileOf(given[1]!)))).toBeNull();
    await workspace.setAlias('某办', '某市人民政府办公室');
    await workspace.clear();
    expect((await store.list()).map(({ path }) => path)).toEqual(['index.json']);
    expect((await open()).index).toMatchObject({ documents: [], packages: [], aliases: [], compiled: null });
  });

  test('a package of theirs that is lost or damaged is made again from what was read', async () => {
    const workspace = await open();
    await workspace.add([item(given[0]!)]);
    const facts = workspace.index.compiled!.files.find(({ path }) => path === 'facts.parquet')!;
    await store.write(`blobs/${facts.sha256}`, new Uint8Array(facts.bytes));
    const again = await open();
    await expect(loadExtracts(engine, again.sources())).rejects.toThrow('facts.parquet');
    await again.ensureCompiled(true);
    expect(await loaded(again)).toEqual(await written([given[0]!]));
  });
});

describe('two tabs', () => {
  test('add to what the other one kept meanwhile', async () => {
    const [one, two] = [await open(), await open()];
    await one.add([item(given[0]!)]);
    await two.add([item(given[1]!)]);
    expect(two.index.documents.map(({ doc_id }) => doc_id)).toEqual(
      given.slice(0, 2).map(({ document }) => document.doc_id),
    );
    expect(await one.refresh()).toBe(true);
    expect(await one.refresh()).toBe(false);
    expect(await loaded(one)).toEqual(await written(given.slice(0, 2)));
  });

  test('at the same moment: nothing is lost, although no lock is between them', async () => {
    const tabs = await Promise.all([open(), open(), open()]);
    await Promise.all(tabs.map((tab, i) => tab.add([item(given[i]!)])));
    const after = await open();
    expect(after.index.documents.map(({ doc_id }) => doc_id).toSorted()).toEqual(
      given
        .slice(0, 3)
        .map(({ document }) => document.doc_id)
        .toSorted(),
    );
    expect(await loaded(after)).toEqual(await written(given.slice(0, 3)));
  });
});
