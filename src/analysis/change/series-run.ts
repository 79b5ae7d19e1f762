import type { Engine, Query, QueryOptions } from '../../engine/types';
import { bodiesOf } from './bodies';
import { ITEM_KEYS } from './items';
import { documentsQuery, figuresQuery } from './queries';
import type { DocumentLine, FigureLine } from './rows';
import { seriesModel, type SeriesModel } from './series';
import { chooseSeries, type SeriesChoice, type SeriesRequest } from './series-request';
import { subjectFactsQuery, type SubjectFact } from './subject-facts';

/** The query of the lines that were chosen: of items, or of subjects. */
export function seriesQuery(
  { filter, stage, lines, item }: Pick<SeriesRequest, 'filter' | 'stage' | 'lines' | 'item'>,
  choice: SeriesChoice,
): { kind: 'figures' | 'subjects'; query: Query } {
  const doc_ids = choice.shown.flatMap(({ documents }) =>
    [...documents.values()].map(({ doc_id }) => doc_id),
  );
  if (!choice.byBody && lines !== 'items') {
    return { kind: 'subjects', query: subjectFactsQuery(stage, lines, doc_ids, filter) };
  }
  const items = choice.byBody ? [item] : ITEM_KEYS;
  return {
    kind: 'figures',
    query: figuresQuery({ filter: { ...filter, years: [] }, stage, items, doc_ids }),
  };
}

/** Asks the engine for lines over all years. Throws EngineError as the engine does. */
export async function runSeries(
  engine: Engine,
  request: SeriesRequest,
  options?: QueryOptions,
): Promise<SeriesModel> {
  const { filter, stage } = request;
  const documents = await engine.query<DocumentLine>(
    documentsQuery({ ...filter, years: [] }, stage),
    options,
  );
  const asked = documents.filter(
    ({ fiscal_year }) => filter.years.length === 0 || filter.years.includes(fiscal_year),
  );
  const choice = chooseSeries(request, bodiesOf(asked));
  if (!choice) return seriesModel(request, null, { figures: [], subjects: [] });
  const { kind, query } = seriesQuery(request, choice);
  return seriesModel(request, choice, {
    figures: kind === 'figures' ? await engine.query<FigureLine>(query, options) : [],
    subjects: kind === 'subjects' ? await engine.query<SubjectFact>(query, options) : [],
  });
}
