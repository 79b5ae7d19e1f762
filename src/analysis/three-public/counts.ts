import Decimal from 'decimal.js';
import type { Fen } from '../../domain/money';
import { COUNTED_BY, type ComponentCode, type CountCode } from './request';
import type { CountLine } from './rows';

export interface Count {
  code: CountCode;
  value: Decimal;
  quote: string | null;
  page: number | null;
  line: number | null;
}
export type Counts = ReadonlyMap<CountCode, Count>;

export function countsOf(lines: readonly CountLine[]): Counts {
  return new Map(
    lines.map(({ code, value, quote, page, line }) => [
      code,
      { code, value: new Decimal(value), quote, page, line },
    ]),
  );
}

/**
 * Money and counts that do not go together (checks N2): `money_without_count` spending with a count of 0 ·
 * `money_uncounted` spending, and the count is not printed · `count_without_money` a count, and spending of 0 or none.
 * A vehicle may stand still, a guest may pay for himself: these are questions to ask, not errors.
 */
export type CountFinding = {
  kind: 'money_without_count' | 'money_uncounted' | 'count_without_money';
  component: ComponentCode;
  counts: CountCode[];
};

export function countFindings(
  finals: ReadonlyMap<ComponentCode, Fen | null>,
  counts: Counts,
): CountFinding[] {
  return (Object.entries(COUNTED_BY) as [ComponentCode, readonly CountCode[]][]).flatMap(
    ([component, codes]): CountFinding[] => {
      const spent = finals.get(component) ?? null;
      const of = (test: (value: Decimal | undefined) => boolean) =>
        codes.filter((code) => test(counts.get(code)?.value));
      if (spent !== null && spent !== 0n) {
        const zero = of((value) => value?.isZero() ?? false);
        const missing = of((value) => value === undefined);
        return [
          ...(zero.length > 0 ? [{ kind: 'money_without_count' as const, component, counts: zero }] : []),
          ...(missing.length > 0 ? [{ kind: 'money_uncounted' as const, component, counts: missing }] : []),
        ];
      }
      const some = of((value) => value !== undefined && !value.isZero());
      return some.length > 0 ? [{ kind: 'count_without_money', component, counts: some }] : [];
    },
  );
}

/** Counts that the document leaves out although it prints others (`0 个团组，人`). */
export function unprinted(counts: Counts, of: readonly CountCode[]): CountCode[] {
  return counts.size === 0 ? [] : of.filter((code) => !counts.has(code));
}

/** What one costs: 分 per vehicle kept, reception, guest, trip or traveller; null where either is missing or the count is 0. */
export function perOne(amount: Fen | null, count: Count | undefined): Decimal | null {
  if (amount === null || !count || count.value.isZero()) return null;
  return new Decimal(amount.toString()).div(count.value);
}
