import type { Fact } from '../domain/facts';

/** The forms of one kind of disclosure by what they are; a rule names a role, and so holds for both kinds. */
export interface FormSet {
  kind: 'final_account' | 'budget';
  /** 收入支出总表. */
  summary: string;
  revenue: string;
  expenditure: string;
  /** 财政拨款收支总表. */
  fiscal: string;
  /** 一般公共预算支出表. */
  general: string;
  /** 一般公共预算基本支出表 by economic subject. */
  basic: string;
  governmentFund: string;
  stateCapital: string;
  threePublic: string;
}

export const FINAL_ACCOUNT: FormSet = {
  kind: 'final_account',
  summary: '01',
  revenue: '02',
  expenditure: '03',
  fiscal: '04',
  general: '05',
  basic: '06',
  governmentFund: '07',
  stateCapital: '08',
  threePublic: '09',
};

export const BUDGET: FormSet = {
  kind: 'budget',
  summary: 'B01',
  revenue: 'B02',
  expenditure: 'B03',
  fiscal: 'B04',
  general: 'B05',
  basic: 'B06',
  governmentFund: 'B07',
  stateCapital: 'B08',
  threePublic: 'B09',
};

export const FORM_SETS: readonly FormSet[] = [FINAL_ACCOUNT, BUDGET];

/** 江苏's budget forms of the whole 财政拨款, by function, of its basic part by economic subject, and 机关运行经费. */
export const FISCAL_FUNCTION = 'B10';
export const FISCAL_BASIC = 'B11';
export const RUNNING_COST = 'B12';

const NAMES: Record<string, string> = {
  B01: '收支预算总表',
  B02: '收入预算总表',
  B03: '支出预算总表',
  B04: '财政拨款收支预算总表',
  B05: '一般公共预算支出表',
  B06: '一般公共预算基本支出表',
  B07: '政府性基金预算支出表',
  B08: '国有资本经营预算支出表',
  B09: '“三公”经费预算表',
  B10: '财政拨款支出预算表',
  B11: '财政拨款基本支出表',
  B12: '机关运行经费预算表',
};

export function formName(form: string): string {
  return NAMES[form] ?? `公开${form}表`;
}

export const MEASURE_NAMES: Readonly<Record<string, string>> = {
  total: '合计',
  basic: '基本支出',
  project: '项目支出',
  remitted: '上缴上级支出',
  operating: '经营',
  affiliate_subsidy: '对附属单位补助支出',
  fiscal_appropriation: '财政拨款收入',
  superior_subsidy: '上级补助收入',
  business: '事业收入',
  affiliate_remittance: '附属单位上缴收入',
  other: '其他收入',
  opening: '年初结转和结余',
  closing: '年末结转和结余',
  income: '本年收入',
  personnel: '人员经费',
  office: '公用经费',
  contingency: '单位预留机动经费',
  carry_forward: '结转下年资金',
};

export const FUND_NAMES: Readonly<Record<string, string>> = {
  all: '',
  fiscal: '财政拨款',
  general: '一般公共预算',
  government_fund: '政府性基金预算',
  state_capital: '国有资本经营预算',
};

/** 江苏's list of expenditure by use. */
export const USE_LINES: ReadonlySet<string> = new Set([
  '基本支出',
  '项目支出',
  '单位预留机动经费',
  '结转下年资金',
  '人员经费',
  '公用经费',
  '上缴上级支出',
  '经营支出',
  '对附属单位补助支出',
]);

/** Forms whose columns are funds (01, 04); in all others a column is a measure. */
const BY_FUND = new Set(['01', '04', 'B01', 'B04']);

export function columnOf(fact: Fact): string {
  // Classes of B01 by 人员经费, 公用经费, 项目支出 (上海's units); in a list by use the measure is the line itself.
  const use = fact.classification === 'summary' && USE_LINES.has(fact.subject_name);
  if (BY_FUND.has(fact.form!)) return fact.measure === 'total' || use ? fact.fund : fact.measure;
  // 财政拨款 of B02 by fund: columns of one measure.
  return fact.form === 'B02' && fact.fund !== 'all' && fact.classification !== 'origin'
    ? `${fact.measure}@${fact.fund}`
    : fact.measure;
}

/** Rows of 01 and 04 stand on one of two sides; a subject row is one row, balances and expenditure together (07). */
export function rowKeyOf(fact: Fact): string {
  const subject = fact.subject_code ?? fact.subject_name;
  return BY_FUND.has(fact.form!)
    ? `${fact.flow}|${fact.classification}|${subject}`
    : `${fact.classification}|${subject}`;
}
