import type { Fact } from '../../domain/facts';
import { cellName, type Book, type Cell } from '../book';
import { FINAL_ACCOUNT as F } from '../forms';
import { equal, part, type Judged } from '../relate';
import type { Rule } from '../rule';
import { line, totalRow } from '../rows';
import { evaluatedMoney } from '../evaluated-projects';
import { executionRates } from '../performance-rates';
import { scoreRelations } from '../scores';

/** P1, self-evaluation ↔ forms: 执行数 of the whole and its parts; parts of one table; 执行率; columns of scores. */
export const p01: Rule = {
  id: 'P1',
  name: { zh: '绩效自评与表', en: 'Self-evaluation and forms' },
  severity: 'error',
  right: {
    zh: '绩效自评的执行数与表一致，各部分之和等于整体，执行率等于执行数 ÷ 预算数；分值合计 100，得分等于各项得分之和。',
    en: 'Executed amounts equal the forms, parts add up to the whole, rates follow from the amounts, and score columns add up.',
  },
  check: (book) => [
    ...performance(book).flatMap((fact) => againstForms(book, fact)),
    ...tables(book).flatMap((facts) => within(book, facts)),
    ...severalPrints(book),
    ...executionRates(book),
    ...evaluatedMoney(book),
    ...scoreRelations(book),
  ],
};

export const performance = (book: Book): Fact[] =>
  book.facts.filter((fact) => fact.source === 'performance' && fact.flow === 'expenditure');

/** The cells that the executed amount may repeat; bodies count all expenditure, or 财政拨款, or the general budget. */
function formCells(book: Book, fact: Fact): Cell[] {
  const column = { 部门整体支出: 'total', 基本支出: 'basic', 项目支出: 'project' }[fact.subject_name];
  const basic = (name: string) => line(book, F.basic, 'final', name)?.cells.get('total');
  const cells =
    fact.subject_name === '人员经费' || fact.subject_name === '公用经费'
      ? [basic(`${fact.subject_name}合计`)]
      : column
        ? [F.expenditure, F.general].map((form) => totalRow(book, form, 'final')?.cells.get(column))
        : [];
  return cells.filter((cell): cell is Cell => cell?.fact != null);
}

function againstForms(book: Book, fact: Fact): Judged[] {
  if (fact.stage !== 'final') return [];
  const told = book.loose(fact);
  const judged = formCells(book, fact).flatMap(
    (cell) => equal(book, 'P1', cellName(told), part(told), part(cell)) ?? [],
  );
  const agreeing = judged.find(({ instance }) => instance.outcome !== 'conflict');
  return agreeing ? [agreeing] : judged.slice(0, 1);
}

/**
 * One amount of a project (or of the whole, where no form prints it) in several places of the self-evaluation: each
 * print that differs against the first one. Which is right the document does not tell.
 */
function severalPrints(book: Book): Judged[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of performance(book)) {
    if (fact.fund !== 'all' || (fact.stage === 'final' && formCells(book, fact).length > 0)) continue;
    const key = `${fact.subject_name}|${fact.stage}|${fact.measure}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.flatMap((fact) => {
      const cells = [book.loose(first!), book.loose(fact)] as const;
      const judged = equal(book, 'P1', cellName(cells[0]), part(cells[0]), part(cells[1]));
      return judged ? [{ ...judged, severity: 'warning' as const }] : [];
    }),
  );
}

/** Rows of one self-evaluation table at one stage and fund; the table is told by the beginning of the ids. */
function tables(book: Book): Fact[][] {
  const groups = new Map<string, Fact[]>();
  for (const fact of performance(book)) {
    const table = /^performance-(table\d+)-/.exec(fact.fact_id)?.[1];
    if (!table || fact.fact_id.endsWith('-fiscal')) continue;
    const key = `${table}|${fact.stage}|${fact.fund}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()];
}

function within(book: Book, facts: readonly Fact[]): Judged[] {
  const one = (name: string): Cell[] => {
    const found = facts.filter((fact) => fact.subject_name === name);
    return found.length === 1 ? [book.loose(found[0]!)] : [];
  };
  return (
    [
      ['部门整体支出', ['基本支出', '项目支出']],
      ['基本支出', ['人员经费', '公用经费']],
    ] as const
  ).flatMap(([whole, names]) => {
    const total = one(whole);
    const parts = names.flatMap(one);
    if (total.length === 0 || parts.length < names.length) return [];
    return equal(book, 'P1', `绩效自评 ${whole}`, part(total), part(parts)) ?? [];
  });
}
