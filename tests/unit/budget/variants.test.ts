import { describe, expect, it } from 'vitest';
import { isBudget, locateBudget } from '../../../src/extract/budget';
import { titledBudgetForm } from '../../../src/extract/budget/titles';
import { UnreadableDocument } from '../../../src/documents/errors';
import { JIANGSU, read, row, SHANGHAI, told } from './small-budget';

const HEAD = '部门：江西省某某县档案局 单位：万元';

describe('titles', () => {
  it.each([
    ['2026年部门财务收支预算总表', 'B01'],
    ['公开 01表：收支预算总表', 'B01'],
    ['表一 收支预算总表', 'B01'],
    ['部门收支总体情况表', 'B01'],
    ['某某局2024年部门收入总表', 'B02'],
    ['公开02表 收入预算总表', 'B02'],
    ['三、支出预算总表', 'B03'],
    ['2025年预算单位财政拨款收支预算总表', 'B04'],
    ['财政拨款收支总体情况表', 'B04'],
    ['一般公共预算支出预算表（功能科目）', 'B05'],
    ['2023年部门一般公共预算支出功能分类预算表', 'B05'],
    ['一般公共预算财政拨款支出预算表', 'B05'],
    ['一般公共预算基本支出预算表（经济科目）', 'B06'],
    ['2025年预算单位一般公共预算基本支出部门预算经济分类预算表', 'B06'],
    ['财政拨款政府性基金支出预算表', 'B07'],
    ['政府性基金预算财政拨款支出预算表', 'B07'],
    ['七、政府性基金支出预算表', 'B07'],
    ['2026年部门政府性基金预算支出功能分类预算表', 'B07'],
    ['国有资本经营预算支出表', 'B08'],
    ['“三公”经费、会议费、培训费支出预算表（一般公共预算）', 'B09'],
    ['2025年单位“三公”经费和机关运行经费预算表', 'B09'],
    ['财政拨款支出预算表', 'B10'],
    ['财政拨款基本支出预算表（经济科目）', 'B11'],
    ['一般公共预算机关运行经费支出预算表', 'B12'],
    ['附件3 收入预算总表', 'B02'],
  ])('%s is %s', (title, form) => expect(titledBudgetForm(title)).toBe(form));

  it.each([
    '政府采购支出预算表',
    '2019年政府采购预算表',
    '一般公共预算财政拨款支出决算表',
    '收入支出决算总表',
    '财政项目支出绩效目标填报表',
    '一、收支预算总体情况说明',
    '第二部分 2018年度部门预算表',
    '一般公共预算“三公”经费、会议费、培训费支出预算',
  ])('%s is none', (title) => expect(titledBudgetForm(title)).toBeNull());
});

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

describe('who, when, what', () => {
  const form = [row('合计', '基本支出', '项目支出'), row('3.00', '2.00', '1.00')];

  it.each([
    ['中共江苏省委办公厅', '江苏省'],
    ['中国共产党江苏省委员会办公厅', '江苏省'],
    ['上海市普陀区人民政府万里街道办事处', '上海市普陀区'],
    ['上海市财政局', '上海市'],
    ['中共上海市普陀区委社会工作部', '上海市普陀区'],
  ])('the region of %s is %s', async (department, region) => {
    const { document } = await read([
      '2024年部门预算',
      '支出预算总表',
      `部门：${department} 单位：万元`,
      ...form,
    ]);
    expect(document).toMatchObject({ department, region, scope: 'department' });
  });

  it('预算单位 in the titles makes it one body alone', async () => {
    const { document } = await read([
      '2025年预算单位支出预算总表',
      '编制单位：上海市财政局 单位：元',
      ...form,
    ]);
    expect(document).toMatchObject({
      scope: 'unit',
      fiscal_year: 2025,
      doc_id: '上海市-上海市财政局-2025-budget-unit',
    });
  });

  it('a year that only the file name tells is told', async () => {
    const { document, warnings } = await read(['支出预算总表', HEAD, ...form], '某局_2019_预算.txt');
    expect(document.fiscal_year).toBe(2019);
    expect(warnings).toMatchObject([{ code: 'year_from_file_name' }]);
  });

  it('the narrative without its tables is refused with a reason', async () => {
    const narrative = read([
      '江苏省某某厅2019年度部门预算公开',
      '目 录',
      '一、收支预算总表',
      '二、收入预算总表',
      '第三部分 2019年度部门预算情况说明',
      '一、收支预算总体情况说明',
      '江苏省某某厅2019年度收入、支出预算总计27664.22万元。',
      '二、收入预算情况说明',
    ]);
    await expect(narrative).rejects.toThrow(UnreadableDocument);
    await expect(narrative).rejects.toMatchObject({ reason: 'narrative_only' });
  });

  it('a final account is no budget', () => {
    const lines = ['收入支出决算总表', HEAD, ...form].map((text, index) => ({
      number: index + 1,
      page: null,
      text: text.replace(/\t/g, ' '),
      cells: text.includes('\t') ? text.split('\t').map((cell) => ({ text: cell })) : null,
    }));
    expect(isBudget(locateBudget(lines), 1)).toBe(false);
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

describe('budgets as running text, in which blanks leave no trace', () => {
  const asText = (lines: readonly string[]) =>
    lines.map((line) => line.split('\t').filter(Boolean).join(' '));

  it.each([
    ['上海', SHANGHAI],
    ['江苏', JIANGSU],
  ] as const)(
    '%s: nothing is read otherwise than from the grid, and what is not read is told',
    async (_, lines) => {
      const key = (fact: {
        form: string | null;
        amount: bigint;
        line: number | null;
        measure: string;
        fund: string;
      }) => [fact.form, fact.line, fact.measure, fact.fund, fact.amount].join('/');
      const grid = await read(lines);
      const text = await read(asText(lines));
      const expected = new Set(grid.facts.map(key));
      expect(text.facts.map(key).filter((fact) => !expected.has(fact))).toEqual([]);
      expect(text.facts.length).toBeGreaterThan(25);
      const got = new Set(text.facts.map(key));
      const lost = grid.facts.filter((fact) => !got.has(key(fact)));
      const told = new Set(text.warnings.map(({ line }) => line));
      expect(lost.filter((fact) => !told.has(fact.line))).toEqual([]);
    },
  );
});
