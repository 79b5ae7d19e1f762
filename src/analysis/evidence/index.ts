export { SHOWN, type Coordinates, type EvidencePart, type EvidenceRequest, type Shown } from './request';
