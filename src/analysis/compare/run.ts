import type { Engine, QueryOptions } from '../../engine/types';
import { sheets, type DocumentLine, type PartLine, type PlaceLine } from '../department';
import type { Filter } from '../filter';
import { choose, compareModel, type CompareModel } from './model';
import { chosenPartsQuery, documentsQuery, placesQuery } from './queries';
import type { CompareRequest } from './request';

/** The filter without its departments: those are who is compared, the groups are of all. */
export const everyone = (filter: Filter): Filter => ({ ...filter, departments: [] });

/** Asks the engine and builds the page's model. Throws EngineError as the engine does. */
export async function runCompare(
  engine: Engine,
  request: CompareRequest,
  options?: QueryOptions,
): Promise<CompareModel> {
  const filter = everyone(request.filter);
  const [documents, places] = await Promise.all([
    engine.query<DocumentLine>(documentsQuery(filter), options),
    engine.query<PlaceLine>(placesQuery(filter), options),
  ]);
  // Parts are many and of those side by side alone.
  const { shown } = choose(request, sheets(documents, places, []));
  const names = shown.map(({ document }) => document.department);
  const parts =
    names.length === 0 ? [] : await engine.query<PartLine>(chosenPartsQuery(filter, names), options);
  return compareModel(request, { documents, places, parts });
}
