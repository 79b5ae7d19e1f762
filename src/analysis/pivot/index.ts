export {
  ACCOUNT_IDS,
  BASES,
  BASIS_IDS,
  BUDGET_IDS,
  PERSONNEL,
  RUNNING,
  usualMeasure,
  type Basis,
  type BasisId,
  type Tree,
} from './basis';
export {
  COLUMN_AXES,
  DEFAULT_PIVOT,
  settled,
  type ColumnAxis,
  type DepartmentKey,
  type PivotRequest,
} from './request';
export { columnsOf, columnId, departmentsShown, type PivotColumn } from './columns';
export {
  amountOf,
  shareOf,
  walk,
  type Mark,
  type PivotCell,
  type PivotModel,
  type PivotNode,
  type ShareOf,
} from './model';
export type { PivotNote } from './notes';
export { buildPivot, depthsOf, type PivotAnswers } from './build';
export {
  isExpanded,
  sortTree,
  visibleRows,
  type Expansion,
  type PivotSort,
  type SortDirection,
  type VisibleRow,
} from './view';
export { optionsOf, type BasisOptions, type PivotOptions } from './options';
export { runPivot, runPivotOptions } from './run';
export {
  coordinatesOf,
  markedAt,
  evidenceFactsQuery,
  pivotEvidence,
  termOf,
  titleOf,
  UNNAMED_KEYS,
  type PivotPlace,
} from './evidence';
