import type { Fund, Measure } from '../../domain/facts';
import { summary, target, type Coordinates, type Target } from '../prose/target';
import type { Topic } from './topics';

interface LabelRule {
  pattern: RegExp;
  /** Sections in which the label means this; everywhere where left out. */
  topics?: readonly Topic[];
  target: (topic: Topic) => Target;
}

const BOTH = '收入?(?:、|与|和)?支出?(?:决算)?总计';
const NOT_PARTS: readonly Topic[] = ['operating', 'procurement', 'other'];

/** The fund that 基本支出 and 项目支出 belong to in a section. */
function fundOf(topic: Topic): Fund {
  return topic === 'general' || topic === 'basic' ? 'general' : topic === 'fiscal_totals' ? 'fiscal' : 'all';
}

const grandTotals = (fund: Fund): Coordinates[] => [
  summary('收入总计', 'balance', fund),
  summary('支出总计', 'balance', fund),
];
const cell = (item: string, at: Coordinates) => (): Target => target(item, at);
const spending =
  (item: string, measure: Measure) =>
  (topic: Topic): Target =>
    target(item, summary('合计', 'expenditure', fundOf(topic), measure));
const income = (item: string, measure: Measure): (() => Target) =>
  cell(item, summary('合计', 'revenue', 'all', measure));
const named = (name: string, fund: Fund): (() => Target) => cell(name, summary(name, 'expenditure', fund));

/** Carry-over lines of 01 and 04; in the section about 财政拨款 they are those of 04. */
const balance =
  (name: string, carried = false) =>
  (topic: Topic): Target => {
    const fiscal = carried && topic === 'fiscal_totals';
    const full = carried ? `${name}${fiscal ? '财政拨款' : ''}结转和结余` : name;
    return target(full, summary(full, 'balance', fiscal ? 'fiscal' : 'all'));
  };

const threePublic =
  (code: string, name: string, item = name) =>
  (): Target => ({
    ...target(item, {
      flow: 'expenditure',
      classification: 'three_public',
      subject_code: code,
      subject_name: name,
      subject_level: code.length - 2,
      fund: 'fiscal',
      measure: 'total',
    }),
    code,
    name,
  });

function origin(name: string, fund: Fund): () => Target {
  return () => ({
    ...target(name, {
      flow: 'revenue',
      classification: 'origin',
      subject_code: null,
      subject_name: name,
      subject_level: null,
      fund,
      measure: 'total',
    }),
    name,
  });
}

/** Budgets of their own: 07 and 08 and the sections about them. */
function fundRules(words: string, fund: Fund, topic: Topic): LabelRule[] {
  const at = (measure: Measure, flow: Coordinates['flow']) =>
    cell(`${words}${measure === 'income' ? '收入' : '支出'}`, summary('合计', flow, fund, measure));
  const prefix = `^(?:${words}(?:预算)?(?:财政拨款)?)`;
  return [
    { pattern: new RegExp(`${prefix}(?:年初)结转(?:和|及)?结余$`), target: at('opening', 'balance') },
    { pattern: new RegExp(`${prefix}(?:年末)结转(?:和|及)?结余$`), target: at('closing', 'balance') },
    { pattern: new RegExp(`${prefix}(?:本年)?收入(?:合计|总计)?$`), target: at('income', 'balance') },
    {
      pattern: new RegExp(`${prefix}(?:本年)?(?:安排的)?(?:支出)?(?:合计|总计)?$`),
      target: at('total', 'expenditure'),
    },
    { pattern: /^(?:本年)?支出(?:合计)?$/, topics: [topic], target: at('total', 'expenditure') },
    { pattern: /^(?:本年)?收入(?:合计)?$/, topics: [topic], target: at('income', 'balance') },
    { pattern: /^基本支出$/, topics: [topic], target: at('basic', 'expenditure') },
    { pattern: /^项目支出$/, topics: [topic], target: at('project', 'expenditure') },
  ];
}

