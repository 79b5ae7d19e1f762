import type { Structure } from '../../analysis/coverage';

/** The classes that occur, by their money over all documents, the largest first: colours go by this order. */
export function classesByMoney(structures: readonly Structure[]): { key: string; name: string }[] {
  const sums = new Map<string, { key: string; name: string; amount: bigint }>();
  for (const { key, name, amount } of structures.flatMap((structure) => structure.parts)) {
    sums.set(key, { key, name, amount: (sums.get(key)?.amount ?? 0n) + amount });
  }
  return [...sums.values()].sort((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0));
}
