import { describe, expect, test } from 'vitest';
import type { ExtractContext, Findings } from '../../../src/extract/context';
import { extractPerformance } from '../../../src/extract/performance';
import { columnsOf } from '../../../src/extract/performance/columns';
import { contextOf, pagesOf, wan } from '../narrative/support';

function evaluate(text: string, more: Partial<ExtractContext> = {}): Findings {
  return extractPerformance(pagesOf(text), contextOf([], more));
}

/** `name fund measure stage 万元`. */
function rows({ facts }: Findings): string[] {
  return facts.map((f) => `${f.subject_name} ${f.fund} ${f.measure} ${f.stage} ${wan(f.amount)}`);
}

function scores({ indicators }: Findings): string[] {
  return indicators.map((i) => `${i.code} ${i.subject_name} ${i.value}`);
}

const WAN = (amount: number) => BigInt(amount * 100) * 10_000n;

describe('headers', () => {
  test('columns in the order of the header, its words wrapped', () => {
    expect(
      columnsOf('年初预\n算数\n全年预 算 数\n（A）全年执行数（B） 分值\n执行率\n（B/Ax100%）\n得分'),
    ).toEqual(['initial_budget', 'adjusted_budget', 'final', 'weight', 'rate', 'score']);
    expect(columnsOf('年初预算数 全年预算数 全年执行数 执行率 得分 未完成原因分析')).toEqual([
      'initial_budget',
      'adjusted_budget',
      'final',
      'rate',
      'score',
    ]);
    expect(columnsOf('项目名称 主管部门')).toBeNull();
  });
});

