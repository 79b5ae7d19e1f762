import { describe, expect, it } from 'vitest';
import { JIANGSU, read, SHANGHAI, told } from './small-budget';

describe('a budget in the layout of 上海', () => {
  const reading = read(SHANGHAI);

  it('is known for what it is', async () => {
    const { document, warnings } = await reading;
    expect(document).toMatchObject({
      doc_id: '上海市某某区-上海市某某区档案馆-2031-budget',
      title: '上海市某某区档案馆2031年度部门预算公开',
      kind: 'budget',
      scope: 'department',
      region: '上海市某某区',
      department: '上海市某某区档案馆',
      fiscal_year: 2031,
      unit_printed: '元',
      forms_present: 'B01,B02,B03,B04,B05,B06,B07,B08,B09',
      pages: 12,
    });
    expect(warnings).toEqual([]);
  });

  it('gives the lists of B01 and B04, a printed zero as a fact and a blank as none', async () => {
    const extraction = await reading;
    expect(told(extraction, 'B01')).toEqual([
      'revenue origin 财政拨款收入 fiscal total 1,000.00',
      'expenditure function 201 all total 700.50',
      'revenue origin 一般公共预算财政拨款收入 general total 900.00',
      'expenditure function 208 all total 349.50',
      'revenue origin 政府性基金预算财政拨款收入 government_fund total 100.00',
      'revenue origin 事业收入 all total 50.00',
      'revenue origin 经营收入 all total 0.00',
      'balance summary 收入总计 all total 1,050.00',
      'balance summary 支出总计 all total 1,050.00',
    ]);
    expect(told(extraction, 'B04')).toEqual([
      'revenue origin 一般公共预算财政拨款收入 general total 900.00',
      'expenditure function 201 fiscal total 1,000.00',
      'expenditure function 201 general total 900.00',
      'expenditure function 201 government_fund total 100.00',
      'revenue origin 政府性基金预算财政拨款收入 government_fund total 100.00',
      'balance summary 收入总计 fiscal total 1,000.00',
      'balance summary 支出总计 fiscal total 1,000.00',
      'balance summary 支出总计 general total 900.00',
      'balance summary 支出总计 government_fund total 100.00',
    ]);
  });

  it('gives the rows by subject, over a page break with its head repeated', async () => {
    const extraction = await reading;
    expect(told(extraction, 'B02')).toEqual([
      'revenue function 201 all total 700.50',
      'revenue function 201 all fiscal_appropriation 650.50',
      'revenue function 201 all business 50.00',
      'revenue function 20126 all total 700.50',
      'revenue function 20126 all fiscal_appropriation 650.50',
      'revenue function 20126 all business 50.00',
      'revenue function 2012601 all total 700.50',
      'revenue function 2012601 all fiscal_appropriation 650.50',
      'revenue function 2012601 all business 50.00',
      'revenue summary 合计 all total 1050.00',
      'revenue summary 合计 all fiscal_appropriation 1000.00',
      'revenue summary 合计 all business 50.00',
    ]);
    expect(told(extraction, 'B03')).toEqual([
      'expenditure function 201 all total 700.50',
      'expenditure function 201 all basic 700.50',
      'expenditure function 20126 all total 700.50',
      'expenditure function 20126 all basic 700.50',
      'expenditure function 2012601 all total 700.50',
      'expenditure function 2012601 all basic 700.50',
      'expenditure summary 合计 all total 1050.00',
      'expenditure summary 合计 all basic 900.50',
      'expenditure summary 合计 all project 149.50',
    ]);
    expect(told(extraction, 'B05')).toContain('expenditure function 201 general basic 0.00');
    expect(told(extraction, 'B07')).toContain('expenditure function 212 government_fund project 100.00');
    expect(told(extraction, 'B08')).toEqual([]);
  });

  it('gives the economic subjects, a lost zero put back and told', async () => {
    const extraction = await reading;
    expect(told(extraction, 'B06')).toEqual([
      'expenditure economy 301 general total 800.00',
      'expenditure economy 301 general personnel 800.00',
      'expenditure economy 30101 general total 800.00',
      'expenditure economy 30101 general personnel 800.00',
      'expenditure summary 合计 general total 900.00',
      'expenditure summary 合计 general personnel 800.00',
      'expenditure summary 合计 general office 100.00',
    ]);
    const restored = extraction.facts.find((fact) => fact.subject_code === '30101');
    expect(restored).toMatchObject({ printed_code: '301 1', note: 'code restored: a leading zero was lost' });
  });

  it('reads “三公” in its own unit', async () => {
    const extraction = await reading;
    expect(told(extraction, 'B09')).toEqual([
      'expenditure three_public SG fiscal total 10.81',
      'expenditure three_public SG1 fiscal total 0',
      'expenditure three_public SG2 fiscal total 9.98',
      'expenditure three_public SG22 fiscal total 9.98',
      'expenditure three_public SG3 fiscal total 0.83',
      'expenditure summary 机关运行经费 fiscal total 217.83',
    ]);
    expect(extraction.facts.find((fact) => fact.subject_code === 'SG')).toMatchObject({
      amount: 10_810_000n,
      resolution: 10_000n,
      printed_unit: '万元',
      stage: 'initial_budget',
      source: 'budget_form',
      page: 11,
    });
  });
});

