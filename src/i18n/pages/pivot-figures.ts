import { dictionary } from '../dictionary';

/** 科目透视: what is said of single figures, and under the table. */
export const pivotFigures = dictionary({
  nothing_others: {
    zh: '所选范围的文件有下面这些表：',
    en: 'The documents within the filter have these forms:',
  },
  says_none: { zh: '无此科目', en: 'no such subject' },
  says_not_listed: { zh: '文件未列此科目', en: 'not stated for this subject' },
  says_missing: { zh: '无此表数据', en: 'no data of this form' },
  says_no_statement: { zh: '文件未列此口径', en: 'not stated in the document' },
  documents_in: { zh: '{n} 份文件之和', en: 'sum of {n} documents', one: '{n} document' },
  documents_without: {
    zh: '其中 {n} 份无此表数据',
    en: '{n} without data of this form',
    one: '{n} without data of this form',
  },
  mark_computed: { zh: '表中未列，由下级 {parts} 行相加', en: 'not printed: the sum of {parts} rows below' },
  mark_computed_some: {
    zh: '其中 {n} 份文件未列此行，由下级相加',
    en: '{n} of the documents do not print this row: their rows below are added',
  },
  mark_derived: { zh: '推算：由同一文件的其他数字得到', en: 'implied by other figures of the same document' },
  mark_conflict: {
    zh: '文中不止一处说法，金额不一；取第一处',
    en: 'stated more than once with different amounts; the first is taken',
  },
  mark_restored: { zh: '还原：{note}', en: 'restored: {note}' },
  repair_columns: {
    zh: '原文空白单元格没有留下痕迹，金额所在的栏由平衡关系判定',
    en: 'blank cells left no trace in the text: the columns of the amounts follow from the sums',
  },
  repair_code: { zh: '原文科目编码不全，按名称还原', en: 'incomplete codes were restored from the names' },
  repair_name: { zh: '原文科目名称不全，已补全', en: 'incomplete names were completed' },
  mark_misfit: {
    zh: '{department} {year}：所列 {printed}，下级合计 {children}，差 {difference}，超过舍入尾差 {tolerance}',
    en: '{department} {year}: {printed} printed, {children} below, {difference} apart; rounding allows {tolerance}',
  },
  mark_misfit_more: { zh: '等 {n} 处', en: 'and {n} places in all' },
  mark_names: { zh: '{years} 称“{name}”', en: 'called “{name}” in {years}' },
  mark_loose: {
    zh: '代码不全，未能归入科目树，不计入合计',
    en: 'its code is incomplete: outside the tree and every sum',
  },
  scope_department: { zh: '部门口径', en: 'Departments' },
  scope_unit: { zh: '单位口径', en: 'Units' },
  note_source_final_account: {
    zh: '来源：所列部门决算公开文件，{form}',
    en: 'Source: final accounts of the departments listed, {form}',
  },
  note_source_budget: {
    zh: '来源：所列部门预算公开文件，{form}',
    en: 'Source: budgets of the departments listed, {form}',
  },
  note_source_narrative: {
    zh: '来源：所列部门决算公开文件，决算情况说明',
    en: 'Source: final accounts of the departments listed, narrative',
  },
  note_departments: { zh: '合计为各部门之和', en: 'Totals add the departments' },
  note_years_differ: {
    zh: '{years} 年部门不同，跨年合计仅供浏览',
    en: 'the departments of {years} differ: totals over the years are for browsing only',
  },
  note_years_summed: { zh: '合计跨 {years} 年', en: 'totals add the years {years}' },
  note_scopes: {
    zh: '部门口径含所属单位，与单位口径分列，互不相加',
    en: 'departments include their units; the two stand side by side and are never added',
  },
  note_total_computed: {
    zh: '公开06表不印合计，由人员经费合计与公用经费合计相加',
    en: 'form 06 prints no total: personnel and running costs are added',
  },
  note_misfits: {
    zh: '{n} 处所列金额与下级合计之差超过舍入尾差，已标 ≠',
    en: '{n} printed amounts differ from the level below by more than rounding, marked ≠',
    one: '{n} printed amount differs from the level below by more than rounding, marked ≠',
  },
  note_spare: {
    zh: '{n} 份同部门同年度的重复文件未计入',
    en: '{n} second documents of one department and year are left out',
    one: '{n} second document of one department and year is left out',
  },
  note_not_published: { zh: '{department} {year} 无此表', en: '{department} {year} has no such form' },
  note_no_amounts: {
    zh: '{department} {year} 此表无金额',
    en: '{department} {year}: the form has no amounts',
  },
  note_not_stated: { zh: '{department} {year} 未列此口径', en: '{department} {year} does not state this' },
  note_more: {
    zh: '另有 {n} 份文件无此表数据',
    en: '{n} more documents have no data of this form',
    one: '{n} more document has no data of this form',
  },
  legend_none: { zh: '无此科目', en: 'no such subject' },
  legend_not_listed: { zh: '文件未列', en: 'not stated' },
  legend_missing: { zh: '无此表数据', en: 'no data of this form' },
  legend_blank: { zh: '空白：表中未填', en: 'blank: not filled in' },
  legend_computed: { zh: '由下级相加', en: 'sum of the rows below' },
  legend_restored: { zh: '还原', en: 'restored' },
  legend_conflict: { zh: '文中说法不一', en: 'stated differently' },
  legend_derived: { zh: '推算', en: 'implied' },
  legend_misfit: { zh: '与下级合计不符', en: 'differs from the level below' },
  nothing_title: {
    zh: '所选文件的{form}没有金额',
    en: 'No amounts in this form of the documents chosen: {form}',
  },
  too_many: {
    zh: '这个数字的出处不能一次列全，请在单个部门和年度的列中查看',
    en: 'The sources of this figure cannot be listed at once; look in the column of one department and year',
  },
  years_join: { zh: ' 与 ', en: ' and ' },
  nothing_hint: {
    zh: '换一张报表，或放宽年度和部门。',
    en: 'Take another form, or widen the years and departments.',
  },
  fault_empty: { zh: '请写公式', en: 'Write a formula' },
  fault_not_understood: {
    zh: '看不懂“{text}”：用 3、5、7 位代码和 + −',
    en: '“{text}” is not understood: codes of 3, 5 or 7 digits with + and −',
  },
  fault_twice: { zh: '{code} 出现两次', en: '{code} occurs twice' },
  fault_overlap: {
    zh: '{code} 已含在 {within} 内，相加会重复计算',
    en: '{code} lies within {within}: adding both would count it twice',
  },
  fault_not_contained: {
    zh: '{code} 不在前面任何科目之内，不能减去',
    en: '{code} lies within nothing that is added: it cannot be taken off',
  },
  fault_name: { zh: '请写名称', en: 'Give it a name' },
  says_empty: { zh: '表中此栏空白', en: 'blank in the form' },
  says_unknown: {
    zh: '文件只列到上级科目，公式算不出',
    en: 'a document states only the level above: the formula cannot be computed',
  },
  says_no_base: { zh: '没有比较对象的文件', en: 'no document to compare with' },
  says_new: { zh: '新增：比较对象无此科目，增减率不计算', en: 'new: nothing to compare with, so no change' },
  says_ended: { zh: '比较对象有此科目，本期没有', en: 'ended: only the base has it' },
  says_zero_base: { zh: '比较对象为零，不计算', en: 'the base is zero: not computed' },
  says_negative_base: { zh: '比较对象为负，不计算', en: 'the base is negative: not computed' },
  says_years_summed: {
    zh: '几个年度合在一起，没有“上年”；把年度放到行或列上，或只选一年',
    en: 'several years together have no year before: put the year on an axis, or choose one',
  },
  says_is_base: { zh: '这一列就是比较对象', en: 'this is what the others are compared with' },
  says_no_department: {
    zh: '不是单个部门，占本部门的比例不计算',
    en: 'not a single department: no share of it',
  },
  says_no_whole: { zh: '合计无金额，不计算', en: 'the total has no amount: not computed' },
  refused_stages: {
    zh: '预算与决算是同一笔钱的不同阶段',
    en: 'budget and final account are stages of the same money',
  },
  refused_scopes: { zh: '部门已含所属单位', en: 'departments contain their units' },
  refused_forms: { zh: '几张报表列的是同一笔钱', en: 'the forms print the same money' },
  refused_funds: {
    zh: '全部资金已含财政拨款，财政拨款已含各项预算',
    en: 'all funds contain the appropriations, and these the single budgets',
  },
  refused_measures: { zh: '合计已含基本支出、项目支出等', en: 'the total contains its parts' },
  note_refused: {
    zh: '{dimension}并列，不相加：{reason}',
    en: '{dimension}: side by side, never added; {reason}',
  },
  note_subjects: { zh: '合计只含所选科目', en: 'totals hold the chosen subjects only' },
  note_mixed: {
    zh: '{budgets} 份取自预算公开的报表，{narratives} 份取自决算情况说明',
    en: '{budgets} taken from budget documents, {narratives} from the narratives of final accounts',
  },
  note_source_budget_and_account: {
    zh: '来源：所列部门决算与预算公开文件',
    en: 'Source: final accounts and budgets of the departments listed',
  },
  mark_partial: {
    zh: '只比较两边都有的 {n} 份文件（共 {of} 份）',
    en: 'over the {n} documents with both sides, of {of}',
  },
  rank_among: { zh: '共 {n} 项', en: 'of {n}' },
  legend_partial: { zh: '只含两边都有的文件', en: 'only documents with both sides' },
  legend_formula: { zh: '公式', en: 'formula' },
  years_span: { zh: '{first}–{last}', en: '{first}–{last}' },
});
