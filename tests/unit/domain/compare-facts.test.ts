import { describe, expect, it } from 'vitest';
import { compareFacts, type Comparable } from '../../../src/domain/compare-facts';

const fact = (subject_code: string | null, amount: bigint, over: Partial<Comparable> = {}): Comparable => ({
  source: 'form',
  form: '05',
  flow: 'expenditure',
  classification: 'function',
  subject_code,
  subject_name: subject_code ?? '合计',
  fund: 'general',
  measure: 'total',
  stage: 'final',
  amount,
  ...over,
});
const codes = (facts: readonly Comparable[]) =>
  facts.map(({ subject_code, amount }) => [subject_code, amount]);

describe('two versions of one document', () => {
  it('says which amounts changed and by how much, which are new and which are gone', () => {
    const before = [fact('201', 1000n), fact('20103', 600n), fact('208', 50n)];
    const after = [fact('201', 1090n), fact('20103', 600n), fact('210', 7n)];
    const { changed, added, removed, same } = compareFacts(before, after);
    expect(changed.map(({ before: b, after: a, difference }) => [b.amount, a.amount, difference])).toEqual([
      [1000n, 1090n, 90n],
    ]);
    expect(codes(added)).toEqual([['210', 7n]]);
    expect(codes(removed)).toEqual([['208', 50n]]);
    expect(same).toBe(1);
  });

  it('tells a subject by its code, whatever it is called, and by its name where it has no code', () => {
    const renamed = compareFacts(
      [fact('201', 1n, { subject_name: '一般公共服务' })],
      [fact('201', 1n, { subject_name: '一般公共服务支出' })],
    );
    expect(renamed).toEqual({ changed: [], added: [], removed: [], same: 1 });
    const other = compareFacts(
      [fact(null, 1n, { subject_name: '合计' })],
      [fact(null, 1n, { subject_name: '本年支出合计' })],
    );
    expect([other.added.length, other.removed.length, other.same]).toEqual([1, 1, 0]);
  });

  it.each([
    ['form', { form: '03' }],
    ['fund', { fund: 'all' }],
    ['measure', { measure: 'basic' }],
    ['stage', { stage: 'initial_budget' }],
    ['source', { source: 'narrative' }],
  ] as const)('does not take an amount of another %s for the same', (_, over) => {
    const { added, removed, changed } = compareFacts([fact('201', 5n)], [fact('201', 5n, over)]);
    expect([added.length, removed.length, changed.length]).toEqual([1, 1, 0]);
  });

  it('pairs repetitions of a figure, equal ones first', () => {
    const { changed, added, removed, same } = compareFacts(
      [fact('201', 5n), fact('201', 9n)],
      [fact('201', 9n), fact('201', 6n), fact('201', 9n)],
    );
    expect(same).toBe(1);
    expect(changed.map(({ before, after }) => [before.amount, after.amount])).toEqual([[5n, 6n]]);
    expect(codes(added)).toEqual([['201', 9n]]);
    expect(removed).toEqual([]);
  });

  it('finds nothing in two equal versions, or none at all', () => {
    const facts = [fact('201', 0n), fact('20103', -3n)];
    expect(compareFacts(facts, facts)).toEqual({ changed: [], added: [], removed: [], same: 2 });
    expect(compareFacts([], [])).toEqual({ changed: [], added: [], removed: [], same: 0 });
  });
});
