import { formName } from '../forms';
import { equal, part } from '../relate';
import { eachSet, type Rule } from '../rule';
import { classLines, line, subjectRow, TOTAL_EXPENDITURE, totalRow, USES, YEAR_EXPENDITURE } from '../rows';

const USE_COLUMNS: readonly [string, string][] = [
  [USES[0]!, 'basic'],
  [USES[1]!, 'project'],
  [USES[2]!, 'contingency'],
  ['结转下年资金', 'carry_forward'],
  [USES[3]!, 'remitted'],
  [USES[4]!, 'operating'],
  [USES[5]!, 'affiliate_subsidy'],
];

/** E9, 01 ↔ 03; in 江苏's budgets the list by use ↔ the columns of B03. */
export const e09: Rule = {
  id: 'E9',
  name: { zh: '收支总表与支出表', en: 'Summary and expenditure form' },
  severity: 'error',
  right: {
    zh: '收支总表的本年支出合计等于支出表的合计，每个功能分类等于支出表该类的合计。',
    en: 'Expenditure of the year and each class of the summary equal their rows of the expenditure form.',
  },
  check: (book) =>
    eachSet(book, ['summary', 'expenditure'], ({ summary, expenditure }, stage) => {
      const about = (name: string) => `${formName(summary)}与${formName(expenditure)} ${name}`;
      const columns = book.columns(expenditure, stage);
      const total = totalRow(book, expenditure, stage);
      const names = columns.has('carry_forward')
        ? [TOTAL_EXPENDITURE]
        : [YEAR_EXPENDITURE, TOTAL_EXPENDITURE];
      const sum = names.map((name) => line(book, summary, stage, name)).find((row) => row !== null);
      const found = [
        sum && total
          ? equal(book, 'E9', about(sum.name), part(book.cell(sum, 'all')), part(book.cell(total, 'total')))
          : null,
      ];
      if (book.rows(expenditure, stage, (row) => row.classification === 'function').length > 0) {
        for (const row of classLines(book, summary, stage)) {
          const other = subjectRow(book, expenditure, stage, row.code!);
          const right = other
            ? part(book.cell(other, 'total'))
            : part([], `${formName(expenditure)} ${row.code}`);
          found.push(equal(book, 'E9', about(`${row.code} ${row.name}`), part(book.cell(row, 'all')), right));
        }
      }
      for (const [name, column] of USE_COLUMNS) {
        const use = line(book, summary, stage, name);
        if (use && total && columns.has(column))
          found.push(
            equal(book, 'E9', about(name), part(book.cell(use, 'all')), part(book.cell(total, column))),
          );
      }
      return found;
    }),
};
