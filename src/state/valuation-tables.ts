import {
  decodePrices,
  priceTable,
  staffTable,
  type StaffLine,
  type ValuationTables,
} from '../analysis/valuation';
import type { Scope } from '../domain/facts';

/** What amounts are valued by: the price table with the reader's own indices, and the staff of the scope's documents. */
export function valuationTables(
  staff: readonly StaffLine[],
  scope: Scope | null,
  ownPrices: string,
): ValuationTables {
  const known = staffTable(staff, scope);
  return {
    prices: priceTable(decodePrices(ownPrices)),
    staff: known.staff,
    staff_basis: known.basis,
  };
}
