import Decimal from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { CPI, decodePrices, encodePrices, parseIndex, priceTable } from '../../../src/analysis/valuation';

describe('the built-in price table', () => {
  it('has the annual rises of consumer prices as the bureau published them', () => {
    // 国家统计局, 国民经济和社会发展统计公报 of each year: 1.6 2.1 2.9 2.5 0.9 2.0 0.2 0.2 %
    expect(CPI.map(({ year, index }) => [year, index])).toEqual([
      [2017, '101.6'],
      [2018, '102.1'],
      [2019, '102.9'],
      [2020, '102.5'],
      [2021, '100.9'],
      [2022, '102.0'],
      [2023, '100.2'],
      [2024, '100.2'],
    ]);
    for (const { year, source } of CPI) expect(source).toContain(`${year}年国民经济和社会发展统计公报`);
  });

  it('gives way to the reader’s own values', () => {
    const table = priceTable(
      new Map([
        [2024, new Decimal('100.5')],
        [2025, new Decimal(101)],
      ]),
    );
    expect(table.get(2024)?.toString()).toBe('100.5');
    expect(table.get(2025)?.toString()).toBe('101');
    expect(table.get(2023)?.toString()).toBe('100.2');
    expect(table.has(2026)).toBe(false);
  });
});

describe('indices that the reader writes', () => {
  it.each([
    ['100', '100'],
    [' 99.8 ', '99.8'],
    ['102.0345', '102.0345'],
    ['100．5', '100.5'],
  ])('%s', (text, value) => expect(parseIndex(text)?.toString()).toBe(value));

  it.each(['', '2.1', '-100', '100%', '1e2', '100.12345', '9999', '49', '501', '一百'])(
    'refuses %s',
    (text) => expect(parseIndex(text)).toBeNull(),
  );

  it('come back from the link', () => {
    const own = new Map([
      [2026, new Decimal('101.25')],
      [2025, new Decimal(100)],
    ]);
    expect(encodePrices(own)).toBe('2025:100,2026:101.25');
    expect(decodePrices('2025:100,2026:101.25')).toEqual(own);
    expect(decodePrices('2025:abc,x,2026:1,:,2027:101')).toEqual(new Map([[2027, new Decimal(101)]]));
  });
});
