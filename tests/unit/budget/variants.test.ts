import { describe, expect, it } from 'vitest';
import { read, row, told } from './small-budget';

const HEAD = '部门：江西省某某县档案局 单位：万元';

describe('a national form with the year before beside the budget', () => {
  const lines = [
    '2024年部门预算',
    '一般公共预算支出表',
    HEAD,
    row('科目编码', '科目名称', '2023年执行数', '2024年预算数', '', '', '2024年预算数比2023年执行数', ''),
    row('', '', '', '小计', '基本支出', '项目支出', '增减额', '增减%'),
    row('201', '一般公共服务支出', '50.00', '60.00', '20.00', '40.00', '10.00', '20.00'),
    row('合计', '', '50.00', '60.00', '20.00', '40.00', '10.00', '20.00'),
    '一般公共预算“三公”经费支出表',
    HEAD,
    row('2023年预算数', '', '', '', '', '', '2024年预算数', '', '', '', '', ''),
    row(
      ...['合计', '因公出国（境）费', '公务用车购置及运行维护费', '', '', '公务接待费'],
      ...['合计', '因公出国（境）费', '公务用车购置及运行维护费', '', '', '公务接待费'],
    ),
    row(
      ...['', '', '小计', '公务用车购置费', '公务用车运行维护费', ''],
      ...['', '', '小计', '公务用车购置费', '公务用车运行维护费', ''],
    ),
    row(...['9.00', '', '7.00', '', '7.00', '2.00'], ...['8.00', '', '6.50', '', '6.50', '1.50']),
    '政府性基金预算支出表',
    HEAD,
    row('科目编码', '科目名称', '2024年预算数', '', ''),
    row('', '', '合计', '基本支出', '项目支出'),
    row('', '', '', '', ''),
    '注：本部门没有政府性基金预算支出，故本表为空表。',
  ];

  it('takes this year alone', async () => {
    const { document, facts, warnings } = await read(lines);
    expect(document).toMatchObject({
      fiscal_year: 2024,
      forms_present: 'B05,B07,B09',
      region: '江西省某某县',
    });
    expect(told({ facts }, 'B05')).toEqual([
      'expenditure function 201 general total 60.00',
      'expenditure function 201 general basic 20.00',
      'expenditure function 201 general project 40.00',
      'expenditure summary 合计 general total 60.00',
      'expenditure summary 合计 general basic 20.00',
      'expenditure summary 合计 general project 40.00',
    ]);
    expect(told({ facts }, 'B09')).toEqual([
      'expenditure three_public SG fiscal total 8.00',
      'expenditure three_public SG2 fiscal total 6.50',
      'expenditure three_public SG22 fiscal total 6.50',
      'expenditure three_public SG3 fiscal total 1.50',
    ]);
    expect(warnings).toEqual([]);
  });
});

