/** How amounts are to be shown: at the prices of their own years or of one year, whole or for one member of staff. */
export interface Valuation {
  prices: 'nominal' | 'real';
  /** The year in whose prices real amounts are told; null: the last year of the price table. */
  base_year: number | null;
  per: 'total' | 'head';
}

/** As printed. */
export const NOMINAL: Valuation = { prices: 'nominal', base_year: null, per: 'total' };

export const isNominal = (valuation: Valuation): boolean =>
  valuation.prices === 'nominal' && valuation.per === 'total';
