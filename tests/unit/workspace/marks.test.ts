import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  DamagedFile,
  MARK_STATUSES,
  MemoryStore,
  pageLock,
  readMarks,
  Repository,
  reviewsFile,
  Workspace,
  zip,
  type ReviewMark,
} from '../../../src/dataset';
import { LONGEST_NOTE, mergeMarks, parseReviews, withMark } from '../../../src/dataset/workspace/marks';

const mark = (over: Partial<ReviewMark> = {}): ReviewMark => ({
  doc_id: '某市-某局-2024-final_account',
  finding_id: 'E7:03-212-基本支出',
  status: 'open',
  note: '',
  changed: '2026-01-02T03:04:05.000Z',
  about: {
    rule: 'E7',
    document: '某局2024年度部门决算公开',
    message: { zh: '印 1.00 元', en: 'prints 1.00 元' },
    left: '1.00',
    right: '10.00',
  },
  ...over,
});
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const open = async (store: MemoryStore) => {
  const unused = () => Promise.reject(new Error('a mark compiles nothing'));
  const workspace = new Workspace(new Repository(store, pageLock()), { compile: unused, unite: unused });
  await workspace.refresh();
  return workspace;
};

/** Any text that a file holds, also what JSON must escape. */
const text = fc.string({ unit: 'binary' });
const anyMark: fc.Arbitrary<ReviewMark> = fc.record({
  doc_id: text,
  finding_id: text,
  status: fc.constantFrom(...MARK_STATUSES),
  note: text,
  changed: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  about: fc.record({
    rule: text,
    document: text,
    message: fc.record({ zh: text, en: text }),
    left: text,
    right: text,
  }),
});
const anyMarks = fc.uniqueArray(anyMark, {
  maxLength: 12,
  selector: ({ doc_id, finding_id }) => JSON.stringify([doc_id, finding_id]),
});
const asSet = (marks: readonly ReviewMark[]) => new Set(marks.map((one) => JSON.stringify(one)));

describe('reviews.json', () => {
  test('gives back every mark as it was written', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const read = parseReviews(reviewsFile(marks).bytes);
        expect(read).toHaveLength(marks.length);
        for (const one of marks) {
          expect(
            read.find((other) => other.doc_id === one.doc_id && other.finding_id === one.finding_id),
          ).toEqual(one);
        }
      }),
    );
  });

  test('is the same file for the same marks, in whatever order they were set', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        expect(reviewsFile(marks.toReversed()).bytes).toEqual(reviewsFile(marks).bytes);
      }),
    );
  });

  it.each([
    ['no JSON', new TextEncoder().encode('{')],
    ['of nothing', bytesOf(null)],
    ['of another format', bytesOf({ format: 'juesuan-reviews/2', marks: [] })],
    ['without a list', bytesOf({ format: 'juesuan-reviews/1', marks: {} })],
    [
      'with an unknown status',
      bytesOf({ format: 'juesuan-reviews/1', marks: [{ ...mark(), status: 'ok' }] }),
    ],
    ['without a time', bytesOf({ format: 'juesuan-reviews/1', marks: [{ ...mark(), changed: 'soon' }] })],
    ['without its finding', bytesOf({ format: 'juesuan-reviews/1', marks: [{ ...mark(), about: null }] })],
    ['not in UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ])('is refused %s', (_, bytes) => {
    expect(() => parseReviews(bytes)).toThrow(DamagedFile);
  });

  it('is found in a zip, the one nearest to the top', async () => {
    const bytes = await zip([
      { path: 'a/b/reviews.json', bytes: bytesOf('another') },
      { ...reviewsFile([mark()]), path: 'a/reviews.json' },
    ]);
    expect(readMarks({ path: 'a.zip', bytes })).toEqual([mark()]);
    const without = await zip([{ path: 'a.txt', bytes }]);
    expect(() => readMarks({ path: 'a.zip', bytes: without })).toThrow(DamagedFile);
  });
});

describe('marks from two sources', () => {
  test('merge into one of each finding, the later of two, whichever comes first', () => {
    const late = mark({ changed: '2026-02-01T00:00:00.000Z', status: 'corrected' });
    expect(mergeMarks([mark()], [late])).toEqual([late]);
    expect(mergeMarks([late], [mark()])).toEqual([late]);
    expect(mergeMarks([mark({ note: 'own' })], [mark({ note: 'given' })])).toEqual([mark({ note: 'own' })]);
  });

  test('merged again change nothing', () => {
    fc.assert(
      fc.property(anyMarks, anyMarks, (own, given) => {
        const once = mergeMarks(own, given);
        expect(mergeMarks(once, given)).toEqual(once);
        for (const one of asSet(once)) expect(new Set([...asSet(own), ...asSet(given)])).toContain(one);
      }),
    );
  });
});

it('keeps marks through a reload, one of each finding, and forgets one', async () => {
  const store = new MemoryStore();
  const first = await open(store);
  await first.setMark(mark());
  await first.setMark(mark({ finding_id: 'T1:b', status: 'explained', note: '上级口径' }));
  await first.setMark(mark({ status: 'corrected' }));
  const again = await open(store);
  expect(again.index.marks).toEqual([
    mark({ status: 'corrected' }),
    mark({ finding_id: 'T1:b', status: 'explained', note: '上级口径' }),
  ]);
  await again.removeMark(mark());
  expect((await open(store)).index.marks.map(({ finding_id }) => finding_id)).toEqual(['T1:b']);
});

it('reads a workspace from before marks were kept', async () => {
  const store = new MemoryStore();
  const old = { revision: 3, useEmbedded: true, documents: [], packages: [], aliases: [] };
  await store.write('index.json', bytesOf({ format: 'juesuan-workspace/1', ...old }));
  expect((await open(store)).index.marks).toEqual([]);
});

it('cuts a note that is longer than is kept between whole characters', () => {
  const [kept] = withMark([], mark({ note: `${'x'.repeat(LONGEST_NOTE - 1)}𠀀` }));
  expect(kept!.note).toBe('x'.repeat(LONGEST_NOTE - 1));
});
