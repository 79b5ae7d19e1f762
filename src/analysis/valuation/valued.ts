import Decimal from 'decimal.js';
import type { Fen } from '../../domain/money';
import { baseYear, exact, priceFactor } from './prices';
import { staffKey, type ValuationTables } from './tables';
import type { Valuation } from './valuation';

/** Why an amount cannot be valued: an index of a year on the way is missing; the staff of the year is not known. */
export type NotValued = 'no_price_index' | 'no_staff';

export interface Valued {
  /** 分; null where the amount was null (no reason then: it is blank) or could not be valued. */
  amount: Fen | null;
  reason: NotValued | null;
}

/** Where and when an amount belongs: the year whose prices it is in, the department whose staff it is for. */
export interface ValuationPlace {
  fiscal_year: number;
  department: string;
}

/**
 * An amount as the valuation asks: in prices of the base year, for one member of staff, or both; rounded once, half to
 * even, to 分. Value totals, not their parts: rounded parts do not add up. A blank stays blank. An amount that cannot be valued is null with its
 * reason, never the nominal one. Prior-year amounts (上年决算数) are in prices of the year before: give that year.
 */
export function valued(
  amount: Fen | null,
  valuation: Valuation,
  place: ValuationPlace,
  tables: ValuationTables,
): Valued {
  if (amount === null) return { amount: null, reason: null };
  let up = exact(amount);
  let down = exact(1n);
  if (valuation.prices === 'real') {
    const base = baseYear(valuation.base_year, tables.prices);
    const factor = base === null ? null : priceFactor(tables.prices, place.fiscal_year, base);
    if (!factor) return { amount: null, reason: 'no_price_index' };
    up = up.times(factor.up);
    down = down.times(factor.down);
  }
  if (valuation.per === 'head') {
    const staff = tables.staff.get(staffKey(place.department, place.fiscal_year));
    if (staff === undefined || staff <= 0n) return { amount: null, reason: 'no_staff' };
    down = down.times(staff.toString());
  }
  const value = up.div(down).toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN);
  return { amount: BigInt(value.toFixed(0)), reason: null };
}
