import type { Scope } from '../../domain/facts';
import { NO_FILTER, type Filter } from '../filter';
import type { Body } from './bodies';
import type { ChangeStage } from './request';

/** What the change of a total is divided into. `nature`: 人员经费, 公用经费 and what is left; `body`: departments. */
export const DIVISIONS = ['function', 'economy', 'nature', 'body'] as const;
export type Division = (typeof DIVISIONS)[number];

/** Subjects as each year's document prints them, or on the classification of one of the two years. */
export const BASES = ['published', 'from', 'to'] as const;
export type Basis = (typeof BASES)[number];

export interface BreakdownRequest {
  filter: Filter;
  stage: ChangeStage;
  division: Division;
  /** 1 类, 2 款, 3 项; economic subjects have two. */
  level: 1 | 2 | 3;
  basis: Basis;
  from: number | null;
  to: number | null;
  /** A body's key, or a scope: all of its bodies together. Null or unknown: the first that can be compared. */
  of: string | null;
}

export const DEFAULT_BREAKDOWN: BreakdownRequest = {
  filter: NO_FILTER,
  stage: 'final',
  division: 'function',
  level: 1,
  basis: 'published',
  from: null,
  to: null,
  of: null,
};

/** What of a request can be shown. */
export interface Choice {
  division: Division;
  /** Bodies that have two years in this division. */
  bodies: Body[];
  /** Scopes of which more than one body can be put together. */
  scopes: Scope[];
  of: string;
  /** Years that can be the later, the earlier one. */
  tos: number[];
  froms: number[];
  from: number;
  to: number;
  compared: TwoYears[];
  /** Divisions that something can be shown for. */
  divisions: Division[];
}

const isScope = (text: string | null): text is Scope => text === 'department' || text === 'unit';

/** Two years of a body that can be compared. */
export interface TwoYears {
  body: Body;
  from: number;
  to: number;
}

/** Every two years of which a body has documents. */
export function documentedYears(bodies: readonly Body[]): TwoYears[] {
  return bodies.flatMap((body) => {
    const years = [...body.documents.keys()];
    return years.flatMap((to) => years.filter((from) => from < to).map((from) => ({ body, from, to })));
  });
}

const unique = (years: readonly number[]) => [...new Set(years)].sort((a, b) => a - b);

/**
 * Request + bodies → what is shown; null where nothing can be compared. Never puts 部门 and 单位 together. `natural`:
 * the years that `nature` has all figures of, which sentences may tell where there is no earlier document.
 */
export function choose(
  request: BreakdownRequest,
  all: readonly Body[],
  natural: readonly TwoYears[],
): Choice | null {
  const asked = request.filter.years;
  const wanted = (pairs: readonly TwoYears[]) =>
    pairs.filter(({ to }) => asked.length === 0 || asked.includes(to));
  const documented = wanted(documentedYears(all));
  const pairsOf = (division: Division) => (division === 'nature' ? wanted(natural) : documented);
  const divisions = DIVISIONS.filter((division) =>
    division === 'body' ? several(documented).length > 0 : pairsOf(division).length > 0,
  );
  const division = divisions.includes(request.division) ? request.division : divisions[0];
  if (division === undefined) return null;
  const pairs = pairsOf(division);
  const bodies = all.filter((body) => pairs.some((pair) => pair.body === body));
  const scopes = several(pairs);
  const keys: string[] = [...(division === 'body' ? [] : bodies.map(({ key }) => key)), ...scopes];
  const of = request.of !== null && keys.includes(request.of) ? request.of : keys[0]!;
  const own = pairs.filter(({ body }) => (isScope(of) ? body.scope === of : body.key === of));
  const tos = unique(own.map(({ to }) => to));
  const bodiesIn = (year: number) => own.filter((pair) => pair.to === year && pair.from === year - 1).length;
  // Several bodies: the last year that most of them have.
  const fullest = [...tos].sort((a, b) => bodiesIn(b) - bodiesIn(a) || b - a)[0]!;
  const last = isScope(of) ? fullest : tos.at(-1)!;
  const to = request.to !== null && tos.includes(request.to) ? request.to : last;
  const froms = unique(own.filter((pair) => pair.to === to).map(({ from }) => from));
  const from = request.from !== null && froms.includes(request.from) ? request.from : froms.at(-1)!;
  const compared = own.filter((pair) => pair.to === to && pair.from === from);
  return { division, bodies, scopes, of, tos, froms, from, to, compared, divisions };
}

/** Scopes of which more than one body has two years. */
function several(pairs: readonly TwoYears[]): Scope[] {
  return (['department', 'unit'] as const).filter(
    (scope) => new Set(pairs.flatMap(({ body }) => (body.scope === scope ? [body.key] : []))).size > 1,
  );
}