describe('text of a PDF', () => {
  test('a department: five figures a row, remarks behind them, the parts by their names', () => {
    const found = evaluate(`部门整体支出绩效自评表
(2024年度)
部门（单位）名称 某某中心
年初预算数 全年预算数 全年执行数 执行率 得分 未完成原因分析
整体支出规模(万元)
年度资金总额 40.00 50.00 45.00 90.00 9.00
(一)基本支出 30 35 33.5 95.71 9.57
1.人员经费 20 25 24 96 9.6 人员调出
2.公用经费 10 10 9.5 95 9.5
(二)项目支出 10 15 11.5 76.67 7.67
项目未能按
进度完成
预期目标
总分 100 92.67`);
    expect(rows(found).filter((row) => row.includes('部门整体支出') || row.includes('人员'))).toEqual([
      '部门整体支出 all total initial_budget 40',
      '部门整体支出 all total adjusted_budget 50',
      '部门整体支出 all total final 45',
      '人员经费 all basic initial_budget 20',
      '人员经费 all basic adjusted_budget 25',
      '人员经费 all basic final 24',
    ]);
    expect(rows(found)).toHaveLength(15);
    expect(scores(found)).toContain('execution_rate 部门整体支出 90.00');
    expect(scores(found)).toContain('execution_score 项目支出 7.67');
    expect(scores(found).at(-1)).toBe('score 部门整体支出 92.67');
    expect(found.warnings).toEqual([]);
  });

  test('a project: label and header wrap, dashes are blanks, other money is a part', () => {
    const found = evaluate(`项目支出绩效自评表
(2024 年度)
项目名称 2024 年度某某平台建设
维护费项目
主管部门 某某办公室 实施单位
年初预
算数
全年预
算数
全年执行数
分
值
执行率
(%)
得分
项目资金
（万元）
年度资金总
额：
40 45.5 0 10 0.0 % 0.00
其中：财政
拨款
40 45.5 0 - 0.0 % —
上年结转资
金
0 0 0 - 0 0
财政专户管理资金 — —
其他资金 1 2 3 - 150 0
未完成原因
分析`);
    const name = '某某平台建设维护费';
    expect(rows(found)).toEqual([
      `${name} all project initial_budget 40`,
      `${name} all project adjusted_budget 45.5`,
      `${name} all project final 0`,
      `${name} fiscal project initial_budget 40`,
      `${name} fiscal project adjusted_budget 45.5`,
      `${name} fiscal project final 0`,
      `${name} all opening initial_budget 0`,
      `${name} all opening adjusted_budget 0`,
      `${name} all opening final 0`,
      `${name} all other initial_budget 1`,
      `${name} all other adjusted_budget 2`,
      `${name} all other final 3`,
    ]);
    expect(scores(found)).toEqual([`execution_rate ${name} 0.0`, `execution_score ${name} 0.00`]);
    expect(found.facts[0]).toMatchObject({
      classification: 'project',
      line: 20,
      printed_name: '年度资金总额',
    });
    // 40 to the 万元, 45.5 to a tenth of it.
    expect(found.facts.slice(0, 2).map((f) => f.resolution)).toEqual([1_000_000n, 100_000n]);
    expect(found.warnings).toEqual([]);
  });

  test('figures that stand on the lines after their row, the last glued to the next row', () => {
    const found = evaluate(`部门整体支出绩效自评情况表
部门（单位）名称 某某中心
部门整体支出情况
(万元)
年初预算数 全年预算
数
全年执行
数
分值 预算执行率 得分
部门预算总额 317.05 162.25 162.25
10
100%
9.5资金来
源
政府预算资金 317.05 162.25 162.25 100%
财政专户管理资金
单位资金
年度履职目标
总分 100 96.56`);
    expect(rows(found)).toEqual([
      '部门整体支出 all total initial_budget 317.05',
      '部门整体支出 all total adjusted_budget 162.25',
      '部门整体支出 all total final 162.25',
      '部门整体支出 fiscal total initial_budget 317.05',
      '部门整体支出 fiscal total adjusted_budget 162.25',
      '部门整体支出 fiscal total final 162.25',
    ]);
    expect(scores(found)).toEqual([
      'execution_rate 部门整体支出 100',
      'execution_score 部门整体支出 9.5',
      'score 部门整体支出 96.56',
    ]);
    // The row of the whole sorts before its parts, so that the first fact of a cell is the whole.
    const ids = found.facts.filter((f) => f.stage === 'final').map((f) => f.fact_id);
    expect([...ids].sort()).toEqual(ids);
    expect(found.facts.filter((f) => f.stage === 'final')[0]!.fund).toBe('all');
  });

  test('too few figures for their columns are reported, not guessed', () => {
    const found = evaluate(`项目支出绩效自评表
项目名称 某某平台建设
主管部门 某某办公室
年初预算数 全年预算数 全年执行数 分值 执行率 得分
项目资金（万元）
年度资金总额 40 45.5
年度总体目标`);
    expect(found.facts).toEqual([]);
    expect(found.warnings.map((w) => [w.code, w.line])).toEqual([['performance_row_unplaced', 6]]);
  });

  test.each([
    ['总分 100 85.87', '85.87'],
    ['总分 100 0', '0'],
    ['总分\n10\n0\n87.\n88', '87.88'],
    ['总分 100\n98\n.8\n8', '98.88'],
    ['总分 100\n10\n0', '100'],
    ['总分 100\n99.\n9', '99.9'],
  ])('total score of %j', (lines, score) => {
    const found = evaluate(
      `项目支出绩效自评表\n项目名称 某某平台\n年初预算数 全年预算数 全年执行数\n年度资金总额 1 1 1\n绩效指标\n${lines}`,
    );
    expect(scores(found)).toEqual([`score 某某平台 ${score}`]);
  });
});

describe('tables with cells', () => {
  test('a department: 预算数 and 执行数, each with its 其中:财政拨款; blank cells are none', () => {
    const found = evaluate(`部门整体支出绩效自评表
部门名称\t\t某某中心\t\t\t\t
年度主要任务完成情况\t任务名称\t完成情况\t预算数(万元)\t其中:财政拨款\t执行数(万元)\t其中:财政拨款
\t基本支出\t已支付完成\t153.92\t153.92\t150.92\t
\t项目支出\t已支付完成97.9%\t46\t45\t45.03\t45.03
\t金额合计\t\t\t\t195.95\t195.95
年度总体目标完成情况\t预期目标\t\t目标实际完成情况\t\t\t
\t成本指标\t指标1:项目总成本\t46万元\t45.03万元\t\t`);
    expect(rows(found)).toEqual([
      '基本支出 all basic adjusted_budget 153.92',
      '基本支出 all basic final 150.92',
      '基本支出 fiscal basic adjusted_budget 153.92',
      '项目支出 all project adjusted_budget 46',
      '项目支出 all project final 45.03',
      '项目支出 fiscal project adjusted_budget 45',
      '项目支出 fiscal project final 45.03',
      '部门整体支出 all total final 195.95',
      '部门整体支出 fiscal total final 195.95',
    ]);
    expect(found.facts[0]!.note).toBe('printed 预算数');
  });

  test('a project: pairs of label and figure, parts in the order of the pair above', () => {
    const found = evaluate(`某某项目支出绩效自评表
项目名称\t\t“智慧某某”平台建设\t\t\t
项目预算执行情况 (万元)\t\t预算数:\t30\t执行数:\t28.88
\t\t其中:财政拨款\t\t其中:财政拨款\t28.88
\t\t其他资金\t0\t其他资金\t0
年度总体目标完成情况\t预期目标\t\t\t目标实际完成情况\t`);
    expect(rows(found)).toEqual([
      '“智慧某某”平台建设 all project adjusted_budget 30',
      '“智慧某某”平台建设 all project final 28.88',
      '“智慧某某”平台建设 fiscal project final 28.88',
      '“智慧某某”平台建设 all other adjusted_budget 0',
      '“智慧某某”平台建设 all other final 0',
    ]);
  });
});

