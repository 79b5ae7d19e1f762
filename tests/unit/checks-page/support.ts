import { RULE_IDS, type CheckedDocument, type Finding, type Instance, type Side } from '../../../src/checks';
import type { ReviewMark } from '../../../src/dataset';
import type { DocumentRow, Fact } from '../../../src/domain/facts';
import { yuanToFen as yuan } from '../../../src/domain/money';

export const documentRow = (over: Partial<DocumentRow> = {}): DocumentRow => ({
  doc_id: '某市-某局-2024-final_account',
  title: '某局2024年度部门决算公开',
  region: '某市',
  department: '某局',
  fiscal_year: 2024,
  kind: 'final_account',
  scope: 'department',
  unit_printed: '万元',
  file_name: 'a.pdf',
  sha256: '00',
  pages: 20,
  forms_present: '03,05,07',
  source_url: null,
  published: null,
  warnings: 0,
  ...over,
});

export const side = (
  label: string,
  amount: bigint | null,
  fact_ids: string[] = [],
  over: Partial<Side> = {},
) => ({
  label,
  amount,
  fact_ids,
  ...over,
});

export const instance = (over: Partial<Instance> = {}): Instance => ({
  rule: 'E7',
  doc_id: documentRow().doc_id,
  outcome: 'conflict',
  relation: 'equal',
  about: '公开03表 212 行 基本支出',
  left: side('公开03表 212 城乡社区支出 基本支出', yuan('100.00'), ['03-212']),
  right: side('其下 21201、21202', yuan('90.00'), ['03-21201', '03-21202']),
  difference: yuan('10.00'),
  tolerance: 0n,
  ...over,
});

export const finding = (over: Partial<Finding> = {}): Finding => {
  const instances = over.instances ?? [instance()];
  return {
    id: `${instances[0]!.rule}:03-212`,
    rule: instances[0]!.rule,
    severity: 'error',
    doc_id: documentRow().doc_id,
    kind: 'wrong_digit',
    fact_id: '03-212',
    fact_ids: ['03-212'],
    expected: yuan('90.00'),
    at_stake: yuan('10.00'),
    instances,
    message: { zh: '公开03表 212 印 100.00 元', en: 'prints 100.00 元' },
    ...over,
  };
};

export function checked(findings: Finding[], over: Partial<DocumentRow> = {}): CheckedDocument {
  const none = { exact: 0, rounding: 0, conflict: 0, not_applicable: 0, unknown: 0 };
  const counts = Object.fromEntries(RULE_IDS.map((id) => [id, { ...none }])) as CheckedDocument['counts'];
  for (const { instances } of findings) for (const { rule, outcome } of instances) counts[rule][outcome]++;
  return { document: documentRow(over), counts, findings, stages: new Map() };
}

export const mark = (of: Finding, over: Partial<ReviewMark> = {}): ReviewMark => ({
  doc_id: of.doc_id,
  finding_id: of.id,
  status: 'open',
  note: '',
  changed: '2026-01-02T03:04:05.000Z',
  about: {
    rule: of.rule,
    document: documentRow().title,
    message: of.message,
    left: '100.00',
    right: '90.00',
  },
  ...over,
});

export const fact = (fact_id: string, over: Partial<Fact> = {}): Fact => ({
  fact_id,
  doc_id: documentRow().doc_id,
  region: '某市',
  department: '某局',
  scope: 'department',
  fiscal_year: 2024,
  source: 'form',
  form: '03',
  flow: 'expenditure',
  classification: 'function',
  subject_code: '212',
  subject_name: '城乡社区支出',
  subject_level: 1,
  fund: 'all',
  measure: 'basic',
  stage: 'final',
  amount: yuan('100.00'),
  resolution: 1n,
  derived: false,
  printed_code: null,
  printed_name: null,
  printed_value: '0.01',
  printed_unit: '万元',
  page: 7,
  line: 40,
  quote: '=212 城乡社区支出 0.01',
  note: null,
  ...over,
});
