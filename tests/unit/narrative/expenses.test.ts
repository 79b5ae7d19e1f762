import { describe, expect, test } from 'vitest';
import { brief, contextOf, narrate, told } from './support';

describe('六、基本支出', () => {
  const section = '六、一般公共预算财政拨款基本支出决算情况说明';

  test('人员经费 and 公用经费 with their changes and parts', () => {
    const { facts, statements, warnings } = narrate(
      section,
      '2023年度一般公共预算财政拨款基本支出30.00万元。其中：\n人员经费20.00万元,较上年决算数增加3.91万元,增长24.30%,主要原因是人员变动，人员经费用途主要包括基本工资15.00万元、奖金。\n公用经费10.00万元，较上年决算数减少5.00万元，下降33.33%，主要原因是压减。公用经费用途主要包括办公费 9.38 万元、印刷费 0.5\n万元、办公设备购置0.12万元。',
    );
    expect(brief(facts)).toEqual([
      '合计 basic final 30',
      '人员经费 basic final 20',
      '人员经费 basic prior_final 16.09 derived',
      '30101 total final 15',
      '公用经费 basic final 10',
      '公用经费 basic prior_final 15 derived',
      '30201 total final 9.38',
      '30202 total final 0.5',
      '31002 total final 0.12',
    ]);
    expect(facts.every((fact) => fact.fund === 'general')).toBe(true);
    expect(facts.at(-1)).toMatchObject({ classification: 'economy', note: 'part of 公用经费', line: 6 });
    expect(statements.find((s) => s.item === '人员经费')!.reason).toBe('人员变动');
    expect(warnings).toEqual([]);
  });

  test('a part that the economic classification does not know keeps its name', () => {
    const { facts } = narrate(section, '公用经费10.00万元，主要包括：办公耗材1.00万元。');
    expect(facts[1]).toMatchObject({
      classification: 'economy',
      subject_code: null,
      subject_name: '办公耗材',
    });
  });
});

describe('七、八: the other budgets', () => {
  test('zero is a fact; no amount is none', () => {
    const fund = narrate(
      '七、政府性基金预算财政拨款支出决算情况说明',
      '2023年度政府性基金预算财政拨款支出年初预算为0.00万\n元，支出决算为 0.00 万元，完成年初预算的 0.00%。',
    );
    expect(fund.facts.map((f) => [f.fund, f.subject_name, f.stage, f.amount])).toEqual([
      ['government_fund', '合计', 'initial_budget', 0n],
      ['government_fund', '合计', 'final', 0n],
    ]);
    expect(
      narrate(
        '八、国有资本经营预算财政拨款支出情况说明',
        '本部门2023年度没有使用国有资本经营预算安排的支出。',
      ).facts,
    ).toEqual([]);
    const capital = narrate(
      '八、国有资本经营预算财政拨款支出决算情况说明',
      '国有资本经营预算财政拨款支出1.00万元，其中：基本支出0.40万元，项目支出0.60万元。',
    );
    expect(capital.facts.map((f) => [f.fund, f.measure, f.stage])).toEqual([
      ['state_capital', 'total', 'final'],
      ['state_capital', 'basic', 'final'],
      ['state_capital', 'project', 'final'],
    ]);
  });
});

