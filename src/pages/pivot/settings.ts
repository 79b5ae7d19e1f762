import { MEASURES, STAGES } from '../../domain/facts';
import type { Filter } from '../../analysis/filter';
import {
  BASES,
  BASIS_IDS,
  COLUMN_AXES,
  DEFAULT_PIVOT,
  settled,
  type PivotRequest,
  type PivotSort,
  type ShareOf,
} from '../../analysis/pivot';
import type { Coordinates, Params } from '../../state';

export const HEATS = ['table', 'column', 'level', 'none'] as const;
export type Heat = (typeof HEATS)[number];
export const SHARES = ['total', 'parent', 'none'] as const;
export type Share = ShareOf | 'none';
export const TOPS = [5, 10, 20, 50] as const;

/** Everything of the page that a link restores, beside the shared filter. */
export interface PivotSettings {
  basis: PivotRequest['basis'];
  measure: PivotRequest['measure'];
  stage: PivotRequest['stage'];
  columns: PivotRequest['columns'];
  departments_shown: number;
  share: Share;
  heat: Heat;
  /** Rows of this depth are the deepest open; `toggled` are the rows that differ. */
  level: number;
  toggled: ReadonlySet<string>;
  sort: PivotSort | null;
}

export const DEFAULT_LEVEL = 2;
const KEY_SEPARATOR = '.';

function oneOf<T extends string>(values: readonly T[], text: string | undefined, fallback: T): T {
  return values.find((value) => value === text) ?? fallback;
}

/** The page's part of the link → settings; what is missing or not understood takes its default. */
export function readSettings(params: Params): PivotSettings {
  const request = settled({
    ...DEFAULT_PIVOT,
    basis: oneOf(BASIS_IDS, params['basis'], DEFAULT_PIVOT.basis),
    measure: oneOf(MEASURES, params['measure'], DEFAULT_PIVOT.measure),
    stage: oneOf(STAGES, params['stage'], DEFAULT_PIVOT.stage),
  });
  const { basis, measure, stage } = request;
  const top = Number(params['top']);
  const level = Number(params['level']);
  return {
    basis,
    measure,
    stage,
    columns: oneOf(COLUMN_AXES, params['cols'], DEFAULT_PIVOT.columns),
    departments_shown: (TOPS as readonly number[]).includes(top) ? top : DEFAULT_PIVOT.departments_shown,
    share: oneOf(SHARES, params['share'], 'total'),
    heat: oneOf(HEATS, params['heat'], 'table'),
    level: [1, 2, 3].includes(level) ? level : DEFAULT_LEVEL,
    toggled: new Set((params['open'] ?? '').split(KEY_SEPARATOR).filter((key) => key !== '')),
    sort: readSort(params['sort']),
  };
}

/** `column:asc` or `column:desc`; the column's id may hold anything. */
function readSort(text: string | undefined): PivotSort | null {
  const match = /^(.+):(asc|desc)$/.exec(text ?? '');
  return match ? { column: match[1]!, direction: match[2] === 'asc' ? 'ascending' : 'descending' } : null;
}

/** Rows whose state differs from the level, as the link has them; undefined for none. */
export function writeToggled(keys: ReadonlySet<string>): string | undefined {
  return keys.size > 0 ? [...keys].sort().join(KEY_SEPARATOR) : undefined;
}

/** The toggled rows after one more is toggled. */
export function toggle(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

export function writeSort(sort: PivotSort | null): string | undefined {
  return sort ? `${sort.column}:${sort.direction === 'ascending' ? 'asc' : 'desc'}` : undefined;
}

/** The next step of a heading: largest first, smallest first, back to the order of the codes. */
export function nextSort(sort: PivotSort | null, column: string): PivotSort | null {
  if (sort?.column !== column) return { column, direction: 'descending' };
  return sort.direction === 'descending' ? { column, direction: 'ascending' } : null;
}

export function requestOf(settings: PivotSettings, filter: Filter): PivotRequest {
  const { basis, measure, stage, columns, departments_shown } = settings;
  return { basis, measure, stage, columns, departments_shown, filter };
}

/** Where the figures of the table are: its form, and the narrative for stages that the form does not print. */
export function moneyOf({ basis, measure, stage }: PivotSettings): Coordinates[] {
  const { classification, narrativeStages } = BASES[basis];
  const form = { form: basis, measure, stage };
  return narrativeStages.includes(stage)
    ? [form, { source: 'narrative', classification, measure, stage }]
    : [form];
}
