export {
  COMPONENTS,
  COUNTED_BY,
  COUNTS,
  DEFAULT_THREE_PUBLIC,
  PARTS,
  type ComponentCode,
  type CountCode,
  type ThreePublicRequest,
} from './request';
export { componentsQuery, countsQuery, reasonsQuery } from './queries';
export { CONTROL_STATES, controlOf, type ControlState, type Told } from './figure';
export { countFindings, countsOf, perOne, type Count, type CountFinding, type Counts } from './counts';
export {
  FORM_STATES,
  threePublicModel,
  type FormState,
  type ThreePublicCell,
  type ThreePublicModel,
  type ThreePublicRow,
  type UnitCosts,
} from './model';
export { isDoubtful, type ThreePublicSummary } from './summary';
export { threePublicEvidence, type ThreePublicFigure } from './evidence';
export type { SeriesCell, SeriesRow } from './series';
export { burdens, newestBurdens, type Burden } from './burden';
export {
  onlyDown,
  STEP_STAGES,
  type OnlyDown,
  type Step,
  type StepStage,
  type Verdict,
  type YearFigure,
} from './steps';
export { runThreePublic } from './run';
export type { ComponentLine, CountLine, ReasonLine } from './rows';
