import Decimal from 'decimal.js';
import { absolute, type Fen } from '../../domain/money';
import { comparedWith, executedBefore } from './compared-with';
import { placeOf, placeOfRate } from './printed-place';
import { reasonDirection, type ReasonDirection } from './reason-direction';
import type { Figure, Prior } from './figure';
import type { FigureLine, StatementLine } from './rows';

/** What the document says of a change, in its own words. */
export interface Stated {
  /** 分, signed; null where the sentence gives none. */
  change: Fen | null;
  /** Signed ratio (1 = 100 %); null where the sentence gives none. */
  rate: Decimal | null;
  reason: string | null;
  quote: string;
  section: string;
  page: number | null;
  line: number | null;
}

/**
 * Where the sentence disagrees with the amounts beyond rounding (checks T2, T3, X3):
 * `direction` 增加/减少 is the other way · `amount` last year's document gives another change · `rate` the printed
 * percentage is not change ÷ last year · `zero_base` a percentage of a last year that was 0 · `reason` the reason names
 * the other direction than the sentence that it explains.
 */
export type Finding =
  | { kind: 'direction'; stated: Fen | Decimal; computed: Fen }
  | { kind: 'amount'; stated: Fen; computed: Fen; difference: Fen }
  | { kind: 'rate'; stated: Decimal; computed: Decimal; low: Decimal; high: Decimal | null }
  | { kind: 'zero_base'; stated: Decimal }
  | { kind: 'reason'; says: ReasonDirection; change: Fen | Decimal };
export type FindingKind = Finding['kind'];

export function statedOf(line: StatementLine): Stated {
  const { change, change_rate, reason, quote, section, page, line: at } = line;
  return {
    change,
    rate: change_rate === null ? null : new Decimal(change_rate).div(100),
    reason,
    quote,
    section,
    page,
    line: at,
  };
}

/** The narrative's own figures, as far as they are known: 分 with their last printed place. */
interface Sentence {
  final: { amount: Fen; resolution: Fen } | null;
  change: { amount: Fen; resolution: Fen } | null;
}

/** An implied figure is known to the places of final and change together, so the change's own is what is left. */
function sentenceOf(statement: StatementLine, line: FigureLine | undefined): Sentence {
  const told = line?.narrative_final ?? null;
  const amount = statement.final ?? told;
  const resolution =
    amount !== null && told === amount && line?.narrative_resolution
      ? line.narrative_resolution
      : placeOf(amount ?? 0n, statement.quote);
  const left =
    line?.prior_derived && line.prior === statement.prior_final && line.prior_resolution !== null
      ? line.prior_resolution - resolution
      : null;
  return {
    final: amount === null ? null : { amount, resolution },
    change:
      statement.change === null
        ? null
        : {
            amount: statement.change,
            resolution: left !== null && left >= 0n ? left : placeOf(statement.change, statement.quote),
          },
  };
}

const decimal = (amount: Fen) => new Decimal(amount.toString());

/**
 * The rates that change ÷ (final − change) can have for the true figures behind the printed ones; high null: last year
 * may be 0, no upper end; null: nothing can be said. Final is off by half a unit at most; the change by a whole one,
 * because many sentences print the difference of two rounded figures.
 */
export function rateRange(
  final: { amount: Fen; resolution: Fen },
  change: { amount: Fen; resolution: Fen },
): { low: Decimal; high: Decimal | null } | null {
  const finals = [-1, 1].map((side) =>
    decimal(final.amount).plus(decimal(final.resolution).times(side).div(2)),
  );
  const changes = [-1, 1].map((side) => decimal(change.amount).plus(decimal(change.resolution).times(side)));
  const rates: Decimal[] = [];
  let open = false;
  for (const f of finals) {
    for (const c of changes) {
      const base = f.minus(c);
      if (base.lte(0)) open = true;
      else rates.push(c.div(base));
    }
  }
  if (rates.length === 0) return null;
  return { low: Decimal.min(...rates), high: open ? null : Decimal.max(...rates) };
}

/** Compares a sentence with the amounts. One contradiction is one finding: a wrong direction is not also a wrong amount. */
export function findings(
  statement: StatementLine,
  line: FigureLine | undefined,
  final: Figure | null,
  prior: Prior | null,
): Finding[] {
  const { change, rate } = statedOf(statement);
  const said = reasonFindings(statement, change, rate);
  // Budgets may compare with what last year's came to: the sentence's own two amounts are all there is to compare.
  if (comparedWith(statement.quote) === 'execution') return [...executedFindings(statement, rate), ...said];
  return [...amountFindings(statement, line, final, prior, change, rate), ...said];
}

