export {
  DEFAULT_CHANGE,
  VIEWS,
  CHANGE_STAGES,
  type ChangeStage,
  type ChangeRequest,
  type ChangeView,
} from './request';
export { DEFAULT_ITEM, isItemKey, isSubjectCode, ITEM_KEYS, ITEMS, type ItemKey } from './items';
export { documentsQuery, figuresQuery, statementsQuery, subjectsQuery } from './queries';
export type { Wanted } from './queries';
export { pairs, type Pair } from './pair';
export {
  CHANGE_STATES,
  changeOf,
  type Change,
  type ChangeSize,
  type ChangeState,
  type Disagreement,
  type Figure,
  type Prior,
  type PriorSource,
} from './figure';
export { findings, rateRange, type Finding, type FindingKind, type Stated } from './check';
export { changeModel, changeRow, lookup, ranked, type ChangeModel, type ChangeRow } from './model';
export type { SubjectBreak } from './subject-break';
export type { ChangeSummary } from './summary';
export { at, changeEvidence, sumEvidence, type ChangeFigure } from './evidence';
export { runChange } from './run';
export type { DocumentLine, FigureLine, StatementLine, SubjectLine } from './rows';
