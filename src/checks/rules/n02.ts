import type { Fact, Indicator } from '../../domain/facts';
import { countSums } from '../count-sums';
import type { Book } from '../book';
import type { Judged } from '../relate';
import type { Rule } from '../rule';
import { textRelation } from '../text-relation';

const PAIRS: readonly { code: string; count: string; name: string; words: string; both: boolean }[] = [
  { code: 'SG1', count: 'trips_abroad', name: '因公出国（境）费', words: '团组', both: true },
  { code: 'SG1', count: 'persons_abroad', name: '因公出国（境）费', words: '出国（境）人数', both: true },
  { code: 'SG21', count: 'vehicles_bought', name: '公务用车购置费', words: '购置车辆', both: true },
  // A vehicle kept may have been run on other money.
  { code: 'SG22', count: 'vehicles_kept', name: '公务用车运行维护费', words: '保有量', both: false },
  { code: 'SG3', count: 'receptions', name: '公务接待费', words: '接待批次', both: true },
  { code: 'SG3', count: 'guests', name: '公务接待费', words: '接待人数', both: true },
];

/** Counts that are printed together: where one is, the other must be. */
const TOGETHER: readonly [string, string, string][] = [
  ['trips_abroad', 'persons_abroad', '因公出国（境）人数'],
  ['receptions', 'guests', '国内公务接待人数'],
  ['foreign_receptions', 'foreign_guests', '外事接待人数'],
];

/** N2, money and counts of “三公”; counts of vehicles and of staff by kind against their total. */
export const n02: Rule = {
  id: 'N2',
  name: { zh: '金额与数量', en: 'Money and counts' },
  severity: 'warning',
  right: {
    zh: '“三公”经费有金额就有团组、人数、车辆、批次，反之亦然；数量不漏填，各类车辆、人员之和等于总数。',
    en: 'Where the three public expenses have money they have counts, and the reverse; no count is left out, and counts by kind make their total.',
  },
  check: (book) => [...PAIRS.flatMap((pair) => onePair(book, pair)), ...missing(book), ...countSums(book)],
};

const find = (book: Book, code: string): Indicator | null =>
  book.indicators.find((indicator) => indicator.code === code && indicator.subject_name === null) ?? null;

function amountOf(book: Book, code: string): Fact | null {
  const all = book.facts.filter((fact) => fact.subject_code === code && fact.stage === 'final');
  return all.find((fact) => fact.form === '09') ?? all[0] ?? null;
}

function onePair(book: Book, { code, count, name, words, both }: (typeof PAIRS)[number]): Judged[] {
  const indicator = find(book, count);
  const fact = amountOf(book, code);
  if (!indicator || !fact) return [];
  const many = Number(indicator.value) > 0;
  const money = fact.amount > 0n;
  // Foreign guests are received on the same money.
  const abroad =
    count === 'receptions' || count === 'guests' ? ['foreign_receptions', 'overseas_receptions'] : [];
  const others = abroad.some((other) => Number(find(book, other)?.value ?? 0) > 0);
  const holds = money ? many || others : !many || !both;
  return [
    textRelation(book, 'N2', indicator, {
      about: `${name}与${words}`,
      holds,
      left: { label: name, amount: fact.amount, fact_ids: [fact.fact_id] },
      right: { label: words, printed: `${Number(indicator.value)} ${indicator.unit}` },
      kind: 'missing_count',
      message: money
        ? { zh: `${name}有支出，${words}为 0`, en: `${name} has expenditure, ${words} is 0` }
        : { zh: `${words}不为 0，${name}没有支出`, en: `${words} is not 0, ${name} has no expenditure` },
    }),
  ];
}

function missing(book: Book): Judged[] {
  const told = new Set(
    (book.input.warnings ?? [])
      .filter((warning) => warning.code === 'indicator_count_missing')
      .map((warning) => /没有印(.+?)：/.exec(warning.message)?.[1] ?? ''),
  );
  return TOGETHER.flatMap(([first, second, name]) => {
    const given = find(book, first);
    if (!given) return [];
    const other = find(book, second);
    return [
      textRelation(book, 'N2', given, {
        about: name,
        holds: other !== null && !told.has(name),
        left: { label: given.quote ?? first, printed: `${Number(given.value)} ${given.unit}` },
        right: { label: name, printed: other ? `${Number(other.value)} ${other.unit}` : '（未印）' },
        kind: 'missing_count',
        message: { zh: `${name}没有印数字`, en: `${name}: no number is printed` },
      }),
    ];
  });
}
