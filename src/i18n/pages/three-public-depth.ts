import { dictionary } from '../dictionary';

/** “三公”经费 at depth: the years as a chart, 只减不增, and the place among peers. */
export const threePublicDepth = dictionary({
  valued_where: {
    zh: '{text}：用于历年图表和排位；预算对照、只减不增和平均数仍按公开数',
    en: '{text}: in the years and the ranking; budgets against finals, the test and averages stay as published',
  },
  history: { zh: '{name}：历年“三公”经费', en: '{name}: “three public” expenses by year' },
  history_who: { zh: '部门', en: 'Department' },
  history_initial: { zh: '{year} 年初预算', en: '{year} initial budget' },
  history_adjusted: { zh: '{year} 全年预算', en: '{year} adjusted budget' },
  history_final: { zh: '{year} 决算', en: '{year} final' },
  history_whole: { zh: '未分项', en: 'Not parted' },
  history_note: {
    zh: '年初预算、全年预算、决算是三个阶段，各自成条，不相加',
    en: 'Initial budget, adjusted budget and final account are three stages: each its own bar, never added',
  },
  history_parts: {
    zh: '{bar}：分项之和与合计相差 {amount} {unit}，条末是印出的合计',
    en: '{bar}: parts and total differ by {amount} ({unit}); the printed total stands at the end of the bar',
  },
  history_none: { zh: '没有画出：{list}（没有列出或为 0）', en: 'Not drawn: {list} (not stated, or 0)' },
  history_source: {
    zh: '预算09表；公开09表与决算情况说明九',
    en: 'budget form 09; form 09 and narrative section 9',
  },

  down: { zh: '“只减不增”：{name}', en: 'Never more than the year before: {name}' },
  down_stage: { zh: '口径', en: 'Stage' },
  down_initial_budget: { zh: '年初预算', en: 'Initial budget' },
  down_final: { zh: '支出决算', en: 'Final account' },
  down_years: { zh: '年度', en: 'Years' },
  down_first: { zh: '最早', en: 'First' },
  down_last: { zh: '最近', en: 'Latest' },
  down_change: { zh: '最近一步', en: 'Latest step' },
  down_largest: { zh: '最大一次增加', en: 'Largest rise' },
  down_verdict: { zh: '结果', en: 'Result' },
  down_kept: { zh: '✓ 只减不增', en: '✓ never more' },
  down_broken: { zh: '▲ 有增加：{years}', en: '▲ more: {years}' },
  down_rounding: { zh: '≈ 增加小于舍入误差', en: '≈ a rise within rounding' },
  down_untested: { zh: '只有一年，不能判断', en: 'one year alone: cannot be told' },
  down_span: { zh: '{before}→{after}', en: '{before}→{after}' },
  down_gap: { zh: '{years}（中间年度未载入）', en: '{years} (years between are not loaded)' },
  down_implied: { zh: '≈ 由“比上年增加（减少）”推算', en: '≈ implied by “more/less than last year”' },
  down_no_rise: { zh: '没有增加', en: 'No rise' },
  down_no_step: { zh: '只有一年的数字', en: 'One year alone' },
  down_note: {
    zh: '同一部门、同一口径，逐年与前一个有数的年度比；按当年价格；小于舍入误差的增减不算',
    en: 'One department and stage, each year against the one before that has a figure; current prices; changes within rounding do not count',
  },
  down_kpi: {
    zh: '{kept} 个只减不增，{broken} 个有增加，{untested} 个只有一年',
    en: '{kept} never more, {broken} more, {untested} with one year',
  },

  rank: { zh: '“三公”经费的分量与排位', en: 'Weight and rank of “three public” expenses' },
  rank_basis: { zh: '口径', en: 'Basis' },
  rank_peers: { zh: '同类组', en: 'Group' },
  rank_level: { zh: '同级政府的部门', en: 'Same level of government' },
  rank_region: { zh: '同一地区的部门', en: 'Same region' },
  rank_all: { zh: '全部部门', en: 'All departments' },
  rank_amount: { zh: '“三公”合计', en: 'Total' },
  rank_basic: { zh: '占基本支出', en: 'Of basic spending' },
  rank_operation: { zh: '相当于机关运行经费', en: 'Against operating funds' },
  rank_head: { zh: '人均', en: 'Per head' },
  rank_staff: { zh: '人数', en: 'Staff' },
  rank_place: { zh: '第 {rank} / {n}', en: '{rank} of {n}' },
  rank_few: { zh: '仅 {n} 个', en: 'only {n}' },
  rank_few_reason: {
    zh: '{group}中只有 {n} 个有此数，少于 {least} 个：不排位',
    en: '{group}: only {n} have it, fewer than {least}: no rank',
  },
  rank_reason: {
    zh: '{group}中 {n} 个有此数，由大到小第 {rank}',
    en: '{group}: {n} have it; number {rank} from the greatest',
  },
  rank_none: { zh: '文件没有列出这个数', en: 'The document does not state it' },
  rank_zero: { zh: '分母为 0，比例不计算', en: 'The base is 0: no share' },
  rank_note: {
    zh: '占基本支出：÷ 一般公共预算财政拨款基本支出。“三公”可能有一部分不在机关运行经费中列支，与它之比只表示大小关系，可以超过 100%',
    en: 'Of basic spending: ÷ general public budget basic spending. Some “three public” money may not come out of operating funds: that share tells a proportion and may exceed 100%',
  },
  rank_note_level: {
    zh: '级别按地区名称判断：省级、市级（含县级市）、区县级、乡镇；每个部门取所选年度内最近一年',
    en: 'Levels by the name of the region: province, city (county-level cities too), county, township; each department by its newest year within the filter',
  },
  rank_source: {
    zh: '公开05、09表，预算05、06、09、12表，情况说明；人数按文件所列',
    en: 'forms 05 and 09; budget forms 05, 06, 09, 12; narratives; staff as stated',
  },
  column_per_trip: { zh: '团均（元）', en: 'Per trip (yuan)' },
  column_per_traveller: { zh: '人均（元）', en: 'Per person (yuan)' },
});
