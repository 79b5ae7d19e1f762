import { describe, expect, it } from 'vitest';
import { read, row } from './small-budget';

const FORM = [
  '2031年部门一般公共预算支出功能分类预算表',
  '编制部门：上海市某某区档案馆 单位：元',
  row('科目编码', '科目名称', '合计', '基本支出', '项目支出'),
  row('201', '一般公共服务支出', '30000.00', '10000.00', '20000.00'),
  row('20126', '档案事务', '30000.00', '10000.00', '20000.00'),
  row('2012601', '行政运行', '10000.00', '10000.00', ''),
  row('2012604', '档案馆', '20000.00', '', '20000.00'),
  row('208', '社会保障和就业支出', '5000.00', '5000.00', ''),
  row('20805', '行政事业单位养老支出', '5000.00', '5000.00', ''),
  row('2080501', '行政单位离退休', '5000.00', '5000.00', ''),
  row('合计', '', '35000.00', '15000.00', '20000.00'),
];

const told = async (lines: readonly string[]) => {
  const { statements, indicators, facts } = await read([...FORM, ...lines]);
  return {
    indicators,
    narrative: facts.filter((fact) => fact.source === 'narrative'),
    statements: statements.map((s) => [
      s.item,
      s.subject_code,
      s.initial_budget,
      s.change,
      s.change_rate,
      s.reason,
    ]),
  };
};

describe('the narrative of a budget of 上海', () => {
  it('gives items with their change and reason, over wrapped lines, once where a page is printed twice', async () => {
    const items = [
      '2031年部门预算编制说明',
      '1、一般公共服务支出（201类）档案事务（26款）行政运行（01项）1.00万元。主要用于：行政单位的基本支出。',
      '2030年当年预算执行数为1.25万元，2031年预算安排1.00万元，比2030年预算执行数减少20%。主要原因是：部分人',
      '员退休。',
      '2.“一般公共服务支出（类）档案事务（款）档案馆（项）”2.00万元，主要用于馆藏。',
    ];
    const { statements } = await told([...items, ...items.slice(1)]);
    expect(statements).toEqual([
      ['年初预算', '2012601', 1_000_000n, null, '-20', '部分人员退休'],
      ['年初预算', '2012604', 2_000_000n, null, null, null],
    ]);
  });

  it('gives “三公”, procurement and vehicles', async () => {
    const { statements, indicators, narrative } = await told([
      '其他相关情况说明',
      '一、2031年“三公”经费预算情况说明',
      '2031年“三公”经费预算数为10.81万元，比2030年预算减少1.20万元。其中：',
      '（一）因公出国（境）费0万元，与2030年预算持平，主要原因是无变化。',
      '（二）公务用车购置及运行费9.98万元，与2030年预算持平。其中：公务用车购置费0万元，与2030年预算持平；公务用车',
      '运行费9.98万元，与2030年预算持平。',
      '（三）公务接待费0.83万元。比2030年预算减少1.20万元，主要原因是厉行节约。',
      '三、政府采购预算情况',
      '2031年本部门政府采购预算40.10万元，其中：政府采购货物预算3.66万元、政府采购工程预算36.44万元、政府采购服务预算0万',
      '元。',
      '五、国有资产占有使用情况',
      '截至2030年8月31日，共有车辆3辆，其中：机要通信用车1辆、执法执勤用车2辆；单价100万元（含）以上设备（不含车',
      '辆）4台（套）。',
      '2031年部门预算安排购置车辆0辆，其中：执法执勤用车0辆；购置单价100万元（含）以上设备（不含车辆）0台（套）。',
    ]);
    expect(statements).toEqual([
      ['“三公”经费', 'SG', 10_810_000n, -1_200_000n, null, null],
      ['因公出国（境）费', 'SG1', 0n, 0n, null, '无变化'],
      ['公务用车购置及运行维护费', 'SG2', 9_980_000n, 0n, null, null],
      ['公务用车购置费', 'SG21', 0n, 0n, null, null],
      ['公务用车运行维护费', 'SG22', 9_980_000n, 0n, null, null],
      ['公务接待费', 'SG3', 830_000n, -1_200_000n, null, '厉行节约'],
      ['政府采购支出', null, 40_100_000n, null, null, null],
      ['政府采购货物支出', null, 3_660_000n, null, null, null],
      ['政府采购工程支出', null, 36_440_000n, null, null, null],
      ['政府采购服务支出', null, 0n, null, null, null],
    ]);
    expect(narrative.map((f) => [f.subject_name, f.stage, f.amount, f.resolution])).toEqual([
      ['政府采购支出', 'initial_budget', 40_100_000n, 10_000n],
      ['政府采购货物支出', 'initial_budget', 3_660_000n, 10_000n],
      ['政府采购工程支出', 'initial_budget', 36_440_000n, 10_000n],
      ['政府采购服务支出', 'initial_budget', 0n, 1_000_000n],
    ]);
    expect(indicators.map((i) => [i.code, i.subject_name, i.value])).toEqual([
      ['vehicles_owned', null, '3'],
      ['vehicles_owned', '机要通信用车', '1'],
      ['vehicles_owned', '执法执勤用车', '2'],
      ['equipment_over_1m', null, '4'],
    ]);
  });
});

describe('the narrative of a budget of 江苏', () => {
  it('finds the subject by the names of 款 and 项 under the class above', async () => {
    const { statements } = await told([
      '第三部分 2031年度部门预算情况说明',
      '五、财政拨款支出预算情况说明',
      '（一）一般公共服务（类）',
      '1．档案事务（款）行政运行（项）支出1.00万元，与上年相比增加0.20万元，增长25.00%。主要原因是人员',
      '经费政策性调增。',
      '2．档案事务（款）机关服务（项）支出7.00万元，与上年预算数一致。',
      '（二）社会保障和就业支出（类）',
      '1. 行政事业单位养老（款）行政单位离退休（项）支出0.50万元，与上年预算数一致。',
      '十一、一般公共预算机关运行经费支出预算情况说明',
      '2031年本部门一般公共预算机关运行经费预算支出3.00万元，与上年相比减少1.00万元，下降25%。主要原因是厉行节约。',
    ]);
    expect(statements).toEqual([
      ['年初预算', '2012601', 1_000_000n, 200_000n, '25.00', '人员经费政策性调增'],
      ['年初预算', '2080501', 500_000n, 0n, null, null],
      ['机关运行经费', null, 3_000_000n, -1_000_000n, '-25', '厉行节约'],
    ]);
  });
});
