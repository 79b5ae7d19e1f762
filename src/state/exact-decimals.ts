import type { Fen, Unit } from '../domain/money';

const PLACES: Record<Unit, readonly number[]> = { 元: [2], 万元: [2, 4, 6], 亿元: [2, 4, 6, 8, 10] };
/** 分 in one unit of money, as a power of ten. */
const POWER: Record<Unit, number> = { 元: 2, 万元: 6, 亿元: 10 };

/** The fewest decimals with which all amounts are exact in a unit, so that two that differ look different. */
export function exactDecimals(amounts: readonly (Fen | null)[], unit: Unit): number {
  const fits = (places: number) =>
    amounts.every((amount) => amount === null || amount % 10n ** BigInt(POWER[unit] - places) === 0n);
  return PLACES[unit].find(fits) ?? POWER[unit];
}
