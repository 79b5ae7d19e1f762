import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/checks';
import { SETS } from './support/sets';

const SEEDS = 40;

describe.each(Object.entries(SETS))('%s, made without a contradiction', (_name, make) => {
  it(`gives no finding, ${SEEDS} documents`, () => {
    const wrong = Array.from({ length: SEEDS }, (_, seed) => seed + 1).flatMap((seed) =>
      checkDocument(make(seed)).findings.map(({ rule, message }) => `${seed} ${rule} ${message.zh}`),
    );
    expect(wrong).toEqual([]);
  });

  it('asks many identities, and knows them all', () => {
    const { instances } = checkDocument(make(7));
    expect(instances.filter(({ outcome }) => outcome === 'exact').length).toBeGreaterThan(30);
    expect(instances.filter(({ outcome }) => outcome === 'unknown').map(({ about }) => about)).toEqual([]);
  });
});
