import type { TermEntry } from './term-entry';

/** Terms of what money is spent on: parts of basic expenditure, 机关运行经费, “三公”. */
export const EXPENSE_TERMS = {
  personnel: {
    zh: '人员经费',
    en: 'Personnel costs',
    zhMeans: '基本支出中的工资福利支出（301）和对个人和家庭的补助（303）。',
    enMeans: 'The part of basic expenditure that is wages, benefits (301) and allowances (303).',
  },
  running_costs: {
    zh: '公用经费',
    en: 'Running costs',
    zhMeans: '基本支出中除人员经费以外的部分，主要是商品和服务支出（302）。',
    enMeans: 'Basic expenditure other than personnel costs, mainly goods and services (302).',
  },
  office: {
    zh: '公用经费',
    en: 'Running costs',
    zhMeans: '预算表中的公用经费一栏：保障机构日常运转的商品和服务支出等。',
    enMeans: 'The column of a budget form for day-to-day running costs.',
  },
  contingency: {
    zh: '单位预留机动经费',
    en: 'Contingency of the unit',
    zhMeans: '编制预算时预留、用于年度执行中增人增支等支出的经费。',
    enMeans: 'Money set aside in the budget for needs that arise during the year.',
  },
  carry_forward: {
    zh: '结转下年资金',
    en: 'Carried into next year',
    zhMeans: '预算安排后结转到下一年度继续使用的资金。',
    enMeans: 'Money that the budget carries into the following year.',
  },
  organ_operation: {
    zh: '机关运行经费',
    en: 'Operating funds of organs',
    zhMeans: '行政单位和参公管理事业单位一般公共预算安排的日常公用经费。',
    enMeans: 'Day-to-day running costs of administrative bodies, from the general public budget.',
  },
  three_public: {
    zh: '“三公”经费',
    en: '“Three public” expenses',
    zhMeans: '因公出国（境）费、公务用车购置及运行维护费、公务接待费。',
    enMeans: 'Official trips abroad, official vehicles, official receptions.',
  },
  trips_abroad: {
    zh: '因公出国（境）费',
    en: 'Official trips abroad',
    zhMeans: '公务出国（境）的国际旅费、住宿费、伙食费、培训费等。',
    enMeans: 'Travel, lodging, meals and training on official trips abroad.',
  },
  vehicles: {
    zh: '公务用车购置及运行维护费',
    en: 'Official vehicles',
    zhMeans: '公务用车的购置支出，以及燃料、维修、保险等运行维护支出。',
    enMeans: 'Buying official vehicles, and running and maintaining them.',
  },
  vehicle_purchase: {
    zh: '公务用车购置费',
    en: 'Vehicle purchase',
    zhMeans: '购置公务用车（含车辆购置税、牌照费）的支出。',
    enMeans: 'Buying official vehicles, with tax and registration.',
  },
  vehicle_running: {
    zh: '公务用车运行维护费',
    en: 'Vehicle running costs',
    zhMeans: '公务用车的燃料费、维修费、过桥过路费、保险费等。',
    enMeans: 'Fuel, repairs, tolls and insurance of official vehicles.',
  },
  receptions: {
    zh: '公务接待费',
    en: 'Official receptions',
    zhMeans: '按规定开支的各类公务接待（含外宾接待）支出。',
    enMeans: 'Official receptions, those of foreign guests included.',
  },
} as const satisfies Record<string, TermEntry>;
