import Decimal from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTLIER_METHODS, outliers, quartile, type OutlierValue } from '../../../src/analysis/outliers';

const of = (...values: (number | string)[]): OutlierValue[] =>
  values.map((value, i) => ({ key: `k${i}`, value: new Decimal(value) }));
const brief = (found: ReturnType<typeof outliers>) =>
  found.flagged.map(({ key, score, side }) => `${key} ${side} ${score.toDecimalPlaces(4).toString()}`);

describe('modified z-score', () => {
  it('is measured from the median in median absolute deviations', () => {
    // median 4.5, deviations .5 .5 1.5 1.5 2.5 2.5 3.5 95.5, their median 2: 0.6745 × 95.5 ÷ 2 = 32.2074
    const found = outliers(of(1, 2, 3, 4, 5, 6, 7, 100), 'robust_z');
    expect(brief(found)).toEqual(['k7 high 32.2074']);
    expect(found).toMatchObject({ n: 8, withheld: false, no_spread: false, limit: 3.5, minimum: 8 });
  });

  it('is signed, and the furthest stands first', () => {
    // median 10, deviations 0 0 1 1 1 1 2 20 30 → sorted middle (5th of 9) 1: −13.49, 20.235
    const found = outliers(of(10, 10, 9, 11, 9, 11, 12, -10, 40), 'robust_z');
    expect(brief(found)).toEqual(['k8 high 20.235', 'k7 low -13.49']);
  });

  it('flags above the threshold only', () => {
    // median 5, deviations 4 3 2 1 0 1 2 3 4 → median 2; 9: 0.6745 × 4 ÷ 2 = 1.349
    const values = of(1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect(brief(outliers(values, 'robust_z', { threshold: 1.349 }))).toEqual([]);
    expect(brief(outliers(values, 'robust_z', { threshold: 1.34 }))).toEqual([
      'k0 low -1.349',
      'k8 high 1.349',
    ]);
  });

  it('says where more than half of the values are equal', () => {
    const found = outliers(of(1, 1, 1, 1, 1, 2, 3, 90), 'robust_z');
    expect(found).toMatchObject({ flagged: [], no_spread: true, withheld: false });
  });
});

describe('quartiles', () => {
  it('lie between neighbours, as QUARTILE.INC has them', () => {
    const sorted = [1, 2, 3, 4, 5, 6, 7, 100].map((n) => new Decimal(n));
    expect([1, 2, 3].map((q) => quartile(sorted, q as 1 | 2 | 3).toString())).toEqual([
      '2.75',
      '4.5',
      '6.25',
    ]);
    expect(quartile([new Decimal(7)], 3).toString()).toBe('7');
    expect(() => quartile([], 2)).toThrow(RangeError);
  });

  it('fence off what is beyond one and a half ranges', () => {
    // (100 − 6.25) ÷ 3.5 = 26.7857
    expect(brief(outliers(of(1, 2, 3, 4, 5, 6, 7, 100), 'iqr'))).toEqual(['k7 high 26.7857']);
    // At the fence itself: Q1 2.75, Q3 6.25, fence 11.5
    expect(brief(outliers(of(1, 2, 3, 4, 5, 6, 7, '11.5'), 'iqr'))).toEqual([]);
    expect(brief(outliers(of(1, 2, 3, 4, 5, 6, 7, '11.6'), 'iqr'))).toEqual(['k7 high 1.5286']);
    expect(brief(outliers(of(1, 2, 3, 4, 5, 6, 7, 8), 'iqr', { fence: 0.4 }))).toEqual([
      'k0 low -0.5',
      'k7 high 0.5',
    ]);
  });

  it('say nothing where the middle half is equal', () => {
    expect(outliers(of(5, 5, 5, 5, 5, 5, 5, 9), 'iqr')).toMatchObject({ flagged: [], no_spread: true });
  });
});

describe('rank', () => {
  it('takes the ends, each from its own side', () => {
    expect(brief(outliers(of(1, 2, 3, 4, 5, 6, 7, 100), 'rank', { count: 2 }))).toEqual([
      'k7 high 1',
      'k6 high 2',
      'k0 low 1',
      'k1 low 2',
    ]);
  });

  it('gives equal values one place', () => {
    expect(brief(outliers(of(9, 9, 9, 8, 5, 5, 5, 5, 1), 'rank', { count: 2 }))).toEqual([
      'k0 high 1',
      'k1 high 1',
      'k2 high 1',
      'k8 low 1',
    ]);
    expect(outliers(of(1, 1, 1, 1, 1, 1, 1, 1), 'rank')).toMatchObject({ flagged: [], no_spread: true });
  });
});

describe('any method', () => {
  it('is silent where there are too few values, and says so', () => {
    for (const method of OUTLIER_METHODS) {
      const found = outliers(of(1, 2, 3, 4, 5, 6, 700), method);
      expect(found).toMatchObject({ method, n: 7, flagged: [], withheld: true, minimum: 8 });
      expect(outliers(of(1, 2, 3, 4, 5, 6, 700), method, { minimum: 7 }).withheld).toBe(false);
      expect(outliers([], method, { minimum: 1 })).toMatchObject({ withheld: true, n: 0 });
    }
  });

  it('refuses limits without sense', () => {
    const values = of(1, 2, 3, 4, 5, 6, 7, 8);
    expect(() => outliers(values, 'rank', { count: 1.5 })).toThrow(RangeError);
    expect(() => outliers(values, 'iqr', { fence: 0 })).toThrow(RangeError);
    expect(() => outliers(values, 'robust_z', { threshold: Number.NaN })).toThrow(RangeError);
    expect(() => outliers(values, 'robust_z', { minimum: 0 })).toThrow(RangeError);
  });

  it('finds the same whatever the order, and under shift and scale', () => {
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: -99, max: 99 }),
        fc.integer({ min: 1, max: 50 }),
        (list, shift, scale) => {
          for (const method of OUTLIER_METHODS) {
            const plain = of(...list);
            const moved = plain
              .map(({ key, value }) => ({ key, value: value.times(scale).plus(shift) }))
              .reverse();
            const keys = (values: OutlierValue[]) =>
              outliers(values, method)
                .flagged.map(({ key, side, score }) => `${key} ${side} ${score.toFixed(6)}`)
                .sort();
            expect(keys(moved)).toEqual(keys(plain));
          }
        },
      ),
    );
  });
});
