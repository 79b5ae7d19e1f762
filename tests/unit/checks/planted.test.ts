import { describe, expect, it } from 'vitest';
import { checkDocument, type Finding } from '../../../src/checks';
import { PLANTS } from './support/plants';
import type { Plant, Planted } from './support/planted';
import { SETS } from './support/sets';

const SEEDS = [1, 2, 3];

const holds = (list: readonly string[] | 'all' | undefined, set: string) =>
  list === 'all' || list?.includes(set);

function names(finding: Finding, plant: Plant, planted: Planted, set: string): boolean {
  if (planted.cells.length === 0) return true;
  if (finding.fact_id !== null) return planted.cells.includes(finding.fact_id);
  return holds(plant.among, set) === true && finding.fact_ids.some((id) => planted.cells.includes(id));
}

/** What is wrong with what was found; null where it is right. */
function fault(plant: Plant, planted: Planted, set: string): string | null {
  const { findings } = checkDocument(planted.input);
  const spoken = findings.filter(({ instances }) => instances.some(({ rule }) => plant.rules.includes(rule)));
  const told = findings
    .map(({ rule, kind, fact_id, message }) => `${rule} ${kind} ${fact_id} ${message.zh}`)
    .join('; ');
  if (spoken.length === 0) return `no finding of ${plant.rules.join('/')}: ${told}`;
  if (holds(plant.untold, set)) return null;
  const named = spoken.filter((finding) => names(finding, plant, planted, set));
  if (named.length === 0) return `${planted.cells.join(', ')} not named: ${told}`;
  if (findings.length > 1) return `more than one finding: ${told}`;
  const kinds = plant.kinds;
  return !kinds || kinds.includes(named[0]!.kind ?? '') ? null : `kind ${named[0]!.kind}: ${told}`;
}

describe.each(PLANTS.map((plant) => [plant.name, plant] as const))('%s', (_name, plant) => {
  const places = Object.entries(SETS).flatMap(([set, make]) =>
    SEEDS.flatMap((seed) => {
      const planted = plant.plant(make(seed));
      return planted ? [{ set, seed, planted }] : [];
    }),
  );

  it('is found by its rule at its cell, once', () => {
    expect(new Set(places.map(({ set }) => set)).size).toBeGreaterThanOrEqual(3);
    const faults = places.flatMap(({ set, seed, planted }) => {
      const wrong = fault(plant, planted, set);
      return wrong ? [`${set} ${seed}: ${wrong}`] : [];
    });
    expect(faults).toEqual([]);
  });
});
