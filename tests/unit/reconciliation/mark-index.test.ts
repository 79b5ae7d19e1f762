import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coordinates } from '../../../src/analysis/evidence';
import type { Finding, MarkedFact } from '../../../src/checks';
import { MarkIndex } from '../../../src/state/reconciliation/mark-index';

const DEPARTMENTS = ['甲局', '乙局', '丙局'];
const YEARS = [2022, 2023, 2024];
const CODES = ['201', '20103', '2010301', '208', null];

const marked = fc.record({
  fact_id: fc.constantFrom('a', 'b', 'c'),
  doc_id: fc.constantFrom('甲-2023', '乙-2023', '丙-2024'),
  region: fc.constantFrom('某市', '他市'),
  department: fc.constantFrom(...DEPARTMENTS),
  scope: fc.constantFrom('department' as const, 'unit' as const),
  fiscal_year: fc.constantFrom(...YEARS),
  source: fc.constantFrom('form' as const, 'narrative' as const),
  form: fc.constantFrom('03', '05', null),
  flow: fc.constantFrom('revenue' as const, 'expenditure' as const),
  classification: fc.constantFrom('function' as const, 'summary' as const),
  subject_code: fc.constantFrom(...CODES),
  subject_name: fc.constantFrom('合计', '行政运行'),
  subject_level: fc.constantFrom(0, 1, null),
  fund: fc.constantFrom('all' as const, 'general' as const),
  measure: fc.constantFrom('total' as const, 'basic' as const),
  stage: fc.constantFrom('final' as const, 'prior_final' as const),
  amount: fc.bigInt({ min: 0n, max: 9n }),
  state: fc.constantFrom('conflict' as const, 'implied' as const),
  repeats: fc.boolean(),
  findings: fc.constant<Finding[]>([]),
});

const KEYS = [
  'years',
  'departments',
  'regions',
  'doc_ids',
  'fact_ids',
  'scope',
  'source',
  'form',
  'flow',
  'classification',
  'subject_code',
  'under',
  'subject_name',
  'subject_level',
  'fund',
  'measure',
  'stage',
] as const;
const everywhere = fc.record({
  years: fc.subarray(YEARS),
  departments: fc.subarray(DEPARTMENTS),
  regions: fc.subarray(['某市', '他市', '无']),
  doc_ids: fc.subarray(['甲-2023', '乙-2023', '丁-2020']),
  fact_ids: fc.subarray(['a', 'c']),
  scope: fc.constantFrom('department' as const, 'unit' as const),
  source: fc.constantFrom('form' as const, 'narrative' as const),
  form: fc.constantFrom('03', '05'),
  flow: fc.constantFrom('revenue' as const, 'expenditure' as const),
  classification: fc.constantFrom('function' as const, 'summary' as const),
  subject_code: fc.constantFrom('201', '20103'),
  under: fc.constantFrom('201', '20103', ''),
  subject_name: fc.constantFrom('合计', '无'),
  subject_level: fc.constantFrom(0, 1),
  fund: fc.constantFrom('all' as const, 'general' as const),
  measure: fc.constantFrom('total' as const, 'basic' as const),
  stage: fc.constantFrom('final' as const, 'prior_final' as const),
});
/** A few coordinates at a time, so that some facts lie under them. */
const coordinates = fc
  .tuple(everywhere, fc.subarray([...KEYS], { maxLength: 4 }))
  .map(([at, keys]): Coordinates => Object.fromEntries(keys.map((key) => [key, at[key]])));

/** The meaning of coordinates once more, column by column: lists are any of, an empty one or none is everything. */
const LISTS = {
  years: 'fiscal_year',
  departments: 'department',
  regions: 'region',
  doc_ids: 'doc_id',
  fact_ids: 'fact_id',
} as const;
function scan(all: readonly MarkedFact[], at: Coordinates): MarkedFact[] {
  return all.filter((fact) =>
    Object.entries(at).every(([key, wanted]: [string, unknown]) => {
      if (Array.isArray(wanted)) {
        return wanted.length === 0 || wanted.includes(fact[LISTS[key as keyof typeof LISTS]]);
      }
      if (key === 'under') return fact.subject_code !== null && fact.subject_code.startsWith(String(wanted));
      return fact[key as keyof MarkedFact] === wanted;
    }),
  );
}

const ordered = (facts: readonly MarkedFact[], all: readonly MarkedFact[]) =>
  facts.map((fact) => all.indexOf(fact)).sort((a, b) => a - b);

describe('the index of marked facts', () => {
  it('finds what a plain scan finds', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(marked, { maxLength: 30 }), coordinates, (all, at) => {
        const expected = scan(all, at);
        found += expected.length;
        expect(ordered(new MarkIndex(all).under(at), all)).toEqual(ordered(expected, all));
      }),
      { numRuns: 600 },
    );
    expect(found).toBeGreaterThan(100);
  });
});
