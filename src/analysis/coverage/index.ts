export { DEFAULT_COVERAGE, type CoverageRequest } from './request';
export { coverageQueries } from './queries';
export {
  coverageModel,
  type CoverageDepartment,
  type CoverageDocument,
  type CoverageModel,
  type KindFigures,
  type KeyTotal,
  type Part,
  type ScopeTotals,
  type Structure,
} from './model';
export { structureEvidence, sumEvidence, totalEvidence } from './evidence';
export {
  FORMS,
  BUDGET_FORMS,
  FORM_STATES,
  formMarks,
  type Form,
  type FormMark,
  type FormState,
} from './forms';
export { TOTAL_KEYS, type AmountsLine, type TotalKey } from './rows';
export { runCoverage } from './run';