describe('a budget in the layout of 江苏', () => {
  const reading = read(JIANGSU);

  it('is known for what it is, and its table of procurement is kept by name', async () => {
    const { document, warnings } = await reading;
    expect(document).toMatchObject({
      doc_id: '江苏省-江苏省某某厅-2018-budget',
      unit_printed: '万元',
      forms_present: 'B01,B02,B03,B04,B05,B06,B07,B09,B10,B11,B12',
    });
    expect(warnings).toMatchObject([
      { code: 'form_unknown', message: '不认识的表“十二、政府采购支出预算表”，3 行 6 列，没有读取' },
    ]);
  });

  it('gives three lists side by side, a name cut by the page joined, totals under the last list', async () => {
    expect(told(await reading, 'B01')).toEqual([
      'revenue origin 财政拨款收入 fiscal total 90.00',
      'expenditure function 201 all total 60.00',
      'expenditure summary 基本支出 all basic 70.00',
      'revenue origin 一般公共预算财政拨款收入 general total 90.00',
      'expenditure summary 项目支出 all project 25.50',
      'expenditure function 208 all total 40.00',
      'expenditure summary 单位预留机动经费 all contingency 4.50',
      'revenue origin 财政专户管理资金 all total 2.00',
      'revenue origin 其他资金 all total 8.00',
      'revenue summary 本年收入合计 all total 100.00',
      'expenditure summary 本年支出合计 all total 100.00',
      'balance summary 收入总计 all total 100.00',
      'balance summary 支出总计 all total 100.00',
    ]);
  });

  it('gives the list of origins with its groups', async () => {
    const { facts } = await reading;
    expect(told({ facts }, 'B02')).toEqual([
      'balance summary 收入总计 all total 100.00',
      'revenue origin 一般公共预算财政拨款收入 general total 90.00',
      'revenue origin 公共财政拨款（补助）资金 general total 90.00',
      'revenue origin 财政专户管理资金 all total 2.00',
      'revenue origin 专户管理教育收费 all total 2.00',
      'revenue origin 其他资金 all total 8.00',
      'revenue origin 其他收入 all total 8.00',
    ]);
    const levels = facts.filter((fact) => fact.form === 'B02').map((fact) => fact.subject_level);
    expect(levels).toEqual([0, 1, 2, 1, 2, 1, 2]);
  });

  it('gives the one row of B03 and the uses of B04', async () => {
    const extraction = await reading;
    expect(told(extraction, 'B03')).toEqual([
      'expenditure summary 合计 all total 100.00',
      'expenditure summary 合计 all basic 70.00',
      'expenditure summary 合计 all project 25.50',
      'expenditure summary 合计 all contingency 4.50',
    ]);
    expect(told(extraction, 'B04')).toEqual([
      'revenue origin 一般公共预算财政拨款收入 general total 90.00',
      'expenditure summary 基本支出 fiscal basic 65.00',
      'expenditure summary 项目支出 fiscal project 20.50',
      'expenditure summary 单位预留机动经费 fiscal contingency 4.50',
      'balance summary 收入总计 fiscal total 90.00',
      'balance summary 支出总计 fiscal total 90.00',
    ]);
  });

  it('tells forms apart that print the same head', async () => {
    const extraction = await reading;
    expect(told(extraction, 'B10')).toEqual([
      'expenditure summary 合计 fiscal total 90.00',
      'expenditure function 201 fiscal total 90.00',
    ]);
    expect(told(extraction, 'B11')).toEqual([
      'expenditure summary 合计 fiscal total 65.00',
      'expenditure economy 301 fiscal total 65.00',
      'expenditure economy 30101 fiscal total 65.00',
    ]);
    expect(told(extraction, 'B05')).toEqual([
      'expenditure summary 合计 general total 90.00',
      'expenditure function 20103 general total 90.00',
    ]);
    expect(told(extraction, 'B06')).toEqual([
      'expenditure summary 合计 general total 65.00',
      'expenditure economy 302 general total 65.00',
    ]);
    expect(told(extraction, 'B12')).toEqual([
      'expenditure summary 机关运行经费 general office 12.00',
      'expenditure economy 30201 general office 12.00',
    ]);
  });

  it('joins a title broken over two lines and tells 合计 from that of “三公”', async () => {
    expect(told(await reading, 'B09')).toEqual([
      'expenditure three_public SG fiscal total 6.00',
      'expenditure three_public SG1 fiscal total 1.00',
      'expenditure three_public SG2 fiscal total 3.00',
      'expenditure three_public SG21 fiscal total 0',
      'expenditure three_public SG22 fiscal total 3.00',
      'expenditure three_public SG3 fiscal total 2.00',
      'expenditure summary 会议费 fiscal total 3.50',
      'expenditure summary 培训费 fiscal total 0.50',
      'expenditure summary “三公”经费、会议费、培训费合计 fiscal total 10.00',
    ]);
  });
});
