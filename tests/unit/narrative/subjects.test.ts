import { describe, expect, test } from 'vitest';
import { functionTarget } from '../../../src/extract/narrative/subjects';
import { brief, contextOf, narrate, subjectsOf, told } from './support';

const SUBJECTS = subjectsOf(
  '201 一般公共服务支出;20103 政府办公厅（室）及相关机构事务;2010301 行政运行;2010350 事业运行;2010399 其他政府办公厅（室）及相关机构事务支出;20106 财政事务;2010601 行政运行;208 社会保障和就业支出;20805 行政事业单位养老支出;2080502 事业单位离退休;210 卫生健康支出;21011 行政事业单位医疗;2101103 公务员医疗补助',
);
const context = contextOf(SUBJECTS);

describe('names of functional subjects', () => {
  test.each([
    ['一般公共服务支出', '201'],
    ['一般公共服务', '201'],
    ['一般公共服务（类）支出', '201'],
    ['社会保障和就业支出（类）支出', '208'],
    ['卫生健康（类）行政事业单位医疗（款）', '21011'],
    ['卫生健康支出（类）行政事业单位医疗（款）公务员医疗补助（项）', '2101103'],
    ['一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）', '2010301'],
    ['一般公共服务支出（类）财政事务（款）行政运行（项）', '2010601'],
    [
      '一般公共服务（类）政府办公厅（室）及相关机构事务（款）其他政府办公厅（室）及相关机构事务支出（项）',
      '2010399',
    ],
    ['2010350事业运行', '2010350'],
  ])('%s', (label, code) => {
    expect(functionTarget(label, SUBJECTS)?.code).toBe(code);
  });

  test('a class that the forms do not print still has its code, under any of its names', () => {
    expect(functionTarget('医疗卫生与计划生育支出', [])?.code).toBe('210');
    expect(functionTarget('教育（类）', [])?.code).toBe('205');
  });

  test('an old 款 name leads to the 项 by its own name, and says so', () => {
    const found = functionTarget(
      '社会保障和就业支出（类）行政事业单位离退休（款）事业单位离退休（项）',
      SUBJECTS,
    );
    expect(found).toMatchObject({
      code: '2080502',
      note: '款 printed 行政事业单位离退休; 项 found by its name under 208',
    });
  });

  test('a name that several 项 bear, or none, gets no code and a reason', () => {
    const several = functionTarget('一般公共服务支出（类）某某事务（款）行政运行（项）', SUBJECTS);
    expect(several).toMatchObject({
      code: null,
      name: '行政运行',
      problem: { code: 'narrative_subject_unresolved' },
    });
    expect(functionTarget('卫生健康支出（类）公共卫生（款）疾控（项）', SUBJECTS)?.code).toBeNull();
    expect(functionTarget('项目支出', SUBJECTS)).toBeNull();
  });
});

