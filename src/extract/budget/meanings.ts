import type { Classification, Fact, Flow, Fund, Measure } from '../../domain/facts';
import { functionalClassByName, withoutOrdinal } from '../../domain/functional';
import { standardName } from '../../domain/names';

/** What a line of a list (B01, B02 of 江苏, B04) means; the fund and the measure where the line itself tells them. */
export interface LineMeaning extends Pick<
  Fact,
  'flow' | 'classification' | 'subject_code' | 'subject_name' | 'subject_level'
> {
  fund: Fund | null;
  measure: Measure | null;
}

export type Side = 'revenue' | 'expenditure' | 'usage';

const line = (
  flow: Flow,
  classification: Classification,
  subject_name: string,
  rest: Partial<LineMeaning> = {},
): LineMeaning => ({
  flow,
  classification,
  subject_code: null,
  subject_name,
  subject_level: classification === 'origin' ? null : 0,
  fund: null,
  measure: null,
  ...rest,
});

/** Lines of revenue by the beginning of their names; the three appropriations by the names of form 01. */
const ORIGINS: readonly [RegExp, string, Fund][] = [
  [/^财政拨款(收入|资金)?$/, '财政拨款收入', 'fiscal'],
  [/^一般公共预算/, '一般公共预算财政拨款收入', 'general'],
  [/^政府性基金/, '政府性基金预算财政拨款收入', 'government_fund'],
  [/^国有资本经营/, '国有资本经营预算财政拨款收入', 'state_capital'],
  [/^(事业单位)?经营收入$/, '经营收入', 'all'],
];

const BALANCES: readonly [RegExp, string][] = [
  [/^(使用非财政拨款结余|用事业基金弥补)/, '使用非财政拨款结余'],
  [/^(上年|年初)(财政拨款)?(结转|结余)/, '年初结转和结余'],
];

const USES: readonly [RegExp, string, Measure][] = [
  [/^基本支出$/, '基本支出', 'basic'],
  [/^项目支出$/, '项目支出', 'project'],
  [/^(单位)?预留机动经费$/, '单位预留机动经费', 'contingency'],
  [/^结转下年(资金|支出)?$/, '结转下年资金', 'carry_forward'],
  [/^人员(经费|支出)$/, '人员经费', 'personnel'],
  [/^(日常)?公用(经费|支出)$/, '公用经费', 'office'],
  [/^上缴上级支出$/, '上缴上级支出', 'remitted'],
  [/^(事业单位)?经营支出$/, '经营支出', 'operating'],
  [/^对附属单位补助支出$/, '对附属单位补助支出', 'affiliate_subsidy'],
];

/** A line's name without its list mark, 其中： and blanks. */
export function lineName(printed: string): string {
  return standardName(withoutOrdinal(standardName(printed).replace(/^其中：/, ''))).replace(/^其中：/, '');
}

/** A line of revenue; `grand` where 收入合计 is the grand total because no 收入总计 follows. */
export function revenueLine(printed: string, grand: boolean): LineMeaning {
  const name = lineName(printed);
  if (/^(本年|当年)收入(合计|小计)?$/.test(name) || (name === '收入合计' && !grand))
    return line('revenue', 'summary', '本年收入合计');
  if (/^(收入)?(预算)?(合计|总计)$/.test(name)) return line('balance', 'summary', '收入总计');
  const balance = BALANCES.find(([pattern]) => pattern.test(name));
  if (balance) return line('balance', 'summary', balance[1]);
  const origin = ORIGINS.find(([pattern]) => pattern.test(name));
  return line('revenue', 'origin', origin?.[1] ?? name, { fund: origin?.[2] ?? 'all' });
}

/** A line of expenditure by function or by use; null where the name says nothing. */
export function expenditureLine(
  printed: string,
  side: 'expenditure' | 'usage',
  grand: boolean,
): LineMeaning | null {
  const name = lineName(printed);
  if (/^(本年|当年)支出(合计|小计)?$/.test(name) || (name === '支出合计' && !grand))
    return line('expenditure', 'summary', '本年支出合计');
  if (/^(支出)?(预算)?(合计|总计)$/.test(name)) return line('balance', 'summary', '支出总计');
  if (side === 'usage') {
    const use = USES.find(([pattern]) => pattern.test(name));
    return use ? line('expenditure', 'summary', use[1], { measure: use[2] }) : null;
  }
  const known = functionalClassByName(printed);
  if (known)
    return line('expenditure', 'function', known.name, { subject_code: known.code, subject_level: 1 });
  if (/^结余分配/.test(name)) return line('balance', 'summary', '结余分配');
  if (/^(年末(财政拨款)?结转|结转下年)/.test(name)) return line('balance', 'summary', '年末结转和结余');
  return null;
}

/** Names that stand for a whole line; used to tell a name cut by a page break from the next line. */
export function isLineName(printed: string): boolean {
  const name = lineName(printed);
  return (
    expenditureLine(printed, 'expenditure', true) !== null ||
    expenditureLine(printed, 'usage', true) !== null ||
    ORIGINS.some(([pattern]) => pattern.test(name)) ||
    BALANCES.some(([pattern]) => pattern.test(name)) ||
    /^((本年|当年)?收入(合计|小计|总计)|总计|合计)$/.test(name) ||
    /(收入|资金)$/.test(name)
  );
}

/** 合计, 小计, 总计 and 结转 lines: their amount may stand under any list that the line spans. */
export function isSpanningLine(printed: string): boolean {
  return /^((本年|当年)?(收入|支出)(合计|小计|总计)|合计|总计|结转下年.*)$/.test(lineName(printed));
}
