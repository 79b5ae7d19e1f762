import { ITEM_KEYS, type ItemKey } from './items';

/**
 * Where a budget document prints the items of the year-on-year analysis, as SQL over `facts`: forms B01, B05, B06, B09
 * and B12. 人员经费 and 公用经费 stand in B06 where it has columns for them.
 */
const SUMMARY = `facts.classification = 'summary'`;
const PLANNED: Readonly<Partial<Record<ItemKey, string>>> = {
  grand_total: `facts.form = 'B01' AND ${SUMMARY} AND facts.flow = 'balance' AND facts.fund = 'all'
        AND facts.measure = 'total' AND facts.subject_name = '支出总计'`,
  general: `facts.form = 'B05' AND ${SUMMARY} AND facts.measure = 'total' AND facts.subject_name = '合计'`,
  personnel: `facts.form = 'B06' AND ${SUMMARY} AND facts.measure = 'personnel' AND facts.subject_name = '合计'`,
  running_costs: `facts.form = 'B06' AND ${SUMMARY} AND facts.measure = 'office' AND facts.subject_name = '合计'`,
  organ_operation: `facts.form IN ('B09', 'B12') AND ${SUMMARY} AND facts.subject_name = '机关运行经费'`,
  meetings: `facts.form = 'B09' AND ${SUMMARY} AND facts.subject_name = '会议费'`,
  training: `facts.form = 'B09' AND ${SUMMARY} AND facts.subject_name = '培训费'`,
};
/** `facts.subject_code` may be an ENUM. */
const CODE = 'CAST(facts.subject_code AS VARCHAR)';

/** SQL: the key of the item that a budget's fact belongs to, NULL where it belongs to none. */
export const ITEM_OF_PLANNED_FACT = `CASE
${ITEM_KEYS.flatMap((key) => (PLANNED[key] ? [`      WHEN ${PLANNED[key]} THEN '${key}'`] : [])).join('\n')}
      WHEN facts.form = 'B09' AND facts.classification = 'three_public' THEN ${CODE}
      WHEN facts.form = 'B05' AND facts.classification = 'function' AND facts.measure = 'total' THEN ${CODE}
    END`;