describe('五、一般公共预算财政拨款支出', () => {
  const section = '五、一般公共预算财政拨款支出决算情况说明';

  test('structure: classes with their shares', () => {
    const { facts, statements } = narrate(
      section,
      '（二）结构情况。\n2023年度一般公共预算财政拨款支出10.00万元，主要用于以下方面：一般公共服务（类）支出7.00万元，占70.0%；卫\n生健康支出（类）3.00万元，占30%。',
      context,
    );
    expect(brief(facts)).toEqual(['合计 total final 10', '201 total final 7', '210 total final 3']);
    expect(facts.every((fact) => fact.fund === 'general')).toBe(true);
    expect(statements.map(told).slice(1)).toEqual([
      { item: '支出结构', subject_code: '201', final: '7', share: '70.0' },
      { item: '支出结构', subject_code: '210', final: '3', share: '30' },
    ]);
    expect(statements.map((s) => s.section)).toEqual(['五（二）', '五（二）', '五（二）']);
  });

  test('classes: initial budget, final, rate, reason', () => {
    const { facts, statements } = narrate(
      section,
      '（三）具体情况\n2023年度一般公共预算财政拨款支出年初预算为11.00万元，支出决算为10.00万元，完成年初预算的90.91%。其中：\n1．卫生健康支出年初预算数为 3.50 万元,支出决算为 3.00\n万元,完成年初预算的85.71%,决算数小于预算数的主\n要原因是人员调动，费用减少；压减支出。',
      context,
    );
    expect(brief(facts)).toEqual([
      '合计 total initial_budget 11',
      '合计 total final 10',
      '210 total initial_budget 3.5',
      '210 total final 3',
    ]);
    expect(facts.map((fact) => fact.line)).toEqual([4, 4, 5, 5]);
    expect(statements.map(told)[1]).toEqual({
      item: '年初预算',
      subject_code: '210',
      initial_budget: '3.5',
      final: '3',
      execution_rate: '85.71',
      reason: '人员调动，费用减少；压减支出',
    });
  });

  test('项: the sentence names it, the figures follow in the next, also after 主要用于', () => {
    const { facts, statements, warnings } = narrate(
      section,
      '（三）具体情况。\n1.一般公共服务（类）政府办公厅（室）及相关机构事务\n（款）事业运行（项）。年初预算为 211.44 万元，支出决算为\n136.53 万元，完成年初预算的 64.57%。决算数与年初预算数存\n在差异的主要原因是缩减开支，节约经费。\n2、社会保障和就业支出（类）行政事业单位离退休（款）事业单位离退休（项）。主要用于：退休人员支出。年初预算为1.76万元，支出决算为1.39万元。决算数小于预算数的主要原因：预算偏差。',
      context,
    );
    expect(brief(facts)).toEqual([
      '2010350 total initial_budget 211.44',
      '2010350 total final 136.53',
      '2080502 total initial_budget 1.76',
      '2080502 total final 1.39',
    ]);
    expect(facts.map((fact) => fact.line)).toEqual([5, 6, 8, 8]);
    expect(facts.map((fact) => fact.subject_level)).toEqual([3, 3, 3, 3]);
    expect(statements.map((s) => s.reason)).toEqual(['缩减开支，节约经费', '预算偏差']);
    expect(warnings).toEqual([]);
  });

  test('全年预算 in the narrative is an adjusted budget', () => {
    const { facts } = narrate(
      section,
      '（三）具体情况\n一般公共预算财政拨款支出年初预算为0万元，全年预算为321.02万元，支出决算为307.82万元，完成全年预算的95.89%。',
      context,
    );
    expect(brief(facts)).toEqual([
      '合计 total initial_budget 0',
      '合计 total adjusted_budget 321.02',
      '合计 total final 307.82',
    ]);
    expect(facts[0]!.resolution).toBe(1_000_000n);
  });

  test('an unresolved 项 stands as a summary line: nothing adds it, nothing takes it for the 合计', () => {
    const { facts, warnings } = narrate(
      section,
      '（三）具体情况\n1.教育支出（类）普通教育（款）小学教育（项）。年初预算为1.00万元，支出决算为2.00万元。',
      context,
    );
    expect(facts.map((f) => [f.classification, f.subject_code, f.subject_name])).toEqual([
      ['summary', null, '小学教育'],
      ['summary', null, '小学教育'],
    ]);
    expect(warnings.map((w) => w.code)).toEqual(['narrative_subject_unresolved']);
  });

  test('amounts among the reasons are statements, each with its own reason', () => {
    const { facts, statements, warnings } = narrate(
      '四、财政拨款收入支出决算总体情况说明',
      '2023年度财政拨款收入9.00万元,较上年决算数减少1.00万元,减少10.00%,主要原因是相比去年,行政运行费用减少 3.76 万元,在职人员经费减少;本年度无工会事务,费用减少 8.17 万元;养老保险费用减少4.41万元,原因是在职人员减少;代表活动费,相对去年拨入费用增加 4.98 万元;减少了印刷费用支出1.00万元。',
      contextOf(subjectsOf('2010301 行政运行')),
    );
    expect(brief(facts)).toEqual(['本年收入合计 total final 9', '本年收入合计 total prior_final 10 derived']);
    expect(
      statements
        .filter((s) => s.item === '增减明细')
        .map((s) => [s.subject_code, s.subject_name, told(s).change, s.reason]),
    ).toEqual([
      ['2010301', '行政运行费用', '-3.76', null],
      [null, '工会事务', '-8.17', null],
      [null, '养老保险费用', '-4.41', '在职人员减少'],
      [null, '代表活动费', '4.98', null],
      [null, '印刷费用', '-1', null],
    ]);
    expect(statements.at(-1)!.reason).toMatch(/^相比去年,行政运行.*1\.00万元$/);
    expect(warnings).toEqual([]);
  });
});
