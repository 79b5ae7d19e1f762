export { reconciledModel, type ReconciledModel, type StateLine } from './model';
export { statesQuery } from './queries';
export type { ReconciledRequest } from './request';
export { runReconciled } from './run';
