import { checkDocument } from '../../src/checks';
import { SETS } from '../unit/checks/support/sets';
import { ALL_PLANTS, outcomeOf, placesOf } from '../unit/checks/support/trial';

/**
 * Prints, as Markdown, what the checks say of documents without a contradiction and of each planted error in each form
 * set: `●` the cell is named (or, for words, the sentence told), `◐` it is among those listed, `○` the rule alone
 * speaks, `✗` not found, blank: the set has no place for it. Behind it the rule.
 */
const PERFECT = 60;
const sets = Object.keys(SETS);
const SIGNS: Record<string, string> = { named: '●', sentence: '●', listed: '◐', not: '○' };
const print = (line: string) => process.stdout.write(`${line}\n`);

const row = (cells: readonly string[]) => print(`| ${cells.join(' | ')} |`);
row(['', ...sets]);
row(['---', ...sets.map(() => '---')]);
row([
  `no contradiction: findings in ${PERFECT} documents`,
  ...Object.values(SETS).map((make) =>
    String(
      Array.from({ length: PERFECT }, (_, at) => checkDocument(make(at + 1)).findings.length).reduce(
        (sum, n) => sum + n,
        0,
      ),
    ),
  ),
]);
const counts = { places: 0, found: 0, named: 0, listed: 0, one: 0 };
for (const plant of ALL_PLANTS) {
  const places = placesOf(plant);
  const cells = sets.map((set) => {
    const own = places.filter((place) => place.set === set).map(({ planted }) => outcomeOf(plant, planted));
    for (const { rule, cell, findings } of own) {
      counts.places += 1;
      if (rule !== null) counts.found += 1;
      if (rule !== null && (cell === 'named' || cell === 'sentence')) counts.named += 1;
      if (rule !== null && cell === 'listed') counts.listed += 1;
      if (findings === 1) counts.one += 1;
    }
    if (own.length === 0) return '';
    const worst = ['not', 'listed', 'named', 'sentence'].find((cell) =>
      own.some((one) => one.cell === cell),
    )!;
    const missed = own.some(({ rule }) => rule === null);
    return missed ? '✗' : `${SIGNS[worst]} ${[...new Set(own.map(({ rule }) => rule))].join('/')}`;
  });
  row([plant.name, ...cells]);
}
print('');
print(
  `${ALL_PLANTS.length} kinds, ${counts.places} planted errors: found by an intended rule ${counts.found}, cell named ${counts.named}, among those listed ${counts.listed}, as one finding ${counts.one}.`,
);
