/** What the self-evaluations of the five documents print, written down by reading them. Amounts in 万元. */
export interface Expected {
  file: string;
  department: string;
  year: number;
  /** 本年支出合计 of its forms, in 分. */
  finalTotal: bigint;
  facts: string[];
  indicators: string[];
  warnings: string[];
}

type Row = [line: number, name: string, columns: string, stages: string, amounts: string];

/** One printed row: stages and amounts side by side, i f a r for 年初, 决算/执行, 全年, and money received. */
function rows(...list: Row[]): string[] {
  const names: Record<string, string> = {
    i: 'initial_budget',
    a: 'adjusted_budget',
    f: 'final',
    r: 'received',
  };
  return list.flatMap(([line, name, columns, stages, amounts]) => {
    const values = amounts.split(' ');
    return [...stages].map((stage, index) => `${line} ${name} ${columns} ${names[stage]} ${values[index]}`);
  });
}

/** 执行率 and 得分 of a row. */
const rated = (line: number, name: string, rate: string, score: string): string[] => [
  `${line} execution_rate ${name} ${rate}`,
  `${line} execution_score ${name} ${score}`,
];

const HALL = '政务大厅规范化管理经费';
const PLATFORM = '政务服务一体化平台建设经费';
const TALENT = '引进人才人员租房补贴';

const CENTER: Expected = {
  file: '000_c8d5a69264033a5a.txt',
  department: '临夏市政务中心',
  year: 2023,
  finalTotal: 198_951_308n,
  facts: rows(
    [202, HALL, 'all project', 'af', '30 28.88'],
    [204, PLATFORM, 'all project', 'af', '15 15'],
    [206, TALENT, 'all project', 'af', '1 1'],
    [596, '基本支出', 'all basic', 'f', '153.92'],
    [596, '人员经费', 'all basic', 'f', '147.05'],
    [598, '公用经费', 'all basic', 'f', '6.87'],
    [602, '项目支出', 'all project', 'f', '45.03'],
    [602, PLATFORM, 'all project', 'f', '15'],
    [602, TALENT, 'all project', 'f', '1'],
    [602, HALL, 'all project', 'f', '28.88'],
    [604, '疫情防控突出表现人员奖励金', 'all project', 'f', '0.15'],
    [612, '部门整体支出', 'all total', 'f', '198.95'],
    // The report calls 基本支出 人员经费 here: kept as it says.
    [612, '人员经费', 'all basic', 'f', '153.92'],
    [612, '公用经费', 'all basic', 'f', '6.87'],
    [612, HALL, 'all project', 'af', '30 28.88'],
    [612, TALENT, 'all project', 'af', '1 1'],
    [612, PLATFORM, 'all project', 'af', '15 15'],
    [632, '基本支出', 'all basic', 'af', '153.92 153.92'],
    [632, '基本支出', 'fiscal basic', 'af', '153.92 153.92'],
    [633, '项目支出', 'all project', 'af', '46 45.03'],
    [633, '项目支出', 'fiscal project', 'af', '46 45.03'],
    [634, '部门整体支出', 'all total', 'f', '198.95'],
    [634, '部门整体支出', 'fiscal total', 'f', '198.95'],
    [677, HALL, 'all project', 'a', '30'],
    [767, HALL, 'all project', 'af', '30 28.88'],
    [768, HALL, 'fiscal project', 'af', '30 28.88'],
    [769, HALL, 'all other', 'af', '0 0'],
    [807, PLATFORM, 'all project', 'a', '15'],
    [893, PLATFORM, 'all project', 'af', '15 15'],
    [894, PLATFORM, 'fiscal project', 'af', '15 15'],
    [895, PLATFORM, 'all other', 'af', '0 0'],
    [929, TALENT, 'all project', 'a', '1'],
    [930, TALENT, 'all project', 'r', '1'],
    [996, TALENT, 'all project', 'af', '1 1'],
    [997, TALENT, 'fiscal project', 'af', '1 1'],
    [998, TALENT, 'all other', 'af', '0 0'],
  ),
  indicators: [
    '196 projects_evaluated  3',
    `202 score ${HALL} 98`,
    `202 execution_rate ${HALL} 96.27`,
    `204 score ${PLATFORM} 100`,
    `204 execution_rate ${PLATFORM} 100`,
    `206 score ${TALENT} 99`,
    `206 execution_rate ${TALENT} 100`,
    '616 score 自评项目综合 95',
  ],
  // 需支付 75 万元建设经费, 每年支付 15 万元; 每年发放 1 万元; 发放了 1 万元.
  warnings: [
    '793 performance_amount_unread',
    '793 performance_amount_unread',
    '915 performance_amount_unread',
    '919 performance_amount_unread',
  ],
};

