import type { Engine, QueryOptions } from '../../engine/types';
import { buildPivot } from './build';
import { departmentsShown } from './columns';
import type { PivotModel } from './model';
import { optionsOf, type PivotOptions } from './options';
import { cellsQuery, coverageQuery, misfitsQuery, namesQuery, optionsQuery } from './queries';
import { settled, type PivotRequest } from './request';
import type { CellRow, CoverageRow, MisfitRow, NameRow, OptionRow } from './rows';

/** Answers one request: two round trips, because the columns follow from which departments are the largest. */
export async function runPivot(
  engine: Engine,
  wanted: PivotRequest,
  options?: QueryOptions,
): Promise<PivotModel> {
  const request = settled(wanted);
  const coverage = await engine.query<CoverageRow>(coverageQuery(request), options);
  const shown = departmentsShown(request, coverage);
  const [cells, misfits, names] = await Promise.all([
    engine.query<CellRow>(cellsQuery(request, shown), options),
    engine.query<MisfitRow>(misfitsQuery(request), options),
    engine.query<NameRow>(namesQuery(request), options),
  ]);
  return buildPivot(request, shown, { coverage, cells, misfits, names });
}

/** What can be chosen with the present filter. */
export async function runPivotOptions(
  engine: Engine,
  request: Pick<PivotRequest, 'filter'>,
  options?: QueryOptions,
): Promise<PivotOptions> {
  return optionsOf(await engine.query<OptionRow>(optionsQuery(request), options));
}
