import Decimal from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  baseYear,
  indexed,
  NOMINAL,
  priceTable,
  shareOfTotal,
  staffKey,
  valued,
  yearsWithoutIndex,
  type Valuation,
  type ValuationTables,
} from '../../../src/analysis/valuation';

const tables: ValuationTables = {
  prices: priceTable(),
  staff: new Map([
    [staffKey('甲局', 2023), 3n],
    [staffKey('甲局', 2022), 2n],
    [staffKey('乙局', 2023), 0n],
    [staffKey('丙局', 2023), 2n],
  ]),
};
const real = (base_year: number | null): Valuation => ({ prices: 'real', base_year, per: 'total' });
const head: Valuation = { ...NOMINAL, per: 'head' };
const at = (fiscal_year: number, department = '甲局') => ({ fiscal_year, department });

describe('amounts in prices of one year', () => {
  it('chains the annual indices of the years after the earlier one', () => {
    // 2019: 102.9, 2020: 102.5; 1.029 × 1.025 = 1.054725
    expect(valued(1_000_000n, real(2020), at(2018), tables)).toEqual({ amount: 1_054_725n, reason: null });
    // 1 000 000 ÷ 1.054725 = 948 114.437…
    expect(valued(1_000_000n, real(2018), at(2020), tables)).toEqual({ amount: 948_114n, reason: null });
    // Two rises of 0.2 %: 1.004004
    expect(valued(1_000_000n, real(2024), at(2022), tables)).toEqual({ amount: 1_004_004n, reason: null });
  });

  it('rounds once, half to even', () => {
    // 2022: 102.0
    expect(valued(25n, real(2022), at(2021), tables).amount).toBe(26n); // 25.5
    expect(valued(75n, real(2022), at(2021), tables).amount).toBe(76n); // 76.5
    expect(valued(-25n, real(2022), at(2021), tables).amount).toBe(-26n);
  });

  it('takes the last year of the table where no base year is given', () => {
    expect(baseYear(null, tables.prices)).toBe(2024);
    expect(valued(1_000_000n, real(null), at(2023), tables).amount).toBe(1_002_000n);
    expect(baseYear(null, new Map())).toBeNull();
  });

  it('tells years without an index, and never gives their nominal amounts', () => {
    expect(valued(100n, real(2024), at(2026), tables)).toEqual({ amount: null, reason: 'no_price_index' });
    expect(valued(100n, real(2024), at(2015), tables)).toEqual({ amount: null, reason: 'no_price_index' });
    expect(valued(100n, real(2026), at(2026), tables).amount).toBe(100n);
    // The index of the earliest year itself is not needed: 2016 amounts can be told in prices of 2017.
    expect(valued(1000n, real(2017), at(2016), tables).amount).toBe(1016n);
    expect(yearsWithoutIndex(tables.prices, [2026, 2024, 2015], 2024)).toEqual([2015, 2026]);
  });

  it('leaves a gap inside the table open', () => {
    const prices = new Map(tables.prices);
    prices.delete(2021);
    expect(valued(100n, real(2022), at(2020), { ...tables, prices }).reason).toBe('no_price_index');
    expect(valued(100n, real(2022), at(2021), { ...tables, prices }).amount).toBe(102n);
  });

  it('keeps sums of a country exact', () => {
    const amount = 90_071_992_547_409_93n; // beyond 2^53
    expect(valued(amount * 1000n, real(2022), at(2021), tables).amount).toBe((amount * 1000n * 102n) / 100n);
  });
});

describe('amounts for one member of staff', () => {
  it('divides by the staff of the department and year', () => {
    expect(valued(1000n, head, at(2023), tables).amount).toBe(333n);
    expect(valued(5n, head, at(2022), tables).amount).toBe(2n);
    expect(valued(7n, head, at(2022), tables).amount).toBe(4n);
    expect(valued(-5n, head, at(2022), tables).amount).toBe(-2n);
  });

  it('names unknown and zero staff', () => {
    const none = { amount: null, reason: 'no_staff' };
    expect(valued(1000n, head, at(2021), tables)).toEqual(none);
    expect(valued(1000n, head, at(2023, '乙局'), tables)).toEqual(none);
  });

  it('does both with one rounding', () => {
    const both: Valuation = { ...real(2024), per: 'head' };
    // 1000 × 1.002 ÷ 3 = 334
    expect(valued(1000n, both, at(2023), tables).amount).toBe(334n);
    // 249 × 1.002 ÷ 2 = 124.749 → 125; rounded before the division too it would be 249 ÷ 2 = 124.5 → 124
    expect(valued(249n, both, at(2023, '丙局'), tables).amount).toBe(125n);
  });
});

describe('always', () => {
  const amounts = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
  const years = fc.integer({ min: 2016, max: 2024 });
  const magnitude = (n: bigint) => (n < 0n ? -n : n);

  it('a blank stays blank, without a reason', () => {
    expect(valued(null, { ...real(2024), per: 'head' }, at(1999, '无'), tables)).toEqual({
      amount: null,
      reason: null,
    });
  });

  it('nominal totals, and real ones in their own year, are the amounts themselves', () => {
    fc.assert(
      fc.property(amounts, years, (amount, year) => {
        expect(valued(amount, NOMINAL, at(year), tables).amount).toBe(amount);
        expect(valued(amount, real(year), at(year), tables).amount).toBe(amount);
      }),
    );
  });

  it('is at most half a 分 from the exact quotient (checked in whole numbers)', () => {
    // Indices in tenths of a percent: base year prices = amount × Π index ÷ 1000^k
    const tenths = new Map(
      [...tables.prices].map(([year, index]) => [year, BigInt(index.times(10).toFixed(0))]),
    );
    fc.assert(
      fc.property(amounts, years, years, (amount, year, base) => {
        let [up, down] = [1n, 1n];
        for (let y = Math.min(year, base) + 1; y <= Math.max(year, base); y++) {
          up *= base > year ? tenths.get(y)! : 1000n;
          down *= base > year ? 1000n : tenths.get(y)!;
        }
        const found = valued(amount, real(base), at(year), tables).amount!;
        expect(2n * magnitude(found * down - amount * up) <= down).toBe(true);
      }),
    );
  });
});

describe('index numbers and shares', () => {
  it('are exact decimals', () => {
    expect(indexed(150n, 120n)).toEqual({ value: new Decimal(125), reason: null });
    expect(shareOfTotal(1n, 8n)).toEqual({ value: new Decimal('0.125'), reason: null });
    expect(indexed(-30n, 120n).value?.toString()).toBe('-25');
  });

  it('name what has none', () => {
    expect(indexed(1n, 0n)).toEqual({ value: null, reason: 'zero_base' });
    expect(indexed(1n, -5n)).toEqual({ value: null, reason: 'negative_base' });
    expect(shareOfTotal(null, 5n)).toEqual({ value: null, reason: 'blank' });
  });
});
