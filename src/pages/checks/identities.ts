import { checkDocument, checkDocuments, loadCheckInputs, type Finding } from '../../checks';
import type { DocumentRow, Fact } from '../../domain/facts';
import type { Engine } from '../../engine/types';
import type { Dataset } from '../../state';
import { formsGraph, type FormsGraph, type PlaceFacts } from './graph-model';

/** The forms of one document with all identities between them, and the findings and facts these speak of. */
export interface DocumentIdentities {
  document: DocumentRow;
  graph: FormsGraph;
  findings: readonly Finding[];
  facts: ReadonlyMap<string, Fact>;
}

/**
 * Asks every identity of one document, with the rules across the documents of the same body. Null where it is not
 * loaded. Throws EngineError.
 */
export async function documentIdentities(
  engine: Engine,
  { documents, warnings }: Pick<Dataset, 'documents' | 'warnings'>,
  doc_id: string,
): Promise<DocumentIdentities | null> {
  const wanted = documents.find((one) => one.doc_id === doc_id);
  if (!wanted) return null;
  const body = documents.filter(
    ({ region, department }) => region === wanted.region && department === wanted.department,
  );
  const inputs = await loadCheckInputs(
    engine,
    warnings,
    body.map((one) => one.doc_id),
  );
  const input = inputs.find(({ document }) => document.doc_id === doc_id)!;
  const reports = [checkDocument(input), checkDocuments(inputs)];
  return {
    document: wanted,
    graph: formsGraph(wanted, reports, placeFacts(input.facts)),
    findings: reports.flatMap(({ findings }) => findings.filter((one) => one.doc_id === doc_id)),
    facts: new Map(input.facts.map((fact) => [fact.fact_id, fact])),
  };
}

/** The facts of one document by id, and the form of each printed line. */
export function placeFacts(facts: readonly Fact[]): PlaceFacts {
  const byId = new Map(facts.map((fact) => [fact.fact_id, fact]));
  const lines = new Map<string, string>();
  for (const { source, form, page, line } of facts)
    if (form !== null && line !== null && source !== 'narrative' && source !== 'performance')
      lines.set(`${page}:${line}`, form);
  return { byId: (id) => byId.get(id), formAt: (page, line) => lines.get(`${page}:${line}`) };
}
