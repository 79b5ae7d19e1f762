import Decimal from 'decimal.js';
import type { Fen } from '../../domain/money';

/** A row of `statesQuery`. */
export type StateLine = { state: string; facts: bigint; amount: Fen };

/** How far the money under a page's figures is confirmed by identities. */
export interface ReconciledModel {
  /**
   * Money that some identity confirms ÷ all money, absolute amounts; rounded down to a thousandth, so that 100 % means
   * all of it. Null where there is no money.
   */
  share: Decimal | null;
  facts: number;
  conflicts: { facts: number; amount: Fen };
  implied: number;
  unchecked: number;
}

/** States by fact and money → share and counts. Pure. */
export function reconciledModel(lines: readonly StateLine[]): ReconciledModel {
  const of = (...states: string[]) => {
    const found = lines.filter(({ state }) => states.includes(state));
    return {
      facts: Number(found.reduce((sum, { facts }) => sum + facts, 0n)),
      amount: found.reduce((sum, { amount }) => sum + amount, 0n),
    };
  };
  const all = lines.reduce((sum, { amount }) => sum + amount, 0n);
  const held = of('exact', 'rounding').amount;
  return {
    share:
      all === 0n
        ? null
        : new Decimal(held.toString()).div(all.toString()).toDecimalPlaces(3, Decimal.ROUND_DOWN),
    facts: lines.reduce((sum, { facts }) => sum + Number(facts), 0),
    conflicts: of('conflict'),
    implied: of('implied').facts,
    unchecked: of('unchecked').facts,
  };
}
