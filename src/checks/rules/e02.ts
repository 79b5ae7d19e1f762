import { equal, part } from '../relate';
import { eachSet, type Rule } from '../rule';
import { line, lines, OPENING, TOTAL_REVENUE, YEAR_REVENUE } from '../rows';
import { formName } from '../forms';

/** E2, form 01 and B01: only where 本年收入合计 is printed (else E4 takes the total from its origins). */
export const e02: Rule = {
  id: 'E2',
  name: { zh: '收入总计的构成', en: 'Parts of total revenue' },
  severity: 'error',
  right: {
    zh: '收入总计 = 本年收入合计 + 使用非财政拨款结余（含专用结余）+ 年初结转和结余。',
    en: 'Total revenue = revenue of the year + non-fiscal balances used + opening balance.',
  },
  check: (book) =>
    eachSet(book, ['summary'], ({ summary }, stage) => {
      const total = line(book, summary, stage, TOTAL_REVENUE);
      const year = line(book, summary, stage, YEAR_REVENUE);
      if (!total || !year) return [];
      const parts = [year, ...lines(book, summary, stage, OPENING)].map((row) => book.cell(row, 'all'));
      return [equal(book, 'E2', `${formName(summary)}收入总计`, part(book.cell(total, 'all')), part(parts))];
    }),
};
