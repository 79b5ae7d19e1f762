import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/documents/text';
import { locateForms, readForms } from '../../../src/extract/forms';
import { readEconomicRows } from '../../../src/extract/forms/economic-rows';
import { titledForm } from '../../../src/extract/forms/locate';
import { readSummaryRows } from '../../../src/extract/forms/summary-rows';
import { FORMS } from '../../../src/extract/forms/specs';
import { regionOf } from '../../../src/extract/identify';
import { placedLines } from '../../../src/extract/lines';

const lines = (text: string) => placedLines(readText('f', new TextEncoder().encode(text)));
const spec = (id: string) => FORMS.find((form) => form.id === id)!;

describe('finding forms', () => {
  it.each([
    ['收入支出决算总表', '01'],
    ['二、收入决算表', '02'],
    ['2024年度某市教育局收入支出决算总表', null],
    ['某市教育局2024年度支出决算表', '03'],
    ['财政拨款"三公"经费支出决算表', '09'],
    ['附件 4：财政拨款收入支出决算总表', '04'],
    ['关于收入决算表的说明', null],
  ])('%s is %s', (text, id) => {
    expect(titledForm(text)?.id ?? null).toBe(id);
  });

  it('passes over a table of contents and a list of annexes', () => {
    const text = `目录
一、收入支出决算总表
二、收入决算表
第二部分 2023 年度部门决算表
附件 1：收入决算表
附件 2：支出决算表
收入决算表
公开02表
部门：某市教育局
金额单位：万元
栏次 1 2 3 4 5 6 7
合计 1.00 1.00
注：本表反映收入。`;
    const blocks = locateForms(lines(text));
    expect(blocks.map((block) => [block.spec.id, block.unit, block.department])).toEqual([
      ['02', '万元', '某市教育局'],
    ]);
    expect(blocks[0]!.title.number).toBe(7);
  });

  it('binds to titles, not to printed numbers', () => {
    const blocks = locateForms(lines('财政拨款“三公”经费支出决算表\n公开07表\n单位：元\n1 2\n注：无'));
    expect(blocks[0]!.spec.id).toBe('09');
  });
});

describe('rows of text', () => {
  it('joins names that wrap and codes that stand alone', () => {
    const text = `支出决算表
单位：万元
栏次 1 2 3 4 5 6
合计 5.00 5.00
20103
政府办公厅（室）
及相关机构事务
5.00 5.00
- 12 -
2010350
事业
运行
5.00 5.00
注：`;
    const [read] = readForms(locateForms(lines(text)));
    expect(
      read!.shape === 'subjects' &&
        read!.rows.map((row) => [row.printedCode, row.printedName, row.amounts.length]),
    ).toEqual([
      [null, '合计', 2],
      ['20103', '政府办公厅（室）及相关机构事务', 2],
      ['2010350', '事业运行', 2],
    ]);
  });

  it('a name that is whole leaves the line below it to the next row, also under a repeated head', () => {
    const text = `支出决算表
单位：万元
栏次 1 2 3 4 5 6
2080502 事业单位离退休 2.00 2.00
类 款 项
机关事业单位基
2080505 本养老保险缴费 3.00 3.00
支出
机关事业单位职
2080506 4.00 4.00
业年金缴费支出
注：`;
    const [read] = readForms(locateForms(lines(text)));
    expect(read!.shape === 'subjects' && read!.rows.map((row) => row.printedName)).toEqual([
      '事业单位离退休',
      '机关事业单位基本养老保险缴费支出',
      '机关事业单位职业年金缴费支出',
    ]);
  });

  it('reads a code printed in three cells', () => {
    const [read] = readForms(
      locateForms(lines('支出决算表\n单位：元\n栏次 1 2 3 4 5 6\n208 05 05 养老保险 1.00 1.00\n注：')),
    );
    expect(read!.shape === 'subjects' && read!.rows[0]!.printedCode).toBe('2080505');
  });

  it('restores codes cut off by a narrow column from their names', () => {
    const text = `收入决算表
单位：万元
栏次 1 2 3 4 5 6 7
210 卫生健康支出 3.00 3.00
21011 行政事业单位医疗 3.00 3.00
210110 行政单位医疗 1.00 1.00
210110 公务员医疗补助 1.00 1.00
210119 其他行政事业单位医疗支 1.00 1.00
210119 查无此项 1.00 1.00
注：`;
    const [read] = readForms(locateForms(lines(text)));
    if (read!.shape !== 'subjects') throw new Error('not a form by subject');
    expect(read!.subjects.map((subject) => [subject.code, subject.name])).toEqual([
      ['210', '卫生健康支出'],
      ['21011', '行政事业单位医疗'],
      ['2101101', '行政单位医疗'],
      ['2101103', '公务员医疗补助'],
      ['2101199', '其他行政事业单位医疗支出'],
      [null, '查无此项'],
    ]);
  });

  it('parts the sides of 01 by their row numbers, with and without amounts', () => {
    const { rows, unread } = readSummaryRows(
      lines(`项目 行 金额 项目 行 金额
栏次 1 栏次 2
一、一般公共预算财政拨款收入 1 887.29 一、一般公共服务支出 31 793.69
二、政府性基金预算财政拨款收入 2 二、外交支出 32
3 三、国防支出 33 0.00
总计 4 887.29 总计 34 887.29`),
      spec('01'),
    );
    expect(unread).toEqual([]);
    expect(rows.map((row) => [row.side, row.printedName, row.amounts[0]?.text ?? null])).toEqual([
      ['revenue', '一、一般公共预算财政拨款收入', '887.29'],
      ['expenditure', '一、一般公共服务支出', '793.69'],
      ['revenue', '二、政府性基金预算财政拨款收入', null],
      ['expenditure', '二、外交支出', null],
      ['expenditure', '三、国防支出', '0.00'],
      ['revenue', '总计', '887.29'],
      ['expenditure', '总计', '887.29'],
    ]);
  });

  it('reads the blocks of 06 in order, over wrapped names and a blank amount', () => {
    const { rows } = readEconomicRows(
      lines(`科目名称 决算数
301 基本工资 1.00 302 办公费 2.00 399 其他支出
303
退职（役）
费
3.00 302 水费 0.00
人员经费合计 4.00 公用经费合计 2.00`),
    );
    expect(rows.map((row) => [row.printedCode, row.printedName, row.cell?.text ?? null])).toEqual([
      ['301', '基本工资', '1.00'],
      ['302', '办公费', '2.00'],
      ['399', '其他支出', null],
      ['303', '退职（役）费', '3.00'],
      ['302', '水费', '0.00'],
      [null, '人员经费合计', '4.00'],
      [null, '公用经费合计', '2.00'],
    ]);
  });
});

describe('the place in a body’s name', () => {
  it.each([
    ['临夏市政务中心', '临夏市'],
    ['临夏市智慧城市服务中心', '临夏市'],
    ['安阳市北关区便民服务中心', '安阳市北关区'],
    ['江苏省人民检察院', '江苏省'],
    ['上海市普陀区财政局', '上海市普陀区'],
    ['内蒙古自治区财政厅', '内蒙古自治区'],
    ['山东省济南市历下区教育局', '山东省济南市历下区'],
    ['发展研究中心', null],
  ])('%s lies in %s', (name, region) => {
    expect(regionOf(name)).toBe(region);
  });
});
