import type { TinyDocument, TinyFact } from './pivot-facts';

export const DOCUMENTS: TinyDocument[] = [
  {
    doc: 'a23',
    region: '某省某市',
    department: '甲局',
    year: 2023,
    scope: 'department',
    forms: '01,02,03,05,06',
  },
  { doc: 'a23copy', region: '某省某市', department: '甲局', year: 2023, scope: 'department', forms: '01,03' },
  { doc: 'a24', region: '某省某市', department: '甲局', year: 2024, scope: 'department', forms: '01,03' },
  { doc: 'b23', region: '某省某市', department: '乙局', year: 2023, scope: 'department', forms: '01,03,05' },
  { doc: 'c23', region: '某省某市', department: '丙局', year: 2023, scope: 'department', forms: '01,05' },
  { doc: 'd23', region: '某省某市', department: '甲局', year: 2023, scope: 'unit', forms: '03' },
  { doc: 'e24', region: '别省某市', department: '甲局', year: 2024, scope: 'department', forms: '03' },
];

/** A row of form 03: total and, where given, project; the amounts in 元. */
function spent(
  doc: string,
  code: string | null,
  name: string,
  level: number,
  total: string,
  project?: string,
  extra: Partial<TinyFact> = {},
): TinyFact[] {
  const at = { doc, form: '03', code, name, level, ...extra };
  const facts: TinyFact[] = [{ ...at, measure: 'total', fen: fen(total) }];
  if (project !== undefined) facts.push({ ...at, measure: 'project', fen: fen(project) });
  return facts;
}
const fen = (yuan: string) => BigInt(yuan.replace('.', ''));

export const FACTS: TinyFact[] = [
  ...spent('a23', null, '合计', 0, '100.00', '20.00'),
  ...spent('a23', '201', '一般公共服务支出', 1, '60.00', '20.00'),
  ...spent('a23', '20101', '人大事务', 2, '60.00', '20.00'),
  ...spent('a23', '2010101', '行政运行', 3, '40.00'),
  ...spent('a23', '2010102', '一般行政管理事务', 3, '20.00', '20.00'),
  ...spent('a23', '208', '社会保障和就业支出', 1, '40.00'),
  ...spent('a23', '20805', '行政事业单位离退休', 2, '40.00'),
  ...spent('a23', '2080505', '机关事业单位基本养老保险缴费支出', 3, '40.00'),
  // The same report once more, shorter: must not be counted again.
  ...spent('a23copy', null, '合计', 0, '100.00'),
  ...spent('a23copy', '201', '一般公共服务支出', 1, '60.00'),
  // 2024 prints neither 合计 nor 款.
  ...spent('a24', '208', '社会保障和就业支出', 1, '70.00', '0.00'),
  ...spent('a24', '2080505', '机关事业单位基本养老保险缴费支出', 3, '50.00', '0.00'),
  ...spent('a24', '2080506', '机关事业单位职业年金缴费支出', 3, '20.00'),
  ...spent('a24', '2010101', '行政运行', 3, '5.00', '-1.00'),
  // 万元 with two places: 1.01 + 2.02 + 3.03 prints as 6.07 (one last place off, within (3+1)/2 of them).
  ...spent('b23', null, '合计', 0, '60700.00', undefined, { resolution: 10_000n }),
  ...spent('b23', '201', '一般公共服务支出', 1, '10100.00', undefined, { resolution: 10_000n }),
  ...spent('b23', '208', '社会保障和就业支出', 1, '20200.00', undefined, { resolution: 10_000n }),
  ...spent('b23', '210', '卫生健康支出', 1, '30300.00', undefined, { resolution: 10_000n }),
  // 1.01 above 0.99: two last places off where (1+1)/2 are allowed.
  ...spent('b23', '20101', '人大事务', 2, '9900.00', undefined, { resolution: 10_000n }),
  // 2.02 above 2.01: one off, allowed.
  ...spent('b23', '20805', '行政事业单位养老支出', 2, '20100.00', undefined, { resolution: 10_000n }),
  // Codes that could not be restored: shown apart, in no sum.
  ...spent('b23', null, '看不清的科目', 3, '0.77', undefined, { resolution: 10_000n }),
  ...spent('d23', null, '合计', 0, '9.00', '9.00'),
  ...spent('d23', '201', '一般公共服务支出', 1, '9.00', '9.00'),
  ...spent('e24', null, '合计', 0, '3.00'),
  ...spent('e24', '201', '一般公共服务支出', 1, '3.00'),
  // Other forms and stages of the same subjects must not come in.
  { doc: 'a23', form: '05', code: '201', name: '一般公共服务支出', level: 1, fen: 99999n },
  {
    doc: 'a23',
    form: '02',
    flow: 'revenue',
    code: '201',
    name: '一般公共服务支出',
    level: 1,
    fund: 'all',
    fen: 88888n,
  },
  {
    doc: 'a23',
    form: null,
    code: '201',
    name: '一般公共服务支出',
    level: 1,
    fund: 'all',
    stage: 'final',
    fen: 77777n,
  },
  // 年初预算 of the general budget: one document by class, one by 项 and twice differently.
  {
    doc: 'a23',
    form: null,
    code: '201',
    name: '一般公共服务支出',
    level: 1,
    stage: 'initial_budget',
    fen: 5000n,
  },
  { doc: 'b23', form: null, code: '2010101', name: '行政运行', level: 3, stage: 'initial_budget', fen: 300n },
  { doc: 'b23', form: null, code: '2010101', name: '行政运行', level: 3, stage: 'initial_budget', fen: 301n },
  {
    doc: 'b23',
    form: null,
    code: '2010102',
    name: '一般行政管理事务',
    level: 3,
    stage: 'initial_budget',
    fen: 40n,
  },
  // Form 06 prints its two blocks and no 合计.
  ...economy('人员经费合计', null, 0, '30.00'),
  ...economy('公用经费合计', null, 0, '12.00'),
  ...economy('工资福利支出', '301', 1, '29.00'),
  ...economy('基本工资', '30101', 2, '29.00'),
  ...economy('对个人和家庭的补助', '303', 1, '1.00'),
  ...economy('商品和服务支出', '302', 1, '12.00'),
  ...economy('办公费', '30201', 2, '12.00'),
];

function economy(name: string, code: string | null, level: number, yuan: string): TinyFact[] {
  const classification = code === null ? 'summary' : 'economy';
  return [{ doc: 'a23', form: '06', classification, code, name, level, fen: fen(yuan) }];
}
