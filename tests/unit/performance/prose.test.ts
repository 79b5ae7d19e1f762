import { describe, expect, test } from 'vitest';
import type { ExtractContext, Findings } from '../../../src/extract/context';
import { extractPerformance } from '../../../src/extract/performance';
import { contextOf, pagesOf, wan } from '../narrative/support';

function evaluate(text: string, more: Partial<ExtractContext> = {}): Findings {
  return extractPerformance(pagesOf(text), contextOf([], more));
}

function rows({ facts }: Findings): string[] {
  return facts.map(
    (f) => `${f.subject_name} ${f.flow === 'revenue' ? 'received' : f.stage} ${wan(f.amount)}`,
  );
}

function told({ indicators }: Findings): string[] {
  return indicators.map((i) => `${i.code} ${i.subject_name ?? ''} ${i.value}`.replace('  ', ' '));
}

const PART = '第四部分 预算绩效情况说明\n二、绩效自评结果\n';

describe('sentences about projects', () => {
  test('a quoted project with score, budget, execution and rate, wrapped', () => {
    const found = evaluate(`${PART}1. “某某专区建设及运行项
目”绩效自评情况：根据年初设定的绩效目标,项目绩效自评得
分为 98.88 分。项目全年预算数为 60 万元,执行数为 53.25 万
元,完成预算的 88.75%。发现的主要问题及原因：多样性不足。
2.“某某大厅”项目绩效自评情况:项目绩效自评得分为 100 分。项目全年预算数为 15 万元,执行数为 15 万元,完成预算的 100%。`);
    expect(rows(found)).toEqual([
      '某某专区建设及运行 adjusted_budget 60',
      '某某专区建设及运行 final 53.25',
      '某某大厅 adjusted_budget 15',
      '某某大厅 final 15',
    ]);
    expect(told(found)).toEqual([
      'score 某某专区建设及运行 98.88',
      'execution_rate 某某专区建设及运行 88.75',
      'score 某某大厅 100',
      'execution_rate 某某大厅 100',
    ]);
    expect(found.statements[0]).toMatchObject({
      item: '绩效自评',
      subject_name: '某某专区建设及运行',
      reason: null,
    });
    expect(found.facts.map((f) => f.line)).toEqual([5, 5, 7, 7]);
  });

  test('预算数 is the 年初预算数 where the table has it so', () => {
    const found =
      evaluate(`${PART}1.采购某某设备项目，项目2023年预算数83.65万元，决算数 5.00 万元，自评得分 85.87 分，目标未完成。
附件 1
项目支出绩效自评情况表
项目名称 采购某某设备项目
年初预算数 全年预算数 全年执行数 分值 执行率 得分
项目资金（万元）
年度资金总额 83.65 88.05 5 10 5.68 0.57
资金管理情况`);
    expect(rows(found).slice(0, 3)).toEqual([
      '采购某某设备 initial_budget 83.65',
      '采购某某设备 final 5',
      '采购某某设备 initial_budget 83.65',
    ]);
    const plain = evaluate(`${PART}1.采购某某设备项目，项目2023年预算数83.65万元，决算数 5.00 万元。`);
    expect(rows(plain)[0]).toBe('采购某某设备 adjusted_budget 83.65');
    expect(plain.facts[0]!.note).toBe('printed 预算数');
  });

  test('amounts in 元, projects counted off', () => {
    const found = evaluate(`某某局整体支出绩效自评报告
三、部门整体支出绩效情况
1. 概述：项目一某某履职能力提升项目预算 750000 元，实际支出 657945.5 元，项目完成 88%；某某系统建设项目预算 600000 元，实际支出 558552.5 元，项目完成 93%。`);
    expect(rows(found)).toEqual([
      '某某履职能力提升 adjusted_budget 75',
      '某某履职能力提升 final 65.79455',
      '某某系统建设 adjusted_budget 60',
      '某某系统建设 final 55.85525',
    ]);
    expect(found.facts[1]!.resolution).toBe(10n);
    expect(told(found)).toEqual(['execution_rate 某某履职能力提升 88', 'execution_rate 某某系统建设 93']);
  });

  test('a report is about the project of its title; money received is revenue', () => {
    const found = evaluate(`附件 3：
某某专区建设及运
行项目支出绩效自评报告
一、项目基本情况
3.经费来源和使用情况
项目预算金额 60 万元、预算资金来源：2010301 科目、资
金到位 57.18 万元和支出 57.18 元。
二、绩效评价工作情况
2023 年本项目绩效目标是 300000 元。本项目市财政年初安排数 300000 元，本年度拨入 227867 元。
（二）评价结论
评价得分：98.88`);
    expect(rows(found)).toEqual([
      '某某专区建设及运行 adjusted_budget 60',
      '某某专区建设及运行 final 57.18',
      '某某专区建设及运行 received 57.18',
      '某某专区建设及运行 initial_budget 30',
      '某某专区建设及运行 adjusted_budget 30',
      '某某专区建设及运行 received 22.7867',
    ]);
    expect(found.facts[1]).toMatchObject({ printed_unit: '元', note: 'unit read as 万元; text prints 元' });
    expect(told(found)).toEqual(['score 某某专区建设及运行 98.88']);
  });

  test('money of several years and background sums are not taken for the year’s: they are reported', () => {
    const found = evaluate(`某某平台项目支出绩效自评报告
一、项目概况
项目预算总金额 315 万元，项目 7 年建成，每年支付 15 万元，2023 年资金到位 45 万元。`);
    expect(rows(found)).toEqual(['某某平台 received 45']);
    expect(found.warnings.map((w) => w.code)).toEqual([
      'performance_amount_unread',
      'performance_amount_unread',
    ]);
  });
});

