export { SHOWN, type Coordinates, type EvidencePart, type EvidenceRequest, type Shown } from './request';
export { agree, type Printed } from './agreement';
export { evidenceQueries, MOST_FACTS } from './queries';
export {
  evidenceModel,
  type Conflict,
  type EvidenceFigure,
  type EvidenceLine,
  type EvidenceModel,
  type EvidencePartModel,
} from './model';
export { runEvidence } from './run';
export type { CountedLine, FactLine, ReasonLine } from './rows';