describe('units', () => {
  const department = (unit: string) => `部门整体支出绩效自评表
部门（单位）名称 某某中心
年初预算数 全年预算数 全年执行数 执行率 得分
整体支出规模(${unit})
年度资金总额 244.74 259.86 220.06 84.68 8.46
(一)基本支出 224.74 239.86 220.06 91.74 9.17
1.人员经费 202.73 21.79 20.41 93.7 9.37
2.公用经费 22.01 22.01 15.92 72.35 7.23
(二)项目支出 20 20 0 0 0
预期目标`;

  test('a header 元 that the account contradicts is read as 万元, with the printed unit kept', () => {
    const found = evaluate(department('元'), { finalTotal: WAN(220.06) });
    expect(found.facts[0]).toMatchObject({
      amount: WAN(244.74),
      resolution: 10_000n,
      printed_unit: '元',
      printed_value: '244.74',
      note: 'unit read as 万元; header prints 元',
    });
  });

  test('the same header is believed where the account agrees with it', () => {
    const found = evaluate(department('元'), { finalTotal: 22_006n });
    expect(found.facts[0]).toMatchObject({ amount: 24_474n, note: null });
    expect(evaluate(department('万元'), { finalTotal: WAN(220.06) }).facts[0]!.note).toBeNull();
  });

  test('a row ten times off keeps its figures and is reported, once a column', () => {
    const found = evaluate(department('万元'), { finalTotal: WAN(220.06) });
    const staff = found.facts.filter((f) => f.subject_name === '人员经费').map((f) => wan(f.amount));
    expect(staff).toEqual(['202.73', '21.79', '20.41']);
    expect(found.warnings.map((w) => [w.code, w.line])).toEqual([
      ['performance_row_out_of_scale', 7],
      ['performance_row_out_of_scale', 7],
    ]);
  });

  const project = `项目支出绩效自评表
项目名称 某某新媒体产品制作
年初预算数 全年预算数 全年执行数 分值 执行率 得分
项目资金
（元）
年度资金总额 5 5 4.95 10 99 9.9
未完成原因分析`;

  test('a project headed 元 that its sentence states in 万元', () => {
    const sentence = `第四部分 预算绩效情况说明
二、绩效自评结果
1.“某某新媒体产品制作”项目绩效自评情况：项目绩效自评得分为 99.9 分。项目全年预算数为 5 万元,执行数为 4.95 万\n元,完成预算的 99%。`;
    const found = evaluate(`${sentence}\n附件 4：\n${project}`, { finalTotal: WAN(887.29) });
    const table = found.facts.filter((f) => f.printed_unit === '元');
    expect(table.map((f) => wan(f.amount))).toEqual(['5', '5', '4.95']);
    expect(table.every((f) => f.note!.startsWith('unit read as 万元; header prints 元'))).toBe(true);
    expect(found.warnings).toEqual([]);
  });

  test('without a sentence only the size tells, and that is reported', () => {
    const found = evaluate(project, { finalTotal: WAN(887.29) });
    expect(found.facts.map((f) => wan(f.amount))).toEqual(['5', '5', '4.95']);
    expect(found.warnings.map((w) => w.code)).toEqual(['performance_unit_unclear']);
  });

  test('a project of 50 000 元 headed 元 stays so', () => {
    const found = evaluate(project.replace('5 5 4.95', '50000 50000 49500'), { finalTotal: WAN(887.29) });
    expect(found.facts.map((f) => wan(f.amount))).toEqual(['5', '5', '4.95']);
    expect(found.facts[0]!.note).toBeNull();
  });
});
