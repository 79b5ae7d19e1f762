import type { Engine, QueryOptions } from '../../engine/types';
import { changeModel, type ChangeModel } from './model';
import { pairs, type Pair } from './pair';
import { documentsQuery, figuresQuery, statementsQuery, subjectsQuery, type Wanted } from './queries';
import type { ChangeRequest } from './request';
import type { DocumentLine, FigureLine, StatementLine, SubjectLine } from './rows';

const CHINESE = new Intl.Collator('zh-Hans-CN');
const byName = (a: Pair, b: Pair) =>
  CHINESE.compare(a.document.department, b.document.department) ||
  a.document.fiscal_year - b.document.fiscal_year ||
  (a.document.doc_id < b.document.doc_id ? -1 : 1);

/** What the request wants of the tables, once its document is known. */
export function wanted(request: ChangeRequest, chosen: Pair | null): Wanted {
  const { filter, stage } = request;
  switch (request.view) {
    case 'departments':
      return { filter, stage, items: [request.item], doc_ids: null };
    case 'matrix':
      return { filter, stage, items: null, doc_ids: null };
    case 'items': {
      const ids = chosen ? [chosen.document.doc_id, ...(chosen.before ? [chosen.before.doc_id] : [])] : [];
      return { filter, stage, items: null, doc_ids: ids };
    }
  }
}

/** Asks the engine and builds the changes of a request. Throws EngineError as the engine does. */
export async function runChange(
  engine: Engine,
  request: ChangeRequest,
  options?: QueryOptions,
): Promise<ChangeModel> {
  const documents = await engine.query<DocumentLine>(documentsQuery(request.filter, request.stage), options);
  const found = pairs(documents, request.filter);
  const sorted = [...found.pairs].sort(byName);
  const chosen = sorted.find((pair) => pair.document.doc_id === request.doc_id) ?? sorted[0] ?? null;
  const shown = request.view === 'items' ? (chosen ? [chosen] : []) : sorted;
  const subjects = await engine.query<SubjectLine>(subjectsQuery(request.filter, request.stage), options);
  const selection = {
    pairs: shown,
    documents: sorted.map((pair) => pair.document),
    spare: found.spare,
    subjects,
  };
  if (shown.length === 0) return changeModel(request, selection, { figures: [], statements: [] });
  const want = wanted(request, chosen);
  const figures = await engine.query<FigureLine>(figuresQuery(want), options);
  // Budgets compare with nothing in words that are read.
  const statements =
    request.stage === 'final' ? await engine.query<StatementLine>(statementsQuery(want), options) : [];
  return changeModel(request, selection, { figures, statements });
}
