import { describe, expect, it } from 'vitest';
import { changeOf, pairs, type DocumentLine, type Figure, type Prior } from '../../src/analysis/change';
import { withPriorYears } from '../../src/analysis/change/queries';
import { NO_FILTER } from '../../src/analysis/filter';

const figure = (amount: bigint, resolution = 1n): Figure => ({
  amount,
  resolution,
  doc_id: 'd',
  fact_id: 'f',
  form: null,
});
const prior = (amount: bigint, resolution = 1n): Prior => ({
  ...figure(amount, resolution),
  source: 'implied',
  quote: null,
});
const NEITHER = { now: false, before: false };

describe('a change', () => {
  it('is exact in 分 and its rate a ratio of last year', () => {
    const change = changeOf(figure(198_951_308n), prior(211_630_000n, 20_000n), NEITHER);
    expect(change).toMatchObject({ state: 'rate', change: -12_678_692n, size: 'down', imprecise: false });
    expect(change.rate?.times(100).toFixed(2)).toBe('-5.99');
    expect(change.tolerance).toBe(10_001n);
  });

  it('has no rate on a last year of 0, and no change without it', () => {
    expect(changeOf(figure(500n), prior(0n), NEITHER)).toMatchObject({
      state: 'zero_base',
      change: 500n,
      rate: null,
    });
    expect(changeOf(figure(0n), prior(0n), NEITHER)).toMatchObject({
      state: 'zero_base',
      size: 'flat',
      rate: null,
    });
    expect(changeOf(figure(500n), null, NEITHER)).toMatchObject({
      state: 'no_prior',
      change: null,
      rate: null,
    });
    expect(changeOf(null, prior(500n), NEITHER)).toMatchObject({ state: 'no_final', change: null });
    expect(changeOf(null, null, NEITHER)).toMatchObject({ state: 'nothing', change: null, size: null });
  });

  it('tells a subject that a form does not list from one that nobody states', () => {
    const lists = { now: true, before: true };
    expect(changeOf(figure(500n), null, lists).state).toBe('new');
    expect(changeOf(null, prior(500n), lists).state).toBe('ended');
  });

  it('is told from rounding: up to half a unit of each figure', () => {
    const size = (difference: bigint) =>
      changeOf(figure(1_000_000n + difference, 1n), prior(1_000_000n, 20_000n), NEITHER).size;
    expect(size(0n)).toBe('flat');
    expect(size(10_000n)).toBe('rounding');
    expect(size(-10_000n)).toBe('rounding');
    expect(size(10_001n)).toBe('up');
    expect(size(-10_001n)).toBe('down');
  });

  it('calls a rate imprecise where last year is known to less than a tenth', () => {
    // 0.07 万元 ± 0.055
    expect(changeOf(figure(1_168_000n), prior(70_000n, 110_000n), NEITHER).imprecise).toBe(true);
    expect(changeOf(figure(1_168_000n), prior(700_000n, 110_000n), NEITHER).imprecise).toBe(false);
  });

  it('has no rate on a negative last year, whose sign would turn it round', () => {
    const change = changeOf(figure(50n), prior(-100n), NEITHER);
    expect(change.state).toBe('negative_base');
    expect(change.change).toBe(150n);
    expect(change.rate).toBeNull();
  });

  it('has no rate on a last year that is no more than its own rounding', () => {
    const rest = { ...prior(10_000n), resolution: 120_000n };
    expect(changeOf(figure(215_167_550n), rest, NEITHER)).toMatchObject({ state: 'zero_base', rate: null });
  });
});

describe('pairs of years', () => {
  const document = (doc_id: string, year: number, more: Partial<DocumentLine> = {}): DocumentLine => ({
    doc_id,
    region: '某市',
    department: '甲',
    scope: 'unit',
    fiscal_year: year,
    title: '',
    forms_present: '05',
    ...more,
  });
  const ids = (documents: DocumentLine[], years: number[] = []) =>
    pairs(documents, { ...NO_FILTER, years }).pairs.map((pair) => [
      pair.document.doc_id,
      pair.before?.doc_id ?? null,
    ]);

  it('join the same body and scope one year apart', () => {
    expect(ids([document('a', 2022), document('b', 2023), document('c', 2025)])).toEqual([
      ['a', null],
      ['b', 'a'],
      ['c', null],
    ]);
    expect(ids([document('a', 2022, { scope: 'department' }), document('b', 2023)])).toEqual([
      ['a', null],
      ['b', null],
    ]);
    expect(ids([document('a', 2022, { region: '别市' }), document('b', 2023)])[1]).toEqual(['b', null]);
  });

  it('show the years asked for, and look at the ones before', () => {
    expect(ids([document('a', 2022), document('b', 2023)], [2023])).toEqual([['b', 'a']]);
    expect(withPriorYears({ ...NO_FILTER, years: [2023, 2024] }).years).toEqual([2022, 2023, 2024]);
    expect(withPriorYears(NO_FILTER).years).toEqual([]);
  });

  it('count a body and year once', () => {
    const found = pairs([document('b', 2023), document('a', 2023)], NO_FILTER);
    expect(found.pairs.map((pair) => pair.document.doc_id)).toEqual(['a']);
    expect(found.spare).toBe(1);
  });
});
