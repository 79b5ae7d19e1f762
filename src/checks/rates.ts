import Decimal from 'decimal.js';
import type { Statement } from '../domain/facts';
import type { Fen } from '../domain/money';
import { placeOf, placeOfRate } from '../domain/printed-place';
import type { Book } from './book';
import { FINAL_ACCOUNT as F } from './forms';
import type { Judged } from './relate';
import { totalRow } from './rows';
import { textRelation } from './text-relation';
import type { Outcome, Severity } from './types';

/** A printed amount with its last place, both 分. */
interface Figure {
  amount: Fen;
  place: Fen;
}

interface Rate {
  name: string;
  printed: string;
  part: Figure;
  base: Figure;
  /** The part is a difference of two rounded figures: off by a whole unit. */
  difference?: boolean;
}

/** Lines of the narrative that a share is of, by the first words of the sentence's item. */
const SHARE_OF: readonly [RegExp, RegExp][] = [
  [/^(财政拨款|上级补助|事业|经营|附属单位上缴|其他)收入$/, /^收入合计$/],
  [/^(基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出|一般公共预算财政拨款支出)$/, /^支出合计$/],
  [/^支出结构$/, /^一般公共预算财政拨款支出$/],
  [/^(因公出国（境）费|公务用车购置及运行维护费|公务接待费)$/, /^“三公”经费$/],
  [/^授予中小企业合同金额$/, /^政府采购支出$/],
];

/** Every percentage of the narrative that its own amounts can recompute. */
export function rateRelations(book: Book): Judged[] {
  return book.statements
    .filter((statement) => !isExecutionOfProject(book, statement))
    .flatMap((statement) => ratesOf(book, statement).map((rate) => judge(book, statement, rate)));
}

/** 执行率 of a project in the self-evaluation is P1's: it has the amounts of the project's table too. */
function isExecutionOfProject(
  book: Book,
  { section, execution_rate: rate, subject_name: name }: Statement,
): boolean {
  return (
    section.startsWith('自评') &&
    rate !== null &&
    book.indicators.some(
      ({ code, subject_name, value }) =>
        code === 'execution_rate' && subject_name === name && new Decimal(value).eq(rate),
    )
  );
}

function ratesOf(book: Book, statement: Statement): Rate[] {
  const rates: Rate[] = [];
  const final = figure(book, statement, statement.final);
  const change = figure(book, statement, statement.change);
  if (statement.execution_rate !== null && final) {
    // Sentences with both budgets call either one “预算”: the rate is right where it fits one of them.
    const budgets = [statement.initial_budget, statement.adjusted_budget]
      .map((amount) => figure(book, statement, amount))
      .filter((budget) => budget !== null)
      .map((base) => ({ name: '完成率', printed: statement.execution_rate!, part: final, base }));
    const fitting = budgets.find(
      (rate) =>
        rate.base.amount !== 0n &&
        compare(rate, new Decimal(rate.printed), statement.quote).outcome !== 'conflict',
    );
    rates.push(...(fitting ? [fitting] : budgets.slice(0, 1)));
  }
  if (statement.change_rate !== null && final && change) {
    const base = { amount: final.amount - change.amount, place: final.place + 2n * change.place };
    // A rate of the other sign is T3's; here its size is compared.
    const opposite = change.amount < 0n !== statement.change_rate.startsWith('-') && change.amount !== 0n;
    const printed = opposite ? new Decimal(statement.change_rate).neg().toString() : statement.change_rate;
    rates.push({ name: '增减率', printed, part: change, base, difference: true });
  }
  const whole = statement.share === null ? null : wholeOf(book, statement);
  if (statement.share !== null && final && whole)
    rates.push({ name: '占比', printed: statement.share, part: final, base: whole });
  return rates;
}

