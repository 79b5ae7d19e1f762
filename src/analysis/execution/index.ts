export { BASES, DEFAULT_EXECUTION, SORTS, type Basis, type ExecutionRequest, type Sort } from './request';
export { executionQueries } from './queries';
export { executionModel, type ExecutionColumn, type ExecutionModel, type ExecutionRow } from './model';
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
export type { BudgetLine } from './rows';
export { cellEvidence } from './evidence';
export { isWide, type ExecutionSummary } from './summary';
export { runExecution } from './run';
