import type { HandFact } from './execution-data';

/** Documents of the coverage tests: three final accounts, 甲 to 丙, and a budget, 丁. */
const all = { fund: 'all' } as const;
export const FACTS: HandFact[] = [
  // 甲 2023: forms 01 03 05 09; 02 is there without amounts
  { doc: 'a', form: '01', ...all, flow: 'revenue', name: '本年收入合计', amount: '250.00' },
  { doc: 'a', form: '01', ...all, flow: 'balance', name: '收入总计', amount: '260.00' },
  { doc: 'a', form: '01', ...all, name: '本年支出合计', amount: '240.00' },
  { doc: 'a', form: '01', ...all, code: '201', name: '一般公共服务支出', amount: '240.00' },
  { doc: 'a', form: '03', ...all, name: '合计', amount: '240.00' },
  { doc: 'a', form: '03', ...all, name: '合计', measure: 'basic', amount: '200.00' },
  { doc: 'a', form: '03', ...all, name: '合计', measure: 'project', amount: '40.00' },
  { doc: 'a', form: '03', ...all, name: '合计', measure: 'operating', amount: '0.00' },
  { doc: 'a', form: '03', ...all, code: '201', name: '一般公共服务支出', amount: '180.00' },
  { doc: 'a', form: '03', ...all, code: '20103', name: '办公厅', amount: '180.00' },
  { doc: 'a', form: '03', ...all, code: '208', name: '社会保障和就业支出', amount: '60.00' },
  { doc: 'a', form: '05', name: '合计', amount: '230.00' },
  { doc: 'a', form: '06', classification: 'economy', code: '301', name: '工资福利支出', amount: '0.00' },
  {
    doc: 'a',
    form: '09',
    classification: 'three_public',
    code: 'SG',
    name: '合计',
    level: null,
    fund: 'fiscal',
    amount: '5.00',
  },
  {
    doc: 'a',
    form: '09',
    classification: 'three_public',
    code: 'SG',
    name: '合计',
    level: null,
    fund: 'fiscal',
    stage: 'adjusted_budget',
    amount: '8.00',
  },
  {
    doc: 'a',
    source: 'narrative',
    classification: 'three_public',
    code: 'SG',
    name: '合计',
    level: null,
    fund: 'fiscal',
    amount: '5.55',
  },
  {
    doc: 'a',
    source: 'performance',
    classification: 'project',
    name: '部门整体支出',
    level: null,
    ...all,
    amount: '240.00',
  },
  { doc: 'a', source: 'narrative', name: '合计', stage: 'prior_final', amount: '99.00', derived: true },
  // 乙 2024: no form 01, no form 09; 三公 from the narrative
  { doc: 'b', form: '02', ...all, flow: 'revenue', name: '合计', amount: '100.00' },
  { doc: 'b', form: '03', ...all, name: '合计', amount: '110.00' },
  { doc: 'b', form: '03', ...all, code: '201', name: '一般公共服务支出', amount: '110.00' },
  { doc: 'b', form: '04', name: '本年支出合计', amount: '90.00' },
  {
    doc: 'b',
    source: 'narrative',
    classification: 'three_public',
    code: 'SG',
    name: '合计',
    level: null,
    fund: 'fiscal',
    amount: '1.50',
  },
  // 丙 2024, a 部门: form 01 alone
  { doc: 'c', form: '01', ...all, name: '本年支出合计', amount: '7.00' },
  { doc: 'c', form: '01', ...all, code: '212', name: '城乡社区支出', amount: '7.00' },
  { doc: 'c', form: '01', ...all, code: '202', name: '外交支出', amount: '0.00' },
];

const plan = { doc: 'p', source: 'budget_form', stage: 'initial_budget' } as const;
/** 丁 2024, a budget: nothing of it belongs to the sums of final accounts. */
export const BUDGET: HandFact[] = [
  { ...plan, form: 'B01', ...all, flow: 'balance', name: '收入总计', amount: '900.00' },
  { ...plan, form: 'B01', ...all, flow: 'balance', name: '支出总计', amount: '900.00' },
  { ...plan, form: 'B01', ...all, code: '201', name: '一般公共服务支出', amount: '880.00' },
  { ...plan, form: 'B03', ...all, name: '合计', amount: '880.00' },
  { ...plan, form: 'B03', ...all, name: '合计', measure: 'basic', amount: '600.00' },
  { ...plan, form: 'B03', ...all, name: '合计', measure: 'carry_forward', amount: '280.00' },
  { ...plan, form: 'B05', name: '合计', amount: '700.00' },
  { ...plan, form: 'B06', name: '合计', amount: '500.00' },
  {
    ...plan,
    form: 'B09',
    classification: 'three_public',
    code: 'SG',
    name: '合计',
    level: null,
    fund: 'fiscal',
    amount: '3.00',
  },
];
