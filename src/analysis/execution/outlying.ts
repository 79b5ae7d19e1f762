import type Decimal from 'decimal.js';
import { outliers, type OutlierMethod } from '../outliers';
import type { ExecutionLines } from './model';
import type { Member } from './pooled';
import { sortedByRate } from './rates';
import type { Thresholds } from './request';
import { wideSide } from './summary';

/** How subjects are found that stand apart: the thresholds the reader set, or a method of statistics. */
export const RULES = ['threshold', 'robust_z', 'iqr', 'rank'] as const;
export type Rule = 'threshold' | OutlierMethod;

/**
 * Why a subject is listed: its rate, or that there is no rate to judge — `new` spending without a budget, `unspent` a
 * budget without spending, `negative` a figure below zero.
 */
export type Why = 'low' | 'high' | 'new' | 'unspent' | 'negative';

export interface OutlyingLine extends Member {
  why: Why;
  /** Of a statistical method; see analysis/outliers. */
  score: Decimal | null;
}

export interface Outlying {
  rule: Rule;
  /** Rates that were looked at. */
  n: number;
  lines: OutlyingLine[];
  /** Too few rates for the method: only those without a rate are listed. */
  withheld: boolean;
  minimum: number;
  no_spread: boolean;
  limit: number | null;
}

/**
 * The cells that are told line by line: every subject that a document has (the 合计 where no subject has a budget of
 * the kind asked for).
 */
export function subjectLines({ rows }: Pick<ExecutionLines, 'rows'>): Member[] {
  const bySubject = rows.some((row) => row.cells.some((cell) => cell.budget !== null));
  return rows
    .flatMap((row) => (bySubject ? row.cells : [row.total]).map((cell) => ({ row, cell })))
    .filter(({ cell }) => cell.state !== 'absent');
}

function structural({ cell }: Member): Why | null {
  const { state } = cell;
  return state === 'new' || state === 'unspent' || state === 'negative' ? state : null;
}

/** The widest deviation from 100 % first, those without a rate last. */
export function byDeviation<L extends Member>(lines: readonly L[]): L[] {
  const rated = lines.filter(({ cell }) => cell.rate !== null);
  return [
    ...sortedByRate(rated, ({ cell }) => cell, 'deviation'),
    ...lines.filter(({ cell }) => cell.rate === null),
  ];
}

/**
 * Cells (subjectLines) that stand apart by a rule, the furthest from 100 % first, then those without a rate by their money. A
 * negative or missing amount is no execution: it is listed for what it is and in no method's values.
 */
export function outlying(lines: readonly Member[], rule: Rule, thresholds: Thresholds): Outlying {
  const apart = lines.flatMap((line): OutlyingLine[] => {
    const why = structural(line);
    return why ? [{ ...line, why, score: null }] : [];
  });
  const rated = lines.filter((line) => structural(line) === null && line.cell.rate !== null);
  const said = { rule, n: rated.length, withheld: false, minimum: 0, no_spread: false, limit: null };
  const size = ({ cell }: Member) => cell.final ?? cell.budget ?? 0n;
  apart.sort((a, b) => (size(a) < size(b) ? 1 : size(a) > size(b) ? -1 : 0));

  if (rule === 'threshold') {
    const wide = rated.flatMap((line): OutlyingLine[] => {
      const why = wideSide(line.cell.rate!, thresholds);
      return why ? [{ ...line, why, score: null }] : [];
    });
    return { ...said, lines: [...byDeviation(wide), ...apart] };
  }
  const found = outliers(
    rated.map(({ cell }, i) => ({ key: String(i), value: cell.rate! })),
    rule,
  );
  const flagged = found.flagged.map(({ key, score, side }): OutlyingLine => ({
    ...rated[Number(key)]!,
    why: side,
    score,
  }));
  const { withheld, minimum, no_spread, limit } = found;
  return { ...said, lines: [...flagged, ...apart], withheld, minimum, no_spread, limit };
}