const RULES: readonly LabelRule[] = [
  {
    pattern: new RegExp(`^(?:一般公共预算)?财政拨款${BOTH}$`),
    target: () => totalsOf('财政拨款收支总计', 'fiscal'),
  },
  {
    pattern: /^财政拨款收入(?:决算)?总计$/,
    target: cell('财政拨款收入总计', summary('收入总计', 'balance', 'fiscal')),
  },
  {
    pattern: /^财政拨款支出(?:决算)?总计$/,
    target: cell('财政拨款支出总计', summary('支出总计', 'balance', 'fiscal')),
  },
  { pattern: /^收入(?:决算)?总计$/, target: cell('收入总计', summary('收入总计', 'balance', 'all')) },
  { pattern: /^支出(?:决算)?总计$/, target: cell('支出总计', summary('支出总计', 'balance', 'all')) },
  { pattern: new RegExp(`^${BOTH}$`), target: () => totalsOf('收支总计', 'all') },
  { pattern: /^使用非财政拨款结余(?:（含专用结余）)?$/, target: balance('使用非财政拨款结余') },
  { pattern: /^结余分配$/, target: balance('结余分配') },
  { pattern: /^(?:年初|上年)(?:财政拨款)?结转(?:和|及)?结余$/, target: balance('年初', true) },
  { pattern: /^(?:年末|本年末)(?:财政拨款)?结转(?:和|及)?结余$|^结转下年$/, target: balance('年末', true) },
  ...fundRules('政府性基金', 'government_fund', 'government_fund'),
  ...fundRules('国有资本经营', 'state_capital', 'state_capital'),

  {
    pattern: /^财政拨款收入(?:合计)?$/,
    topics: ['fiscal_totals'],
    target: cell('财政拨款收入', summary('本年收入合计', 'revenue', 'fiscal')),
  },
  {
    pattern: /^财政拨款支出(?:合计)?$/,
    topics: ['fiscal_totals'],
    target: cell('财政拨款支出', summary('本年支出合计', 'expenditure', 'fiscal')),
  },

  { pattern: /^(?:本年)?收入(?:决算)?合计$/, target: income('收入合计', 'total') },
  { pattern: /^一般公共预算财政拨款收入$/, target: origin('一般公共预算财政拨款收入', 'general') },
  { pattern: /^财政拨款收入(?:合计)?$/, target: income('财政拨款收入', 'fiscal_appropriation') },
  { pattern: /^上级补助收入$/, target: income('上级补助收入', 'superior_subsidy') },
  { pattern: /^事业(?:预算)?收入$/, target: income('事业收入', 'business') },
  { pattern: /^经营(?:预算)?收入$/, target: income('经营收入', 'operating') },
  { pattern: /^附属单位上缴(?:预算)?收入$/, target: income('附属单位上缴收入', 'affiliate_remittance') },
  { pattern: /^其他(?:预算)?收入$/, target: income('其他收入', 'other') },

  { pattern: /^(?:本年)?支出(?:决算)?合计$/, target: spending('支出合计', 'total') },
  {
    pattern: /^一般公共预算财政拨款基本支出(?:合计)?$/,
    target: () => target('基本支出', summary('合计', 'expenditure', 'general', 'basic')),
  },
  {
    pattern: /^一般公共预算财政拨款项目支出(?:合计)?$/,
    target: () => target('项目支出', summary('合计', 'expenditure', 'general', 'project')),
  },
  {
    pattern: /^一般公共预算(?:财政拨款)?(?:本年)?(?:支出)?(?:合计)?$/,
    target: () => ({
      ...target('一般公共预算财政拨款支出', summary('合计', 'expenditure', 'general')),
      budgetItem: '年初预算',
    }),
  },
  { pattern: /^基本支出(?:合计)?$/, target: spending('基本支出', 'basic') },
  { pattern: /^项目支出(?:合计)?$/, target: spending('项目支出', 'project') },
  { pattern: /^上缴上级支出$/, target: spending('上缴上级支出', 'remitted') },
  { pattern: /^经营支出$/, target: spending('经营支出', 'operating') },
  { pattern: /^对附属单位补助(?:支出)?$/, target: spending('对附属单位补助支出', 'affiliate_subsidy') },

  {
    pattern: /^人员(?:经费|支出)(?:支出|合计)?$/,
    target: cell('人员经费', summary('人员经费', 'expenditure', 'general', 'basic')),
  },
  {
    pattern: /^(?:日常)?公用(?:经费|支出)(?:支出|合计)?$/,
    target: cell('公用经费', summary('公用经费', 'expenditure', 'general', 'basic')),
  },

  { pattern: /^外(?:事|宾)接待(?:费)?(?:支出)?$/, target: named('外事接待费', 'fiscal') },
  { pattern: /^(?:其他)?国内(?:公务)?接待(?:费)?(?:支出)?$/, target: named('国内公务接待费', 'fiscal') },
  {
    pattern: /^(?:财政拨款)?[“"]?三公[”"]?经费(?:财政拨款)?(?:支出)?(?:合计)?$/,
    target: threePublic('SG', '“三公”经费合计', '“三公”经费'),
  },
  {
    pattern: /^因公(?:临时)?出国[（(]?(?:境)?[）)]?(?:费用?)?(?:支出)?$/,
    target: threePublic('SG1', '因公出国（境）费'),
  },
  {
    pattern: /^公务用车购置(?:及|和)运行(?:维护)?(?:费用?)?(?:支出)?$/,
    target: threePublic('SG2', '公务用车购置及运行维护费'),
  },
  { pattern: /^公务用车购置(?:费用?)?(?:支出)?$/, target: threePublic('SG21', '公务用车购置费') },
  {
    pattern: /^公务用车运行(?:维护)?(?:费用?)?(?:支出)?$/,
    target: threePublic('SG22', '公务用车运行维护费'),
  },
  { pattern: /^公务接待(?:费用?)?(?:支出)?$/, target: threePublic('SG3', '公务接待费') },

  { pattern: /^机关运行(?:经费|费用?)(?:支出)?(?:合计|总额)?$/, target: named('机关运行经费', 'general') },
  { pattern: /^会议费(?:用)?(?:支出)?$/, topics: NOT_PARTS, target: named('会议费', 'all') },
  { pattern: /^培训费(?:用)?(?:支出)?$/, topics: NOT_PARTS, target: named('培训费', 'all') },

  {
    pattern: /面向中小企业预留(?:的)?政府采购项目(?:预算金额)?$/,
    target: named('面向中小企业预留政府采购项目预算金额', 'all'),
  },
  {
    pattern: /面向小微企业预留(?:的)?政府采购项目(?:预算金额)?$/,
    target: named('面向小微企业预留政府采购项目预算金额', 'all'),
  },
  {
    pattern: /授予(?:小微|小型微型|小型、微型)企业(?:的)?合同(?:金额|额)?$/,
    target: named('授予小微企业合同金额', 'all'),
  },
  { pattern: /授予中小企业(?:的)?合同(?:金额|额)?$/, target: named('授予中小企业合同金额', 'all') },
  {
    pattern: /^(?:政府采购)?货物(?:类)?(?:采购)?(?:支出|金额|合同金额)?(?:金额)?$/,
    topics: ['procurement'],
    target: named('政府采购货物支出', 'all'),
  },
  {
    pattern: /^(?:政府采购)?工程(?:类)?(?:采购)?(?:支出|金额|合同金额)?(?:金额)?$/,
    topics: ['procurement'],
    target: named('政府采购工程支出', 'all'),
  },
  {
    pattern: /^(?:政府采购)?服务(?:类)?(?:采购)?(?:支出|金额|合同金额)?(?:金额)?$/,
    topics: ['procurement'],
    target: named('政府采购服务支出', 'all'),
  },
  {
    pattern: /^政府采购(?:支出)?(?:金额|总额|合计|总计)?(?:（以合同签订为准）)?$/,
    target: named('政府采购支出', 'all'),
  },
];

function totalsOf(item: string, fund: Fund): Target {
  return target(item, ...grandTotals(fund));
}

/** What a label that is no functional subject means in a section of the narrative; null where it means nothing known. */
export function labelTarget(label: string, topic: Topic): Target | null {
  const words = label.replace(/[“”"]/g, '');
  for (const form of [words, words.replace(/支出$/, ''), words.replace(/(?:财政拨款)?(?:支出)?$/, '')]) {
    if (form === '') continue;
    const rule = RULES.find((r) => (!r.topics || r.topics.includes(topic)) && r.pattern.test(form));
    if (rule) return rule.target(topic);
  }
  return null;
}
