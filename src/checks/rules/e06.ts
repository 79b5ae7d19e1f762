import { equal, part } from '../relate';
import { rowName, rowSums } from '../row-sums';
import { eachSet, type Rule } from '../rule';
import { expenditureParts } from '../rows';

/** E6, form 03 and B03; also the classes of B01 where it prints them by 人员经费, 公用经费, 项目支出. */
export const e06: Rule = {
  id: 'E6',
  name: { zh: '支出表每行各栏', en: 'Columns of the expenditure form' },
  severity: 'error',
  right: {
    zh: '支出表每一行：合计 = 基本支出 + 项目支出 + 上缴上级支出 + 经营支出 + 对附属单位补助支出。',
    en: 'In each row of the expenditure form the total is the sum of basic, project and the other expenditure.',
  },
  check: (book) => [
    ...eachSet(book, ['expenditure'], ({ expenditure }, stage) =>
      rowSums(book, 'E6', expenditure, stage, 'total', expenditureParts(book.columns(expenditure, stage))),
    ),
    ...eachSet(book, ['summary'], ({ summary }, stage) => {
      const columns = expenditureParts(book.columns(summary, stage));
      return book
        .rows(summary, stage, (row) => columns.some((column) => row.cells.get(column)?.fact))
        .map((row) => {
          const parts = columns.map((column) => book.cell(row, column));
          return equal(book, 'E6', rowName(row), part(book.cell(row, 'all')), part(parts), { printed: true });
        });
    }),
  ],
};
