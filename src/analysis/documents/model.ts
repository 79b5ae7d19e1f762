import type { Fact, Indicator, Statement } from '../../domain/facts';
import { formMarks, type FormMark } from '../coverage';
import { groupRows } from '../group';
import type { CountRow, FactRow, IndicatorRow, StatementRow } from './rows';

/** What was read from one document. */
export interface DocumentModel {
  doc_id: string;
  facts: readonly Fact[];
  statements: readonly Statement[];
  indicators: readonly Indicator[];
}

export function documentModel(
  doc_id: string,
  rows: {
    facts: readonly FactRow[];
    statements: readonly StatementRow[];
    indicators: readonly IndicatorRow[];
  },
): DocumentModel {
  return {
    doc_id,
    facts: rows.facts.map(({ amount_fen, resolution_fen, ...fact }) => ({
      ...fact,
      fiscal_year: Number(fact.fiscal_year),
      amount: amount_fen,
      resolution: resolution_fen,
    })),
    statements: rows.statements.map(
      ({
        initial_budget_fen,
        adjusted_budget_fen,
        final_fen,
        change_fen,
        prior_final_fen,
        ...statement
      }) => ({
        ...statement,
        initial_budget: initial_budget_fen,
        adjusted_budget: adjusted_budget_fen,
        final: final_fen,
        change: change_fen,
        prior_final: prior_final_fen,
      }),
    ),
    indicators: rows.indicators,
  };
}

/** What a document gave: its amounts, and a mark for each form of its kind. */
export interface DocumentCounts {
  amounts: number;
  forms: readonly FormMark[];
}

/** Counts by document; documents without any amount are not among the rows. */
export function documentCounts(
  documents: readonly { doc_id: string; kind: Parameters<typeof formMarks>[0]; forms_present: string }[],
  rows: readonly CountRow[],
): Map<string, DocumentCounts> {
  const own = groupRows(rows, (row) => row.doc_id);
  return new Map(
    documents.map(({ doc_id, kind, forms_present }) => {
      const counts = own.get(doc_id) ?? [];
      return [
        doc_id,
        {
          amounts: counts.reduce((sum, row) => sum + Number(row.amounts), 0),
          forms: formMarks(kind, forms_present, counts),
        },
      ];
    }),
  );
}
