import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHOWN } from '../../../src/analysis/evidence';
import { CLASSIFICATIONS, FLOWS, FUNDS, MEASURES, SCOPES, SOURCES, STAGES } from '../../../src/domain/facts';
import { LANGUAGES } from '../../../src/i18n';
import { PAGE_IDS } from '../../../src/state/page-ids';
import { decodeState, DEFAULT_URL_STATE, encodeState, type UrlState } from '../../../src/state/url';

// Well-formed text of every kind: a link is UTF-8, which has no halves of characters.
const text = fc.string({ unit: 'grapheme' });
const optional = <T>(values: readonly T[]) => fc.constantFrom(...values);

const coordinates = fc.record(
  {
    years: fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 3 }),
    departments: fc.array(text, { minLength: 1, maxLength: 3 }),
    regions: fc.array(text, { minLength: 1, maxLength: 2 }),
    doc_ids: fc.array(text, { minLength: 1, maxLength: 2 }),
    fact_ids: fc.array(text, { minLength: 1, maxLength: 3 }),
    scope: optional(SCOPES),
    source: optional(SOURCES),
    form: text,
    flow: optional(FLOWS),
    classification: optional(CLASSIFICATIONS),
    subject_code: text,
    under: text,
    subject_name: text,
    subject_level: fc.integer({ min: 0, max: 9 }),
    fund: optional(FUNDS),
    measure: optional(MEASURES),
    stage: optional(STAGES),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const evidence = fc.record(
  {
    title: text,
    show: optional(SHOWN),
    parts: fc.array(fc.record({ term: text, at: coordinates }, { noNullPrototype: true }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
  { noNullPrototype: true },
);

const state: fc.Arbitrary<UrlState> = fc.record(
  {
    page: optional(PAGE_IDS),
    params: fc.dictionary(text, text, { maxKeys: 5, noNullPrototype: true }),
    filter: fc.record(
      {
        years: fc.array(fc.integer({ min: 1000, max: 9999 }), { maxLength: 4 }),
        departments: fc.array(text, { maxLength: 4 }),
        regions: fc.array(text, { maxLength: 3 }),
        scope: fc.option(optional(SCOPES)),
      },
      { noNullPrototype: true },
    ),
    unit: fc.constantFrom('元', '万元', '亿元'),
    language: optional(LANGUAGES),
    evidence: fc.option(evidence),
    valuation: fc.record(
      {
        prices: fc.constantFrom('nominal' as const, 'real' as const),
        base_year: fc.option(fc.integer({ min: 1000, max: 9999 })),
        per: fc.constantFrom('total' as const, 'head' as const),
      },
      { noNullPrototype: true },
    ),
    own_prices: fc.constantFrom('', '2025:100.1', '2025:99.8,2026:101'),
  },
  { noNullPrototype: true },
);

test('any state comes back from its link', () => {
  fc.assert(
    fc.property(state, (given) => {
      expect(decodeState(encodeState(given))).toEqual(given);
    }),
    { numRuns: 500 },
  );
});

test('a link survives what an address bar does to it', () => {
  fc.assert(
    fc.property(state, (given) => {
      const { hash } = new URL(`https://example.test/folder/index.html${encodeState(given)}`);
      expect(decodeState(hash)).toEqual(given);
    }),
  );
});

test('any text opens as some state', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (garbage) => {
      const opened = decodeState(garbage);
      expect(PAGE_IDS).toContain(opened.page);
      expect(decodeState(encodeState(opened))).toEqual(opened);
    }),
    { numRuns: 500 },
  );
});

describe('links people see', () => {
  test('defaults are left out', () => {
    expect(encodeState(DEFAULT_URL_STATE)).toBe('#/overview');
    expect(encodeState({ ...DEFAULT_URL_STATE, page: 'execution' })).toBe('#/execution');
  });

  test('years, page settings and unit are readable', () => {
    const link = encodeState({
      ...DEFAULT_URL_STATE,
      page: 'execution',
      params: { basis: 'adjusted_budget' },
      filter: { years: [2023, 2024], departments: [], regions: [], scope: null },
      unit: '元',
      language: 'en',
    });
    expect(link).toBe('#/execution?year=2023&year=2024&basis=adjusted_budget&unit=yuan&lang=en');
  });

  test('prices and heads are readable', () => {
    const valuation = { prices: 'real', base_year: 2020, per: 'head' } as const;
    const link = encodeState({ ...DEFAULT_URL_STATE, page: 'change', valuation, own_prices: '2025:100.1' });
    expect(link).toBe('#/change?prices=real&base=2020&per=head&cpi=2025%3A100.1');
    expect(decodeState('#/change?prices=dear&base=20&per=foot&cpi=2025:1,x')).toMatchObject({
      valuation: { prices: 'nominal', base_year: null, per: 'total' },
      own_prices: '',
    });
  });

  test('a page setting may have the name of a shared one', () => {
    const given = { ...DEFAULT_URL_STATE, params: { unit: 'a', '~unit': 'b', year: 'c' } };
    expect(decodeState(encodeState(given))).toEqual(given);
  });

  test.each([
    ['', 'overview'],
    ['#', 'overview'],
    ['#/', 'overview'],
    ['#/pivot', 'pivot'],
    ['#/no-such-page?unit=yuan', 'overview'],
  ])('%s opens %s', (fragment, page) => {
    expect(decodeState(fragment).page).toBe(page);
  });

  test('what is not understood takes its default', () => {
    const opened = decodeState('#/pivot?year=20x3&year=2023&unit=dollar&lang=fr&scope=village&cell=nonsense');
    expect(opened.filter).toEqual({ years: [2023], departments: [], regions: [], scope: null });
    expect(opened.unit).toBe('万元');
    expect(opened.language).toBe('zh-CN');
    expect(opened.evidence).toBeNull();
  });
});
