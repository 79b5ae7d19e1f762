/** What a section of 决算情况说明 is about. */
export type Topic =
  | 'totals'
  | 'revenue'
  | 'expenditure'
  | 'fiscal_totals'
  | 'general'
  | 'basic'
  | 'government_fund'
  | 'state_capital'
  | 'three_public'
  | 'operating'
  | 'procurement'
  | 'assets'
  | 'performance'
  | 'other';

const TITLES: readonly [RegExp, Topic][] = [
  [/三公/, 'three_public'],
  [/机关运行|会议费|培训费/, 'operating'],
  [/政府采购/, 'procurement'],
  [/国有资产/, 'assets'],
  [/绩效/, 'performance'],
  [/政府性基金/, 'government_fund'],
  [/国有资本经营/, 'state_capital'],
  [/基本支出/, 'basic'],
  [/一般公共预算/, 'general'],
  [/财政拨款.*(?:收入支出|收支|收、支|总体)/, 'fiscal_totals'],
  [/(?:收入支出|收支|收、支).*(?:总体|决算)/, 'totals'],
  [/^(?:部门|单位)?(?:本年)?收入(?:决算|情况|构成)/, 'revenue'],
  [/^(?:部门|单位)?(?:本年)?支出(?:决算|情况|构成)/, 'expenditure'],
];

/** The topic of a section: that of its inner heading where it names one, else of the outer. */
export function topicOf(titles: readonly string[]): Topic {
  for (const heading of [...titles].reverse()) {
    const title = heading.replace(/^关于/, '').replace(/^.*?\d{4}年度?/, '');
    const found = TITLES.find(([pattern]) => pattern.test(title));
    if (found) return found[1];
  }
  return 'other';
}
