import type { Scope } from '../../domain/facts';
import { NO_FILTER, type Filter } from '../filter';
import type { Body } from './bodies';
import type { Basis } from './breakdown-request';
import { DEFAULT_ITEM } from './items';
import type { ChangeStage } from './request';

/** What the lines over the years are: the fixed items, or subjects. Of several bodies: one item, a line a body. */
export const SERIES_LINES = ['items', 'function', 'economy'] as const;
export type SeriesLines = (typeof SERIES_LINES)[number];

export interface SeriesRequest {
  filter: Filter;
  stage: ChangeStage;
  lines: SeriesLines;
  level: 1 | 2 | 3;
  /** `from`: on the first year's classification; `to`: on the last one's. */
  basis: Basis;
  /** A body's key, or a scope: one line a body. Null or unknown: the first body with most years. */
  of: string | null;
  /** For several bodies: an item's key or a functional code. */
  item: string;
}

export const DEFAULT_SERIES: SeriesRequest = {
  filter: NO_FILTER,
  stage: 'final',
  lines: 'items',
  level: 1,
  basis: 'published',
  of: null,
  item: DEFAULT_ITEM,
};

export interface SeriesChoice {
  bodies: Body[];
  scopes: Scope[];
  of: string;
  /** The bodies whose figures are drawn. */
  shown: Body[];
  /** Lines are bodies, not items or subjects. */
  byBody: boolean;
}

/** Request + bodies with documents of the years asked for → whose lines are drawn; null where there are none. */
export function chooseSeries(request: SeriesRequest, bodies: readonly Body[]): SeriesChoice | null {
  const scopes = (['department', 'unit'] as const).filter(
    (scope) => bodies.filter((body) => body.scope === scope).length > 1,
  );
  const longest = [...bodies].sort((a, b) => b.documents.size - a.documents.size)[0];
  if (!longest) return null;
  const keys: string[] = [...bodies.map(({ key }) => key), ...scopes];
  const of = request.of !== null && keys.includes(request.of) ? request.of : longest.key;
  const byBody = of === 'department' || of === 'unit';
  const shown = bodies.filter((body) => (byBody ? body.scope === of : body.key === of));
  return { bodies: [...bodies], scopes, of, shown, byBody };
}