/** What the share is of: another sentence of the narrative, or the project column of the forms. */
function wholeOf(book: Book, statement: Statement): Figure | null {
  if (statement.item === '授予小微企业合同金额') {
    const of = /占授予中小企业/.test(statement.quote) ? '授予中小企业合同金额' : '政府采购支出';
    return sentence(book, new RegExp(`^${of}$`));
  }
  if (/占一般公共预算项目支出/.test(statement.quote.replace(/\s+/g, ''))) {
    const cell = totalRow(book, F.general, 'final')?.cells.get('project');
    return cell?.fact ? { amount: cell.fact.amount, place: cell.unit } : null;
  }
  const of = SHARE_OF.find(([item]) => item.test(statement.item))?.[1];
  return of ? sentence(book, of) : null;
}

function sentence(book: Book, item: RegExp): Figure | null {
  const found = book.statements.find(
    (other) => item.test(other.item) && other.final !== null && other.share === null,
  );
  const any = found ?? book.statements.find((other) => item.test(other.item) && other.final !== null);
  return any ? figure(book, any, any.final) : null;
}

/** The last place of an amount: as the narrative's own fact has it, else by the words quoted. */
function figure(book: Book, statement: Statement, amount: Fen | null): Figure | null {
  if (amount === null) return null;
  const near = book.facts.find(
    (fact) =>
      fact.source === 'narrative' &&
      fact.amount === amount &&
      fact.page === statement.page &&
      Math.abs((fact.line ?? 0) - (statement.line ?? 0)) <= 6,
  );
  return { amount, place: near?.resolution ?? placeOf(amount, statement.quote) };
}

function judge(book: Book, statement: Statement, rate: Rate): Judged {
  const { section, item, subject_name: subject } = statement;
  const about = `情况说明${section} ${subject ?? item} ${rate.name}`;
  const printed = new Decimal(rate.printed);
  const text = `${printed.toString()}%`;
  const left = { label: rate.name, printed: text };
  if (rate.base.amount === 0n) {
    // 0.00% of nothing is how an empty line is filled in; another percentage claims something.
    const severity: Severity = printed.isZero() ? 'info' : 'warning';
    return textRelation(book, 'T2', statement, {
      about,
      holds: false,
      relation: 'rate',
      left,
      right: { label: '基数', printed: '0' },
      kind: 'zero_base',
      severity,
      message: {
        zh: `${about}印 ${text}，基数为零，百分比无意义`,
        en: `${about} prints ${text} of a base of zero`,
      },
    });
  }
  const { outcome, computed, tail } = compare(rate, printed, statement.quote);
  return textRelation(book, 'T2', statement, {
    about,
    holds: outcome !== 'conflict',
    outcome,
    relation: 'rate',
    left,
    right: { label: '按金额计算', printed: `${computed.toFixed(2)}%` },
    kind: 'wrong_rate',
    ...(tail ? { severity: 'info' as const } : {}),
    message: {
      zh: `${about}印 ${text}，按印出的金额为 ${computed.toFixed(2)}%`,
      en: `${about} prints ${text}; the amounts printed give ${computed.toFixed(2)}%`,
    },
  });
}

function compare(rate: Rate, printed: Decimal, quote: string) {
  const number = (fen: Fen) => new Decimal(fen.toString());
  const computed = number(rate.part.amount).div(rate.base.amount.toString()).times(100);
  const place = placeOfRate(rate.printed, quote).times(100);
  const digits = Math.max(0, place.decimalPlaces());
  if (computed.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP).eq(printed))
    return { outcome: 'exact' as Outcome, computed, tail: false };
  const half = (figure: Figure, whole = false) => number(figure.place).div(whole ? 1 : 2);
  const corners = [-1, 1].flatMap((a) =>
    [-1, 1].flatMap((b) => {
      const base = number(rate.base.amount).plus(half(rate.base).times(b));
      if (base.isZero() || base.isNegative() !== rate.base.amount < 0n) return [];
      return number(rate.part.amount).plus(half(rate.part, rate.difference).times(a)).div(base).times(100);
    }),
  );
  const open = corners.length < 4;
  const fits =
    open ||
    (printed.plus(place.div(2)).gte(Decimal.min(...corners)) &&
      printed.minus(place.div(2)).lte(Decimal.max(...corners)));
  // Cut off instead of rounded: within one unit of the last place.
  const tail = computed.minus(printed).abs().lt(place);
  return { outcome: (fits ? 'rounding' : 'conflict') as Outcome, computed, tail };
}
