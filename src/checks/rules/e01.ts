import { equal, part } from '../relate';
import { eachSet, type Rule } from '../rule';
import { line, TOTAL_EXPENDITURE, TOTAL_REVENUE } from '../rows';
import { formName } from '../forms';

/** E1, form 01 and B01. */
export const e01: Rule = {
  id: 'E1',
  name: { zh: '收入总计与支出总计', en: 'Grand totals of both sides' },
  severity: 'error',
  right: {
    zh: '收支总表中，收入总计等于支出总计。',
    en: 'In the summary form total revenue equals total expenditure.',
  },
  check: (book) =>
    eachSet(book, ['summary'], ({ summary }, stage) => {
      const revenue = line(book, summary, stage, TOTAL_REVENUE);
      const expenditure = line(book, summary, stage, TOTAL_EXPENDITURE);
      if (!revenue || !expenditure) return [];
      const cells = [book.cell(revenue, 'all'), book.cell(expenditure, 'all')] as const;
      return [equal(book, 'E1', `${formName(summary)}总计`, part(cells[0]), part(cells[1]))];
    }),
};
