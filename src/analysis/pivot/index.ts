export {
  ACCOUNT_IDS,
  BASES,
  BASIS_IDS,
  budgetOf,
  BUDGET_IDS,
  byFund,
  measuresOf,
  PERSONNEL,
  RUNNING,
  stagesOf,
  usualMeasure,
  type Basis,
  type BasisId,
  type Tree,
} from './basis';
export {
  basesOf,
  calculationOf,
  isMoney,
  partsOf,
  PLAIN_CALCULATIONS,
  yearOfBase,
  type Base,
  type Calculation,
} from './calculation';
export { calculate, type Axes, type Calculated, type Missing } from './calculate';
export type { CubeCell, Place } from './cube';
export {
  DIMENSIONS,
  isDocumentDimension,
  isSeriesDimension,
  stepsOf,
  subjectLevels,
  type Dimension,
  type Refusal,
  type SeriesDimension,
  type Step,
} from './dimensions';
export { markedAt, pivotEvidence, plainEvidence, termOf, titleOf, type Asked } from './evidence';
export { amountOf, Figures, type Figure } from './figures';
export { faultOf, formulaText, parseFormula, type Basket, type FormulaFault, type Term } from './formula';
export {
  columnIdOf,
  columnParts,
  deepestOpen,
  isOpen,
  isRefused,
  search,
  SUM,
  visibleColumns,
  visibleRows,
  wantsOpen,
  type ColumnLayout,
  type Expansion,
  type Totals,
  type VisibleColumn,
  type VisibleRow,
} from './layout';
export { buildPivot, crossesTrees, refusals, type PivotAnswers, type PivotModel } from './model';
export { memberText, walk, type NodePlace, type PivotNode } from './node';
export type { PivotNote } from './notes';
export { optionsOf, type BasisOptions, type PivotOptions } from './options';
export { planOf, type Plan } from './plan';
export { DEFAULT_PIVOT, seriesOf, settled, treeOn, type PivotRequest, type Series } from './request';
export { runPivot, runPivotOptions } from './run';
export { BASKET } from './tree';
export { arranged, everything, NATURAL, sorted, topped, type Arrangement, type PivotSort } from './view';
export { evidenceFactsQuery } from './evidence-facts';
