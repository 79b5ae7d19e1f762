import type { Coordinates, EvidenceRequest } from '../evidence';
import type { ExecutionCell } from './cell';
import type { ExecutionRow } from './model';
import type { Basis } from './request';

type Identity = Pick<ExecutionRow, 'doc_id' | 'budget_doc_id'>;

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
    case 'sum_of_classes': {
      const { flow, fund, measure } = subject(null);
      return {
        ...at,
        source: 'narrative',
        flow,
        fund,
        measure,
        classification: 'function',
        subject_level: 1,
      };
    }
    case 'performance':
    case 'sum_of_parts':
      return { doc_ids: [row.doc_id], fact_ids: cell.fact_ids };
    case 'narrative':
    case null:
      return { ...at, source: 'narrative', ...subject(cell.code) };
  }
}

/**
 * What the evidence drawer explains for a cell: 支出决算 ÷ budget, or the one of the two that exists; null where
 * the document has neither.
 */
export function cellEvidence(
  row: Identity,
  cell: ExecutionCell,
  basis: Basis,
  title: string,
): EvidenceRequest | null {
  const final = { term: 'final', at: finalAt(row, cell) };
  const budget = { term: basis, at: budgetAt(row, cell, basis) };
  if (cell.final !== null && cell.budget !== null) {
    return { title, show: 'execution_rate', parts: [final, budget] };
  }
  if (cell.final !== null) return { title, show: 'amount', parts: [final] };
  if (cell.budget !== null) return { title, show: 'amount', parts: [budget] };
  return null;
}
