export { EngineError, type EngineErrorKind } from './errors';
export { identifier, literal } from './literals';
export type * from './types';
