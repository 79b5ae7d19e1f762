import type Decimal from 'decimal.js';
import type { Scope } from '../../domain/facts';
import { ratio, type Fen } from '../../domain/money';
import type { ExecutionCell } from './cell';
import type { ExecutionRow } from './model';
import { sortedByRate } from './rates';
import { DEFAULT_THRESHOLDS, type ExecutionRequest, type Thresholds } from './request';

/** The figures above the heatmap, for one scope. Money in 分, rates as plain ratios. */
export interface ExecutionSummary {
  scope: Scope;
  /** Over the rows whose 合计 has both budget and final; the others are counted in `left_out`. */
  budget: Fen;
  final: Fen;
  rate: Decimal | null;
  /** Median of the rows' own rates. */
  median: Decimal | null;
  rows: number;
  left_out: number;
  /** Cells at or beyond the thresholds, of those with a rate: subjects, or 合计 where no subject has one. */
  wide: number;
  of: number;
  wide_level: 'class' | 'total';
}

/** Middle rate of cells, or the mean of the two middle ones; null where none has a rate. */
export function median(cells: readonly ExecutionCell[]): Decimal | null {
  const sorted = sortedByRate(
    cells.filter((cell) => cell.rate !== null),
    (cell) => cell,
  );
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  const at = (i: number) => sorted[i]!.rate!;
  return sorted.length % 2 === 1
    ? at(middle)
    : at(middle - 1)
        .plus(at(middle))
        .div(2);
}

/** Which threshold a rate has reached; null between them. */
export function wideSide(
  rate: Decimal,
  { low, high }: Thresholds = DEFAULT_THRESHOLDS,
): 'low' | 'high' | null {
  return rate.lte(low) ? 'low' : rate.gte(high) ? 'high' : null;
}

export function isWide(rate: Decimal, thresholds: Thresholds = DEFAULT_THRESHOLDS): boolean {
  return wideSide(rate, thresholds) !== null;
}

function summary(
  scope: Scope,
  rows: readonly ExecutionRow[],
  { basis, thresholds }: ExecutionRequest,
): ExecutionSummary {
  const counted = rows.filter((row) => row.total.rate !== null);
  const budget = counted.reduce((sum, row) => sum + row.total.budget!, 0n);
  const final = counted.reduce((sum, row) => sum + row.total.final!, 0n);
  const classes = rows.flatMap((row) => row.cells.map((cell) => cell.rate)).filter((rate) => rate !== null);
  const level = basis === 'adjusted_budget' && classes.length === 0 ? 'total' : 'class';
  const rates = level === 'class' ? classes : counted.map((row) => row.total.rate!);
  return {
    scope,
    budget,
    final,
    rate: ratio(final, budget),
    median: median(counted.map((row) => row.total)),
    rows: rows.length,
    left_out: rows.length - counted.length,
    wide: rates.filter((rate) => isWide(rate, thresholds)).length,
    of: rates.length,
    wide_level: level,
  };
}

/** One summary a scope, 部门 first: the two are never added. */
export function summaries(rows: readonly ExecutionRow[], request: ExecutionRequest): ExecutionSummary[] {
  return (['department', 'unit'] as const).flatMap((scope) => {
    const own = rows.filter((row) => row.scope === scope);
    return own.length > 0 ? [summary(scope, own, request)] : [];
  });
}
