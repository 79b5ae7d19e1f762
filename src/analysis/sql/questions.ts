/** A worked question of the SQL page. */
export interface Question {
  id: string;
  zh: string;
  en: string;
  /** What its statement pins, and why; shown under the question. */
  noteZh: string;
  noteEn: string;
  sql: string;
  /** The result's columns in order. */
  columns: readonly string[];
}

/**
 * Each statement pins form or source, flow, classification, fund, measure and stage: one quantity is printed in several
 * forms and in the text, and adding them would count it several times.
 */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'totals',
    zh: '各部门各年度决算支出合计',
    en: 'Total expenditure of each department and year',
    noteZh: '公开03表的合计行；部门和单位两种口径分开列。',
    noteEn: 'The total row of form 03; departments and units are told apart.',
    columns: ['department', 'scope', 'fiscal_year', 'total_fen'],
    sql: `SELECT department, scope, fiscal_year, amount_fen AS total_fen
FROM facts
WHERE form = '03' AND classification = 'summary' AND subject_name = '合计'
  AND measure = 'total' AND stage = 'final'
ORDER BY total_fen DESC, department, fiscal_year`,
  },
  {
    id: 'classes',
    zh: '决算支出按功能分类（类）的结构',
    en: 'Structure of expenditure by functional class',
    noteZh: '公开03表各类之和；占比是浮点数，金额是精确的整数分。',
    noteEn: 'Classes of form 03, added over departments; shares are floating point, money is whole 分.',
    columns: ['fiscal_year', 'subject_code', 'subject_name', 'total_fen', 'share_percent'],
    sql: `SELECT fiscal_year, subject_code, any_value(subject_name) AS subject_name,
  sum(amount_fen) AS total_fen,
  round(100.0 * sum(amount_fen) / sum(sum(amount_fen)) OVER (PARTITION BY fiscal_year), 2) AS share_percent
FROM facts
WHERE form = '03' AND scope = 'department' AND classification = 'function' AND subject_level = 1
  AND measure = 'total' AND stage = 'final'
GROUP BY fiscal_year, subject_code
ORDER BY fiscal_year, total_fen DESC, subject_code`,
  },
  {
    id: 'basic-project',
    zh: '基本支出和项目支出各占多少',
    en: 'Basic and project expenditure',
    noteZh: '公开03表合计行的两列；没有印出的列留空，不当作零。',
    noteEn: 'Two columns of the total row of form 03; a column that is not printed stays blank, not zero.',
    columns: ['department', 'fiscal_year', 'basic_fen', 'project_fen', 'project_percent'],
    sql: `WITH parts AS (
  SELECT department, fiscal_year,
    max(CASE WHEN measure = 'basic' THEN amount_fen END) AS basic_fen,
    max(CASE WHEN measure = 'project' THEN amount_fen END) AS project_fen
  FROM facts
  WHERE form = '03' AND scope = 'department' AND classification = 'summary' AND subject_name = '合计'
    AND stage = 'final'
  GROUP BY department, fiscal_year
)
SELECT department, fiscal_year, basic_fen, project_fen,
  round(100.0 * project_fen / nullif(basic_fen + project_fen, 0), 2) AS project_percent
FROM parts
ORDER BY project_percent DESC NULLS LAST, department, fiscal_year`,
  },
  {
    id: 'execution',
    zh: '一般公共预算各类的完成率（文字说明的年初预算）',
    en: 'Execution of the general public budget by class (initial budget of the text)',
    noteZh: '年初预算数和决算数都取自文字说明；预算为零或没有写出的不算完成率。',
    noteEn: 'Both figures are those of the text; no rate where the budget is zero or not stated.',
    columns: [
      'department',
      'fiscal_year',
      'subject_code',
      'subject_name',
      'budget_fen',
      'final_fen',
      'rate_percent',
    ],
    sql: `WITH told AS (
  SELECT department, fiscal_year, subject_code, any_value(subject_name) AS subject_name,
    max(CASE WHEN stage = 'initial_budget' THEN amount_fen END) AS budget_fen,
    max(CASE WHEN stage = 'final' THEN amount_fen END) AS final_fen
  FROM facts
  WHERE source = 'narrative' AND scope = 'department' AND classification = 'function'
    AND subject_level = 1 AND fund = 'general' AND measure = 'total' AND NOT derived
  GROUP BY department, fiscal_year, subject_code
)
SELECT department, fiscal_year, subject_code, subject_name, budget_fen, final_fen,
  round(100.0 * final_fen / nullif(budget_fen, 0), 2) AS rate_percent
FROM told
WHERE budget_fen IS NOT NULL
ORDER BY rate_percent NULLS LAST, department, subject_code`,
  },
  {
    id: 'three-public',
    zh: '“三公”经费：全年预算和决算',
    en: '“Three public” expenses: budget and final account',
    noteZh: '公开09表；SG 合计，SG1 因公出国（境），SG2 公务用车，SG3 公务接待。',
    noteEn: 'Form 09; SG total, SG1 trips abroad, SG2 vehicles, SG3 receptions.',
    columns: ['department', 'fiscal_year', 'subject_code', 'subject_name', 'budget_fen', 'final_fen'],
    sql: `SELECT department, fiscal_year, subject_code, any_value(subject_name) AS subject_name,
  max(CASE WHEN stage = 'adjusted_budget' THEN amount_fen END) AS budget_fen,
  max(CASE WHEN stage = 'final' THEN amount_fen END) AS final_fen
FROM facts
WHERE form = '09' AND scope = 'department' AND classification = 'three_public'
GROUP BY department, fiscal_year, subject_code
ORDER BY department, fiscal_year, subject_code`,
  },
  {
    id: 'largest-items',
    zh: '金额最大的二十个项级科目',
    en: 'The twenty largest items (项)',
    noteZh: '公开05表（一般公共预算财政拨款支出）的项级，连同原文页码行号；点金额看出处。',
    noteEn: 'Items of form 05 with page and line; open an amount for its place in the document.',
    columns: [
      'department',
      'fiscal_year',
      'subject_code',
      'subject_name',
      'amount_fen',
      'doc_id',
      'fact_id',
      'page',
      'line',
    ],
    sql: `SELECT department, fiscal_year, subject_code, subject_name, amount_fen,
  doc_id, fact_id, page, line
FROM facts
WHERE form = '05' AND subject_level = 3 AND measure = 'total' AND stage = 'final'
ORDER BY amount_fen DESC, doc_id, fact_id
LIMIT 20`,
  },
  {
    id: 'economic',
    zh: '人员经费和公用经费的明细构成（经济分类款）',
    en: 'What personnel and office costs consist of (economic items)',
    noteZh: '公开06表的款级，各部门合计；2018 年起的经济分类。',
    noteEn: 'Items of form 06 over all departments, in the classification since 2018.',
    columns: ['subject_code', 'subject_name', 'departments', 'total_fen'],
    sql: `SELECT subject_code, any_value(subject_name) AS subject_name,
  count(DISTINCT department) AS departments, sum(amount_fen) AS total_fen
FROM facts
WHERE form = '06' AND scope = 'department' AND classification = 'economy' AND subject_level = 2
  AND measure = 'total' AND fiscal_year >= 2018
GROUP BY subject_code
ORDER BY total_fen DESC, subject_code`,
  },
  {
    id: 'budgets',
    zh: '部门预算支出总计，逐年对比',
    en: 'Budgets year by year',
    noteZh: '预算03表的合计行；与上一份预算的差额，只在年度相连时计算。',
    noteEn: 'The total row of budget form 03; the change is told only between years that follow each other.',
    columns: ['department', 'fiscal_year', 'budget_fen', 'change_fen'],
    sql: `WITH budgets AS (
  SELECT department, fiscal_year, amount_fen AS budget_fen
  FROM facts
  WHERE form = 'B03' AND scope = 'department' AND classification = 'summary'
    AND measure = 'total' AND stage = 'initial_budget'
)
SELECT b.department, b.fiscal_year, b.budget_fen, b.budget_fen - before.budget_fen AS change_fen
FROM budgets AS b
LEFT JOIN budgets AS before
  ON before.department = b.department AND before.fiscal_year = b.fiscal_year - 1
ORDER BY b.department, b.fiscal_year`,
  },
  {
    id: 'text-against-form',
    zh: '文字说明与报表不一致的决算支出合计',
    en: 'Totals where the text disagrees with the form',
    noteZh: '文字的支出合计对公开03表；容差取两者中较粗的印刷精度。',
    noteEn: 'Total expenditure in the text against form 03; the coarser printed precision is allowed for.',
    columns: ['department', 'fiscal_year', 'form_fen', 'text_fen', 'difference_fen', 'quote'],
    sql: `SELECT f.department, f.fiscal_year, f.amount_fen AS form_fen, n.amount_fen AS text_fen,
  n.amount_fen - f.amount_fen AS difference_fen, n.quote
FROM facts AS f
JOIN facts AS n ON n.doc_id = f.doc_id AND n.subject_name = f.subject_name
  AND n.measure = f.measure AND n.stage = f.stage AND n.fund = f.fund
WHERE f.form = '03' AND f.classification = 'summary' AND f.measure = 'total' AND f.stage = 'final'
  AND n.source = 'narrative' AND n.classification = 'summary' AND NOT n.derived
  AND abs(n.amount_fen - f.amount_fen) > greatest(f.resolution_fen, n.resolution_fen)
ORDER BY abs(difference_fen) DESC, f.department, n.quote`,
  },
  {
    id: 'reasons',
    zh: '增减幅度最大的说明原因',
    en: 'Reasons of the largest changes',
    noteZh: '文字中“比上年增加（减少）”的金额和主要原因。',
    noteEn: 'Stated changes against last year with the reasons that the text gives.',
    columns: ['department', 'fiscal_year', 'item', 'subject_name', 'change_fen', 'reason'],
    sql: `SELECT d.department, d.fiscal_year, s.item, s.subject_name, s.change_fen, s.reason
FROM statements AS s
JOIN documents AS d ON d.doc_id = s.doc_id
WHERE s.reason IS NOT NULL AND s.change_fen IS NOT NULL
ORDER BY abs(s.change_fen) DESC, d.department, s.line
LIMIT 30`,
  },
  {
    id: 'per-head',
    zh: '人均基本支出',
    en: 'Basic expenditure per head',
    noteZh: '公开03表基本支出 ÷ 年末实有人数；没有公开人数的部门不出现。分按四舍五入取整。',
    noteEn:
      'Basic expenditure of form 03 by staff present; departments without a number are not listed. Rounded to whole 分.',
    columns: ['department', 'fiscal_year', 'staff', 'basic_fen', 'per_head_fen'],
    sql: `SELECT f.department, f.fiscal_year, CAST(i.value AS INTEGER) AS staff, f.amount_fen AS basic_fen,
  CAST(round(f.amount_fen / i.value) AS BIGINT) AS per_head_fen
FROM facts AS f
JOIN indicators AS i ON i.doc_id = f.doc_id
WHERE f.form = '03' AND f.classification = 'summary' AND f.subject_name = '合计'
  AND f.measure = 'basic' AND f.stage = 'final'
  AND i.code = 'staff_present' AND i.subject_name IS NULL AND i.value > 0
ORDER BY per_head_fen DESC, f.department, f.fiscal_year`,
  },
  {
    id: 'yuan',
    zh: '以元为单位的精确小数',
    en: 'Exact decimals in 元',
    noteZh: '分 × 0.01 得到精确的十进制小数；用 / 100 会变成浮点数。',
    noteEn: '分 × 0.01 is an exact decimal; / 100 would be floating point.',
    columns: ['department', 'fiscal_year', 'subject_name', '决算数（元）'],
    sql: `SELECT department, fiscal_year, subject_name, amount_fen * 0.01 AS "决算数（元）"
FROM facts
WHERE form = '04' AND classification = 'function' AND fund = 'general'
  AND measure = 'total' AND stage = 'final' AND amount_fen <> 0
ORDER BY amount_fen DESC, department, fiscal_year, subject_name
LIMIT 50`,
  },
  {
    id: 'old-names',
    zh: '同一科目代码在数据中的不同名称',
    en: 'Codes that go by several names in the data',
    noteZh: '印刷的名称各年不同：改名、简写或印错。',
    noteEn: 'Names as printed differ: renamed, shortened or misprinted.',
    columns: ['classification', 'subject_code', 'names', 'first_year', 'last_year'],
    sql: `SELECT classification, subject_code, string_agg(printed_name, ' / ' ORDER BY first_year, printed_name) AS names,
  min(first_year) AS first_year, max(last_year) AS last_year
FROM (
  SELECT classification, subject_code, trim(printed_name) AS printed_name,
    min(fiscal_year) AS first_year, max(fiscal_year) AS last_year
  FROM facts
  WHERE classification IN ('function', 'economy') AND subject_code IS NOT NULL AND printed_name IS NOT NULL
  GROUP BY classification, subject_code, trim(printed_name)
)
GROUP BY classification, subject_code
HAVING count(*) > 1
ORDER BY classification, subject_code`,
  },
  {
    id: 'coverage',
    zh: '每份文件取得了多少金额',
    en: 'How many amounts each document gave',
    noteZh: '按来源计数；缺少报表的文件数字偏少。',
    noteEn: 'Counted by source; documents without some forms have fewer.',
    columns: ['title', 'kind', 'fiscal_year', 'of_forms', 'of_text', 'all_amounts', 'forms_present'],
    sql: `SELECT d.title, d.kind, d.fiscal_year,
  count(*) FILTER (WHERE f.source IN ('form', 'budget_form')) AS of_forms,
  count(*) FILTER (WHERE f.source = 'narrative') AS of_text,
  count(*) AS all_amounts, d.forms_present
FROM documents AS d
JOIN facts AS f ON f.doc_id = d.doc_id
GROUP BY d.doc_id, d.title, d.kind, d.fiscal_year, d.forms_present
ORDER BY d.fiscal_year, d.title`,
  },
  {
    id: 'states',
    zh: '各部门与勾稽关系矛盾的金额',
    en: 'Amounts that contradict an identity',
    noteZh: '勾稽校验在后台完成后才有；之前为空。',
    noteEn: 'Filled when the checks in the background are done; empty before.',
    columns: [
      'department',
      'fiscal_year',
      'form',
      'subject_name',
      'measure',
      'amount_fen',
      'doc_id',
      'fact_id',
    ],
    sql: `SELECT f.department, f.fiscal_year, f.form, f.subject_name, f.measure, f.amount_fen, f.doc_id, f.fact_id
FROM fact_states AS s
JOIN facts AS f ON f.doc_id = s.doc_id AND f.fact_id = s.fact_id
WHERE s.state = 'conflict'
ORDER BY f.department, f.fiscal_year, f.form, f.fact_id`,
  },
];
