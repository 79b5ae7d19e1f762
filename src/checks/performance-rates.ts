import Decimal from 'decimal.js';
import type { Fact } from '../domain/facts';
import type { Book } from './book';
import type { Judged } from './relate';
import { textRelation } from './text-relation';

/** 执行率 of a project against its amounts; right where any pair of its printed amounts gives it. */
export function executionRates(book: Book): Judged[] {
  return book.indicators.flatMap((indicator) => {
    if (indicator.code !== 'execution_rate' || indicator.subject_name === null) return [];
    const own = book.facts.filter(
      (fact) =>
        fact.source === 'performance' &&
        fact.flow === 'expenditure' &&
        fact.subject_name === indicator.subject_name,
    );
    const at = (stages: readonly Fact['stage'][]) =>
      own.filter((fact) => stages.includes(fact.stage) && fact.amount >= 0n);
    const finals = at(['final']);
    const budgets = at(['adjusted_budget', 'initial_budget']).filter((fact) => fact.amount > 0n);
    if (finals.length === 0 || budgets.length === 0) return [];
    const printed = new Decimal(indicator.value);
    const place = new Decimal(10).pow(-printedDecimals(indicator.value, indicator.quote));
    const rates = finals.flatMap((final) => budgets.map((budget) => rateOf(final, budget)));
    const fits = rates.some(
      ({ low, high }) => printed.plus(place.div(2)).gte(low) && printed.minus(place.div(2)).lte(high),
    );
    const nearest = rates.reduce((best, next) =>
      next.rate.minus(printed).abs().lt(best.rate.minus(printed).abs()) ? next : best,
    );
    const about = `绩效自评 ${indicator.subject_name} 执行率`;
    const text = `${printed.toString()}%`;
    const computed = `${nearest.rate.toFixed(2)}%`;
    return [
      textRelation(book, 'P1', indicator, {
        about,
        holds: fits,
        relation: 'rate',
        left: { label: '执行率', printed: text },
        right: { label: '执行数 ÷ 预算数', printed: computed, fact_ids: [nearest.final, nearest.budget] },
        kind: 'wrong_rate',
        severity: nearest.rate.minus(printed).abs().lt(place) ? 'info' : 'error',
        message: {
          zh: `${about}印 ${text}，按印出的金额为 ${computed}`,
          en: `${about} prints ${text}; the amounts printed give ${computed}`,
        },
      }),
    ];
  });
}

function rateOf(final: Fact, budget: Fact) {
  const half = (fact: Fact) => new Decimal(fact.resolution.toString()).div(2);
  const a = new Decimal(final.amount.toString());
  const b = new Decimal(budget.amount.toString());
  // Whole 万元 in these tables are exact amounts, not rounded ones.
  const [ha, hb] = [
    exact(final) ? new Decimal(0) : half(final),
    exact(budget) ? new Decimal(0) : half(budget),
  ];
  return {
    final: final.fact_id,
    budget: budget.fact_id,
    rate: a.div(b).times(100),
    low: a.minus(ha).div(b.plus(hb)).times(100),
    high: a.plus(ha).div(b.minus(hb)).times(100),
  };
}

const exact = (fact: Fact) => fact.resolution > 10_000n;

/** Decimals of a percentage as quoted (the extract pads them with zeros). */
export function printedDecimals(value: string, quote: string | null): number {
  const wanted = new Decimal(value);
  for (const [, digits, fraction] of (quote ?? '').matchAll(/(\d+(?:\.(\d+))?)/g))
    if (wanted.eq(digits!)) return fraction?.length ?? 0;
  return wanted.decimalPlaces();
}
