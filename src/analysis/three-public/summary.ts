import type Decimal from 'decimal.js';
import type { Scope } from '../../domain/facts';
import { ratio, type Fen } from '../../domain/money';
import type { ThreePublicRow } from './model';

/** The figures above the chart, for one scope: 部门 and 单位 are never added. Money in 分. */
export interface ThreePublicSummary {
  scope: Scope;
  /** Over the documents that state both 全年预算数 and 决算数 of the whole. */
  budget: Fen;
  final: Fen;
  control_rate: Decimal | null;
  counted: number;
  left_out: number;
  /** Over the documents that have both this year and last. */
  final_compared: Fen;
  prior: Fen;
  change: Fen;
  change_rate: Decimal | null;
  compared: number;
  not_compared: number;
  /** Documents whose form 09 and narrative disagree, or whose money and counts do. */
  doubtful: number;
}

function summary(scope: Scope, rows: readonly ThreePublicRow[]): ThreePublicSummary {
  const total = (row: ThreePublicRow) => row.cells.SG;
  const counted = rows.filter((row) => total(row).budget.taken && total(row).final.taken);
  const compared = rows.filter((row) => total(row).change.change !== null);
  const sum = (of: readonly ThreePublicRow[], amount: (row: ThreePublicRow) => Fen) =>
    of.reduce((all, row) => all + amount(row), 0n);
  const budget = sum(counted, (row) => total(row).budget.taken!.amount);
  const final = sum(counted, (row) => total(row).final.taken!.amount);
  const finalCompared = sum(compared, (row) => total(row).change.final!.amount);
  const prior = sum(compared, (row) => total(row).change.prior!.amount);
  return {
    scope,
    budget,
    final,
    control_rate: ratio(final, budget),
    counted: counted.length,
    left_out: rows.length - counted.length,
    final_compared: finalCompared,
    prior,
    change: finalCompared - prior,
    change_rate: compared.length === 0 ? null : ratio(finalCompared - prior, prior),
    compared: compared.length,
    not_compared: rows.length - compared.length,
    doubtful: rows.filter(isDoubtful).length,
  };
}

export function isDoubtful(row: ThreePublicRow): boolean {
  return (
    row.findings.length > 0 ||
    Object.values(row.cells).some(
      (cell) => cell.budget.conflict || cell.final.conflict || cell.change.findings.length > 0,
    )
  );
}

/** One summary a scope that has rows, 部门 first. */
export function summaries(rows: readonly ThreePublicRow[]): ThreePublicSummary[] {
  return (['department', 'unit'] as const).flatMap((scope) => {
    const own = rows.filter((row) => row.document.scope === scope);
    return own.length > 0 ? [summary(scope, own)] : [];
  });
}
