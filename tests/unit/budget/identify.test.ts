import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../../../src/documents/errors';
import { isBudget, locateBudget } from '../../../src/extract/budget';
import { read, row } from './small-budget';

const HEAD = '部门：江西省某某县档案局 单位：万元';

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
