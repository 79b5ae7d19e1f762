import { describe, expect, it, vi } from 'vitest';
import type { Alias, NewDocument, StoredDocument } from '../../../src/dataset';
import type { DocumentRow } from '../../../src/domain/facts';
import { extractDocument } from '../../../src/extract';
import { ReadFailed, type ReadRequest } from '../../../src/state/import/reader';
import { ImportSession } from '../../../src/state/import/session.svelte';
import { smallDisclosure, type SmallDisclosure } from '../../support/small-disclosure';

const fileOf = (path: string, over: Partial<SmallDisclosure> = {}) => ({
  path,
  file: new File([smallDisclosure(over).join('\n')], path.split('/').at(-1)!),
});

/** A reader that reads in this thread, when it is told to. */
class HandReader {
  requests: ReadRequest[] = [];
  rested = 0;
  #gates: { open: () => void; done: Promise<unknown> }[] = [];

  read(request: ReadRequest) {
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    this.requests.push(request);
    const result = gate.then(async () => {
      const bytes = typeof request.bytes === 'function' ? await request.bytes() : request.bytes;
      request.signal?.throwIfAborted();
      request.onPage?.(1, 2);
      if (request.fileName.startsWith('bad'))
        throw new ReadFailed({ reason: 'damaged', message: 'PDF 已损坏', detail: null });
      return extractDocument(request.fileName, bytes);
    });
    this.#gates.push({ open, done: result.catch(() => null) });
    return result;
  }
  rest() {
    this.rested += 1;
  }
  /** Lets every request that waits be read, in their order. */
  async go() {
    for (const gate of this.#gates.splice(0)) {
      gate.open();
      await gate.done;
    }
    // The checks are loaded with the first file.
    await vi.dynamicImportSettled();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function setUp(over: { documents?: Partial<DocumentRow>[]; stored?: string[]; aliases?: Alias[] } = {}) {
  const added: NewDocument[][] = [];
  const workspace = {
    documents: (over.stored ?? []).map((sha256) => ({ sha256 }) as StoredDocument),
    aliases: [...(over.aliases ?? [])],
    add: (items: readonly NewDocument[]) => {
      added.push([...items]);
      return Promise.resolve(
        items.map(({ extraction }) => ({ doc_id: extraction.document.doc_id, result: 'added' as const })),
      );
    },
    setAlias: (printed: string, department: string | null) => {
      workspace.aliases = workspace.aliases.filter((alias) => alias.printed !== printed);
      if (department !== null) workspace.aliases.push({ printed, department });
      return Promise.resolve();
    },
  };
  const reader = new HandReader();
  const dataset = { documents: (over.documents ?? []) as DocumentRow[] };
  const session = new ImportSession({ dataset, workspace }, () => reader);
  const states = () => session.items.map(({ path, state }) => `${path} ${state}`);
  const kinds = (at: number) => session.concerns(session.items[at]!).map(({ kind }) => kind);
  return { session, reader, workspace, added, states, kinds };
}

const sha256 = async (over: Partial<SmallDisclosure> = {}) => {
  const bytes = new TextEncoder().encode(smallDisclosure(over).join('\n'));
  return (await extractDocument('a.txt', bytes)).document.sha256;
};

describe('files on their way into the data', () => {
  it('waits, is read, and is shown for review; nothing joins by itself', async () => {
    const { session, reader, states, added } = setUp();
    session.add([fileOf('夹/a.txt'), fileOf('bad.txt', { year: 2020 })]);
    expect(states()).toEqual(['夹/a.txt waiting', 'bad.txt waiting']);
    expect(session.pending).toBe(true);
    await reader.go();
    expect(states()).toEqual(['夹/a.txt review', 'bad.txt failed']);
    expect(session.items[1]!.failure).toMatchObject({ reason: 'damaged' });
    expect(session.items[0]!.extraction!.facts).toHaveLength(18);
    expect(session.items[0]!.pages).toEqual({ done: 1, total: 2 });
    expect(added).toEqual([]);
    expect(reader.rested).toBeGreaterThan(0);
  });

  it('cancels one, or all, and reads them again when asked', async () => {
    const { session, reader, states } = setUp();
    const [first] = session.add([fileOf('a.txt'), fileOf('b.txt', { year: 2022 }), fileOf('c.txt')]);
    session.cancel(first);
    expect(states()).toEqual(['a.txt cancelled', 'b.txt waiting', 'c.txt waiting']);
    expect(reader.requests.map(({ signal }) => signal!.aborted)).toEqual([true, false, false]);
    session.cancel();
    await reader.go();
    expect(states()).toEqual(['a.txt cancelled', 'b.txt cancelled', 'c.txt cancelled']);
    expect(session.pending).toBe(false);
    session.again(first!);
    await reader.go();
    expect(states()[0]).toBe('a.txt review');
  });

  it('reads no file that is loaded, kept, or given twice', async () => {
    const embedded = await sha256({ year: 2021 });
    const { session, reader, states } = setUp({
      documents: [{ sha256: embedded, doc_id: 'x', department: '某局' }],
      stored: [await sha256({ year: 2022 })],
    });
    session.add([fileOf('a.txt', { year: 2021 }), fileOf('b.txt', { year: 2022 })]);
    session.add([fileOf('c.txt'), fileOf('夹/同.txt')]);
    await reader.go();
    expect(states()).toEqual(['a.txt unchanged', 'b.txt unchanged', 'c.txt review', '夹/同.txt unchanged']);
    expect(session.items.map(({ extraction }) => extraction !== null)).toEqual([false, false, true, false]);
  });

  it('takes a file again that was left out', async () => {
    const { session, reader, states } = setUp();
    const [id] = session.add([fileOf('a.txt')]);
    await reader.go();
    session.leaveOut(id!);
    session.add([fileOf('a.txt')]);
    await reader.go();
    expect(states()).toEqual(['a.txt left_out', 'a.txt review']);
    session.clear();
    expect(states()).toEqual(['a.txt review']);
  });
});

describe('what the reader settles before a document joins', () => {
  it('asks for what is missing, and does not join without department and year', async () => {
    const { session, reader, kinds, added } = setUp();
    const [id] = session.add([fileOf('a.txt', { department: '档案馆' })]);
    await reader.go();
    expect(kinds(0)).toEqual(['region_missing']);
    session.decide(id!, { department: '', fiscal_year: 0 });
    expect(kinds(0)).toEqual(['department_missing', 'year_missing', 'region_missing']);
    expect(await session.join([id!])).toEqual([]);
    expect(added).toEqual([]);
    session.decide(id!, { department: '档案馆', fiscal_year: 2023, region: '某省某市' });
    expect(kinds(0)).toEqual([]);
  });

  it('proposes departments that are loaded under another name, of this drop too', async () => {
    const { session, reader } = setUp({
      documents: [{ department: '某市人民代表大会常务委员会办公室', sha256: '0', doc_id: '0' }],
    });
    session.add([
      fileOf('a.txt', { department: '某市人大常委会办公室' }),
      fileOf('b.txt', { department: '某市人民政府办公室' }),
      fileOf('c.txt', { department: '某市政府办公室' }),
    ]);
    await reader.go();
    const near = session.items.map((item) =>
      session.concerns(item).flatMap((one) => (one.kind === 'department_near' ? one.names[0]!.name : [])),
    );
    expect(near).toEqual([['某市人民代表大会常务委员会办公室'], [], ['某市人民政府办公室']]);
  });

  it('keeps the decision for the next document, in the region where the department is loaded', async () => {
    const loaded = { department: '某市人民政府办公室', region: '某省某市', sha256: '0', doc_id: '0' };
    const { session, reader, workspace } = setUp({ documents: [loaded] });
    const [id] = session.add([fileOf('a.txt', { department: '某市政府办公室' })]);
    await reader.go();
    session.decide(id!, { department: '某市人民政府办公室', region: '某省某市' });
    await session.join([id!]);
    expect(workspace.aliases).toEqual([{ printed: '某市政府办公室', department: '某市人民政府办公室' }]);
    session.add([fileOf('b.txt', { department: '某市政府办公室', year: 2022 })]);
    await reader.go();
    expect(session.items[1]!.decisions).toEqual({ department: '某市人民政府办公室', region: '某省某市' });
  });

  it('forgets a decision that the reader takes back', async () => {
    const { session, reader, workspace } = setUp({ aliases: [{ printed: '甲局', department: '乙局' }] });
    const [id] = session.add([fileOf('a.txt', { department: '甲局' })]);
    await reader.go();
    session.decide(id!, { department: '甲局' });
    await session.join([id!]);
    expect(workspace.aliases).toEqual([]);
  });

  it('says which loaded document is replaced, and which other file is the same document', async () => {
    const doc_id = '青山省白水市-青山省白水市档案馆-2023-final_account';
    const { session, reader, kinds } = setUp({
      documents: [{ doc_id, sha256: '0', department: '青山省白水市档案馆' }],
    });
    session.add([fileOf('a.txt'), fileOf('b.txt', { year: 2022 })]);
    const corrected = { expenditure: '12.00', basic: '8.00', year: 2022 };
    session.add([fileOf('c.txt', corrected)]);
    await reader.go();
    expect(session.items[0]!.extraction!.document.doc_id).toBe(doc_id);
    expect([0, 1, 2].map(kinds)).toEqual([['replaces'], ['same_document'], ['same_document']]);
    session.leaveOut(session.items[2]!.id);
    expect(kinds(1)).toEqual([]);
  });

  it('checks the document as decided, and says nothing of identities in a unit that does not fit', async () => {
    const { session, reader } = setUp();
    const [id] = session.add([fileOf('a.txt')]);
    await reader.go();
    const outcomes = () =>
      session.items[0]!.report?.instances.filter(({ outcome }) => outcome === 'exact').length;
    const exact = outcomes();
    expect(exact).toBeGreaterThan(0);
    session.decide(id!, { unit: '元' });
    expect(session.items[0]!.report?.instances.some(({ outcome }) => outcome === 'conflict')).toBe(false);
    expect(session.decided(session.items[0]!)!.facts[0]!.amount).toBe(1000n);
  });
});

describe('joining', () => {
  it('hands over the documents with the files and the decisions', async () => {
    const { session, reader, added, states } = setUp();
    const [a, b] = session.add([fileOf('夹/a.txt'), fileOf('b.txt', { year: 2022 })]);
    await reader.go();
    session.decide(a!, { scope: 'unit' });
    const joined = await session.join([a!, b!]);
    expect(states()).toEqual(['夹/a.txt joined', 'b.txt joined']);
    expect(joined.map(({ id }) => id)).toEqual([a, b]);
    expect(added[0]!.map(({ fileName, decisions }) => [fileName, decisions])).toEqual([
      ['a.txt', { scope: 'unit' }],
      ['b.txt', {}],
    ]);
    expect(new TextDecoder().decode(added[0]![0]!.bytes)).toBe(smallDisclosure().join('\n'));
  });

  it('a file that is no longer what was read fails alone', async () => {
    const { session, reader, added, states } = setUp();
    const changing = fileOf('a.txt');
    const gone = fileOf('b.txt', { year: 2022 });
    const ids = session.add([changing, gone, fileOf('c.txt', { year: 2021 })]);
    await reader.go();
    changing.file.arrayBuffer = () => Promise.resolve(new ArrayBuffer(3));
    gone.file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    await session.join(ids);
    expect(states()).toEqual(['a.txt failed', 'b.txt failed', 'c.txt joined']);
    expect(session.items[0]!.failure).toMatchObject({ reason: 'changed' });
    expect(added[0]!.map(({ fileName }) => fileName)).toEqual(['c.txt']);
  });

  it('where the workspace refuses, everything stays for review', async () => {
    const { session, reader, workspace, states } = setUp();
    const [id] = session.add([fileOf('a.txt')]);
    await reader.go();
    workspace.add = () => Promise.reject(new Error('full'));
    await expect(session.join([id!])).rejects.toThrow('full');
    expect(states()).toEqual(['a.txt review']);
  });
});
