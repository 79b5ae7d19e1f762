import type { Engine, QueryOptions } from '../../engine/types';
import { pairs, type DocumentLine, type FigureLine, type StatementLine } from '../change';
import { figuresQuery, statementsQuery } from '../change/queries';
import { threePublicModel, type ThreePublicModel } from './model';
import type { DocumentLine as SheetDocument, PlaceLine } from '../department';
import {
  bodiesQuery,
  componentsQuery,
  countsQuery,
  documentsQuery,
  placesQuery,
  plannedQuery,
  reasonsQuery,
} from './queries';
import { COMPONENTS, type ThreePublicRequest } from './request';
import type { ComponentLine, CountLine, PlannedLine, ReasonLine } from './rows';

const CHINESE = new Intl.Collator('zh-Hans-CN');

/** Asks the engine and builds the page's model. Throws EngineError as the engine does. */
export async function runThreePublic(
  engine: Engine,
  request: ThreePublicRequest,
  options?: QueryOptions,
): Promise<ThreePublicModel> {
  const { filter } = request;
  const compared = { filter, items: COMPONENTS, doc_ids: null };
  const [documents, components, counts, reasons, figures, statements, budgets, planned, bodies, places] =
    await Promise.all([
      engine.query<DocumentLine>(documentsQuery(filter), options),
      engine.query<ComponentLine>(componentsQuery(filter), options),
      engine.query<CountLine>(countsQuery(filter), options),
      engine.query<ReasonLine>(reasonsQuery(filter), options),
      engine.query<FigureLine>(figuresQuery(compared), options),
      engine.query<StatementLine>(statementsQuery(compared), options),
      engine.query<DocumentLine>(documentsQuery(filter, 'initial_budget'), options),
      engine.query<PlannedLine>(plannedQuery(filter), options),
      engine.query<SheetDocument>(bodiesQuery(filter), options),
      engine.query<PlaceLine>(placesQuery(filter), options),
    ]);
  const found = pairs(documents, filter);
  found.pairs.sort(
    (a, b) =>
      CHINESE.compare(a.document.department, b.document.department) ||
      a.document.fiscal_year - b.document.fiscal_year ||
      (a.document.doc_id < b.document.doc_id ? -1 : 1),
  );
  return threePublicModel(request, found, {
    components,
    counts,
    reasons,
    figures,
    statements,
    // The year before is there for the comparison with last year alone.
    budgets: budgets.filter(
      ({ fiscal_year }) => filter.years.length === 0 || filter.years.includes(fiscal_year),
    ),
    planned,
    documents: bodies,
    places,
  });
}
