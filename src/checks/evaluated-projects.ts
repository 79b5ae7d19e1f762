import { absolute, type Fen } from '../domain/money';
import type { Fact } from '../domain/facts';
import type { Book } from './book';
import type { Judged } from './relate';
import { textRelation, yuan } from './text-relation';

const PARTS = /^(部门整体支出|基本支出|项目支出|人员经费|公用经费|一般性项目|重点项目)$/;

/**
 * P1, the money that the self-evaluation covers against the sum of its projects' tables: their executed amounts, or
 * their budgets. Asked only where there are as many tables as projects evaluated: others publish a choice of them.
 */
export function evaluatedMoney(book: Book): Judged[] {
  const count = book.indicators.find(({ code }) => code === 'projects_evaluated');
  const stated = book.statements.find(
    ({ item, subject_name, final }) =>
      item === '绩效自评涉及资金' && subject_name === null && final !== null && final > 0n,
  );
  if (!count || !stated) return [];
  const rows = book.facts.filter(
    (fact) =>
      /^performance-table\d+-/.test(fact.fact_id) &&
      fact.source === 'performance' &&
      fact.fund === 'all' &&
      fact.measure === 'project' &&
      !PARTS.test(fact.subject_name),
  );
  const tables = new Set(rows.map(({ fact_id }) => /table\d+/.exec(fact_id)![0]));
  if (tables.size === 0 || tables.size !== Number(count.value)) return [];
  const amount = stated.final!;
  const sums = (['final', 'adjusted_budget', 'initial_budget'] as const).flatMap((stage) => {
    const own = rows.filter((fact) => fact.stage === stage);
    return own.length === tables.size ? [{ own, sum: sumOf(own) }] : [];
  });
  if (sums.length === 0) return [];
  const fitting = sums.find(({ own, sum }) => fits(amount, sum, own));
  const { own, sum } = fitting ?? sums[0]!;
  return [
    textRelation(book, 'P1', stated, {
      about: '绩效自评 涉及资金与各项目',
      holds: fitting !== undefined,
      outcome: fitting ? (fitting.sum === amount ? 'exact' : 'rounding') : 'conflict',
      left: { label: '涉及资金', amount },
      right: { label: `${own.length} 个项目之和`, amount: sum, fact_ids: own.map(({ fact_id }) => fact_id) },
      kind: 'wrong_amount',
      message: {
        zh: `绩效自评涉及资金印 ${yuan(amount)} 元，${sums.map(({ own: list, sum: all }) => `${list.length} 个项目${STAGES[list[0]!.stage]}合计 ${yuan(all)} 元`).join('，')}`,
        en: `Self-evaluation covers ${yuan(amount)} 元; its ${own.length} projects add up to ${sums.map(({ sum: all }) => yuan(all)).join(' or ')} 元`,
      },
    }),
  ];
}

const STAGES: Readonly<Record<Fact['stage'], string>> = {
  final: '执行数',
  adjusted_budget: '全年预算数',
  initial_budget: '年初预算数',
  prior_final: '上年数',
};

const sumOf = (facts: readonly Fact[]): Fen => facts.reduce((sum, fact) => sum + fact.amount, 0n);

/** Within half of each printed place; the sentence prints 万元 with two places. */
function fits(amount: Fen, sum: Fen, own: readonly Fact[]): boolean {
  const twice = own.reduce((all, { resolution }) => all + (resolution > 10_000n ? 0n : resolution), 10_000n);
  return 2n * absolute(amount - sum) <= twice;
}
