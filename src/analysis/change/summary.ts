import type Decimal from 'decimal.js';
import type { Scope } from '../../domain/facts';
import { ratio, type Fen } from '../../domain/money';
import type { ChangeRow } from './model';

/** The figures above the chart, for one scope: 部门 and 单位 are never added. Money in 分. */
export interface ChangeSummary {
  scope: Scope;
  /** Over the rows that have both years; the others are counted in `left_out`. */
  final: Fen;
  prior: Fen;
  change: Fen;
  /** Null: no row has both, or last year adds up to 0. */
  rate: Decimal | null;
  counted: number;
  left_out: number;
  up: number;
  down: number;
  /** 持平, or a change that rounding can explain. */
  level: number;
  /** Rows whose sentence disagrees with its amounts. */
  doubtful: number;
  /** Rows whose last year is implied. */
  implied: number;
}

function summary(scope: Scope, rows: readonly ChangeRow[]): ChangeSummary {
  const counted = rows.filter((row) => row.change !== null);
  const sum = (amount: (row: ChangeRow) => Fen) => counted.reduce((total, row) => total + amount(row), 0n);
  const final = sum((row) => row.final!.amount);
  const prior = sum((row) => row.prior!.amount);
  const sized = (...sizes: (string | null)[]) => rows.filter((row) => sizes.includes(row.size)).length;
  return {
    scope,
    final,
    prior,
    change: final - prior,
    rate: counted.length === 0 ? null : ratio(final - prior, prior),
    counted: counted.length,
    left_out: rows.length - counted.length,
    up: sized('up'),
    down: sized('down'),
    level: sized('flat', 'rounding'),
    doubtful: rows.filter((row) => row.findings.length > 0).length,
    implied: counted.filter((row) => row.prior!.source === 'implied').length,
  };
}

/** One summary a scope that has rows, 部门 first. */
export function summaries(rows: readonly ChangeRow[]): ChangeSummary[] {
  return (['department', 'unit'] as const).flatMap((scope) => {
    const own = rows.filter((row) => row.document.scope === scope);
    return own.length > 0 ? [summary(scope, own)] : [];
  });
}
