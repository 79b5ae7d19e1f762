import { absolute, type Fen } from '../../domain/money';
import { agree } from '../evidence/agreement';
import type { EvaluationLine } from './rows';

/** A figure of the self-evaluation (分), with the value of one unit in its last printed place. */
export interface Evaluated {
  amount: Fen;
  resolution: Fen;
  fact_ids: string[];
  /** What the document calls it, where it says only 预算数 or 预算总额 for 全年预算数. */
  printed_as: string | null;
}

/** What one document's self-evaluation says about the whole. */
export interface Evaluation {
  initial: Evaluated | null;
  adjusted: (Evaluated & { parts: boolean }) | null;
  /** Other 全年预算数 of the whole that the same self-evaluation prints and that differ beyond rounding. 分. */
  adjusted_elsewhere: Fen[];
}

const evaluated = (line: EvaluationLine): Evaluated => ({
  amount: line.amount_fen,
  resolution: line.resolution_fen,
  fact_ids: [line.fact_id],
  printed_as: line.printed_as === '' ? null : line.printed_as,
});

/**
 * 全年预算 of the whole as 基本支出 + 项目支出, where the row 部门整体支出 has none: only if the two make up the whole,
 * told by their 执行数, which must add up to `final` within rounding.
 */
function sumOfParts(
  find: (part: string, stage: string) => Evaluated | null,
  final: Fen | null,
): Evaluated | null {
  const budgets = [find('basic', 'adjusted_budget'), find('project', 'adjusted_budget')];
  const finals = [find('basic', 'final'), find('project', 'final')];
  const all = [...budgets, ...finals].filter((part) => part !== null);
  if (final === null || all.length < 4) return null;
  const [basic, project, spentBasic, spentProject] = all as [Evaluated, Evaluated, Evaluated, Evaluated];
  const coarser = (a: Evaluated, b: Evaluated) => (a.resolution > b.resolution ? a.resolution : b.resolution);
  const open = absolute(spentBasic.amount + spentProject.amount - final);
  if (2n * open > 3n * coarser(spentBasic, spentProject)) return null;
  return {
    amount: basic.amount + project.amount,
    resolution: coarser(basic, project),
    fact_ids: [...basic.fact_ids, ...project.fact_ids],
    printed_as: basic.printed_as,
  };
}

/** Rows of one document (in the query's order: the best printing first) and its 支出决算 → its self-evaluation. */
export function readEvaluation(lines: readonly EvaluationLine[], final: Fen | null): Evaluation {
  const all = (part: string, stage: string) =>
    lines.filter((line) => line.part === part && line.stage === stage).map(evaluated);
  const first = (part: string, stage: string) => all(part, stage)[0] ?? null;
  const whole = first('total', 'adjusted_budget');
  const parts = whole ? null : sumOfParts(first, final);
  const elsewhere = whole ? all('total', 'adjusted_budget').filter((other) => !agree(other, whole)) : [];
  return {
    initial: first('total', 'initial_budget'),
    adjusted: whole ? { ...whole, parts: false } : parts ? { ...parts, parts: true } : null,
    adjusted_elsewhere: [...new Set(elsewhere.map(({ amount }) => amount))],
  };
}