describe('the whole department', () => {
  test('totals, parts and projects of a report; contradictions stay', () => {
    const found = evaluate(`某某中心部门整体支出绩效自评报告
二、部门整体支出管理及使用情况
（一）基本支出
基本支出 153.92 万元，其中人员经费支出 147.05 万元。
（二）项目支出
项目支出 45.03 万元，其中某某平台建设经费支出 15 万元，人员奖励
金 0.15 万元。
（三）“三公”经费情况
公务接待费 11680 元，公务用车运行维护费 11066.85 元；
三、绩效情况
2023 年度我中心财政拨款支出 198.95 万元，其中，人员经费支出为 153.92 万元。`);
    expect(rows(found)).toEqual([
      '基本支出 final 153.92',
      '人员经费 final 147.05',
      '项目支出 final 45.03',
      '某某平台建设经费 final 15',
      '人员奖励金 final 0.15',
      '公务接待费 final 1.168',
      '公务用车运行维护费 final 1.106685',
      '部门整体支出 final 198.95',
      '人员经费 final 153.92',
    ]);
    expect(found.facts.map((f) => f.classification)).toEqual([
      ...Array<string>(5).fill('project'),
      'three_public',
      'three_public',
      'project',
      'project',
    ]);
    expect(found.facts.every((f) => f.source === 'performance')).toBe(true);
  });

  test('预算总额, 决算总额, score; another rate is not the execution rate', () => {
    const found = evaluate(`第三部分 2023 年度部门决算情况说明
十三、预算绩效情况说明
（二）整体绩效自评结果
我部门 2023 年度整体支出预算总额 317.05 万元，决算总
额 162.25 万元，部门绩效自评得分 96.56 分。其中，政府采购执行率 83.33%，低于指标值。预算执行率51.17%。`);
    expect(rows(found)).toEqual(['部门整体支出 adjusted_budget 317.05', '部门整体支出 final 162.25']);
    expect(told(found)).toEqual(['score 部门整体支出 96.56', 'execution_rate 部门整体支出 51.17']);
    expect(found.facts[0]!.fact_id).toBe('performance-十三（二）-部门整体支出-adjusted_budget');
  });

  test('an amount without a unit is read in the only unit that fits the account, and reported', () => {
    const report = '某某局整体支出绩效自评报告\n二、管理情况\n（二）项目支出。\n项目支出 2162795.5。';
    const found = evaluate(report, { finalTotal: 977_267_137n });
    expect(found.facts[0]).toMatchObject({
      amount: 216_279_550n,
      printed_unit: null,
      note: 'unit not printed; read as 元',
    });
    expect(found.warnings.map((w) => w.code)).toEqual(['performance_unit_missing']);
    const without = evaluate(report);
    expect(without.facts).toEqual([]);
    expect(without.warnings.map((w) => w.code)).toEqual(['performance_amount_unread']);
  });

  test('funds that were evaluated are statements, by fund', () => {
    const found = evaluate(
      `${PART}一级项目 0 个，二级项目 3 个，共涉及资金 44.88 万元，占一般公共预算项目支出总额的 99.67%。涉及一般公共预算支出 44.88 万元,政府性基金预算支出 0 万元。`,
    );
    expect(found.facts).toEqual([]);
    expect(found.statements.map((s) => [s.subject_name, wan(s.final!), s.share])).toEqual([
      [null, '44.88', '99.67'],
      ['一般公共预算', '44.88', null],
      ['政府性基金预算', '0', null],
    ]);
  });
});

describe('staff', () => {
  test('编制 by kind and in all, people in post; the same number again is not repeated', () => {
    const found = evaluate(`第一部分 部门概况
二、机构设置
单位核定编制数为 53 人（行政编制 34 人、工勤编制 10 人、事业编
制 9 人），在职人数 57 人。
某某局部门整体支出绩效自评报告
一、部门概况
核定编制数为 53 人，现有干部职工 18 名，实际在岗人员 49 人。`);
    expect(told(found)).toEqual([
      'staff_established 53',
      'staff_established 行政编制 34',
      'staff_established 工勤编制 10',
      'staff_established 事业编制 9',
      'staff_present 57',
      'staff_present 18',
      'staff_present 49',
    ]);
    expect(found.indicators[3]!.line).toBe(4);
  });
});
