export { EngineError, type EngineErrorKind } from './errors';
export { identifier, literal } from './literals';
export { refusalOfReading, type Refusal } from './reading';
export type * from './types';
