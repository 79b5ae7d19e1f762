import {
  baseYear,
  decodePrices,
  priceFactor,
  valued,
  type NotValued,
  type ValuationPlace,
  type Valued,
} from '../analysis/valuation';
import type { FlaggedValue, Outliers } from '../analysis/outliers';
import type { Fen } from '../domain/money';
import { render } from '../i18n';
import { valuation as words } from '../i18n/valuation';
import type { AppState } from './app.svelte';
import { unitLabel } from './labels';

type Reader = Pick<AppState, 'valuation' | 'valuationTables' | 'ownPrices' | 'language'>;

/** The year in whose prices real amounts are told; null for current prices, or without any index. */
export function baseYearOf(app: Pick<Reader, 'valuation' | 'valuationTables'>): number | null {
  if (app.valuation.prices === 'nominal') return null;
  return baseYear(app.valuation.base_year, app.valuationTables.prices);
}

/** An amount as the reader wants it valued (see analysis/valuation): for the view only, evidence stays as printed. */
export function valuedFor(
  app: Pick<Reader, 'valuation' | 'valuationTables'>,
  amount: Fen | null,
  place: ValuationPlace,
): Valued {
  return valued(amount, app.valuation, place, app.valuationTables);
}

/** How the amounts are valued, short, for beside a title: `2024 年价格 · 人均`; empty for amounts as published. */
export function valuationText(app: Reader): string {
  const { valuation, language } = app;
  const base = baseYearOf(app);
  return [
    ...(valuation.prices === 'real' ? [render(words.label_real, language, { base: base ?? '–' })] : []),
    ...(valuation.per === 'head' ? [render(words.label_head, language)] : []),
  ].join(' · ');
}

/** The same with sources and the reader's own indices, a line each, for the notes of charts and exports; may be empty. */
export function valuationNotes(app: Reader): string[] {
  const { valuation, language, ownPrices, valuationTables } = app;
  const base = baseYearOf(app);
  const own = [...decodePrices(ownPrices)].map(([year, index]) => `${year} ${index.toString()}`);
  const posts = [...(valuationTables.staff_basis?.values() ?? [])].includes('staff_established');
  const real = [
    render(words.label_real_long, language, { base: base ?? '–' }),
    ...(own.length > 0
      ? [render(words.label_own, language, { list: own.join(language === 'zh-CN' ? '、' : ', ') })]
      : []),
  ];
  return [
    ...(valuation.prices === 'real' ? real : []),
    ...(valuation.per === 'head'
      ? [render(posts ? words.label_head_posts : words.label_head_long, language)]
      : []),
  ];
}

/** Why an amount could not be valued, in words. */
export function notValuedText(
  reason: NotValued,
  place: ValuationPlace,
  app: Pick<Reader, 'valuation' | 'valuationTables' | 'language'>,
): string {
  const { fiscal_year: year, department } = place;
  if (reason === 'no_staff') return render(words.no_staff, app.language, { department, year });
  const base = baseYear(app.valuation.base_year, app.valuationTables.prices);
  if (base === null) return render(words.no_base, app.language);
  return render(words.no_price_index, app.language, { year, base });
}

/** The unit of valued amounts: 万元, or 万元/人. */
export function valuedUnit(app: Pick<AppState, 'valuation' | 'unit' | 'language'>): string {
  const unit = unitLabel(app.unit, app.language);
  return app.valuation.per === 'head' ? render(words.per_head_unit, app.language, { unit }) : unit;
}

/** Years among `years` that have no amounts at the prices asked for; empty for current prices. */
export function yearsNotValued(
  app: Pick<Reader, 'valuation' | 'valuationTables'>,
  years: readonly number[],
): number[] {
  if (app.valuation.prices === 'nominal') return [];
  const base = baseYearOf(app);
  const { prices } = app.valuationTables;
  return years.filter((year) => base === null || priceFactor(prices, year, base) === null);
}

/** The method with its limit: `四分位距法，超出四分位 1.5 倍四分位距`. */
function methodText({ method, limit }: Outliers, language: AppState['language']): string {
  return render(words[`method_${method}`], language, { limit });
}

/** What was looked for among how many, and what was found or why nothing is said. */
export function outliersText(found: Outliers, language: AppState['language']): string {
  const given = { method: methodText(found, language), of: found.n, minimum: found.minimum };
  if (found.withheld) return render(words.outliers_withheld, language, given);
  if (found.no_spread) return render(words.outliers_no_spread, language, given);
  return render(words.outliers_found, language, { ...given, n: found.flagged.length });
}

/** How far out one value is, e.g. `z = 4.12`, `超出 2.3 倍四分位距`. */
export function outlierScoreText(
  flagged: FlaggedValue,
  method: Outliers['method'],
  language: AppState['language'],
): string {
  if (method === 'rank') {
    return render(words[`score_rank_${flagged.side}`], language, { score: flagged.score.toString() });
  }
  const score = flagged.score.toFixed(2).replace('-', '−');
  return render(words[`score_${method}`], language, { score });
}
