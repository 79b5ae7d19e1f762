import { rowSums } from '../row-sums';
import { eachSet, type Rule } from '../rule';
import { revenueParts } from '../rows';

/** E5, form 02 and B02 by functional subject. */
export const e05: Rule = {
  id: 'E5',
  name: { zh: '收入表每行各栏', en: 'Columns of the revenue form' },
  severity: 'error',
  right: {
    zh: '收入表每一行：合计 = 财政拨款 + 上级补助 + 事业 + 经营 + 附属单位上缴 + 其他收入。',
    en: 'In each row of the revenue form the total is the sum of the origins.',
  },
  check: (book) =>
    eachSet(book, ['revenue'], ({ revenue }, stage) =>
      rowSums(book, 'E5', revenue, stage, 'total', revenueParts(book.columns(revenue, stage))),
    ),
};