describe('九、“三公”经费', () => {
  const section = '九、财政拨款“三公”经费支出决算情况说明';

  test('budget and last year have a reason each: two statements', () => {
    const { facts, statements, warnings } = narrate(
      section,
      '（一）总体情况\n2024 年度“三公”经费支出全年预算数为 31.00 万元,支\n出决算为 6.00 万元,决算数小于预算数的主要原因是其中 25\n万元为因公出国境预算数，本年度未出国，\n较上年决算数增加 0.53 万元，增长 9.78%,主要原因是 3\n辆公务用车维修成本较高。',
    );
    expect(brief(facts)).toEqual([
      'SG total adjusted_budget 31',
      'SG total final 6',
      'SG total prior_final 5.47 derived',
    ]);
    expect(facts[0]).toMatchObject({
      classification: 'three_public',
      fund: 'fiscal',
      subject_name: '“三公”经费合计',
      subject_level: 0,
    });
    expect(facts.map((f) => f.line)).toEqual([4, 5, 7]);
    expect(statements.map(told)).toEqual([
      { item: '增减明细', subject_code: 'SG1', adjusted_budget: '25' },
      {
        item: '“三公”经费',
        subject_code: 'SG',
        adjusted_budget: '31',
        final: '6',
        reason: '其中 25万元为因公出国境预算数，本年度未出国',
      },
      {
        item: '“三公”经费',
        subject_code: 'SG',
        final: '6',
        change: '0.53',
        prior_final: '5.47',
        change_rate: '9.78',
        reason: '3辆公务用车维修成本较高',
      },
    ]);
    expect(warnings).toEqual([]);
  });

  test('components, under the names that regions use', () => {
    const { facts, warnings } = narrate(
      section,
      '（二）具体情况\n1.因公出国(境)费用全年预算数为 25.00 万元,支出决算为 0 万元，较上年决算数持平。\n2．公务用车购置及运行费预算为 6.00 万元，支出决算为 5.00 万元，完成预算的 83.33%。其中：1.公务用车购置支出为 0.00 万元，购置车辆 0 台。公务用车运行维护支出 5.00 万元。\n3.公务接待费年初预算为 1.00 万元，支出决算为0.50万元。其中：外宾接待支出 0.20 万元。其他国内公务接待支出 0.30 万元。',
    );
    expect(brief(facts)).toEqual([
      'SG1 total adjusted_budget 25',
      'SG1 total final 0',
      'SG1 total prior_final 0 derived',
      'SG2 total adjusted_budget 6',
      'SG2 total final 5',
      'SG21 total final 0',
      'SG22 total final 5',
      'SG3 total initial_budget 1',
      'SG3 total final 0.5',
      '外事接待费 total final 0.2',
      '国内公务接待费 total final 0.3',
    ]);
    expect(facts.filter((f) => f.subject_code === null).every((f) => f.classification === 'summary')).toBe(
      true,
    );
    expect(warnings).toEqual([]);
  });

  test('components detailed after 其中 share the comparison of the sentence before', () => {
    const { facts } = narrate(
      section,
      '“三公”经费支出预算为0.95万元，支出决算为0.90万元，其中：因公出国（境）费支出决算为0.00万元；公务接待费支出决算为0.90万元。“三公”经费支出决算数与2022年度持平。其中：因公出国（境）费支出决算持平；公务接待费支出决算持平。',
    );
    expect(brief(facts).filter((line) => line.endsWith('derived'))).toEqual([
      'SG total prior_final 0.9 derived',
      'SG1 total prior_final 0 derived',
      'SG3 total prior_final 0.9 derived',
    ]);
  });

  test('the same figure said twice is two facts, the second with the first in its note', () => {
    const { facts } = narrate(
      section,
      '公务接待费支出决算0.50万元，占100.00%。\n3.公务接待费预算为1.00万元，支出决算为0.50万元。',
    );
    expect(facts.map((f) => f.fact_id)).toEqual([
      'narrative-九-SG3-final',
      'narrative-九-SG3-adjusted_budget',
      'narrative-九-SG3-final-2',
    ]);
    expect(facts[2]!.note).toBe('repeats narrative-九-SG3-final');
  });

  test('减少 with a negative figure is a decrease, and is reported', () => {
    const { facts, warnings } = narrate(section, '公务接待费支出决算为1.00万元，较上年决算数减少-0.50万元。');
    expect(brief(facts)[1]).toBe('SG3 total prior_final 1.5 derived');
    expect(warnings.map((w) => w.code)).toEqual(['narrative_sign_unclear']);
    const risen = narrate(section, '公务接待费支出决算为1.00万元，较上年决算数增加-0.50万元，增长-33.33%。');
    expect(brief(risen.facts)[1]).toBe('SG3 total prior_final 1.5 derived');
    expect(told(risen.statements[0]!).change_rate).toBe('-33.33');
    expect(risen.warnings).toEqual([]);
  });
});

