import { expect, it } from 'vitest';
import { onlyDown, type SeriesRow, type ThreePublicRow } from '../../src/analysis/three-public';

const FEN = 10_000n; // one unit of the last place of 万元 with two decimals
const figure = (year: number, amount: bigint) => ({
  amount,
  resolution: FEN,
  doc_id: `b${year}`,
  fact_id: 'SG',
  form: 'B09',
});
const row = (department: string, year: number, initial: bigint | null): SeriesRow => {
  const cell = { initial: initial === null ? null : figure(year, initial), adjusted: null, final: null };
  return {
    region: '某省',
    department,
    scope: 'department',
    fiscal_year: year,
    budget: null,
    account: null,
    cells: { SG: cell, SG1: cell, SG2: cell, SG21: cell, SG22: cell, SG3: cell },
  };
};
const test = (...years: [number, bigint | null][]) =>
  onlyDown(
    years.map(([year, amount]) => row('甲', year, amount)),
    [],
    'SG',
  )[0]!;

it('holds where no year is above the one before', () => {
  const found = test([2017, 900n * FEN], [2018, 900n * FEN], [2019, 800n * FEN]);
  expect(found.verdict).toBe('kept');
  expect(found.steps.map(({ size, change }) => [size, change])).toEqual([
    ['flat', 0n],
    ['down', -100n * FEN],
  ]);
});

it('is broken by one rise, even where the last year is below the first', () => {
  const found = test([2023, 900n * FEN], [2024, 950n * FEN], [2025, 100n * FEN]);
  expect(found.verdict).toBe('broken');
  expect(found.steps.map(({ size }) => size)).toEqual(['up', 'down']);
});

it('does not call a rise what rounding explains', () => {
  expect(test([2023, 900n * FEN], [2024, 900n * FEN + 10_000n]).verdict).toBe('rounding');
  expect(test([2023, 900n * FEN], [2024, 900n * FEN + 10_001n]).verdict).toBe('broken');
});

it('compares with the last year that has a figure: a blank is no year of 0', () => {
  const found = test([2017, 900n * FEN], [2018, null], [2019, 950n * FEN]);
  expect(found.steps.map(({ before, after }) => [before.fiscal_year, after.fiscal_year])).toEqual([
    [2017, 2019],
  ]);
  expect(found.verdict).toBe('broken');
  expect(test([2017, 900n * FEN]).verdict).toBe('untested');
});

it('takes the year before a final account as that one tells it', () => {
  const account = row('甲', 2024, null);
  const final = { ...figure(2024, 600n * FEN), form: '09' };
  const cell = { initial: null, adjusted: null, final };
  const prior = { ...figure(2024, 500n * FEN), form: null, source: 'implied', quote: '' };
  const own = { ...account, cells: { ...account.cells, SG: cell } };
  const told = {
    document: { region: '某省', department: '甲', scope: 'department', fiscal_year: 2024 },
    cells: { SG: { change: { prior } } },
  } as unknown as ThreePublicRow;
  expect(onlyDown([own], [told], 'SG')).toMatchObject([
    {
      stage: 'final',
      verdict: 'broken',
      years: [
        { fiscal_year: 2023, implied: true },
        { fiscal_year: 2024, implied: false },
      ],
    },
  ]);
});
