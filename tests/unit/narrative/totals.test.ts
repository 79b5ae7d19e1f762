import { describe, expect, test } from 'vitest';
import { brief, narrate, told } from './support';

describe('收支总体', () => {
  test('one total for both sides, its change against last year, and the last year that it implies', () => {
    const { facts, statements, warnings } = narrate(
      '一、收入支出决算总体情况说明',
      '2023 年度收、支总计均为 100.00 万元。与上年度相比,收、支总计各减少 20.5 万元,下降 17.01%,主要原因是项目减少。',
    );
    expect(brief(facts)).toEqual([
      '收入总计 total final 100',
      '支出总计 total final 100',
      '收入总计 total prior_final 120.5 derived',
      '支出总计 total prior_final 120.5 derived',
    ]);
    // 100.00 is good to 100 元, 20.5 to 1000 元: the implied figure to their sum.
    expect(facts[2]).toMatchObject({
      flow: 'balance',
      fund: 'all',
      resolution: 110_000n,
      note: 'implied: final 100.00万元 less change −20.5万元',
      quote: '收、支总计各减少 20.5 万元',
      printed_value: null,
    });
    expect(statements.map(told)).toEqual([
      {
        item: '收支总计',
        final: '100',
        change: '-20.5',
        prior_final: '120.5',
        change_rate: '-17.01',
        reason: '项目减少',
      },
    ]);
    expect(warnings).toEqual([]);
  });

  test.each([
    [
      '收入总计1,234.56万元，支出总计1,234.56万元。与2022年度相比，收、支总计各增加34.56万元，增长2.88%。',
      '1200',
    ],
    [
      '某市某某局2023年度收入支出总计1234.56万元。与2022年度相比，收入支出总计增加34.56万元，增长2.88%。',
      '1200',
    ],
    ['2023年度收支总计12345600.00元，较上年增长2.88%，增加345600.00元。', '1200'],
    ['2023年度收、支总计均为１２３４．５６万元，同比增加34.56万元，增幅2.88%。', '1200'],
  ])('%s', (text, prior) => {
    const { facts, warnings } = narrate('一、收入支出决算总体情况说明', text);
    const implied = facts.filter((fact) => fact.stage === 'prior_final').map((fact) => fact.subject_name);
    expect(implied).toEqual(['收入总计', '支出总计']);
    expect(brief(facts).filter((line) => line.includes('prior'))[0]).toContain(` ${prior} derived`);
    expect(warnings).toEqual([]);
  });

  test('a change against the budget or another year implies no last year', () => {
    const budget = narrate(
      '一、收入支出决算总体情况说明',
      '2023年度收、支总计均为10.00万元，比年初预算增加2.00万元。',
    );
    expect(budget.facts.filter((fact) => fact.derived)).toEqual([]);
    expect(budget.statements.map(told)).toContainEqual({ item: '增减明细', change: '2' });
    const other = narrate(
      '一、收入支出决算总体情况说明',
      '2023年度收、支总计均为10.00万元，比2020年度增加2.00万元。',
    );
    expect(other.facts.filter((fact) => fact.derived)).toEqual([]);
  });

  test('持平 implies last year; 基本持平 does not', () => {
    const flat = narrate(
      '四、财政拨款收入支出决算总体情况说明',
      '财政拨款收、支总计均为10.00万元，与上年度相比持平。',
    );
    expect(brief(flat.facts).slice(2)).toEqual([
      '收入总计 total prior_final 10 derived',
      '支出总计 total prior_final 10 derived',
    ]);
    expect(flat.facts[2]).toMatchObject({ fund: 'fiscal', note: 'implied: final 10.00万元, 持平' });
    const hedged = narrate(
      '四、财政拨款收入支出决算总体情况说明',
      '财政拨款收、支总计均为10.00万元，与上年度相比基本持平。',
    );
    expect(hedged.facts.every((fact) => !fact.derived)).toBe(true);
  });

  test('a printed figure of last year is a fact of its own', () => {
    const { facts } = narrate('一、收入支出决算总体情况说明', '支出总计90.00万元，上年决算数为80.00万元。');
    expect(brief(facts)).toEqual(['支出总计 total final 90', '支出总计 total prior_final 80']);
    expect(facts[1]!.derived).toBe(false);
  });

  test('carry-over lines', () => {
    const { facts } = narrate(
      '一、收入支出决算总体情况说明',
      '收入总计10.00万元，其中：年初结转和结余1.00万元；年末结转和结余2.00万元。',
    );
    expect(brief(facts)).toEqual([
      '收入总计 total final 10',
      '年初结转和结余 total final 1',
      '年末结转和结余 total final 2',
    ]);
  });
});

describe('收入和支出的构成', () => {
  test('origins and kinds of expenditure are the cells of the 合计 row, with their shares', () => {
    const income = narrate(
      '二、收入决算情况说明',
      '2023 年度收入合计 162.25 万元，其中：财政拨款收入 160.25 万元，占 98.77%；其他收入 2.00\n万元，占 1.23%。',
    );
    expect(brief(income.facts)).toEqual([
      '合计 total final 162.25',
      '合计 fiscal_appropriation final 160.25',
      '合计 other final 2',
    ]);
    expect(income.facts.every((fact) => fact.flow === 'revenue' && fact.fund === 'all')).toBe(true);
    expect(income.facts[2]!.line).toBe(3);
    expect(income.statements.map(told)).toContainEqual({ item: '其他收入', final: '2', share: '1.23' });

    const spent = narrate(
      '三、支出决算情况说明',
      '本年支出合计10.00万元，其中：基本支出7.00万元，占70.00%;项目支出3.00万元,占30.00%；对附属单位补助支出0.00万元，占0.00%。',
    );
    expect(brief(spent.facts)).toEqual([
      '合计 total final 10',
      '合计 basic final 7',
      '合计 project final 3',
      '合计 affiliate_subsidy final 0',
    ]);
  });

  test('an unknown label is reported with its line, and what follows it is not given to the subject before', () => {
    const { facts, warnings } = narrate(
      '三、支出决算情况说明',
      '支出合计10.00万元，其中：\n某某专款5.00万元，支出决算为4.00万元。',
    );
    expect(brief(facts)).toEqual(['合计 total final 10']);
    expect(warnings.map((w) => [w.code, w.line])).toEqual([
      ['narrative_amount_unread', 4],
      ['narrative_amount_unread', 4],
    ]);
  });

  test('a missing unit is that of the passage, with a note and a warning', () => {
    const { facts, warnings } = narrate(
      '三、支出决算情况说明',
      '支出合计10.00万元，其中：基本支出7.00，占70%。',
    );
    expect(brief(facts)).toEqual(['合计 total final 10', '合计 basic final 7']);
    expect(facts[1]).toMatchObject({ printed_unit: null, note: 'unit not printed; read as 万元' });
    expect(warnings.map((w) => w.code)).toEqual(['unit_missing_in_text']);
  });

  test('a budget disclosure is not read as an account', () => {
    const context = { subjects: [], document: { ...narrateDocument(), kind: 'budget' as const } };
    expect(narrate('二、收入决算情况说明', '收入合计10.00万元。', context).facts).toEqual([]);
  });
});

function narrateDocument() {
  return {
    doc_id: 'test',
    title: '',
    region: '',
    department: '',
    fiscal_year: 2023,
    scope: 'department' as const,
    unit_printed: '万元' as const,
    file_name: '',
    sha256: '',
    pages: null,
    forms_present: '',
    source_url: null,
    published: null,
    warnings: 0,
  };
}
