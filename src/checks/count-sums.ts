import type { Book } from './book';
import type { Judged } from './relate';
import { textRelation } from './text-relation';

/** Totals that a document prints with their parts by kind, in one sentence. */
const TOTALS = [
  { code: 'vehicles_owned', words: '车辆' },
  { code: 'staff_established', words: '编制' },
  { code: 'staff_present', words: '在职人员' },
] as const;

/** Lines that one sentence may wrap over. */
const WRAPS = 10;

/** N2: a total of vehicles or staff against its parts by kind; asked where at least two parts are printed. */
export function countSums(book: Book): Judged[] {
  return TOTALS.flatMap(({ code, words }) => {
    const all = book.indicators.filter((one) => one.code === code);
    const totals = all.filter(({ subject_name }) => subject_name === null);
    const total = totals[0];
    if (!total || totals.length > 1) return [];
    const parts = all.filter(
      ({ subject_name, page, line }) =>
        subject_name !== null &&
        (total.line === null || line === null || Math.abs(line - total.line) <= WRAPS || page !== total.page),
    );
    if (parts.length < 2) return [];
    const sum = parts.reduce((n, { value }) => n + Number(value), 0);
    const printed = Number(total.value);
    return [
      textRelation(book, 'N2', total, {
        about: `${words}总数与各类之和`,
        holds: sum === printed,
        left: { label: `${words}总数`, printed: `${printed} ${total.unit}` },
        right: {
          label: '各类之和',
          printed: `${parts.map(({ value }) => Number(value)).join(' + ')} = ${sum}`,
        },
        kind: 'wrong_count',
        message: {
          zh: `${words}总数印 ${printed}，各类之和 ${sum}（${parts.map(({ subject_name, value }) => `${subject_name} ${Number(value)}`).join('、')}）`,
          en: `${code}: the total prints ${printed}, its kinds add up to ${sum}`,
        },
      }),
    ];
  });
}