describe('national forms of revenue and expenditure', () => {
  const reading = read([
    '某某县档案局2024年部门预算公开',
    '部门收支总表',
    HEAD,
    row('收入', '', '支出', ''),
    row('项目', '预算数', '项目', '预算数'),
    row('一、一般公共预算拨款收入', '60.00', '一、一般公共服务支出', '70.00'),
    row('二、政府性基金预算拨款收入', '', '二、社会保障和就业支出', '5.00'),
    row('三、事业收入', '4.00', '', ''),
    row('本年收入合计', '64.00', '本年支出合计', '75.00'),
    row('使用非财政拨款结余', '1.00', '结转下年', ''),
    row('上年结转', '10.00', '', ''),
    row('收 入 总 计', '75.00', '支 出 总 计', '75.00'),
    '财政拨款收支总表',
    HEAD,
    row('收入', '', '支出', '', '', ''),
    row('项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算'),
    row('一、本年收入', '60.00', '一、本年支出', '70.00', '70.00', ''),
    row('（一）一般公共预算拨款', '60.00', '（一）一般公共服务支出', '70.00', '70.00', ''),
    row('二、上年结转', '10.00', '二、结转下年', '', '', ''),
    row('（一）一般公共预算拨款', '10.00', '', '', '', ''),
    row('收入总计', '70.00', '支出总计', '70.00', '70.00', ''),
    '部门支出总表',
    HEAD,
    row(
      '科目编码',
      '科目名称',
      '合计',
      '基本支出',
      '项目支出',
      '上缴上级支出',
      '事业单位经营支出',
      '对附属单位补助支出',
    ),
    row('201', '一般公共服务支出', '75.00', '60.00', '14.00', '', '1.00', ''),
  ]);

  it('give lines in the words of the standard forms', async () => {
    const { facts, warnings } = await reading;
    expect(told({ facts }, 'B01')).toEqual([
      'revenue origin 一般公共预算财政拨款收入 general total 60.00',
      'expenditure function 201 all total 70.00',
      'expenditure function 208 all total 5.00',
      'revenue origin 事业收入 all total 4.00',
      'revenue summary 本年收入合计 all total 64.00',
      'expenditure summary 本年支出合计 all total 75.00',
      'balance summary 使用非财政拨款结余 all total 1.00',
      'balance summary 年初结转和结余 all total 10.00',
      'balance summary 收入总计 all total 75.00',
      'balance summary 支出总计 all total 75.00',
    ]);
    const levels = facts.filter((f) => f.form === 'B01' && f.classification === 'origin');
    expect(levels.map((fact) => fact.subject_level)).toEqual([1, 1]);
    expect(told({ facts }, 'B04')).toEqual([
      'revenue summary 本年收入合计 fiscal total 60.00',
      'expenditure summary 本年支出合计 fiscal total 70.00',
      'expenditure summary 本年支出合计 general total 70.00',
      'revenue origin 一般公共预算财政拨款收入 general total 60.00',
      'expenditure function 201 fiscal total 70.00',
      'expenditure function 201 general total 70.00',
      'balance summary 年初结转和结余 fiscal total 10.00',
      'balance summary 年初结转和结余 general total 10.00',
      'balance summary 收入总计 fiscal total 70.00',
      'balance summary 支出总计 fiscal total 70.00',
      'balance summary 支出总计 general total 70.00',
    ]);
    expect(told({ facts }, 'B03')).toContain('expenditure function 201 all operating 1.00');
    expect(warnings).toEqual([]);
  });
});

describe('“三公” as a list', () => {
  it('is read by the names of its rows', async () => {
    const { facts } = await read([
      '某某县档案局2024年部门预算',
      '“三公”经费支出预算表',
      HEAD,
      row('项目', '2023年预算数', '2024年预算数'),
      row('合计', '9.00', '8.00'),
      row('1、因公出国（境）费用', '', ''),
      row('2、公务接待费', '2.00', '1.50'),
      row('3、公务用车购置及运行费', '7.00', '6.50'),
      row('其中：（1）公务用车运行维护费', '7.00', '6.50'),
      row('（2）公务用车购置费', '', ''),
    ]);
    expect(told({ facts }, 'B09')).toEqual([
      'expenditure three_public SG fiscal total 8.00',
      'expenditure three_public SG3 fiscal total 1.50',
      'expenditure three_public SG2 fiscal total 6.50',
      'expenditure three_public SG22 fiscal total 6.50',
    ]);
  });
});

