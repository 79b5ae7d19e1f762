export {
  BASES,
  DEFAULT_EXECUTION,
  DEFAULT_THRESHOLDS,
  LEVELS,
  SORTS,
  VIEWS,
  type Basis,
  type ExecutionRequest,
  type ExecutionScope,
  type Level,
  type Sort,
  type Thresholds,
  type View,
} from './request';
export { executionQueries } from './queries';
export {
  executionLines,
  executionModel,
  withThresholds,
  type ExecutionColumn,
  type ExecutionLines,
  type ExecutionModel,
  type ExecutionRow,
} from './model';
export {
  CELL_STATES,
  type BudgetConflict,
  type BudgetSource,
  type CellState,
  type Disagreement,
  type ExecutionCell,
  type FinalSource,
  type MissingReason,
  type Reason,
} from './cell';
export type { BudgetDoubt } from './figures';
export type { BudgetLine, ExecutionRows } from './rows';
export { cellEvidence, membersEvidence, MOST_DOCUMENTS } from './evidence';
export { isWide, wideSide, type ExecutionSummary } from './summary';
export { executionMatrix, type Matrix, type MatrixColumn, type MatrixRow } from './matrix';
export { isComparable, pooled, type MatrixCell, type Member } from './pooled';
export { likenessDistance, similarityOrder, type Likeness } from './seriation';
export {
  byDeviation,
  outlying,
  RULES,
  subjectLines,
  type Outlying,
  type OutlyingLine,
  type Rule,
  type Why,
} from './outlying';
export { BIN, BINS_END, distribution, type Bin, type Distribution } from './distribution';
export {
  BRIDGE_MODES,
  executionBridge,
  type Bridge,
  type BridgeMode,
  type BridgeStep,
  type BridgeTarget,
} from './bridge';
export { executionRows, runExecution } from './run';
