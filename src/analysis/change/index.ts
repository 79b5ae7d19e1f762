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
export { summaries, type ChangeSummary } from './summary';
export { at, changeEvidence, sumEvidence, type ChangeFigure } from './evidence';
export { runChange } from './run';
export type { DocumentLine, FigureLine, StatementLine, SubjectLine } from './rows';
export { bodiesOf, type Body } from './bodies';
export { ECONOMIC_REFORM, type Classification } from './classification';
export type { ComparedWith } from './compared-with';
export type { ReasonDirection } from './reason-direction';
export type { Move, Restated } from './restate';
export {
  BASES,
  choose,
  DEFAULT_BREAKDOWN,
  DIVISIONS,
  type Basis,
  type BreakdownRequest,
  type Choice,
  type Division,
} from './breakdown-request';
export { breakdownModel, type BreakdownModel } from './breakdown';
export { runBreakdown } from './breakdown-run';
export { pointsOf, changeOfSums, contributionOf, type Step, type StepReason, type Sum } from './step';
export {
  DEFAULT_SERIES,
  SERIES_LINES,
  type SeriesChoice,
  type SeriesLines,
  type SeriesRequest,
} from './series-request';
export { seriesModel, type SeriesBreak, type SeriesLine, type SeriesModel, type SeriesPoint } from './series';
export { runSeries } from './series-run';
export { pointEvidence, stepEvidence, sumsEvidence, type StepFigure } from './step-evidence';
export { valuedBreakdown, valuedRow, valuedSeries, type Value } from './valued';
