import { FISCAL_FUNCTION, FORM_SETS } from '../forms';
import { rowSums } from '../row-sums';
import type { Rule } from '../rule';
import { expenditureParts } from '../rows';

/** E14, form 05 and B05; the same columns of 08, B07, B08 and B10 (those of 07 are E18's). */
export const e14: Rule = {
  id: 'E14',
  name: { zh: '基本支出与项目支出之和', en: 'Basic and project expenditure' },
  severity: 'error',
  right: {
    zh: '一般公共预算支出表每一行：合计 = 基本支出 + 项目支出。',
    en: 'In each row of the general budget form the total is basic plus project expenditure.',
  },
  check: (book) =>
    FORM_SETS.flatMap((set) => [
      set.general,
      set.stateCapital,
      ...(set.kind === 'budget' ? [set.governmentFund, FISCAL_FUNCTION] : []),
    ]).flatMap((form) =>
      book.stages(form).flatMap((stage) => {
        const columns = book.columns(form, stage);
        const found = rowSums(book, 'E14', form, stage, 'total', expenditureParts(columns));
        if (columns.has('basic') && columns.has('personnel') && columns.has('office'))
          found.push(...rowSums(book, 'E14', form, stage, 'basic', ['personnel', 'office']));
        return found.filter((judged) => judged !== null);
      }),
    ),
};
