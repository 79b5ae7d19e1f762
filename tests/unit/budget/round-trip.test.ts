import fc from 'fast-check';
import { expect, it } from 'vitest';
import { read } from './small-budget';
import { type Cell, CLASSES, type Print, writeBudget, type WrittenItem } from './written-budget';

/** Items in code order; amounts are whole hundreds of 元, so that 万元 with two decimals prints them exactly. */
const items = fc
  .uniqueArray(
    fc.record({
      code: fc
        .tuple(
          fc.constantFrom(...Object.keys(CLASSES)),
          fc.integer({ min: 91, max: 94 }),
          fc.integer({ min: 1, max: 5 }),
        )
        .map(([type, section, item]) => `${type}${section}0${item}`),
      kind: fc.constantFrom('basic', 'project', 'both'),
      amounts: fc.tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 99_999_999 })),
    }),
    { selector: (item) => item.code, minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list
      .map(({ code, kind, amounts: [a, b] }): WrittenItem => ({
        code,
        basic: kind === 'project' ? null : BigInt(a) * 10_000n,
        project: kind === 'basic' ? null : BigInt(b) * 10_000n,
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  );

const print: fc.Arbitrary<Print> = fc.record({
  unit: fc.constantFrom('元', '万元'),
  codes: fc.constantFrom('one', 'three'),
  total: fc.constantFrom('top', 'bottom'),
  totalIn: fc.constantFrom('code', 'name'),
  perPage: fc.integer({ min: 0, max: 9 }),
  repeated: fc.boolean(),
});

it.each(['上海', '江苏'] as const)(
  'a random budget in the manner of %s comes back as it was printed',
  async (manner) => {
    await fc.assert(
      fc.asyncProperty(items, print, async (list, how) => {
        const { lines, cells } = writeBudget(list, how, manner);
        const { facts, warnings, document } = await read(lines);
        const got = facts.map(
          (f): Cell =>
            `${f.form}/${f.subject_code ?? f.subject_name}/${f.measure}/${f.fund}/${f.amount}` as Cell,
        );
        expect(document).toMatchObject({ fiscal_year: 2030, kind: 'budget', department: '测试市某某局' });
        expect(got.sort()).toEqual([...cells].sort());
        expect(warnings).toEqual([]);
      }),
      { numRuns: 100 },
    );
  },
  60_000,
);