describe('十、十一', () => {
  test('机关运行经费 with its parts, then its own change after them', () => {
    const { facts, statements } = narrate(
      '十、机关运行经费支出情况说明',
      '2023 年度本部门机关运行经费支出 6.87 万元,机关运行经费主要用于开支办公费 1.71 万元、差旅费 0.47 万元。机关运行经费较上年决算数减少 0.55 万元,下降 0.89%,主要原因是压减。\n本年度会议费支出 0.00 万元,较上年决算数减少 0.0 万元。\n本年度培训费支出 35.25 万元，较上年决算数增加 5.63 万元，增长 19.01%。',
    );
    expect(brief(facts)).toEqual([
      '机关运行经费 total final 6.87',
      '30201 total final 1.71',
      '30211 total final 0.47',
      '机关运行经费 total prior_final 7.42 derived',
      '会议费 total final 0',
      '会议费 total prior_final 0 derived',
      '培训费 total final 35.25',
      '培训费 total prior_final 29.62 derived',
    ]);
    // The rate is kept as printed although 0.55 of 7.42 is no 0.89 %.
    expect(
      statements
        .filter((s) => s.item === '机关运行经费')
        .map(told)
        .at(-1),
    ).toMatchObject({ change: '-0.55', change_rate: '-0.89' });
    // 0.00 to 100 元, 0.0 to 1000 元.
    expect(facts[5]).toMatchObject({
      resolution: 110_000n,
      note: 'implied: final 0.00万元 less change 0.0万元',
    });
  });

  test('a list of parts that runs on into the change of its subject', () => {
    const { facts } = narrate(
      '十、机关运行经费支出情况说明',
      '2023年度本部门机关运行经费支出187.57万元,机关运行经费主要用于日常开支，如办公费、差旅费等，机关运行经费较上年决算数增加 64.06 万元，增长 51.86%。',
    );
    expect(brief(facts)).toEqual([
      '机关运行经费 total final 187.57',
      '机关运行经费 total prior_final 123.51 derived',
    ]);
  });

  test('政府采购: total, kinds, and what went to small enterprises with its share', () => {
    const { facts, statements, warnings } = narrate(
      '十一、政府采购支出情况说明',
      '2023 年度本部门政府采购支出合计 8.18 万元,其中:政府采购货物支出 4.74 万元、政府采购工程支出 0.00 万元、政府采购服务支出 3.44 万元。授予中小企业合同金\n额 4.74 万元,占政府采购支出总额的 57.95%,其中:授予小微企业合同金额 4.70 万元,占授予中小企业合同金额的 99.16%。',
    );
    expect(brief(facts)).toEqual([
      '政府采购支出 total final 8.18',
      '政府采购货物支出 total final 4.74',
      '政府采购工程支出 total final 0',
      '政府采购服务支出 total final 3.44',
      '授予中小企业合同金额 total final 4.74',
      '授予小微企业合同金额 total final 4.7',
    ]);
    expect(facts.map((f) => f.line)).toEqual([3, 3, 3, 3, 4, 4]);
    expect(statements.map(told).slice(4)).toEqual([
      { item: '授予中小企业合同金额', final: '4.74', share: '57.95' },
      { item: '授予小微企业合同金额', final: '4.7', share: '99.16' },
    ]);
    expect(warnings).toEqual([]);
  });

  test('sections under 其他重要事项 are known by their own headings', () => {
    const { facts } = narrate(
      '十一、其他重要事项的情况说明',
      '（一）机关运行经费支出情况\n机关运行经费支出184.65万元，比2022年度增加2.55万元，增长1.40%。\n（二）政府采购支出情况\n某市某某局2023年度政府采购金额（以合同签订为准）为251.25万元，其中：货物采购金额4.79万元、工程采购金额0万元、服务采购金额246.46万元。',
      contextOf(),
    );
    expect(brief(facts)).toEqual([
      '机关运行经费 total final 184.65',
      '机关运行经费 total prior_final 182.1 derived',
      '政府采购支出 total final 251.25',
      '政府采购货物支出 total final 4.79',
      '政府采购工程支出 total final 0',
      '政府采购服务支出 total final 246.46',
    ]);
  });
});
