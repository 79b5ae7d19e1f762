import type { Engine, QueryOptions } from '../../engine/types';
import { coverageModel, type CoverageModel } from './model';
import { coverageQueries } from './queries';
import type { CoverageRequest } from './request';
import type {
  AmountsLine,
  ClassLine,
  DocumentLine,
  MeasureLine,
  ReasonsLine,
  SubjectsLine,
  TotalLine,
} from './rows';

/** Asks the engine what is loaded. Throws EngineError as the engine does. */
export async function runCoverage(
  engine: Engine,
  request: CoverageRequest,
  options?: QueryOptions,
): Promise<CoverageModel> {
  const q = coverageQueries(request.filter);
  const [documents, amounts, totals, classes, measures, subjects, reasons] = await Promise.all([
    engine.query<DocumentLine>(q.documents, options),
    engine.query<AmountsLine>(q.amounts, options),
    engine.query<TotalLine>(q.totals, options),
    engine.query<ClassLine>(q.classes, options),
    engine.query<MeasureLine>(q.measures, options),
    engine.query<SubjectsLine>(q.subjects, options),
    engine.query<ReasonsLine>(q.reasons, options),
  ]);
  return coverageModel(request, { documents, amounts, totals, classes, measures, subjects, reasons });
}