describe('where the title is lost', () => {
  const uses = [
    row('合计', '基本支出', '项目支出', '单位预留机动经费', '结转下年资金'),
    row('3.00', '2.00', '1.00', '', ''),
  ];
  it('the head tells the form', async () => {
    const { document } = await read([
      '2024年部门预算',
      '收入预算总表',
      HEAD,
      row('项目名称', '', '金额'),
      row('收入总计', '', '3.00'),
      '算表',
      HEAD,
      ...uses,
    ]);
    expect(document.forms_present).toBe('B02,B03');
  });

  it('a title of another table is kept as unknown, once', async () => {
    const other = [row('项目名称', '金额'), row('合计', '3.00'), row('修缮', '3.00')];
    const { document, warnings } = await read([
      '2024年部门预算',
      '支出预算总表',
      HEAD,
      ...uses,
      '部门项目支出明细表',
      HEAD,
      ...other,
      '部门项目支出明细表',
      HEAD,
      ...other,
    ]);
    expect(document.forms_present).toBe('B03');
    expect(warnings.filter(({ code }) => code === 'form_unknown')).toMatchObject([
      { message: '不认识的表“部门项目支出明细表”，3 行 2 列，没有读取', line: 6 },
    ]);
  });

  it('a column that the form does not have is told, its amounts are not taken', async () => {
    const { facts, warnings } = await read([
      '2024年部门预算',
      '支出预算总表',
      HEAD,
      row('科目编码', '科目名称', '合计', '基本支出', '项目支出', '专项债券'),
      row('201', '一般公共服务支出', '3.00', '2.00', '1.00', '9.00'),
    ]);
    expect(facts.map((fact) => fact.printed_value)).toEqual(['3.00', '2.00', '1.00']);
    expect(warnings).toMatchObject([{ code: 'column_unknown', form: 'B03' }]);
  });
});

describe('whole amounts, as spreadsheets give them', () => {
  it('are no codes and no numbers of columns', async () => {
    const { facts, document, warnings } = await read([
      '2024年部门预算',
      '支出预算总表',
      HEAD,
      row('合计', '基本支出', '项目支出'),
      row('201', '101', '100'),
      '“三公”经费、会议费、培训费',
      '支出预算表',
      HEAD,
      row('合计', '“三公”经费', '', '', '', '', '', '会议费', '培训费'),
      row('', '小计', '因公出国（境）费', '公务用车购置及运行维护费', '', '', '公务接待费', '', ''),
      row('', '', '', '小计', '公务用车购置费', '公务用车运行维护费', '', '', ''),
      row('10', '6', '1', '3', '0', '3', '2', '3.5', '0.5'),
    ]);
    expect(document.forms_present).toBe('B03,B09');
    expect(facts.map((fact) => fact.printed_value)).toEqual([
      '201',
      '101',
      '100',
      '6',
      '1',
      '3',
      '0',
      '3',
      '2',
      '3.5',
      '0.5',
      '10',
    ]);
    expect(warnings).toEqual([]);
  });

  it('numbers of columns under the head are none of the figures', async () => {
    const { facts } = await read([
      '2024年部门预算',
      '支出预算总表',
      HEAD,
      row('科目编码', '科目名称', '合计', '基本支出', '项目支出'),
      row('**', '**', '1=2+3', '2', '3'),
      row('201', '一般公共服务支出', '3', '2', '1'),
    ]);
    expect(facts.map((fact) => fact.printed_value)).toEqual(['3', '2', '1']);
  });
});

describe('names of another year', () => {
  it('are told once a subject', async () => {
    const { warnings, facts } = await read([
      '2023年部门预算',
      '一般公共预算支出表',
      HEAD,
      row('科目编码', '科目名称', '金额'),
      row('208', '社会保障和就业支出', '3.00'),
      row('20805', '行政事业单位离退休', '3.00'),
      row('合计', '', '3.00'),
      '一般公共预算基本支出表',
      HEAD,
      row('科目编码', '科目名称', '金额'),
      row('30311', '住房公积金', '3.00'),
      row('30213', '维修(护)费', '1.00'),
    ]);
    expect(warnings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'subject_name_differs 科目 20805 印作“行政事业单位离退休”，2023 年目录为“行政事业单位养老支出”（这是别的年度的名称）',
      'subject_name_differs 科目 30311 印作“住房公积金”，2023 年目录为“代缴社会保险费”（这是别的年度的名称）',
    ]);
    expect(facts.find((fact) => fact.subject_code === '30213')?.subject_name).toBe('维修（护）费');
  });
});
