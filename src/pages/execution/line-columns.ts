import { cellEvidence, type Matrix, type Member } from '../../analysis/execution';
import type { Column } from '../../ui';
import { cellRemarks, reasonText } from './cell-remarks';
import { subjectTitle } from './heat-view';
import type { Reader } from './reader';

/** A cell told line by line. */
export type Line = Member;

/**
 * Columns of a table of cells: whose, which subject, budget, final, difference, rate, `state` as the page says it,
 * and the stated reasons where some line has one (or `noReason` says that it has none).
 */
export function lineColumns<L extends Line>(
  matrix: Matrix,
  lines: readonly L[],
  reader: Reader,
  state: { label: string; value: (line: L) => string | null; reason?: (line: L) => string | null },
  noReason: string | null = null,
): Column<L>[] {
  const { t } = reader;
  const { basis, level } = matrix.model.request;
  const remarks = ({ cell }: L) => cellRemarks(cell, reader).join('\n');
  const evidence = ({ row, cell }: L) =>
    cellEvidence(row, cell, basis, subjectTitle(cell.code, matrix, reader));
  const reason: Column<L> = {
    key: 'reason',
    label: t('details_reason'),
    kind: 'text',
    sortable: false,
    wrap: true,
    value: ({ cell }) => reasonText(cell) || noReason,
  };
  return [
    {
      key: 'department',
      label: t('csv_department'),
      kind: 'text',
      value: ({ row }) => row.department,
      note: ({ row }) => String(row.fiscal_year),
    },
    {
      key: 'subject',
      label: t('details_subject', { level: t(`level_${level}`) }),
      kind: 'text',
      value: ({ cell }) => subjectTitle(cell.code, matrix, reader),
    },
    {
      key: 'budget',
      label: t(basis === 'initial_budget' ? 'basis_initial' : 'basis_adjusted'),
      kind: 'amount',
      term: basis,
      value: ({ cell }) => cell.budget,
      mark: ({ cell }) => (cell.budgetConflict ? 'conflict' : null),
      reason: remarks,
      evidence: (line) => (line.cell.budget === null ? null : evidence(line)),
    },
    {
      key: 'final',
      label: t('csv_final'),
      kind: 'amount',
      term: 'final',
      value: ({ cell }) => cell.final,
      mark: ({ cell }) => (cell.disagreements.length ? 'conflict' : null),
      reason: remarks,
      evidence: (line) => (line.cell.final === null ? null : evidence(line)),
    },
    {
      key: 'difference',
      label: t('csv_difference'),
      kind: 'amount',
      term: 'difference',
      sign: true,
      value: ({ cell }) => (cell.budget === null || cell.final === null ? null : cell.final - cell.budget),
      evidence: (line) => (line.cell.budget === null || line.cell.final === null ? null : evidence(line)),
    },
    {
      key: 'rate',
      label: t('csv_rate'),
      kind: 'percent',
      term: 'execution_rate',
      value: ({ cell }) => cell.rate,
      reason: remarks,
      evidence,
    },
    {
      key: 'state',
      label: state.label,
      kind: 'text',
      value: state.value,
      ...(state.reason ? { note: state.reason } : {}),
    },
    ...(noReason !== null || lines.some(({ cell }) => cell.reasons.length > 0) ? [reason] : []),
  ];
}
