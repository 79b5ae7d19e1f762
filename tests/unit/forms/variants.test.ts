import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/domain/facts';
import { read, row } from '../budget/small-budget';

const HEAD = '部门：某某省某某市档案馆 2023年度 金额单位：万元';
const cells = (facts: readonly Fact[], form: string) =>
  facts
    .filter((fact) => fact.form === form)
    .map((fact) =>
      [
        fact.flow,
        fact.subject_code ?? fact.subject_name,
        fact.fund,
        fact.measure,
        fact.stage,
        fact.printed_value,
      ].join(' '),
    );

describe('a region that inserts tables of its own', () => {
  const lines = [
    '某某省某某市档案馆2023年度部门决算公开',
    '支出决算表',
    '公开03表',
    HEAD,
    row(
      '科目编码',
      '科目名称',
      '本年支出合计',
      '基本支出',
      '项目支出',
      '上缴上级支出',
      '经营支出',
      '对附属单位补助支出',
    ),
    row('201', '一般公共服务支出', '10.00', '6.00', '4.00', '', '', ''),
    row('合计', '', '10.00', '6.00', '4.00', '', '', ''),
    '财政拨款支出决算明细表',
    '公开05表',
    HEAD,
    row('科目编码', '科目名称', '合计', '工资福利支出', '商品和服务支出'),
    row('201', '一般公共服务支出', '99.00', '98.00', '1.00'),
    '一般公共预算财政拨款支出决算表',
    '公开06表',
    HEAD,
    row('科目编码', '科目名称', '小计', '基本支出', '项目支出'),
    row('201', '一般公共服务支出', '10.00', '6.00', '4.00'),
    '国有资产使用情况表',
    '公开13表',
    HEAD,
    row('项目', '数量', '价值'),
    row('车辆', '3', '77.00'),
  ];

  it('gives its forms by what they are, and names the others', async () => {
    const { facts, warnings, document } = await read(lines);
    expect(document.forms_present).toBe('03,05');
    expect(facts.filter((fact) => fact.source === 'form').map((fact) => fact.printed_value)).toEqual([
      '10.00',
      '6.00',
      '4.00',
      '10.00',
      '6.00',
      '4.00',
      '10.00',
      '6.00',
      '4.00',
    ]);
    expect(
      warnings.filter(({ code }) => code === 'form_unknown').map(({ message, line }) => [message, line]),
    ).toEqual([
      ['不认识的表“财政拨款支出决算明细表”，没有读取', 8],
      ['不认识的表“国有资产使用情况表”，没有读取', 18],
    ]);
  });
});

describe('a form with the stages side by side', () => {
  it('05 gives each amount its stage', async () => {
    const { facts, warnings } = await read([
      '某某省某某市档案馆2023年度部门决算公开',
      '一般公共预算财政拨款支出决算表',
      '公开05表',
      HEAD,
      row('科目编码', '科目名称', '年初预算数', '全年预算数', '决算数', '', ''),
      row('', '', '', '', '小计', '基本支出', '项目支出'),
      row('201', '一般公共服务支出', '9.00', '11.00', '10.00', '6.00', '4.00'),
      row('合计', '', '9.00', '11.00', '10.00', '6.00', '4.00'),
    ]);
    expect(cells(facts, '05').slice(0, 5)).toEqual([
      'expenditure 201 general total initial_budget 9.00',
      'expenditure 201 general total adjusted_budget 11.00',
      'expenditure 201 general total final 10.00',
      'expenditure 201 general basic final 6.00',
      'expenditure 201 general project final 4.00',
    ]);
    expect(new Set(facts.map((fact) => fact.fact_id)).size).toBe(facts.length);
    expect(warnings).toEqual([]);
  });

  it('04 gives both sides their stages', async () => {
    const { facts } = await read([
      '某某省某某市档案馆2023年度部门决算公开',
      '财政拨款收入支出决算总表',
      '公开04表',
      HEAD,
      row('收入', '', '', '支出', '', '', '', ''),
      row('项目', '年初预算数', '决算数', '项目', '年初预算数', '', '决算数', ''),
      row('', '', '', '', '合计', '一般公共预算财政拨款', '合计', '一般公共预算财政拨款'),
      row(
        '一、一般公共预算财政拨款',
        '9.00',
        '10.00',
        '一、一般公共服务支出',
        '9.00',
        '9.00',
        '10.00',
        '10.00',
      ),
      row('总计', '9.00', '10.00', '总计', '9.00', '9.00', '10.00', '10.00'),
    ]);
    expect(cells(facts, '04').sort()).toEqual(
      [
        'revenue 一般公共预算财政拨款 general total initial_budget 9.00',
        'revenue 一般公共预算财政拨款 general total final 10.00',
        'balance 收入总计 fiscal total initial_budget 9.00',
        'balance 收入总计 fiscal total final 10.00',
        'expenditure 201 fiscal total initial_budget 9.00',
        'expenditure 201 general total initial_budget 9.00',
        'expenditure 201 fiscal total final 10.00',
        'expenditure 201 general total final 10.00',
        'balance 支出总计 fiscal total initial_budget 9.00',
        'balance 支出总计 general total initial_budget 9.00',
        'balance 支出总计 fiscal total final 10.00',
        'balance 支出总计 general total final 10.00',
      ].sort(),
    );
  });
});

describe('a form that divides balances and revenue as well', () => {
  it('takes 本年支出 from under its own head', async () => {
    const { facts } = await read([
      '某某省某某市档案馆2023年度部门决算公开',
      '一般公共预算财政拨款收入支出决算表',
      '公开05表',
      HEAD,
      row(
        '科目编码',
        '科目名称',
        '年初结转和结余',
        '',
        '本年收入',
        '',
        '',
        '本年支出',
        '',
        '',
        '年末结转和结余',
        '',
      ),
      row(
        '',
        '',
        '合计',
        '基本支出结转',
        '合计',
        '基本支出',
        '项目支出',
        '合计',
        '基本支出',
        '项目支出',
        '合计',
        '基本支出结转',
      ),
      row(
        '201',
        '一般公共服务支出',
        '1.00',
        '0.50',
        '12.00',
        '7.00',
        '5.00',
        '10.00',
        '6.00',
        '4.00',
        '3.00',
        '1.50',
      ),
    ]);
    expect(cells(facts, '05')).toEqual([
      'balance 201 general opening final 1.00',
      'balance 201 general income final 12.00',
      'expenditure 201 general total final 10.00',
      'expenditure 201 general basic final 6.00',
      'expenditure 201 general project final 4.00',
      'balance 201 general closing final 3.00',
    ]);
  });
});
