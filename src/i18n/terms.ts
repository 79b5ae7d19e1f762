import { EXPENSE_TERMS } from './terms-expenses';
import type { TermEntry } from './term-entry';

export type { TermEntry };

/** Keys are the field names of the extract (stages, measures, funds, flows) and of the analyses' figures. */
const TERMS = {
  initial_budget: {
    zh: '年初预算数',
    en: 'Initial budget',
    zhMeans: '经人民代表大会批准、年初下达的预算数，不含执行中的调整。',
    enMeans: 'The budget approved at the start of the year, before any adjustment.',
  },
  adjusted_budget: {
    zh: '全年预算数',
    en: 'Adjusted budget',
    zhMeans: '年初预算数加上执行中追加、追减、调剂后的预算数。',
    enMeans: 'The initial budget with the additions, cuts and transfers made during the year.',
  },
  final: {
    zh: '支出决算数',
    en: 'Final account',
    zhMeans: '年度终了经财政部门批复的实际支出数。',
    enMeans: 'What was actually spent, as approved after the end of the year.',
  },
  final_revenue: {
    zh: '收入决算数',
    en: 'Final revenue',
    zhMeans: '年度终了经财政部门批复的实际收入数。',
    enMeans: 'What was actually received, as approved after the end of the year.',
  },
  prior_budget: {
    zh: '上年年初预算数',
    en: 'Prior-year budget',
    zhMeans: '上一年度部门预算中的年初预算数。',
    enMeans: 'The initial budget in the department’s budget of the year before.',
  },
  prior_final: {
    zh: '上年决算数',
    en: 'Prior-year final',
    zhMeans: '上一年度的决算数。上年文件未载入时，由“比上年增加（减少）”推算，并加标记。',
    enMeans:
      'The final account of the year before; implied from “more/less than last year”, and marked, where that document is not loaded.',
  },
  execution_rate: {
    zh: '完成率',
    en: 'Execution rate',
    zhMeans: '支出决算数 ÷ 预算数 × 100%。预算数为零或缺失时不计算。',
    enMeans: 'Final account ÷ budget × 100 %. Not computed where the budget is zero or missing.',
  },
  change: {
    zh: '增减额',
    en: 'Change',
    zhMeans: '本年决算数 − 上年决算数。',
    enMeans: 'This year’s final account − last year’s.',
  },
  change_rate: {
    zh: '增减率',
    en: 'Rate of change',
    zhMeans: '增减额 ÷ 上年决算数 × 100%。上年为零或缺失时不计算。',
    enMeans: 'Change ÷ last year’s final account × 100 %. Not computed where last year is zero or missing.',
  },
  difference: {
    zh: '差额',
    en: 'Difference',
    zhMeans: '支出决算数 − 预算数。',
    enMeans: 'Final account − budget.',
  },
  share: { zh: '占比', en: 'Share', zhMeans: '占合计的百分比。', enMeans: 'Per cent of the total.' },
  control_rate: {
    zh: '控制率',
    en: 'Control rate',
    zhMeans: '“三公”经费支出决算数 ÷ 全年预算数 × 100%。',
    enMeans: '“Three public” final account ÷ adjusted budget × 100 %.',
  },
  total: {
    zh: '合计',
    en: 'Total',
    zhMeans: '本年收入或支出合计。',
    enMeans: 'Revenue or expenditure of the year, all parts.',
  },
  basic: {
    zh: '基本支出',
    en: 'Basic expenditure',
    zhMeans: '为保障机构正常运转、完成日常工作任务而发生的支出：人员经费和公用经费。',
    enMeans: 'Spending that keeps the body running: personnel and operating costs.',
  },
  project: {
    zh: '项目支出',
    en: 'Project expenditure',
    zhMeans: '在基本支出之外，为完成特定任务或事业发展目标而发生的支出。',
    enMeans: 'Spending on specific tasks or goals, beyond basic expenditure.',
  },
  remitted: {
    zh: '上缴上级支出',
    en: 'Remitted to superiors',
    zhMeans: '事业单位按规定上缴上级单位的支出。',
    enMeans: 'Paid up to the superior body as the rules require.',
  },
  operating: {
    zh: '经营支出',
    en: 'Operating (business) expenditure',
    zhMeans: '事业单位开展非独立核算经营活动发生的支出。',
    enMeans: 'Spending on business activities without separate accounts.',
  },
  affiliate_subsidy: {
    zh: '对附属单位补助支出',
    en: 'Subsidies to affiliates',
    zhMeans: '用财政拨款之外的收入补助附属单位的支出。',
    enMeans: 'Subsidies to affiliated bodies, from other than fiscal revenue.',
  },
  fiscal_appropriation: {
    zh: '财政拨款收入',
    en: 'Fiscal appropriations',
    zhMeans: '从同级财政部门取得的各类预算拨款。',
    enMeans: 'Budget money received from the finance department of the same level.',
  },
  superior_subsidy: {
    zh: '上级补助收入',
    en: 'Subsidies from superiors',
    zhMeans: '从主管部门和上级单位取得的非财政补助收入。',
    enMeans: 'Non-fiscal subsidies received from superior bodies.',
  },
  business: {
    zh: '事业收入',
    en: 'Institutional income',
    zhMeans: '开展专业业务活动及其辅助活动取得的收入。',
    enMeans: 'Income from professional activities.',
  },
  operating_income: {
    zh: '经营收入',
    en: 'Operating income',
    zhMeans: '在专业业务活动之外开展非独立核算经营活动取得的收入。',
    enMeans: 'Income from business activities without separate accounts.',
  },
  affiliate_remittance: {
    zh: '附属单位上缴收入',
    en: 'Remitted by affiliates',
    zhMeans: '附属独立核算单位按规定上缴的收入。',
    enMeans: 'Income that affiliated bodies pay up.',
  },
  other: {
    zh: '其他收入',
    en: 'Other income',
    zhMeans: '上述各项以外的收入。',
    enMeans: 'Income other than the above.',
  },
  opening: {
    zh: '年初结转和结余',
    en: 'Opening balance',
    zhMeans: '以前年度尚未使用、结转到本年使用的资金。',
    enMeans: 'Money of earlier years carried into this one.',
  },
  closing: {
    zh: '年末结转和结余',
    en: 'Closing balance',
    zhMeans: '本年未使用、结转到以后年度使用的资金。',
    enMeans: 'Money of this year carried into later ones.',
  },
  income: {
    zh: '本年收入',
    en: 'Revenue of the year',
    zhMeans: '本年取得的收入。',
    enMeans: 'Revenue received this year.',
  },
  fund_all: {
    zh: '全部资金',
    en: 'All funds',
    zhMeans: '财政拨款和其他各类资金合计。',
    enMeans: 'Fiscal appropriations and all other money.',
  },
  fund_fiscal: {
    zh: '财政拨款',
    en: 'Fiscal appropriations',
    zhMeans: '一般公共预算、政府性基金预算、国有资本经营预算财政拨款合计。',
    enMeans: 'General public budget, government funds and state capital operations together.',
  },
  fund_general: {
    zh: '一般公共预算',
    en: 'General public budget',
    zhMeans: '以税收为主体的财政收入安排的预算。',
    enMeans: 'The budget fed mainly by taxes.',
  },
  fund_government_fund: {
    zh: '政府性基金',
    en: 'Government funds',
    zhMeans: '依法征收、专款专用的基金安排的预算。',
    enMeans: 'Levies collected for, and bound to, a purpose.',
  },
  fund_state_capital: {
    zh: '国有资本经营',
    en: 'State capital operations',
    zhMeans: '国有资本收益安排的预算。',
    enMeans: 'The budget fed by returns on state capital.',
  },
  functional_class: {
    zh: '类',
    en: 'Class',
    zhMeans: '支出功能分类第一级，3 位代码，如 201 一般公共服务支出。',
    enMeans: 'First level of the functional classification, 3 digits.',
  },
  functional_section: {
    zh: '款',
    en: 'Section',
    zhMeans: '支出功能分类第二级，5 位代码；经济分类第二级亦称款。',
    enMeans: 'Second level, 5 digits; also the second level of the economic classification.',
  },
  functional_item: {
    zh: '项',
    en: 'Item',
    zhMeans: '支出功能分类第三级，7 位代码，如 2010301 行政运行。',
    enMeans: 'Third level of the functional classification, 7 digits.',
  },
  functional: {
    zh: '功能分类',
    en: 'Functional classification',
    zhMeans: '按政府职能划分支出：钱用来办什么事。分类、款、项三级。',
    enMeans: 'Spending by the function of government it serves, in three levels.',
  },
  economic: {
    zh: '经济分类',
    en: 'Economic classification',
    zhMeans: '按支出的经济性质和用途划分：钱怎么花。分类、款两级。',
    enMeans: 'Spending by its economic nature, in two levels.',
  },
  ...EXPENSE_TERMS,
  initial: { zh: '年初', en: 'Initial', zhMeans: '年初预算数。', enMeans: 'The initial budget.' },
  implied: {
    zh: '推算',
    en: 'Implied',
    zhMeans: '文件没有直接列出，由同一文件的其他数字推算得到。',
    enMeans: 'Not printed as such; follows from other figures of the same document.',
  },
  scope_department: {
    zh: '部门',
    en: 'Department',
    zhMeans: '部门本级及所属单位的汇总口径，与单位口径不相加。',
    enMeans: 'A department with its units; never added to single units.',
  },
  scope_unit: {
    zh: '单位',
    en: 'Unit',
    zhMeans: '单个单位自身的口径，与部门口径不相加。',
    enMeans: 'One body alone; never added to departments.',
  },
} as const satisfies Record<string, TermEntry>;

export type TermName = keyof typeof TERMS;
export const TERM_NAMES = Object.keys(TERMS) as TermName[];
export const terms: Readonly<Record<TermName, TermEntry>> = TERMS;
