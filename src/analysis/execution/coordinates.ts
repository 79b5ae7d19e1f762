import type { Coordinates, EvidencePart } from '../evidence';
import type { ExecutionCell } from './cell';
import type { ExecutionRow } from './model';
import type { Basis } from './request';

/** What a document's figures are found by; `cells` where a total is the sum of them. */
export type Identity = Pick<ExecutionRow, 'doc_id' | 'budget_doc_id'> & Partial<Pick<ExecutionRow, 'cells'>>;

/** Coordinates of a class, or of the 合计 row, in 一般公共预算 expenditure. */
function subject(code: string | null): Coordinates {
  const at = { flow: 'expenditure', fund: 'general', measure: 'total' } as const;
  return code === null
    ? { ...at, classification: 'summary', subject_name: '合计' }
    : { ...at, classification: 'function', subject_code: code };
}

function finalAt(row: Identity, cell: ExecutionCell): Coordinates {
  const at = { doc_ids: [row.doc_id], stage: 'final', ...subject(cell.code) } as const;
  return cell.finalSource === 'narrative' ? { ...at, source: 'narrative' } : { ...at, form: '05' };
}

const budgetForm = (row: Identity): Coordinates => ({
  doc_ids: row.budget_doc_id === null ? [] : [row.budget_doc_id],
  source: 'budget_form',
  form: 'B05',
  stage: 'initial_budget',
});

function budgetAt(row: Identity, cell: ExecutionCell, basis: Basis): Coordinates {
  const at = { doc_ids: [row.doc_id], stage: basis } as const;
  switch (cell.budgetSource) {
    case 'form':
      return { ...at, ...subject(cell.code), form: '05' };
    case 'budget_document':
      return { ...budgetForm(row), ...subject(cell.code) };
    case 'budget_items': {
      const { flow, fund, measure } = subject(null);
      return { ...budgetForm(row), flow, fund, measure, under: cell.code ?? '', subject_level: 3 };
    }
    case 'sum_of_items': {
      const { flow, fund, measure } = subject(null);
      return { ...at, source: 'narrative', flow, fund, measure, under: cell.code ?? '', subject_level: 3 };
    }
    case 'performance':
    case 'sum_of_parts':
      return { doc_ids: [row.doc_id], fact_ids: cell.fact_ids };
    case 'narrative':
    case 'sum_of_classes':
    case 'sum_of_documents':
    case null:
      return { ...at, source: 'narrative', ...subject(cell.code) };
  }
}

/** Where the 支出决算 of a cell is; nothing where the document prints none. */
export function finalParts(row: Identity, cell: ExecutionCell): EvidencePart[] {
  return cell.final === null ? [] : [{ term: 'final', at: finalAt(row, cell) }];
}

/** Where the budget of a cell is: several places where it is the sum of the document's subjects. */
export function budgetParts(row: Identity, cell: ExecutionCell, basis: Basis): EvidencePart[] {
  if (cell.budget === null) return [];
  if (cell.budgetSource === 'sum_of_classes') {
    return (row.cells ?? []).flatMap((each) => budgetParts(row, each, basis));
  }
  return [{ term: basis, at: budgetAt(row, cell, basis) }];
}

/**
 * Parts that differ in their documents alone as one, so that a sum of many documents is a short request. Facts by name
 * stay apart: names are those of one document.
 */
export function merged(parts: readonly EvidencePart[]): EvidencePart[] {
  const groups = new Map<string, { part: EvidencePart; docs: string[] }>();
  const all: { part: EvidencePart; docs: string[] }[] = [];
  for (const part of parts) {
    const { doc_ids = [], ...rest } = part.at;
    const key = JSON.stringify([part.term, rest]);
    const group = part.at.fact_ids ? undefined : groups.get(key);
    if (group) group.docs.push(...doc_ids);
    else {
      const made = { part, docs: [...doc_ids] };
      all.push(made);
      if (!part.at.fact_ids) groups.set(key, made);
    }
  }
  return all.map(({ part, docs }) => ({ term: part.term, at: { ...part.at, doc_ids: docs } }));
}
