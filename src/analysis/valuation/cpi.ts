import Decimal from 'decimal.js';

/** 居民消费价格指数 (上年 = 100) of one year, as the National Bureau of Statistics published it, and where. */
export interface PublishedIndex {
  year: number;
  index: string;
  source: string;
}

/** 全年居民消费价格比上年涨跌 (%), as the 统计公报 of that year states it. */
const RISES: readonly (readonly [year: number, rise: string])[] = [
  [2017, '1.6'],
  [2018, '2.1'],
  [2019, '2.9'],
  [2020, '2.5'],
  [2021, '0.9'],
  [2022, '2.0'],
  [2023, '0.2'],
  [2024, '0.2'],
];

/**
 * The built-in price table. Years that are not in it have no index until the reader gives one: nothing is guessed. The
 * statements are of one decimal, so a chain over seven years is exact to about ±0.35 %.
 */
export const CPI: readonly PublishedIndex[] = RISES.map(([year, rise]) => ({
  year,
  index: new Decimal(100).plus(rise).toFixed(1),
  source: `国家统计局《中华人民共和国${year}年国民经济和社会发展统计公报》：全年居民消费价格比上年上涨${rise}%`,
}));

/** The table of annual indices: the built-in ones, with the reader's own (by year, 上年 = 100) in front of them. */
export function priceTable(own: ReadonlyMap<number, Decimal> = new Map()): Map<number, Decimal> {
  return new Map([...CPI.map(({ year, index }) => [year, new Decimal(index)] as const), ...own]);
}
