import type { Engine } from '../../engine/types';
import type { Filter } from '../filter';
import { documentModel, type DocumentModel } from './model';
import { countsQuery, documentQueries } from './queries';
import type { DocumentRequest } from './request';
import type { CountRow, FactRow, IndicatorRow, StatementRow } from './rows';

/** Asks for everything read from one document; empty lists where there is no such document. */
export async function runDocument(engine: Engine, request: DocumentRequest): Promise<DocumentModel> {
  const q = documentQueries(request);
  const [facts, statements, indicators] = await Promise.all([
    engine.query<FactRow>(q.facts),
    engine.query<StatementRow>(q.statements),
    engine.query<IndicatorRow>(q.indicators),
  ]);
  return documentModel(request.doc_id, { facts, statements, indicators });
}

/** Asks how many amounts each document gives. */
export function runDocumentCounts(engine: Engine, filter: Filter): Promise<CountRow[]> {
  return engine.query<CountRow>(countsQuery(filter));
}
