import type { Engine, QueryOptions } from '../../engine/types';
import { evidenceModel, type EvidenceModel } from './model';
import { evidenceQueries } from './queries';
import type { EvidenceRequest } from './request';
import type { CountedLine, FactLine, ReasonLine } from './rows';

/** Finds what a figure is made of; `sound`: without amounts in conflict. Throws EngineError as the engine does. */
export async function runEvidence(
  engine: Engine,
  request: EvidenceRequest,
  options?: QueryOptions & { sound?: boolean },
): Promise<EvidenceModel> {
  const queries = evidenceQueries(request, options?.sound);
  const [counted, same, below, reasons, beside] = await Promise.all([
    Promise.all(queries.counted.map((query) => engine.query<CountedLine>(query, options))),
    engine.query<FactLine>(queries.same, options),
    engine.query<FactLine>(queries.below, options),
    engine.query<ReasonLine>(queries.reasons, options),
    queries.beside ? engine.query<FactLine>(queries.beside, options) : [],
  ]);
  return evidenceModel(request, { counted, same, below, reasons, beside });
}