const EQUIPMENT = '采购政务服务自动化设备';
const SHARED = '政务协同办公平台建设';

const ANYANG: Expected = {
  file: '001_85231ddb0bd15dfe.txt',
  department: '安阳市北关区便民服务中心',
  year: 2023,
  finalTotal: 162_250_000n,
  facts: rows(
    [665, '部门整体支出', 'all total', 'iaf', '317.05 162.25 162.25'],
    [675, '部门整体支出', 'fiscal total', 'iaf', '317.05 162.25 162.25'],
    [848, EQUIPMENT, 'all project', 'iaf', '83.65 88.05 5'],
    [850, EQUIPMENT, 'fiscal project', 'iaf', '83.65 88.05 5'],
    [1051, SHARED, 'all project', 'iaf', '40 11.5 0'],
    [1052, SHARED, 'fiscal project', 'iaf', '40 11.5 0'],
    // 预算总额 and 预算数 of the text are the 年初预算数 of the tables.
    [1433, '部门整体支出', 'all total', 'i', '317.05'],
    [1435, '部门整体支出', 'all total', 'f', '162.25'],
    [1458, '项目支出', 'all project', 'f', '5'],
    [1460, EQUIPMENT, 'all project', 'i', '83.65'],
    [1462, EQUIPMENT, 'all project', 'f', '5'],
    [1472, SHARED, 'all project', 'i', '40'],
    [1474, SHARED, 'all project', 'f', '0'],
  ),
  indicators: [
    // Two lines below the row: 100%, then 10 glued to 资金来源.
    '669 execution_rate 部门整体支出 100',
    '671 execution_score 部门整体支出 10',
    ...rated(848, EQUIPMENT, '5.68', '0.57'),
    ...rated(1051, SHARED, '0.0', '0.00'),
    '1435 score 部门整体支出 96.56',
    `1462 score ${EQUIPMENT} 85.87`,
    `1474 score ${SHARED} 0`,
  ],
  // 采购总成本 83.64 万元.
  warnings: ['1494 performance_amount_unread'],
};

const CITY: Expected = {
  file: '003_0cf89ca3c551854d.txt',
  department: '临夏市智慧城市服务中心',
  year: 2024,
  finalTotal: 220_060_000n,
  facts: [
    ...rows(
      [795, '部门整体支出', 'all total', 'f', '220.06'],
      [948, '基本支出', 'all basic', 'f', '220.06'],
      [952, '人员经费', 'all basic', 'f', '204.14'],
      [960, '公用经费', 'all basic', 'f', '15.92'],
      [984, '部门整体支出', 'all total', 'f', '220.06'],
      // Headed 元; the amounts are 万元.
      [1055, '部门整体支出', 'all total', 'iaf', '244.74 259.86 220.06'],
      [1057, '基本支出', 'all basic', 'iaf', '224.74 239.86 220.06'],
      // Ten times off in the last two columns, and kept so.
      [1059, '人员经费', 'all basic', 'iaf', '202.73 21.79 20.41'],
      [1061, '公用经费', 'all basic', 'iaf', '22.01 22.01 15.92'],
      [1063, '项目支出', 'all project', 'iaf', '20 20 0'],
      [1068, '一般性项目', 'all project', 'iaf', '0 0 0'],
      [1070, '重点项目', 'all project', 'iaf', '20 20 0'],
    ),
    '952 人员经费 all basic prior_final =176.77',
    '960 公用经费 all basic prior_final =9.7',
  ],
  indicators: [
    '1092 execution_rate 基本支出 100',
    '1094 execution_rate 项目支出 100',
    '17 staff_established 事业编制 14',
    '19 staff_present  18',
    ...rated(1055, '部门整体支出', '84.68', '8.46'),
    ...rated(1057, '基本支出', '91.74', '9.17'),
    ...rated(1059, '人员经费', '93.7', '9.37'),
    ...rated(1061, '公用经费', '72.35', '7.23'),
    ...rated(1063, '项目支出', '0', '0'),
    ...rated(1068, '一般性项目', '0', '0'),
    ...rated(1070, '重点项目', '0', '0'),
    '1140 score 部门整体支出 92.67',
  ],
  warnings: ['1059 performance_row_out_of_scale', '1059 performance_row_out_of_scale'],
};

export { rated, rows };
export const FIRST: Expected[] = [CENTER, ANYANG, CITY];
