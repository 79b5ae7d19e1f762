import { FISCAL_BASIC, formName } from '../forms';
import { equal, part, type Judged } from '../relate';
import { eachSet, type Rule } from '../rule';
import { line, totalRow } from '../rows';

/** E15, 05 ↔ 06; B05 ↔ B06, and in 江苏's budgets 基本支出 of B04 ↔ B11. */
export const e15: Rule = {
  id: 'E15',
  name: { zh: '基本支出与经济分类表', en: 'Basic expenditure and its economic form' },
  severity: 'error',
  right: {
    zh: '一般公共预算支出表的基本支出合计 = 基本支出明细表的人员经费合计 + 公用经费合计。',
    en: 'Basic expenditure of the general budget equals personnel plus office expenditure of its economic form.',
  },
  check: (book) => [
    ...eachSet(book, ['general', 'basic'], ({ general, basic }, stage) => {
      const total = totalRow(book, general, stage);
      if (!total) return [];
      const own = totalRow(book, basic, stage);
      const parts = ['人员经费合计', '公用经费合计'].flatMap((name) => {
        const row = line(book, basic, stage, name);
        return row ? [book.cell(row, 'total')] : [];
      });
      const right = parts.length > 0 ? parts : own ? [book.cell(own, 'total')] : [];
      const columns = book.columns(general, stage);
      const about = `${formName(general)}与${formName(basic)}`;
      const found: (Judged | null)[] = [];
      if (columns.has('basic') && right.length > 0)
        found.push(equal(book, 'E15', `${about} 基本支出`, part(book.cell(total, 'basic')), part(right)));
      for (const column of ['personnel', 'office'])
        if (own && columns.has(column) && book.columns(basic, stage).has(column))
          found.push(equal(book, 'E15', about, part(book.cell(total, column)), part(book.cell(own, column))));
      return found;
    }),
    ...eachSet(book, ['fiscal'], ({ fiscal }, stage) => {
      const use = line(book, fiscal, stage, '基本支出');
      const total = totalRow(book, FISCAL_BASIC, stage);
      const about = `${formName(fiscal)}与${formName(FISCAL_BASIC)} 基本支出`;
      return use && total
        ? [equal(book, 'E15', about, part(book.cell(use, 'fiscal')), part(book.cell(total, 'total')))]
        : [];
    }),
  ],
};
