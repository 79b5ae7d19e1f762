import type { Engine, QueryOptions } from '../../engine/types';
import { departmentModel, type DepartmentModel } from './model';
import { documentsQuery, partsQuery, placesQuery, reasonsQuery, staffQuery } from './queries';
import { filterOf, type DepartmentRequest } from './request';
import type { DocumentLine, PartLine, PlaceLine, ReasonLine, StaffCount } from './rows';

/** Asks the engine for all of one department. Throws EngineError as the engine does. */
export async function runDepartment(
  engine: Engine,
  request: DepartmentRequest,
  options?: QueryOptions,
): Promise<DepartmentModel> {
  const filter = filterOf(request);
  const [documents, places, parts, reasons, staff] = await Promise.all([
    engine.query<DocumentLine>(documentsQuery(filter), options),
    engine.query<PlaceLine>(placesQuery(filter), options),
    engine.query<PartLine>(partsQuery(filter), options),
    engine.query<ReasonLine>(reasonsQuery(filter), options),
    engine.query<StaffCount>(staffQuery(filter), options),
  ]);
  return departmentModel(request, { documents, places, parts, reasons, staff });
}
