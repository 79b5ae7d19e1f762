import { checkDocument, type Finding } from '../../../../src/checks';
import type { Plant, Planted } from './planted';
import { MORE_PLANTS } from './plants-extra';
import { PLANTS } from './plants';
import { SETS } from './sets';

export const ALL_PLANTS: readonly Plant[] = [...PLANTS, ...MORE_PLANTS];
export const SEEDS = [1, 2, 3];

const holds = (list: readonly string[] | 'all' | undefined, set: string) =>
  list === 'all' || list?.includes(set);

function names(finding: Finding, plant: Plant, planted: Planted, set: string): boolean {
  if (planted.cells.length === 0) return true;
  if (finding.fact_id !== null) return planted.cells.includes(finding.fact_id);
  const among = plant.among !== undefined && holds(plant.among, set) === true;
  const listed = [
    ...finding.fact_ids,
    ...(plant.rules.includes('N1') ? (finding.instances[0]?.left.fact_ids ?? []) : []),
  ];
  return (among || plant.rules.includes('N1')) && listed.some((id) => planted.cells.includes(id));
}

/** What is wrong with what was found; null where it is right. */
export function fault(plant: Plant, planted: Planted, set: string): string | null {
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

/** Every place of a plant over sets and seeds. */
export function placesOf(plant: Plant): { set: string; seed: number; planted: Planted }[] {
  return Object.entries(SETS).flatMap(([set, make]) =>
    SEEDS.flatMap((seed) => {
      const planted = plant.plant(make(seed));
      return planted ? [{ set, seed, planted }] : [];
    }),
  );
}

/** What the checks say of one planted error: found by a rule meant for it, the cell named or listed, one finding. */
export function outcomeOf(
  plant: Plant,
  planted: Planted,
): { rule: string | null; cell: string; findings: number } {
  const { findings } = checkDocument(planted.input);
  const spoken = findings.filter(({ instances }) => instances.some(({ rule }) => plant.rules.includes(rule)));
  const named = spoken.some(({ fact_id }) => fact_id !== null && planted.cells.includes(fact_id));
  const listed = spoken.some(({ fact_ids, instances }) =>
    [...fact_ids, ...instances.flatMap(({ left, right }) => [...left.fact_ids, ...right.fact_ids])].some(
      (id) => planted.cells.includes(id),
    ),
  );
  const told = spoken.some(
    ({ rule, instances }) => rule === 'N1' && planted.cells.includes(instances[0]?.left.fact_ids[0] ?? ''),
  );
  const cell = planted.cells.length === 0 ? 'sentence' : named || told ? 'named' : listed ? 'listed' : 'not';
  return { rule: spoken[0]?.rule ?? null, cell, findings: findings.length };
}
