import { finalOf, priorOf, type Figure, type Prior } from './figure';
import type { Body } from './bodies';
import type { Choice, TwoYears } from './breakdown-request';
import { lookup } from './model';
import type { FigureLine } from './rows';
import { changeOfSums, contributionOf, sumOf, type Divided, type Step, type Sum } from './step';

/** The items that the divisions `nature` and `body` are made of. */
export const DIVIDED_ITEMS = ['general', 'personnel', 'running_costs'] as const;
type DividedItem = (typeof DIVIDED_ITEMS)[number];

/** Figures of one item in the two years. */
interface Two {
  now: Figure;
  before: Prior;
}

type Find = (doc_id: string | undefined, item: string) => FigureLine | undefined;

function twoOf(find: Find, { body, from, to }: TwoYears, item: DividedItem): Two | null {
  const line = find(body.documents.get(to)?.doc_id, item);
  const now = finalOf(line);
  const earlier = find(body.documents.get(from)?.doc_id, item);
  // A sentence tells the year just before, no other.
  const before = from === to - 1 || finalOf(earlier) ? priorOf(line, earlier) : null;
  return now && before ? { now, before } : null;
}

/** Every two years of which a body has all figures that `nature` is made of. */
export function naturalYears(bodies: readonly Body[], figures: readonly FigureLine[]): TwoYears[] {
  const find = lookup(figures);
  return bodies.flatMap((body) => {
    const years = [...body.documents.keys()];
    return years.flatMap((to) =>
      [...new Set([...years.filter((year) => year < to), to - 1])]
        .map((from) => ({ body, from, to }))
        .filter((pair) => DIVIDED_ITEMS.every((item) => twoOf(find, pair, item) !== null)),
    );
  });
}

/** The parts of a change by nature of expenditure, or by department. */
export function itemSteps(choice: Choice, figures: readonly FigureLine[]): Divided {
  const find = lookup(figures);
  const items = choice.division === 'nature' ? DIVIDED_ITEMS : (['general'] as const);
  const complete = choice.compared.flatMap((pair) => {
    const found = items.map((item) => twoOf(find, pair, item));
    return found.every((two) => two !== null) ? [{ pair, found }] : [];
  });
  const without = choice.compared
    .filter((pair) => !complete.some((entry) => entry.pair === pair))
    .map(({ body }) => body.department);
  const all = (at: number) => complete.map(({ found }) => found[at]!);
  const general = sumsOf(all(0));
  const steps =
    choice.division === 'nature'
      ? natureSteps(general, sumsOf(all(1)), sumsOf(all(2)))
      : complete.map(({ pair, found }) => stepOf(pair.body.key, pair.body.department, sumsOf([found[0]!])));
  return { ...general, steps: complete.length > 0 ? steps : [], left_out: [], held: [], without };
}

interface Sums {
  now: Sum | null;
  before: Sum | null;
}

const sumsOf = (twos: readonly Two[]): Sums => ({
  now: sumOf(twos.map(({ now }) => now)),
  before: sumOf(
    twos.map(({ before }) => before),
    twos.some(({ before }) => before.source === 'implied'),
  ),
});

/** 人员经费, 公用经费, and what the total has beyond them: 项目支出 and the like. */
function natureSteps(general: Sums, personnel: Sums, running: Sums): Step[] {
  const rest = (side: 'now' | 'before'): Sum | null => {
    const [whole, ...parts] = [general[side], personnel[side], running[side]];
    if (!whole || parts.some((part) => !part)) return null;
    return {
      amount: parts.reduce((left, part) => left - part!.amount, whole.amount),
      resolution: parts.reduce((sum, part) => sum + part!.resolution, whole.resolution),
      figures: [],
      implied: whole.implied || parts.some((part) => part!.implied),
    };
  };
  return [
    stepOf('personnel', null, personnel),
    stepOf('running_costs', null, running),
    stepOf('rest', null, { now: rest('now'), before: rest('before') }),
  ];
}

function stepOf(key: string, name: string | null, { now, before }: Sums): Step {
  const change = changeOfSums(now, before, { now: false, before: false });
  return {
    ...change,
    key,
    codes: [],
    name,
    renamed: null,
    now,
    before,
    contribution: contributionOf(change, now, before),
    points: null,
    moves: [],
    held: false,
    reasons: [],
  };
}