function amountFindings(
  statement: StatementLine,
  line: FigureLine | undefined,
  final: Figure | null,
  prior: Prior | null,
  change: Fen | null,
  rate: Decimal | null,
): Finding[] {
  const sentence = sentenceOf(statement, line);
  const found: Finding[] = [];

  const loaded = final && prior?.source === 'document' ? { final, prior } : null;
  if (loaded && change !== null) {
    const computed = loaded.final.amount - loaded.prior.amount;
    const difference = change - computed;
    const places = loaded.final.resolution + loaded.prior.resolution + sentence.change!.resolution;
    const tolerance = max(places, 2n * sentence.change!.resolution);
    if (2n * absolute(difference) > tolerance) {
      // A change within the documents' own rounding has no direction to contradict.
      const told = 2n * absolute(computed) > loaded.final.resolution + loaded.prior.resolution;
      const opposite = told && change > 0n !== computed > 0n && change !== 0n;
      found.push(
        opposite
          ? { kind: 'direction', stated: change, computed }
          : { kind: 'amount', stated: change, computed, difference },
      );
    }
  }
  return rate === null ? found : [...found, ...rateFindings(statement, rate, sentence, loaded)];
}

/** The percentage against the sentence's own amounts, or, where it gives none, against the two documents. */
function rateFindings(
  statement: StatementLine,
  rate: Decimal,
  sentence: Sentence,
  loaded: { final: Figure; prior: Prior } | null,
): Finding[] {
  const final = sentence.final;
  const change = sentence.change;
  if (!final || !change) {
    if (!loaded) return [];
    const computed = loaded.final.amount - loaded.prior.amount;
    return compareRate(statement, rate, loaded.final, {
      amount: computed,
      resolution: loaded.final.resolution + loaded.prior.resolution,
    });
  }
  if (
    (change.amount > 0n && rate.isNegative() && !rate.isZero()) ||
    (change.amount < 0n && rate.isPositive() && !rate.isZero())
  ) {
    return [{ kind: 'direction', stated: rate, computed: change.amount }];
  }
  return compareRate(statement, rate, final, change);
}

function compareRate(
  { change_rate, quote }: StatementLine,
  rate: Decimal,
  final: { amount: Fen; resolution: Fen },
  change: { amount: Fen; resolution: Fen },
): Finding[] {
  const base = final.amount - change.amount;
  if (base === 0n) return rate.isZero() ? [] : [{ kind: 'zero_base', stated: rate }];
  const range = rateRange(final, change);
  if (!range) return [];
  const half = placeOfRate(change_rate!, quote).div(2);
  const fits = rate.plus(half).gte(range.low) && (range.high === null || rate.minus(half).lte(range.high));
  if (fits) return [];
  return [{ kind: 'rate', stated: rate, computed: decimal(change.amount).div(base.toString()), ...range }];
}

/** The percentage of a sentence that prints both amounts itself: this year's budget and what last year's came to. */
function executedFindings(statement: StatementLine, rate: Decimal | null): Finding[] {
  const before = executedBefore(statement.quote);
  if (!before || statement.final === null || rate === null) return [];
  const final = { amount: statement.final, resolution: placeOf(statement.final, statement.quote) };
  const change = final.amount - before.amount;
  const opposite = change !== 0n && !rate.isZero() && rate.isNegative() !== change < 0n;
  if (opposite) return [{ kind: 'direction', stated: rate, computed: change }];
  return compareRate(statement, rate, final, { amount: change, resolution: before.resolution });
}

/** The reason against the sentence's own direction. */
function reasonFindings(statement: StatementLine, change: Fen | null, rate: Decimal | null): Finding[] {
  const says = reasonDirection(statement.reason);
  const moved = change ?? rate;
  if (says === null || moved === null) return [];
  const sign =
    typeof moved === 'bigint' ? (moved > 0n ? 1 : moved < 0n ? -1 : 0) : Math.sign(moved.toNumber());
  const agrees = sign === 0 || (says === 'up' && sign > 0) || (says === 'down' && sign < 0);
  return agrees ? [] : [{ kind: 'reason', says, change: moved }];
}

const max = (a: bigint, b: bigint) => (a > b ? a : b);
