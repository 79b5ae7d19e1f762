import Decimal from 'decimal.js';
import type { Indicator } from '../domain/facts';
import type { Book } from './book';
import { printedDecimals } from './performance-rates';
import type { Judged } from './relate';
import { textRelation } from './text-relation';

/** Full marks of a self-evaluation. */
const FULL = 100;
/** What 预算执行率 weighs where its 分值 is not printed. */
const EXECUTION = 10;

/**
 * P1, the columns 分值 and 得分 of each self-evaluation table: the weights make 100, the scores make the total, no line
 * has more than its weight. A table of which not all lines were read (weights below 100) is not judged.
 */
export function scoreRelations(book: Book): Judged[] {
  const subjects = new Set(
    book.indicators.flatMap(({ code, subject_name }) =>
      code === 'score_points' && subject_name ? [subject_name] : [],
    ),
  );
  return [...[...subjects].flatMap((subject) => oneTable(book, subject)), ...average(book)];
}

function oneTable(book: Book, subject: string): Judged[] {
  const own = (code: string) =>
    book.indicators.filter((one) => one.code === code && one.subject_name === subject);
  const weights = own('score_weight');
  const points = own('score_points');
  const execution = own('execution_score')[0];
  const place = weights[0]!;
  const printedWeight = own('execution_weight')[0];
  let sum = total([...weights, ...(printedWeight ? [printedWeight] : [])]);
  // 分值 of 预算执行率 is not printed everywhere.
  if (!printedWeight && execution && sum.eq(FULL - EXECUTION)) sum = sum.plus(EXECUTION);
  const about = (what: string) => `绩效自评 ${subject} ${what}`;
  const found: Judged[] = [];
  if (sum.gte(FULL))
    found.push(
      textRelation(book, 'P1', place, {
        about: about('分值合计'),
        holds: sum.eq(FULL),
        left: { label: '各项分值之和', printed: sum.toString() },
        right: { label: '总分', printed: String(FULL) },
        kind: 'wrong_score',
        severity: 'warning',
        message: {
          zh: `绩效自评“${subject}”各项分值合计 ${sum.toString()} 分，不是 ${FULL} 分`,
          en: `Self-evaluation “${subject}”: the weights add up to ${sum.toString()}, not ${FULL}`,
        },
      }),
    );
  const printed = own('score')[0];
  const parts = [...points, ...(execution ? [execution] : [])];
  if (sum.gte(FULL) && printed) {
    const scores = total(parts);
    const gap = scores.minus(printed.value).abs();
    found.push(
      textRelation(book, 'P1', printed, {
        about: about('得分合计'),
        holds: gap.lte(tolerance([...parts, printed])),
        outcome: gap.isZero() ? 'exact' : gap.lte(tolerance([...parts, printed])) ? 'rounding' : 'conflict',
        left: { label: '得分', printed: shown(printed.value) },
        right: { label: '各项得分之和', printed: scores.toString() },
        kind: 'wrong_score',
        message: {
          zh: `绩效自评“${subject}”总得分印 ${shown(printed.value)}，各项得分合计 ${scores.toString()}`,
          en: `Self-evaluation “${subject}”: the total score prints ${shown(printed.value)}, its lines add up to ${scores.toString()}`,
        },
      }),
    );
  }
  const above = points.flatMap((one) => {
    const weight = weights.find(({ page, line }) => page === one.page && line === one.line);
    return weight && new Decimal(one.value).gt(weight.value) ? [{ one, weight }] : [];
  });
  const list = above
    .map(({ one, weight }) => `得分 ${shown(one.value)} / 分值 ${shown(weight.value)}`)
    .join('、');
  found.push(
    textRelation(book, 'P1', above[0]?.one ?? place, {
      about: about('各项得分与分值'),
      holds: above.length === 0,
      left: { label: '得分', printed: list },
      right: { label: '分值', printed: '' },
      kind: 'wrong_score',
      severity: 'warning',
      message: {
        zh: `绩效自评“${subject}”有 ${above.length} 项得分高于分值：${list}`,
        en: `Self-evaluation “${subject}”: ${above.length} lines score more than their weight`,
      },
    }),
  );
  return found;
}

/** A score over all projects lies between the lowest and the highest of them. */
function average(book: Book): Judged[] {
  const whole = book.indicators.find(
    ({ code, subject_name }) => /^score/.test(code) && subject_name === '自评项目综合',
  );
  const count = book.indicators.find(({ code }) => code === 'projects_evaluated');
  const own = book.indicators.filter(
    ({ code, subject_name }) =>
      code === 'score' && subject_name && !/^(自评项目综合|部门整体支出)$/.test(subject_name),
  );
  if (!whole || own.length < 2 || Number(count?.value) !== own.length) return [];
  const values = own.map(({ value }) => new Decimal(value));
  const [low, high] = [Decimal.min(...values), Decimal.max(...values)];
  const holds = low.lte(whole.value) && high.gte(whole.value);
  return [
    textRelation(book, 'P1', whole, {
      about: '绩效自评 项目综合得分',
      holds,
      left: { label: '综合得分', printed: shown(whole.value) },
      right: { label: '各项目得分', printed: values.map(String).join('、') },
      kind: 'wrong_score',
      severity: 'warning',
      message: {
        zh: `绩效自评项目综合得分印 ${shown(whole.value)}，各项目得分为 ${values.map(String).join('、')}`,
        en: `The score over all projects prints ${shown(whole.value)}; those of the projects are ${values.map(String).join(', ')}`,
      },
    }),
  ];
}

const total = (list: readonly Indicator[]) =>
  list.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
const shown = (value: string) => new Decimal(value).toString();

/** Half of the last place of each figure with decimals; whole points are exact. */
function tolerance(list: readonly Indicator[]): Decimal {
  return list.reduce((sum, { value, quote }) => {
    const digits = printedDecimals(value, quote);
    return digits === 0 ? sum : sum.plus(new Decimal(10).pow(-digits).div(2));
  }, new Decimal(0));
}
