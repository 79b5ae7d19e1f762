import type { Measure, Stage } from '../../domain/facts';
import { NO_FILTER, type Filter } from '../filter';
import { BASES, usualMeasure, type BasisId } from './basis';

/** What the columns are: fiscal years, departments, or departments within years. */
export const COLUMN_AXES = ['year', 'department', 'year_department'] as const;
export type ColumnAxis = (typeof COLUMN_AXES)[number];

export interface PivotRequest {
  basis: BasisId;
  measure: Measure;
  stage: Stage;
  columns: ColumnAxis;
  filter: Filter;
  /** How many departments get columns of their own, largest first; the rest are one column 其他. */
  departments_shown: number;
}

export const DEFAULT_PIVOT: PivotRequest = {
  basis: '03',
  measure: 'total',
  stage: 'final',
  columns: 'year_department',
  filter: NO_FILTER,
  departments_shown: 10,
};

/** The request with measure and stage replaced by the basis's own where it does not have them. */
export function settled(request: PivotRequest): PivotRequest {
  const basis = BASES[request.basis];
  return {
    ...request,
    measure: basis.measures.includes(request.measure) ? request.measure : usualMeasure(basis),
    stage: basis.narrativeStages.includes(request.stage) ? request.stage : basis.stage,
  };
}

/** A department as a column: names repeat between regions, so the region belongs to it. */
export interface DepartmentKey {
  region: string;
  department: string;
}
