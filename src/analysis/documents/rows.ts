import type { Fact, Indicator, Statement } from '../../domain/facts';
import type { AmountsLine } from '../coverage';

/** The rows that queries.ts returns: the published columns, money in 分, rates as text. */
export type FactRow = Omit<Fact, 'amount' | 'resolution'> & {
  amount_fen: bigint;
  resolution_fen: bigint;
};

type Money = 'initial_budget' | 'adjusted_budget' | 'final' | 'change' | 'prior_final';
export type StatementRow = Omit<Statement, Money> & { [Name in Money as `${Name}_fen`]: bigint | null };
export type IndicatorRow = Indicator & Record<never, never>;
export type CountRow = AmountsLine;
