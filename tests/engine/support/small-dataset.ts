import type { DocumentRow, Extraction, Fact, Indicator, Statement } from '../../../src/domain/facts';
import { parseAmount, type Unit } from '../../../src/domain/money';

type Given = Partial<Fact> & Pick<Fact, 'subject_name'>;

/** Form 05's classes, 款 and 项: 项 add up to 款, 款 to classes, classes to 合计, in each column. */
const FORM_05: readonly [
  code: string | null,
  name: string,
  level: number,
  total: string,
  basic: string,
  project: string,
][] = [
  [null, '合计', 0, '162.25', '157.25', '5.00'],
  ['201', '一般公共服务支出', 1, '136.53', '131.53', '5.00'],
  ['20103', '政府办公厅（室）及相关机构事务', 2, '136.53', '131.53', '5.00'],
  ['2010350', '事业运行', 3, '131.53', '131.53', '0.00'],
  ['2010399', '其他政府办公厅（室）及相关机构事务支出', 3, '5.00', '0.00', '5.00'],
  ['208', '社会保障和就业支出', 1, '15.62', '15.62', '0.00'],
  ['20805', '行政事业单位养老支出', 2, '15.62', '15.62', '0.00'],
  ['2080505', '机关事业单位基本养老保险缴费支出', 3, '15.62', '15.62', '0.00'],
  ['221', '住房保障支出', 1, '10.10', '10.10', '0.00'],
];
const FORM_06: readonly [code: string | null, name: string, level: number, amount: string][] = [
  ['301', '工资福利支出', 1, '140.00'],
  ['30101', '基本工资', 2, '90.50'],
  ['30102', '津贴补贴', 2, '49.50'],
  ['302', '商品和服务支出', 1, '17.25'],
  ['30201', '办公费', 2, '17.25'],
  [null, '人员经费合计', 0, '140.00'],
  [null, '公用经费合计', 0, '17.25'],
];
const THREE_PUBLIC: readonly [code: string, name: string, budget: string, final: string][] = [
  ['SG', '合计', '3.00', '2.61'],
  ['SG1', '因公出国（境）费', '0.00', '0.00'],
  ['SG2', '公务用车购置及运行维护费', '2.50', '2.41'],
  ['SG21', '公务用车购置费', '0.00', '0.00'],
  ['SG22', '公务用车运行维护费', '2.50', '2.41'],
  ['SG3', '公务接待费', '0.50', '0.20'],
];

