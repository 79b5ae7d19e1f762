import type { Measure } from '../../domain/facts';
import { WHOLE } from './names';

/** What a row of a block of funds is about. */
export interface RowLabel {
  /** total: the row of the whole block; line: a part of a department's; source: money of one origin. */
  kind: 'total' | 'line' | 'source';
  name: string;
  measure: Measure;
  fund: 'all' | 'fiscal';
}

const total = (name: string): RowLabel => ({ kind: 'total', name, measure: 'total', fund: 'all' });
const line = (name: string, measure: Measure): RowLabel => ({ kind: 'line', name, measure, fund: 'all' });
const source = (name: string, measure: Measure, fund: 'all' | 'fiscal' = 'all'): RowLabel => ({
  kind: 'source',
  name,
  measure,
  fund,
});

const LABELS: readonly [RegExp, RowLabel][] = [
  [/(?:年度资金总额|部门预算总额|年度预算总额|资金总额|金额合计|整体支出总额)[:：]?$/, total(WHOLE)],
  [/(?:上年结转资金|上年结转)$/, source('上年结转资金', 'opening')],
  [/财政专户管理资金$/, source('财政专户管理资金', 'other')],
  [/(?:单位资金)$/, source('单位资金', 'other')],
  [/其他资金$/, source('其他资金', 'other')],
  [/(?:财政拨款|政府预算资金)$/, source('财政拨款', 'total', 'fiscal')],
  [/(?:[（(]一[）)]|^|[^\u4e00-\u9fff])基本支出$/, line('基本支出', 'basic')],
  [/(?:1[.．、]|^|[^\u4e00-\u9fff])人员经费(?:预算执行情况)?$/, line('人员经费', 'basic')],
  [/(?:2[.．、]|^|[^\u4e00-\u9fff])(?:日常)?公用经费(?:预算执行情况)?$/, line('公用经费', 'basic')],
  [/(?:[（(]二[）)]|^|[^\u4e00-\u9fff])项目(?:支出|经费)(?:预算执行情况)?$/, line('项目支出', 'project')],
  [/(?:1[.．、])?一般性项目$/, line('一般性项目', 'project')],
  [/(?:2[.．、])?重点项目$/, line('重点项目', 'project')],
];

/** The row that the last of these words name, with the words; null where they name none. */
export function rowLabelOf(words: string): (RowLabel & { printed: string }) | null {
  const text = words.replace(/\s+/g, '').replace(/[:：]$/, '');
  for (const [pattern, label] of LABELS) {
    const match = pattern.exec(text);
    if (match) return { ...label, printed: match[0] };
  }
  return null;
}
