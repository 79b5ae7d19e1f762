import type { Engine, Query, QueryOptions } from '../../engine/types';
import { bodiesOf } from './bodies';
import { breakdownModel, type BreakdownModel, type BreakdownRows } from './breakdown';
import { choose, type BreakdownRequest, type Choice } from './breakdown-request';
import { itemsTold } from './breakdown-reasons';
import { DIVIDED_ITEMS, naturalYears } from './item-steps';
import { documentsQuery, figuresQuery, statementsQuery } from './queries';
import type { DocumentLine, FigureLine, StatementLine } from './rows';
import { subjectFactsQuery, type SubjectFact } from './subject-facts';

/** The figures that tell which bodies can be divided by nature, and the totals of bodies. */
export function naturalQuery({ filter, stage }: Pick<BreakdownRequest, 'filter' | 'stage'>): Query {
  return figuresQuery({ filter: { ...filter, years: [] }, stage, items: DIVIDED_ITEMS, doc_ids: null });
}

/** The queries of what was chosen; null where one is not needed. */
export function breakdownQueries(
  { filter, stage }: Pick<BreakdownRequest, 'filter' | 'stage'>,
  { division, compared }: Choice,
): { subjects: Query | null; statements: Query | null } {
  const doc_ids = compared.flatMap(({ body, from, to }) =>
    [to, from].flatMap((year) => body.documents.get(year)?.doc_id ?? []),
  );
  const told = itemsTold(division);
  return {
    subjects:
      division === 'function' || division === 'economy'
        ? subjectFactsQuery(stage, division, doc_ids, filter)
        : null,
    statements:
      told?.length === 0
        ? null
        : statementsQuery({ filter: { ...filter, years: [] }, stage, items: told, doc_ids }),
  };
}

/** Asks the engine what a change is made of. Throws EngineError as the engine does. */
export async function runBreakdown(
  engine: Engine,
  request: BreakdownRequest,
  options?: QueryOptions,
): Promise<BreakdownModel> {
  const anyYear = { ...request.filter, years: [] };
  const bodies = bodiesOf(await engine.query<DocumentLine>(documentsQuery(anyYear, request.stage), options));
  const figures = await engine.query<FigureLine>(naturalQuery(request), options);
  const choice = choose(request, bodies, naturalYears(bodies, figures));
  const rows: BreakdownRows = { subjects: [], figures, statements: [] };
  if (choice) {
    const { subjects, statements } = breakdownQueries(request, choice);
    if (subjects) rows.subjects = await engine.query<SubjectFact>(subjects, options);
    if (statements) rows.statements = await engine.query<StatementLine>(statements, options);
  }
  return breakdownModel(request, choice, rows);
}
