import { dictionary } from '../dictionary';

/** “三公”经费 over years: 年初预算, 预算数 and 决算 beside each other. */
export const threePublicYears = dictionary({
  year: { zh: '年度', en: 'Year' },
  years_title: {
    zh: '{name}：历年年初预算、预算数与决算',
    en: '{name}: initial budget, adjusted budget and final account by year',
  },
  years_part: { zh: '项目', en: 'Component' },
  years_initial: { zh: '年初预算（预算09表）', en: 'Initial budget (budget form 09)' },
  years_adjusted: { zh: '预算数（公开09表，全年）', en: 'Adjusted budget (form 09)' },
  years_final: { zh: '决算数（公开09表）', en: 'Final account (form 09)' },
  years_no_budget: {
    zh: '没有载入这一年度的预算文件，不是没有预算',
    en: 'No budget of this year is loaded; that is not a budget of 0',
  },
  years_no_account: {
    zh: '没有载入这一年度的决算文件，不是没有支出',
    en: 'No final account of this year is loaded; that is not spending of 0',
  },
  years_no_budget_short: { zh: '未载入预算', en: 'no budget loaded' },
  years_no_account_short: { zh: '未载入决算', en: 'no final account loaded' },
  years_no_figure: { zh: '《{title}》没有这个数', en: '“{title}” does not state it' },
  years_stages: {
    zh: '年初预算取自部门预算，预算数是决算所列的全年预算：两个阶段，不能互相代替或相加',
    en: 'The initial budget is the department’s budget, the adjusted one that of the whole year in its final account: two stages, never added or exchanged',
  },
  years_source: {
    zh: '预算09表；公开09表与决算情况说明九',
    en: 'budget form 09; form 09 and narrative section 9',
  },
  only_budgets: {
    zh: '所选范围只有预算文件：下面是年初预算，没有决算可比。',
    en: 'Only budgets are within the filter: their initial budgets are below, there is no final account.',
  },
});
