import { equal, part } from '../relate';
import { eachSet, type Rule } from '../rule';
import { CLOSING, line, lines, TOTAL_EXPENDITURE, YEAR_EXPENDITURE } from '../rows';
import { formName } from '../forms';

/** E3, form 01 and B01: only where 本年支出合计 is printed (else E4 takes the total from its classes). */
export const e03: Rule = {
  id: 'E3',
  name: { zh: '支出总计的构成', en: 'Parts of total expenditure' },
  severity: 'error',
  right: {
    zh: '支出总计 = 本年支出合计 + 结余分配 + 年末结转和结余。',
    en: 'Total expenditure = expenditure of the year + distribution of balances + closing balance.',
  },
  check: (book) =>
    eachSet(book, ['summary'], ({ summary }, stage) => {
      const total = line(book, summary, stage, TOTAL_EXPENDITURE);
      const year = line(book, summary, stage, YEAR_EXPENDITURE);
      if (!total || !year) return [];
      const parts = [year, ...lines(book, summary, stage, CLOSING)].map((row) => book.cell(row, 'all'));
      return [equal(book, 'E3', `${formName(summary)}支出总计`, part(book.cell(total, 'all')), part(parts))];
    }),
};
