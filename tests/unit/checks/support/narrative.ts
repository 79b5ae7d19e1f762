import Decimal from 'decimal.js';
import type { Fact, Statement } from '../../../../src/domain/facts';
import type { Fen } from '../../../../src/domain/money';
import { general, spent, total, under, type Books } from './books';
import { rounded, type Printer } from './printer';

const WAN = 10_000n;
const wan = (amount: Fen) => new Decimal(rounded(amount, WAN).toString()).div(1_000_000).toFixed(2);

/** Percent with two decimals, of the true amounts: the printed ones are rounded, so it need not follow from them. */
const percent = (part: Fen, base: Fen) =>
  new Decimal(part.toString())
    .div(base.toString())
    .times(100)
    .toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
    .toFixed(2);

const EMPTY: Omit<Statement, 'section' | 'item' | 'quote'> = {
  doc_id: 'made',
  subject_code: null,
  subject_name: null,
  initial_budget: null,
  adjusted_budget: null,
  final: null,
  change: null,
  prior_final: null,
  change_rate: null,
  execution_rate: null,
  share: null,
  reason: null,
  page: null,
  line: null,
};

/** The narrative and the self-evaluation of the same books, in 万元 with two decimals. */
export function narrative(printer: Printer, truth: Books): Statement[] {
  const { items, lastYear, initial } = truth;
  const whole = total(items.map(spent));
  const budget = total(items.map(general));
  const basic = total(items.map((item) => item.generalBasic));
  const told = (id: string, place: Parameters<Printer['told']>[1], amount: Fen) =>
    printer.told('narrative', place, amount, id);
  const summary = {
    flow: 'expenditure',
    classification: 'summary',
    subject_name: '合计',
    subject_level: 0,
  } as const;
  told('三-合计', { ...summary, fund: 'all', measure: 'total' }, whole);
  told('五（一）-合计', { ...summary, fund: 'general', measure: 'total' }, budget);
  told('六-合计-basic', { ...summary, fund: 'general', measure: 'basic' }, basic);
  const personnel = total(
    [...truth.economy].filter(([code]) => /^30[13]/.test(code)).map(([, amount]) => amount),
  );
  told('六-人员经费', { ...summary, subject_name: '人员经费', fund: 'general', measure: 'basic' }, personnel);
  told(
    '六-公用经费',
    { ...summary, subject_name: '公用经费', fund: 'general', measure: 'basic' },
    basic - personnel,
  );
  for (const [stage, { abroad, purchase, running, reception }] of [
    ['adjusted_budget', truth.threePublicBudget],
    ['final', truth.threePublic],
  ] as const) {
    const place = {
      flow: 'expenditure',
      classification: 'three_public',
      fund: 'fiscal',
      measure: 'total',
      stage,
    } as const;
    const part = (subject_code: string, subject_name: string, amount: Fen) =>
      told(`九（二）-${subject_code}-${stage}`, { ...place, subject_code, subject_name }, amount);
    part('SG', '“三公”经费合计', abroad + purchase + running + reception);
    part('SG1', '因公出国（境）费', abroad);
    part('SG2', '公务用车购置及运行维护费', purchase + running);
    part('SG3', '公务接待费', reception);
  }

  const change = budget - lastYear;
  const statements: Statement[] = [
    {
      ...EMPTY,
      section: '五（一）',
      item: '一般公共预算财政拨款支出',
      final: rounded(budget, WAN),
      change: rounded(change, WAN),
      change_rate: percent(change, lastYear),
      quote: `支出${wan(budget)}万元，${change < 0n ? '减少' : '增加'}${wan(change < 0n ? -change : change)}万元，${change < 0n ? '下降' : '增长'}${percent(change < 0n ? -change : change, lastYear)}%`,
    },
  ];
  for (const [code, planned] of initial) {
    const own = under(items, code);
    const amount = total(own.map(general));
    const place = {
      flow: 'expenditure',
      classification: 'function',
      subject_code: code,
      subject_name: `科目${code}`,
      subject_level: 1,
      fund: 'general',
      measure: 'total',
    } as const;
    told(`五（二）-${code}`, place, amount);
    told(`五（三）-${code}-initial`, { ...place, stage: 'initial_budget' }, planned);
    const common = { ...EMPTY, subject_code: code, subject_name: `科目${code}`, final: rounded(amount, WAN) };
    statements.push(
      {
        ...common,
        section: '五（二）',
        item: '支出结构',
        share: percent(amount, budget),
        quote: `科目${code}支出${wan(amount)}万元，占${percent(amount, budget)}%`,
      },
      {
        ...common,
        section: '五（三）',
        item: '年初预算',
        initial_budget: rounded(planned, WAN),
        execution_rate: percent(amount, planned),
        quote: `年初预算为${wan(planned)}万元，支出决算为${wan(amount)}万元，完成年初预算的${percent(amount, planned)}%，决算数${rounded(amount, WAN) < rounded(planned, WAN) ? '小于' : rounded(amount, WAN) > rounded(planned, WAN) ? '大于' : '等于'}预算数`,
      },
    );
  }
  selfEvaluation(printer, truth, { whole, personnel });
  return statements;
}

function selfEvaluation(
  printer: Printer,
  { items }: Books,
  { whole, personnel }: { whole: Fen; personnel: Fen },
): void {
  const basic = total(items.map((item) => item.generalBasic + item.otherBasic));
  const row = (subject_name: string, measure: Fact['measure'], amount: Fen) =>
    printer.told(
      'performance',
      { flow: 'expenditure', classification: 'project', subject_name, fund: 'all', measure },
      amount,
      `table1-${subject_name}-final`,
    );
  row('部门整体支出', 'total', whole);
  row('基本支出', 'basic', basic);
  row('项目支出', 'project', whole - basic);
  row('人员经费', 'basic', personnel);
}
