import { FISCAL_FUNCTION } from '../forms';
import { fundAgainstForm } from '../fund-forms';
import { eachSet, type Rule } from '../rule';

/** E13, 04 ↔ 05; in 江苏's budgets the whole 财政拨款 of B04 ↔ B10. */
export const e13: Rule = {
  id: 'E13',
  name: { zh: '一般公共预算支出在两表中一致', en: 'General budget across forms' },
  severity: 'error',
  right: {
    zh: '财政拨款总表中一般公共预算的本年支出等于一般公共预算支出表的合计，每个功能分类也相等。',
    en: 'The general budget column of the fiscal summary equals the general budget form, in total and by class.',
  },
  check: (book) => [
    ...eachSet(book, ['fiscal', 'general'], ({ fiscal, general }, stage) =>
      fundAgainstForm(book, 'E13', fiscal, 'general', general, stage),
    ),
    ...eachSet(book, ['fiscal'], ({ fiscal }, stage) =>
      book.stages(FISCAL_FUNCTION).includes(stage)
        ? fundAgainstForm(book, 'E13', fiscal, 'fiscal', FISCAL_FUNCTION, stage)
        : [],
    ),
  ],
};
