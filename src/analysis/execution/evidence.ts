import type { EvidencePart, EvidenceRequest, Shown } from '../evidence';
import type { ExecutionCell } from './cell';
import { budgetParts, finalParts, merged, type Identity } from './coordinates';
import type { Member } from './pooled';
import type { Basis } from './request';

/** More documents than these are no drawer to read: such a cell leads to its departments instead. */
export const MOST_DOCUMENTS = 60;

function request(
  title: string,
  show: Shown,
  first: EvidencePart[],
  second: EvidencePart[],
): EvidenceRequest | null {
  if (first.length > 0 && second.length > 0) return { title, show, parts: [...first, ...second] };
  const parts = first.length > 0 ? first : second;
  return parts.length > 0 ? { title, show: 'amount', parts } : null;
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
  // A rate of a negative budget would say nothing.
  const show = cell.budget !== null && cell.budget < 0n ? 'change' : 'execution_rate';
  return request(title, show, finalParts(row, cell), budgetParts(row, cell, basis));
}

/** As `cellEvidence`, of a cell that adds up several documents; null also where they are too many to read. */
export function membersEvidence(
  members: readonly Member[],
  basis: Basis,
  title: string,
): EvidenceRequest | null {
  if (members.length > MOST_DOCUMENTS) return null;
  if (members.length === 1) return cellEvidence(members[0]!.row, members[0]!.cell, basis, title);
  return request(
    title,
    'execution_rate',
    merged(members.flatMap(({ row, cell }) => finalParts(row, cell))),
    merged(members.flatMap(({ row, cell }) => budgetParts(row, cell, basis))),
  );
}
