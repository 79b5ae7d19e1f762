import { decodePrices, encodePrices, type Valuation } from '../analysis/valuation';

/** The shared keys of the valuation in a link. */
export const VALUATION_KEYS = ['prices', 'base', 'per', 'cpi'] as const;

interface ValuedState {
  valuation: Valuation;
  own_prices: string;
}

/** Adds what is not the default: `prices=real&base=2020&per=head&cpi=2025:100.1`. */
export function encodeValuation({ valuation, own_prices }: ValuedState, query: URLSearchParams): void {
  if (valuation.prices === 'real') query.set('prices', 'real');
  if (valuation.base_year !== null) query.set('base', String(valuation.base_year));
  if (valuation.per === 'head') query.set('per', 'head');
  if (own_prices !== '') query.set('cpi', own_prices);
}

/** What is missing or not understood is nominal and whole. */
export function decodeValuation(query: URLSearchParams): ValuedState {
  const base = query.get('base');
  return {
    valuation: {
      prices: query.get('prices') === 'real' ? 'real' : 'nominal',
      base_year: base !== null && /^\d{4}$/.test(base) ? Number(base) : null,
      per: query.get('per') === 'head' ? 'head' : 'total',
    },
    own_prices: encodePrices(decodePrices(query.get('cpi') ?? '')),
  };
}
