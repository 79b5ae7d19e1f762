import type { DocumentRow, Extraction, Fact } from '../../../src/domain/facts';

/** One amount of form 05 of 临夏市某局 2023 in 万元, or otherwise as given. */
export function factOf(given: Partial<Fact> = {}): Fact {
  return {
    fact_id: '05-1-1',
    doc_id: '临夏市-临夏市某局-2023-final_account',
    region: '临夏市',
    department: '临夏市某局',
    scope: 'department',
    fiscal_year: 2023,
    source: 'form',
    form: '05',
    flow: 'expenditure',
    classification: 'function',
    subject_code: '201',
    subject_name: '一般公共服务支出',
    subject_level: 1,
    fund: 'general',
    measure: 'total',
    stage: 'final',
    amount: 136_530_000n,
    resolution: 10_000n,
    derived: false,
    printed_code: '201',
    printed_name: '一般公共服务支出',
    printed_value: '136.53',
    printed_unit: '万元',
    page: 3,
    line: 12,
    quote: null,
    note: null,
    ...given,
  };
}

export function extractionOf(document: Partial<DocumentRow> = {}, facts: Fact[] = [factOf()]): Extraction {
  const doc_id = '临夏市-临夏市某局-2023-final_account';
  return {
    document: {
      doc_id,
      title: '临夏市某局2023年度部门决算公开',
      region: '临夏市',
      department: '临夏市某局',
      fiscal_year: 2023,
      kind: 'final_account',
      scope: 'department',
      unit_printed: '万元',
      file_name: 'a.pdf',
      sha256: '0'.repeat(64),
      pages: 3,
      forms_present: '05',
      source_url: null,
      published: null,
      warnings: 1,
      ...document,
    },
    facts,
    statements: [
      {
        doc_id,
        section: '五（三）',
        item: '年初预算',
        subject_code: '201',
        subject_name: '一般公共服务支出',
        initial_budget: 150_000_000n,
        adjusted_budget: null,
        final: 136_530_000n,
        change: null,
        prior_final: null,
        change_rate: null,
        execution_rate: '91.02',
        share: null,
        reason: null,
        quote: '年初预算为150.00万元',
        page: 4,
        line: 20,
      },
    ],
    indicators: [
      {
        doc_id,
        code: 'guests',
        subject_name: null,
        value: '12',
        unit: '人',
        quote: null,
        page: null,
        line: 9,
      },
    ],
    warnings: [{ doc_id, code: 'form_unknown', message: '…', form: null, page: 1, line: null }],
  };
}
