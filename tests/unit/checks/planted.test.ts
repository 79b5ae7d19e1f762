import { describe, expect, it } from 'vitest';
import { ALL_PLANTS, fault, placesOf } from './support/trial';

describe.each(ALL_PLANTS.map((plant) => [plant.name, plant] as const))('%s', (_name, plant) => {
  const places = placesOf(plant);

  it('is found by its rule at its cell, once', () => {
    expect(new Set(places.map(({ set }) => set)).size).toBeGreaterThanOrEqual(3);
    const faults = places.flatMap(({ set, seed, planted }) => {
      const wrong = fault(plant, planted, set);
      return wrong ? [`${set} ${seed}: ${wrong}`] : [];
    });
    expect(faults).toEqual([]);
  });
});
