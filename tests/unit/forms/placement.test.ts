import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { place, type ColumnHint, type PlacementRow } from '../../../src/extract/forms/placement';

/** Form 03 in 万元 with two decimals: 合计 = the other five. */
const rules = [{ left: [0], right: [1, 2, 3, 4, 5] }];
const row = (level: number, ...amounts: number[]): PlacementRow => ({
  level,
  amounts: amounts.map((amount) => BigInt(Math.round(amount * 100)) * 10000n),
  resolution: 10000n,
  fixed: null,
});
const run = (rows: PlacementRow[], hints: ColumnHint[] = []) =>
  place({ columns: 6, rules, always: [0], rows, hints });
const hint = (column: number, amount: bigint | null): ColumnHint => ({ column, amount, tolerance: 10000n });

describe('placing amounts whose blanks have vanished', () => {
  it('tells a row of 项目支出 from one of 基本支出 by the column sums above it', () => {
    const result = run(
      [
        row(0, 887.29, 764.61, 122.68),
        row(1, 887.29, 764.61, 122.68),
        row(3, 740.43, 671.01, 69.42),
        row(3, 53.26, 53.26),
        row(3, 93.6, 93.6),
      ],
      [hint(1, 7646100000n / 10n), hint(3, null), hint(4, null), hint(5, null)],
    );
    expect(result.rows[3]).toEqual([0, null, 1, null, null, null]);
    expect(result.rows[4]).toEqual([0, 1, null, null, null, null]);
    expect(result.ambiguous.size).toBe(0);
  });

  it('says so where two readings satisfy the sums, and places only what they share', () => {
    const result = run([row(0, 20, 10, 10), row(1, 10, 10), row(1, 10, 10)]);
    expect(result.ambiguous.has(1)).toBe(true);
    expect(result.rows[1]![0]).toBe(0);
    expect(result.rows[1]!.filter((index) => index === 1)).toEqual([]);
  });

  it('takes a difference that rounding explains, and no more', () => {
    const close = run([row(0, 10.01, 5, 5)], [hint(1, 5000000n), hint(2, 5000000n)]);
    expect(close.rows[0]).toEqual([0, 1, 2, null, null, null]);
    const far = run([row(0, 10.04, 5, 5)]);
    expect(far.rows[0]).toEqual([0, null, null, null, null, null]);
  });

  it('keeps a row that fills every column as printed, even where its sum fails', () => {
    const full: PlacementRow = { ...row(0, 9, 1, 1, 1, 1, 1), fixed: [0, 1, 2, 3, 4, 5] };
    expect(run([full]).rows[0]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('never places an amount where it was not printed', () => {
    const cents = fc.integer({ min: 1, max: 500000 });
    const leaf = fc.tuple(fc.constantFrom('basic', 'project', 'both'), cents, cents);
    fc.assert(
      fc.property(fc.array(leaf, { minLength: 1, maxLength: 7 }), (leaves) => {
        const cells = leaves.map(
          ([kind, a, b]) =>
            [kind === 'project' ? null : BigInt(a), kind === 'basic' ? null : BigInt(b)] as const,
        );
        const add = (index: 0 | 1) => {
          const values = cells.flatMap((cell) => (cell[index] === null ? [] : [cell[index]]));
          return values.length > 0 ? values.reduce((x, y) => x + y, 0n) : null;
        };
        const printed = (basic: bigint | null, project: bigint | null) => {
          const parts = [basic, project].filter((value): value is bigint => value !== null);
          return [parts.reduce((x, y) => x + y, 0n), ...parts];
        };
        const totals = [add(0), add(1)] as const;
        const rows: PlacementRow[] = [
          { level: 0, amounts: printed(...totals), resolution: 1n, fixed: null },
          ...cells.map(([basic, project]) => ({
            level: 1,
            amounts: printed(basic, project),
            resolution: 1n,
            fixed: null,
          })),
        ];
        const hints = [1, 2].map((column): ColumnHint => ({
          column,
          amount: totals[column - 1]!,
          tolerance: 0n,
        }));
        const result = place({
          columns: 6,
          rules,
          always: [0],
          rows,
          hints: [...hints, hint(3, null), hint(4, null), hint(5, null)],
        });
        cells.forEach(([basic, project], i) => {
          const placed = result.rows[i + 1]!;
          const amounts = rows[i + 1]!.amounts;
          [basic, project].forEach((value, c) => {
            const index = placed[c + 1]!;
            if (index !== null) expect(amounts[index]).toBe(value);
            else expect(value === null || result.ambiguous.has(i + 1)).toBe(true);
          });
        });
      }),
    );
  });
});
