import { dictionary } from './dictionary';

/** Constant prices, per head, outliers: labels of figures that are not the printed ones. */
export const valuation = dictionary({
  menu: { zh: '计价', en: 'Values' },
  prices: { zh: '价格', en: 'Prices' },
  nominal: { zh: '当年价格', en: 'Current prices' },
  nominal_hint: { zh: '公开的金额，不作换算', en: 'Amounts as published' },
  real: { zh: '可比价格', en: 'Constant prices' },
  real_hint: {
    zh: '用居民消费价格指数换算为同一年的价格',
    en: 'Converted to one year’s prices by the consumer price index',
  },
  base_year: { zh: '基年', en: 'Base year' },
  per: { zh: '口径', en: 'Per' },
  total: { zh: '总额', en: 'Total' },
  head: { zh: '人均', en: 'Per head' },
  head_hint: {
    zh: '÷ 年末实有人数，没有公开的用编制数：{n} 个部门年度有人数',
    en: 'Divided by the staff present, or the posts where only these are published: known for {n} department-years',
  },
  table: { zh: '价格指数（上年=100）', en: 'Price index (year before = 100)' },
  table_source: {
    zh: '居民消费价格指数：国家统计局，各年国民经济和社会发展统计公报',
    en: 'Consumer price index: National Bureau of Statistics of China, statistical communiqués of the years',
  },
  table_builtin_years: { zh: '内置指数与改填', en: 'Built-in indices, and your own instead' },
  table_year: { zh: '年度', en: 'Year' },
  table_builtin: { zh: '内置', en: 'Built in' },
  table_own: { zh: '自填', en: 'Your own' },
  own_of: { zh: '{year} 年自填指数', en: 'Your own index of {year}' },
  own_hint: {
    zh: '没有内置指数的年度不推测：填入指数后才能换算。自填的指数只存在本机浏览器和链接里。',
    en: 'Years without a built-in index are not guessed: they need one of your own. It is kept in this browser and in links only.',
  },
  own_wrong: {
    zh: '请填 50 到 500 之间的指数，上涨 0.2% 写作 100.2',
    en: 'An index between 50 and 500: a rise of 0.2 % is 100.2',
  },
  without_index: {
    zh: '{years} 年没有价格指数，不能换算为 {base} 年价格',
    en: 'No price index to convert {years} to prices of {base}',
  },
  label_real: { zh: '{base} 年价格', en: 'prices of {base}' },
  label_real_long: {
    zh: '按 {base} 年价格（居民消费价格指数换算，国家统计局）',
    en: 'at prices of {base} (consumer price index, National Bureau of Statistics of China)',
  },
  label_own: { zh: '含自填指数 {list}', en: 'with your own index: {list}' },
  label_head: { zh: '人均', en: 'per head' },
  label_head_long: { zh: '人均（÷ 年末实有人数）', en: 'per head (÷ staff present at year’s end)' },
  label_head_posts: {
    zh: '人均（÷ 年末实有人数，未公开的÷编制数）',
    en: 'per head (÷ staff present at year’s end, or posts where only these are published)',
  },
  per_head_unit: { zh: '{unit}/人', en: '{unit} per head' },
  no_price_index: {
    zh: '{year} 年没有价格指数，不能换算为 {base} 年价格',
    en: 'No price index to convert {year} to prices of {base}',
  },
  no_base: { zh: '没有价格指数表', en: 'No table of price indices' },
  no_staff: {
    zh: '{department} {year} 年未公开人数，不能计算人均',
    en: '{department} published no number of staff for {year}',
  },
  method_robust_z: {
    zh: '稳健 z 值（中位数与绝对中位差），|z| > {limit}',
    en: 'robust z-score (median and MAD), |z| > {limit}',
  },
  method_iqr: {
    zh: '四分位距法，超出四分位 {limit} 倍四分位距',
    en: 'interquartile range, beyond {limit} ranges from the quartiles',
  },
  method_rank: { zh: '排名，最高和最低各 {limit} 个', en: 'rank, the {limit} highest and lowest' },
  name_robust_z: { zh: '稳健 z 值', en: 'Robust z-score' },
  name_iqr: { zh: '四分位距', en: 'Interquartile range' },
  name_rank: { zh: '排名', en: 'Rank' },
  outliers_found: {
    zh: '离群 {n} 个（{method}；样本 {of} 个）',
    en: '{n} outliers ({method}; of {of})',
    one: '{n} outlier ({method}; of {of})',
  },
  outliers_withheld: {
    zh: '样本 {of} 个，少于 {minimum} 个，不判断离群（{method}）',
    en: '{of} values, fewer than {minimum}: no outliers are looked for ({method})',
  },
  outliers_no_spread: {
    zh: '样本 {of} 个，多数取值相同，没有离散程度可比，不判断离群（{method}）',
    en: '{of} values, most of them equal: no spread to measure outliers by ({method})',
  },
  score_robust_z: { zh: 'z = {score}', en: 'z = {score}' },
  score_iqr: { zh: '超出 {score} 倍四分位距', en: '{score} ranges beyond the quartile' },
  score_rank_high: { zh: '从高到低第 {score}', en: 'number {score} from the top' },
  score_rank_low: { zh: '从低到高第 {score}', en: 'number {score} from the bottom' },
});
