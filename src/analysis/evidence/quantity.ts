/**
 * Which facts of one document are about the same quantity, told by one text. 合计 rows have different names in the
 * forms (合计, 本年支出合计, 人员经费合计) and in the narrative (合计, 人员经费), and forms 06 and B06 say with `total` what
 * the others say with `basic`. Performance rows stand alone: self-evaluation may cover more than the forms. So does
 * form B12, which lists 机关运行经费 by the subjects of B06.
 */
export const QUANTITY = (f: string) => `concat_ws('|',
    CASE WHEN ${f}.source = 'performance' THEN 'performance' WHEN ${f}.form = 'B12' THEN 'operating'
      ELSE 'account' END, ${f}.stage,
    CASE
      WHEN ${f}.classification = 'three_public' THEN concat('three_public ', ${f}.subject_code)
      WHEN ${f}.subject_code IS NOT NULL
        THEN concat_ws(' ', ${f}.flow, ${f}.classification, ${f}.subject_code, ${f}.fund, ${f}.measure)
      WHEN ${f}.classification = 'summary' AND ${f}.subject_name IN ('人员经费', '人员经费合计', '公用经费', '公用经费合计')
        THEN concat_ws(' ', left(CAST(${f}.subject_name AS VARCHAR), 4), ${f}.fund)
      WHEN ${f}.classification = 'summary' AND ${f}.subject_name IN ('合计', '本年收入合计', '本年支出合计')
        THEN concat_ws(' ', ${f}.flow, 'total', ${f}.fund,
          CASE WHEN ${f}.form IN ('06', 'B06', 'B11') AND ${f}.measure = 'total' THEN 'basic'
            ELSE CAST(${f}.measure AS VARCHAR) END)
      ELSE concat_ws(' ', ${f}.flow, ${f}.classification, ${f}.subject_name, ${f}.fund, ${f}.measure)
    END)`;

/**
 * Whose quantity it is: the document's own, but 年初预算 is the body's, whether its 预算公开 or its final account says
 * it.
 */
export const OWNER = (f: string) => `CASE
    WHEN ${f}.stage = 'initial_budget' AND ${f}.source <> 'performance'
      THEN concat_ws('|', ${f}.region, ${f}.department, ${f}.scope, ${f}.fiscal_year)
    ELSE ${f}.doc_id END`;

/** Forms win over the narrative, the narrative over self-evaluation. */
export const PRECEDENCE = (f: string) =>
  `CASE ${f}.source WHEN 'form' THEN 0 WHEN 'budget_form' THEN 1 WHEN 'narrative' THEN 2 ELSE 3 END`;

/** What the narrative calls the quantity of a 合计 row when it explains it (`item` of statements). */
export const ITEM = (f: string) => `CASE
    WHEN ${f}.subject_name IN ('合计', '本年收入合计', '本年支出合计') THEN CASE
      WHEN ${f}.measure = 'basic' THEN '基本支出'
      WHEN ${f}.measure = 'project' THEN '项目支出'
      WHEN ${f}.fund = 'general' THEN '一般公共预算财政拨款支出'
      WHEN ${f}.fund = 'fiscal' THEN concat('财政拨款', CASE ${f}.flow WHEN 'revenue' THEN '收入' ELSE '支出' END)
      WHEN ${f}.flow = 'revenue' THEN '收入合计' ELSE '支出合计' END
    WHEN ${f}.subject_name IN ('收入总计', '支出总计')
      THEN CASE ${f}.fund WHEN 'fiscal' THEN '财政拨款收支总计' ELSE '收支总计' END
    WHEN ${f}.subject_name IN ('人员经费合计', '公用经费合计') THEN left(CAST(${f}.subject_name AS VARCHAR), 4)
    ELSE CAST(${f}.subject_name AS VARCHAR) END`;
