import { FISCAL_FUNCTION, formName } from '../forms';
import { atMost, part, type Judged } from '../relate';
import { eachSet, type Rule } from '../rule';
import { classLines, line, subjectRow, totalRow, YEAR_EXPENDITURE } from '../rows';

/** E21: a part is not more than its whole, 05 ≤ 03 by code, 04 ≤ 01 by class, 06 ≤ 03 基本支出. */
export const e21: Rule = {
  id: 'E21',
  name: { zh: '部分不大于全部', en: 'A part is not more than the whole' },
  severity: 'error',
  right: {
    zh: '一般公共预算支出表每个科目不大于支出表的同一科目，财政拨款总表不大于收支总表，基本支出明细不大于支出表的基本支出。',
    en: 'General budget ≤ all expenditure by subject, fiscal summary ≤ summary by class, economic form ≤ basic expenditure.',
  },
  check: (book) => [
    ...eachSet(book, ['general', 'expenditure'], ({ general, expenditure }, stage) => {
      const columns = book.columns(expenditure, stage);
      return book
        .rows(general, stage, (row) => row.classification === 'function' || row.name === '合计')
        .flatMap((row): (Judged | null)[] => {
          const other = row.code
            ? subjectRow(book, expenditure, stage, row.code)
            : totalRow(book, expenditure, stage);
          if (!other) return [];
          return ['total', 'basic', 'project']
            .filter((column) => columns.has(column))
            .map((column) => {
              const about = `${formName(general)}与${formName(expenditure)} ${row.code ?? row.name} 行`;
              return atMost(book, 'E21', about, part(book.cell(row, column)), part(book.cell(other, column)));
            });
        });
    }),
    ...eachSet(book, ['fiscal', 'summary'], ({ fiscal, summary }, stage) => {
      const about = `${formName(fiscal)}与${formName(summary)}`;
      const totals = [fiscal, summary].map((form) => line(book, form, stage, YEAR_EXPENDITURE));
      return [
        totals[0] && totals[1]
          ? atMost(
              book,
              'E21',
              about,
              part(book.cell(totals[0], 'fiscal')),
              part(book.cell(totals[1], 'all')),
            )
          : null,
        ...classLines(book, fiscal, stage).map((row) => {
          const other = book.row(
            summary,
            stage,
            (r) => r.classification === 'function' && r.code === row.code,
          );
          const name = `${about} ${row.code}`;
          return other
            ? atMost(book, 'E21', name, part(book.cell(row, 'fiscal')), part(book.cell(other, 'all')))
            : null;
        }),
      ];
    }),
    ...eachSet(book, ['summary'], ({ summary }, stage) =>
      book
        .rows(FISCAL_FUNCTION, stage, (row) => row.level === 1)
        .map((row) => {
          const other = book.row(
            summary,
            stage,
            (r) => r.classification === 'function' && r.code === row.code,
          );
          const about = `${formName(FISCAL_FUNCTION)}与${formName(summary)} ${row.code}`;
          return other
            ? atMost(book, 'E21', about, part(book.cell(row, 'total')), part(book.cell(other, 'all')))
            : null;
        }),
    ),
    ...eachSet(book, ['basic', 'expenditure'], ({ basic, expenditure }, stage) => {
      const total = totalRow(book, expenditure, stage);
      const own = totalRow(book, basic, stage);
      const rows = ['人员经费合计', '公用经费合计'].flatMap((name) => line(book, basic, stage, name) ?? []);
      const cells = (rows.length > 0 ? rows : own ? [own] : []).map((row) => book.cell(row, 'total'));
      if (!total || cells.length === 0 || !book.columns(expenditure, stage).has('basic')) return [];
      const about = `${formName(basic)}与${formName(expenditure)} 基本支出`;
      return [atMost(book, 'E21', about, part(cells), part(book.cell(total, 'basic')))];
    }),
  ],
};
