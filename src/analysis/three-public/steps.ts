import { absolute, type Fen } from '../../domain/money';
import type { Scope } from '../../domain/facts';
import type { Figure } from '../change';
import { groupRows } from '../group';
import type { ThreePublicRow } from './model';
import type { ComponentCode } from './request';
import type { SeriesRow } from './series';

/** Stages that are tested on their own: budgets with budgets, final accounts with final accounts. */
export const STEP_STAGES = ['initial_budget', 'final'] as const;
export type StepStage = (typeof STEP_STAGES)[number];

/** A figure of one year; `implied`: it follows from next year's “比上年增加（减少）”. */
export interface YearFigure {
  fiscal_year: number;
  figure: Figure;
  implied: boolean;
}

/** From one year with a figure to the next one that has one. */
export interface Step {
  before: YearFigure;
  after: YearFigure;
  change: Fen;
  /** `rounding`: not 0, but printed places alone explain it. */
  size: 'down' | 'flat' | 'up' | 'rounding';
}

/**
 * 只减不增, over the years that have a figure: `kept` no year is above the one before · `broken` some year is ·
 * `rounding` where it is, printed places explain it · `untested` fewer than two years.
 */
export type Verdict = 'kept' | 'broken' | 'rounding' | 'untested';

export interface OnlyDown {
  region: string;
  department: string;
  scope: Scope;
  stage: StepStage;
  years: YearFigure[];
  steps: Step[];
  verdict: Verdict;
}

function step(before: YearFigure, after: YearFigure): Step {
  const change = after.figure.amount - before.figure.amount;
  const explained = 2n * absolute(change) <= after.figure.resolution + before.figure.resolution;
  const size = change === 0n ? 'flat' : explained ? 'rounding' : change < 0n ? 'down' : 'up';
  return { before, after, change, size };
}

function verdictOf(steps: readonly Step[]): Verdict {
  if (steps.length === 0) return 'untested';
  if (steps.some(({ size }) => size === 'up')) return 'broken';
  return steps.some(({ size, change }) => size === 'rounding' && change > 0n) ? 'rounding' : 'kept';
}

const bodyOf = (d: { region: string; department: string; scope: Scope }) =>
  [d.region, d.department, d.scope].join('\u001f');

/** The years of a body: those of its documents, and the year before a final account as that one tells it. */
function yearsOf(
  own: readonly SeriesRow[],
  accounts: readonly ThreePublicRow[],
  component: ComponentCode,
  stage: StepStage,
): YearFigure[] {
  const found = new Map<number, YearFigure>();
  for (const { fiscal_year, cells } of own) {
    const figure = cells[component][stage === 'final' ? 'final' : 'initial'];
    if (figure) found.set(fiscal_year, { fiscal_year, figure, implied: false });
  }
  if (stage === 'final') {
    for (const { document, cells } of accounts) {
      const { prior } = cells[component].change;
      const year = document.fiscal_year - 1;
      if (prior && !found.has(year)) {
        found.set(year, { fiscal_year: year, figure: prior, implied: prior.source === 'implied' });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.fiscal_year - b.fiscal_year);
}

/** The test for every body and stage that has a figure of the component, in the order of `series`. */
export function onlyDown(
  series: readonly SeriesRow[],
  accounts: readonly ThreePublicRow[],
  component: ComponentCode,
): OnlyDown[] {
  const accountsOf = groupRows([...accounts], (row) => bodyOf(row.document));
  return [...groupRows([...series], bodyOf)].flatMap(([body, own]) =>
    STEP_STAGES.flatMap((stage): OnlyDown[] => {
      const years = yearsOf(own, accountsOf.get(body) ?? [], component, stage);
      if (years.length === 0) return [];
      const steps = years.slice(1).map((after, i) => step(years[i]!, after));
      const { region, department, scope } = own[0]!;
      return [{ region, department, scope, stage, years, steps, verdict: verdictOf(steps) }];
    }),
  );
}
