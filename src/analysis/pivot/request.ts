import type { Measure, Stage } from '../../domain/facts';
import { NO_FILTER, type Filter } from '../filter';
import {
  BASES,
  BASIS_IDS,
  byFund,
  measuresOf,
  stagesOf,
  usualMeasure,
  type BasisId,
  type Tree,
} from './basis';
import type { Calculation } from './calculation';
import { isSeriesDimension, subjectLevels, type Dimension } from './dimensions';
import type { Basket, Term } from './formula';

export interface PivotRequest {
  rows: readonly Dimension[];
  columns: readonly Dimension[];
  /** The form that is read; further ones only where forms or funds are an axis. */
  basis: BasisId;
  forms: readonly BasisId[];
  /** One each, unless they are an axis; then the members that stand side by side. Empty: the usual one. */
  stages: readonly Stage[];
  measures: readonly Measure[];
  values: readonly Calculation[];
  /** Rows and 合计 are limited to these subjects (their sum is then 合计); empty: all. */
  subjects: readonly Term[];
  /** Formulas that stand below the subjects as rows of their own. */
  baskets: readonly Basket[];
  filter: Filter;
  /** What is opened: dimensions of documents and subjects that no row or column shows are not fetched. */
  shown: readonly Dimension[];
}

const ROWS: readonly Dimension[] = ['function'];
const COLUMNS: readonly Dimension[] = ['year', 'department'];

export const DEFAULT_PIVOT: PivotRequest = {
  rows: ROWS,
  columns: COLUMNS,
  basis: '03',
  forms: [],
  stages: ['final'],
  measures: ['total'],
  values: ['amount', 'share_column'],
  subjects: [],
  baskets: [],
  filter: NO_FILTER,
  shown: [...ROWS, ...COLUMNS],
};

/** A series: one reading of the documents. Series stand side by side; whether they add is `refusalOf`'s business. */
export interface Series {
  basis: BasisId;
  stage: Stage;
  measure: Measure;
}

/** The tree of subjects that the axes ask for; null where no subject is on them. */
export function treeOn(axes: readonly Dimension[]): Tree | null {
  for (const dimension of axes) {
    const levels = subjectLevels(dimension);
    if (levels) return levels.tree;
  }
  return null;
}

/**
 * The request made consistent: one tree of subjects (no document prints subjects of two classifications crossed), a
 * basis that has it, stages and measures of that basis, one of each unless they are an axis.
 */
export function settled(request: PivotRequest): PivotRequest {
  const tree = treeOn([...request.rows, ...request.columns]) ?? BASES[request.basis].tree;
  const seen = new Set<Dimension>();
  let subject = false;
  const keep = (dimension: Dimension) => {
    const levels = subjectLevels(dimension);
    const fits = levels === null || (levels.tree === tree && !subject);
    if (!fits || seen.has(dimension)) return false;
    subject ||= levels !== null;
    seen.add(dimension);
    return true;
  };
  const rows = request.rows.filter(keep);
  const columns = request.columns.filter(keep);
  const basis =
    BASES[request.basis].tree === tree
      ? request.basis
      : BASIS_IDS.find((id) => BASES[id].tree === tree && BASES[id].kind === BASES[request.basis].kind)!;
  const on = (dimension: Dimension) => rows.includes(dimension) || columns.includes(dimension);
  const forms = on('form')
    ? [...new Set([basis, ...request.forms.filter((id) => BASES[id].tree === tree || !subject)])]
    : on('fund')
      ? byFund(basis)
      : [basis];
  const possible = {
    stages: new Set(forms.flatMap(stagesOf)),
    measures: new Set(forms.flatMap(measuresOf)),
  };
  const stages = request.stages.filter((stage) => possible.stages.has(stage));
  const measures = request.measures.filter((measure) => possible.measures.has(measure));
  return {
    ...request,
    rows,
    columns,
    basis,
    forms,
    stages: on('stage')
      ? orUsual(stages, BASES[basis].stage)
      : orUsual(stages, BASES[basis].stage).slice(0, 1),
    measures: on('measure')
      ? orUsual(measures, usualMeasure(BASES[basis]))
      : orUsual(measures, usualMeasure(BASES[basis])).slice(0, 1),
    subjects: BASES[basis].tree === 'origin' ? [] : request.subjects,
    baskets: subject && BASES[basis].tree !== 'origin' ? request.baskets : [],
    values: request.values.length > 0 ? request.values : ['amount'],
    shown: request.shown.filter((dimension) => seen.has(dimension) && !isSeriesDimension(dimension)),
  };
}

function orUsual<T>(list: readonly T[], usual: T): readonly T[] {
  return list.length > 0 ? [...new Set(list)] : [usual];
}

/** The series of a settled request, in the order of its members. */
export function seriesOf(request: PivotRequest): Series[] {
  return request.forms.flatMap((basis) =>
    request.stages.flatMap((stage) => request.measures.map((measure) => ({ basis, stage, measure }))),
  );
}
