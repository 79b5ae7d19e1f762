import type { Engine } from '../../engine/types';
import { reconciledModel, type ReconciledModel, type StateLine } from './model';
import { statesQuery } from './queries';
import type { ReconciledRequest } from './request';

/** Throws EngineError as the engine does. */
export async function runReconciled(engine: Engine, request: ReconciledRequest): Promise<ReconciledModel> {
  return reconciledModel(await engine.query<StateLine>(statesQuery(request)));
}
