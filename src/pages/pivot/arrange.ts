import {
  BASES,
  BASIS_IDS,
  byFund,
  DEFAULT_PIVOT,
  isSeriesDimension,
  NATURAL,
  settled,
  stagesOf,
  subjectLevels,
  treeOn,
  usualMeasure,
  type BasisId,
  type Dimension,
} from '../../analysis/pivot';
import { usualLevel, type PivotSettings } from './settings';

export type Shelf = 'rows' | 'columns';

/** What a change did besides what was asked, so that the page can say it. */
export interface Arranged {
  settings: PivotSettings;
  /** Subjects of another classification left the axes: no document prints the two crossed. */
  replaced: Dimension | null;
  /** The form that is read now, where another one was needed. */
  form: BasisId | null;
}

/** After axes or readings changed: what was opened and sorted belongs to the old ones. */
function consistent(settings: PivotSettings): PivotSettings {
  const { rows, columns, basis, forms, stages, measures, subjects, baskets, values } = settled({
    ...DEFAULT_PIVOT,
    ...settings,
  });
  return {
    ...settings,
    rows,
    columns,
    basis,
    forms,
    stages,
    measures,
    subjects,
    baskets,
    values,
    level: usualLevel(rows, false),
    toggled: new Set(),
    columnLevel: usualLevel(columns, true),
    columnToggled: new Set(),
    sort: NATURAL,
  };
}

/** Usual members of a dimension whose members are chosen one by one, when it comes onto an axis. */
function membersFor(dimension: Dimension, settings: PivotSettings): Partial<PivotSettings> {
  const { basis } = settings;
  switch (dimension) {
    case 'stage': {
      const stages = stagesOf(basis).filter(
        (stage) => stage === 'initial_budget' || stage === BASES[basis].stage,
      );
      return { stages: stages.length > 1 ? stages : stagesOf(basis) };
    }
    case 'measure':
      return { measures: BASES[basis].measures };
    case 'form':
      return {
        forms: BASIS_IDS.filter(
          (id) =>
            BASES[id].kind === BASES[basis].kind &&
            BASES[id].tree === BASES[basis].tree &&
            BASES[id].flows[0] === BASES[basis].flows[0],
        ),
      };
    case 'fund':
      return { forms: byFund(basis) };
    default:
      return {};
  }
}

/** Puts a dimension onto a shelf (at a place, else at its end), taking it from where it was. */
export function placed(settings: PivotSettings, dimension: Dimension, shelf: Shelf, at?: number): Arranged {
  const levels = subjectLevels(dimension);
  const others = (axis: readonly Dimension[]) =>
    axis.filter((other) => other !== dimension && !(levels && subjectLevels(other)));
  const dropped = levels
    ? [...settings.rows, ...settings.columns].find(
        (other) => subjectLevels(other) !== null && subjectLevels(other)!.tree !== levels.tree,
      )
    : undefined;
  const axes = { rows: others(settings.rows), columns: others(settings.columns) };
  const before = settings[shelf].slice(0, at ?? settings[shelf].length);
  const index = Math.min(axes[shelf].length, others(before).length);
  const axis = [...axes[shelf].slice(0, index), dimension, ...axes[shelf].slice(index)];
  const isNew = !settings.rows.includes(dimension) && !settings.columns.includes(dimension);
  const next = { ...settings, ...axes, [shelf]: axis, ...(isNew ? membersFor(dimension, settings) : {}) };
  const otherTree = levels !== null && levels.tree !== BASES[settings.basis].tree;
  const result = consistent(
    otherTree ? { ...next, forms: [], stages: [], measures: [], subjects: [], baskets: [] } : next,
  );
  return {
    settings: result,
    replaced: dropped ?? null,
    form: result.basis === settings.basis ? null : result.basis,
  };
}

/** Takes a dimension off the axes; one reading of several remains, the form's own. */
export function removed(settings: PivotSettings, dimension: Dimension): PivotSettings {
  const rest = (axis: readonly Dimension[]) => axis.filter((other) => other !== dimension);
  const { basis } = settings;
  const own: Partial<PivotSettings> = !isSeriesDimension(dimension)
    ? {}
    : dimension === 'stage'
      ? { stages: [BASES[basis].stage] }
      : dimension === 'measure'
        ? { measures: [usualMeasure(BASES[basis])] }
        : { forms: [] };
  return consistent({ ...settings, rows: rest(settings.rows), columns: rest(settings.columns), ...own });
}

/** Rows become columns and columns rows. */
export const transposed = (settings: PivotSettings): PivotSettings =>
  consistent({ ...settings, rows: settings.columns, columns: settings.rows });

/** Another form: the same axes where it has the same subjects, its own tree where not. */
export function withBasis(settings: PivotSettings, basis: BasisId): PivotSettings {
  const { tree } = BASES[basis];
  const swap = (axis: readonly Dimension[]): Dimension[] =>
    axis.map((dimension) => {
      const levels = subjectLevels(dimension);
      return levels && levels.tree !== tree ? tree : dimension;
    });
  const same = tree === BASES[settings.basis].tree;
  const onAxes = treeOn([...settings.rows, ...settings.columns]) !== null;
  return consistent({
    ...settings,
    rows: onAxes ? swap(settings.rows) : settings.rows,
    columns: onAxes ? swap(settings.columns) : settings.columns,
    basis,
    forms: [],
    stages: settings.columns.includes('stage') || settings.rows.includes('stage') ? stagesOf(basis) : [],
    measures:
      settings.columns.includes('measure') || settings.rows.includes('measure') ? BASES[basis].measures : [],
    ...(same ? {} : { subjects: [], baskets: [] }),
  });
}

/** Ready-made pivots for the questions that are asked most. */
export const PRESETS = [
  'usual',
  'by_year',
  'economy_budget',
  'execution',
  'change',
  'departments',
  'parts',
] as const;
export type Preset = (typeof PRESETS)[number];

export function preset(settings: PivotSettings, name: Preset): PivotSettings {
  const clean: PivotSettings = {
    ...settings,
    ...{ basis: '03', forms: [], stages: [], measures: [], values: ['amount', 'share_column'] },
    ...{ rows: ['function'], columns: ['year', 'department'], subjects: [], baskets: [], find: '' },
    ...{ top: null, topColumns: 10, everywhere: false, columnSums: 'none', columnTotal: 'after' },
  };
  const of = (change: Partial<PivotSettings>) => consistent({ ...clean, ...change });
  switch (name) {
    case 'usual':
      return of({});
    case 'by_year':
      return of({ columns: ['year'] });
    case 'economy_budget':
      return of({
        basis: '06',
        rows: ['department'],
        columns: ['economy_class'],
        values: ['amount', 'base:initial_budget', 'change_rate:initial_budget'],
      });
    case 'execution':
      return of({
        basis: '05',
        rows: ['department', 'function'],
        columns: ['year'],
        values: ['amount', 'base:initial_budget', 'execution:initial_budget'],
      });
    case 'change':
      return of({ columns: ['year'], values: ['amount', 'change:prior_year', 'change_rate:prior_year'] });
    case 'departments':
      return of({ rows: ['region', 'department'], columns: ['function_class'] });
    case 'parts':
      return of({
        rows: ['department'],
        columns: ['year', 'measure'],
        measures: ['total', 'basic', 'project'],
      });
  }
}
