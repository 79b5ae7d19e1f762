import type { Engine, QueryOptions } from '../../engine/types';
import { buildPivot, type PivotModel } from './model';
import { optionsOf, type PivotOptions } from './options';
import { planOf } from './plan';
import { cellsQuery, coverageQuery, namesQuery, optionsQuery } from './queries';
import { settled, type PivotRequest } from './request';
import type { CellRow, CoverageRow, NameRow, OptionRow } from './rows';

/** Answers one request with three queries, asked at once. `years`: fiscal years in the data. */
export async function runPivot(
  engine: Engine,
  wanted: PivotRequest,
  years: readonly number[],
  options?: QueryOptions,
): Promise<PivotModel> {
  const request = settled(wanted);
  const plan = planOf(request, years);
  const [coverage, cells, names] = await Promise.all([
    engine.query<CoverageRow>(coverageQuery(request, plan), options),
    engine.query<CellRow>(cellsQuery(request, plan), options),
    engine.query<NameRow>(namesQuery(request), options),
  ]);
  return buildPivot(request, plan, { coverage, cells, names });
}

/** What can be chosen with the present filter. */
export async function runPivotOptions(
  engine: Engine,
  request: Pick<PivotRequest, 'filter'>,
  options?: QueryOptions,
): Promise<PivotOptions> {
  return optionsOf(await engine.query<OptionRow>(optionsQuery(request), options));
}