/** One document with facts of forms 01, 02, 05, 06, 09, narrative and performance. Amounts as printed in `unit`. */
function extraction(
  document: Pick<DocumentRow, 'doc_id' | 'region' | 'department' | 'fiscal_year' | 'scope'> & { unit: Unit },
  more: { facts?: Given[]; statements?: Partial<Statement>[]; indicators?: Partial<Indicator>[] } = {},
): Extraction {
  const { unit, ...place } = document;
  const facts: Fact[] = [];
  const add = (printed: string, given: Given) => {
    const read = parseAmount(printed, unit)!;
    facts.push({
      ...place,
      fact_id: `${given.form ?? given.source}-${facts.length + 1}`,
      source: 'form',
      form: null,
      flow: 'expenditure',
      classification: 'function',
      subject_code: null,
      subject_level: null,
      fund: 'general',
      measure: 'total',
      stage: 'final',
      amount: read.amount,
      resolution: read.resolution,
      derived: false,
      printed_code: given.subject_code ?? null,
      printed_name: given.subject_name,
      printed_value: printed,
      printed_unit: unit,
      page: null,
      line: 100 + facts.length,
      quote: null,
      note: null,
      ...given,
    });
  };
  add('162.25', {
    form: '01',
    flow: 'revenue',
    classification: 'origin',
    subject_name: '一般公共预算财政拨款收入',
  });
  add('162.25', {
    form: '01',
    classification: 'summary',
    subject_name: '本年支出合计',
    subject_level: 0,
    fund: 'all',
  });
  add('-0.02', {
    form: '01',
    flow: 'balance',
    classification: 'summary',
    subject_name: '年末结转和结余',
    fund: 'all',
  });
  for (const [code, name, level, total, basic, project] of FORM_05) {
    const row: Given = {
      form: '05',
      subject_code: code,
      subject_name: name,
      subject_level: level,
      classification: code === null ? 'summary' : 'function',
    };
    add(total, row);
    add(basic, { ...row, measure: 'basic' });
    add(project, { ...row, measure: 'project' });
    const revenue: Given = { ...row, form: '02', flow: 'revenue', fund: 'all' };
    add(total, revenue);
    add(total, { ...revenue, measure: 'fiscal_appropriation' });
    const spent: Given = { ...row, form: '03', fund: 'all' };
    add(total, spent);
    add(basic, { ...spent, measure: 'basic' });
    if (level === 1) {
      const told: Given = { ...row, form: null, source: 'narrative', quote: `${name}年初预算` };
      add(name === '住房保障支出' ? '0.00' : total, { ...told, stage: 'initial_budget' });
      add(total, told);
    }
  }
  for (const [code, name, level, amount] of FORM_06) {
    const classification = code === null ? 'summary' : 'economy';
    add(amount, { form: '06', classification, subject_code: code, subject_name: name, subject_level: level });
  }
  for (const [code, name, budget, final] of THREE_PUBLIC) {
    const row: Given = {
      form: '09',
      classification: 'three_public',
      subject_code: code,
      subject_name: name,
      fund: 'fiscal',
    };
    add(budget, { ...row, stage: 'adjusted_budget' });
    add(final, row);
    const told: Given = { ...row, form: null, source: 'narrative' };
    add(final, told);
    add('1.00', { ...told, stage: 'prior_final', derived: true, note: 'implied by the stated change' });
  }
  const performance: Given = {
    source: 'performance',
    classification: 'project',
    subject_name: '部门整体支出',
    fund: 'all',
  };
  add('170.00', { ...performance, stage: 'initial_budget' });
  add('165.00', { ...performance, stage: 'adjusted_budget' });
  add('162.25', performance);
  for (const given of more.facts ?? []) add(given.printed_value ?? '0.00', given);
  return {
    document: {
      ...place,
      title: `${place.fiscal_year} 年度${place.department}决算`,
      kind: 'final_account',
      unit_printed: unit,
      file_name: `${place.doc_id}.txt`,
      sha256: '0'.repeat(64),
      pages: null,
      forms_present: '01,02,03,05,06,09',
      source_url: null,
      published: '2024-09-20',
      warnings: 0,
    },
    facts,
    statements: [
      {
        doc_id: place.doc_id,
        section: '五（三）',
        item: '年初预算',
        subject_code: '201',
        subject_name: '一般公共服务支出',
        initial_budget: 150_000_000n,
        adjusted_budget: null,
        final: 136_530_000n,
        change: -13_470_000n,
        prior_final: null,
        change_rate: '-8.98',
        execution_rate: '91.02',
        share: null,
        reason: '厉行节约',
        quote: '年初预算为150.00万元，支出决算为136.53万元',
        page: 18,
        line: 640,
        ...more.statements?.[0],
      },
    ],
    indicators: [
      { code: 'vehicles_kept', subject_name: null, value: '2', unit: '辆' },
      { code: 'execution_rate', subject_name: '信息化项目', value: '98.3456', unit: '%' },
      { code: 'staff_present', subject_name: null, value: '12', unit: '人' },
    ].map((given, i) => ({
      doc_id: place.doc_id,
      quote: null,
      page: null,
      line: 700 + i,
      ...given,
      ...more.indicators?.[i],
    })),
    warnings: [],
  };
}

/**
 * Six documents written for the purpose, under the names of the embedded ones, so that the analyses' examples meet
 * something: two years of one department, two regions, both scopes, both units, a negative amount, a zero budget, a
 * department without narrative, Chinese that sorts otherwise by pinyin than by code point.
 */
export function smallDataset(): Extraction[] {
  const linxia = { region: '甘肃省临夏市', scope: 'unit' as const };
  const office = { ...linxia, department: '临夏市人民政府办公室', unit: '万元' as const };
  const last = extraction({
    ...office,
    doc_id: '临夏市-临夏市人民政府办公室-2023-final_account',
    fiscal_year: 2023,
  });
  const bare = extraction({
    ...linxia,
    doc_id: '临夏市-临夏市政务中心-2023-final_account',
    department: '临夏市政务中心',
    fiscal_year: 2023,
    unit: '元',
  });
  return [
    extraction(
      { ...office, doc_id: '临夏市-临夏市人民政府办公室-2024-final_account', fiscal_year: 2024 },
      {
        facts: [
          {
            subject_name: '人员经费',
            source: 'narrative',
            classification: 'summary',
            measure: 'basic',
            printed_value: '999.99',
          },
        ],
      },
    ),
    last,
    { ...bare, facts: bare.facts.filter((fact) => fact.source === 'form'), statements: [], indicators: [] },
    extraction({
      ...linxia,
      doc_id: '临夏市-临夏市智慧城市服务中心-2024-final_account',
      department: '临夏市智慧城市服务中心',
      fiscal_year: 2024,
      unit: '万元',
    }),
    extraction({
      doc_id: '安阳市北关区-安阳市北关区便民服务中心-2023-final_account',
      region: '河南省安阳市北关区',
      department: '安阳市北关区便民服务中心',
      fiscal_year: 2023,
      scope: 'unit',
      unit: '万元',
    }),
    extraction({
      doc_id: '安阳市北关区-安阳市北关区便民服务中心-2023-final_account-部门',
      region: '河南省安阳市北关区',
      department: '安阳市北关区便民服务中心',
      fiscal_year: 2023,
      scope: 'department',
      unit: '万元',
    }),
  ];
}
