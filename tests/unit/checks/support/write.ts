import type { CheckInput } from '../../../../src/checks';
import type { DocumentRow, Fact, Indicator, Statement } from '../../../../src/domain/facts';
import { yuanToFen } from '../../../../src/domain/money';

/** Facts written by hand, one a line: `03 2010301 basic 12.34` (form, row, column, 元). */

const ORIGINS: Record<string, Fact['fund']> = {
  一般公共预算财政拨款收入: 'general',
  政府性基金预算财政拨款收入: 'government_fund',
  国有资本经营预算财政拨款收入: 'state_capital',
  事业收入: 'all',
  其他收入: 'all',
};
const BALANCE = /总计|结转|结余/;

function place(
  form: string,
  row: string,
): Pick<Fact, 'flow' | 'classification' | 'subject_code' | 'subject_name'> {
  const summary = /^(0|B0)[14]$/.test(form);
  if (row.startsWith('SG'))
    return { flow: 'expenditure', classification: 'three_public', subject_code: row, subject_name: row };
  if (/^\d+$/.test(row)) {
    const economy = row.startsWith('3');
    const flow = form === '02' || form === 'B02' ? 'revenue' : 'expenditure';
    return {
      flow,
      classification: economy ? 'economy' : 'function',
      subject_code: row,
      subject_name: `科目${row}`,
    };
  }
  if (row in ORIGINS)
    return { flow: 'revenue', classification: 'origin', subject_code: null, subject_name: row };
  const flow = BALANCE.test(row)
    ? 'balance'
    : row.includes('收入') || form === '02'
      ? 'revenue'
      : 'expenditure';
  return {
    flow: summary ? flow : flow === 'balance' ? 'expenditure' : flow,
    classification: 'summary',
    subject_code: null,
    subject_name: row,
  };
}

/** A fact of a form. The column is a measure, or in 01 and 04 a fund; `@stage` after it gives the stage. */
export function written(line: string): Fact {
  const [form = '', row = '', where = '', yuan = ''] = line.trim().split(/\s+/);
  const [column = '', stage = form.startsWith('B') ? 'initial_budget' : 'final'] = where.split('@');
  const byFund = /^(0|B0)[14]$/.test(form);
  return {
    ...BLANK,
    ...place(form, row),
    fact_id: `${form}-${row}-${where}`,
    source: form.startsWith('B') ? 'budget_form' : 'form',
    form,
    subject_level: /^\d+$/.test(row) ? (row.length - 1) / 2 : row.startsWith('3') ? row.length - 2 : 0,
    fund: byFund ? (column as Fact['fund']) : 'all',
    measure: byFund ? 'total' : (column as Fact['measure']),
    stage: stage as Fact['stage'],
    amount: yuanToFen(yuan),
    resolution: 1n,
    printed_unit: '元',
  };
}

const BLANK: Fact = {
  fact_id: '',
  doc_id: 'hand',
  region: '某市',
  department: '某局',
  scope: 'department',
  fiscal_year: 2024,
  source: 'form',
  form: null,
  flow: 'expenditure',
  classification: 'summary',
  subject_code: null,
  subject_name: '',
  subject_level: null,
  fund: 'all',
  measure: 'total',
  stage: 'final',
  amount: 0n,
  resolution: 10_000n,
  derived: false,
  printed_code: null,
  printed_name: null,
  printed_value: null,
  printed_unit: '万元',
  page: null,
  line: null,
  quote: null,
  note: null,
};

/** A figure of the narrative or the self-evaluation, 万元 with two decimals. */
export function told(yuan: string, fact: Partial<Fact> & Pick<Fact, 'fact_id' | 'source'>): Fact {
  return { ...BLANK, ...fact, amount: yuanToFen(yuan) };
}

export function sentence(
  statement: Partial<Statement> & Pick<Statement, 'section' | 'item' | 'quote'>,
): Statement {
  return {
    doc_id: 'hand',
    subject_code: null,
    subject_name: null,
    initial_budget: null,
    adjusted_budget: null,
    final: null,
    change: null,
    prior_final: null,
    change_rate: null,
    execution_rate: null,
    share: null,
    reason: null,
    page: null,
    line: null,
    ...statement,
  };
}

export function count(code: string, value: string, subject_name: string | null = null): Indicator {
  return { doc_id: 'hand', code, subject_name, value, unit: '个', quote: null, page: null, line: null };
}

export interface Hand {
  forms?: string;
  facts?: readonly Fact[];
  statements?: readonly Statement[];
  indicators?: readonly Indicator[];
  document?: Partial<DocumentRow>;
  present?: string;
}

/** A document of these lines; nothing else is in it. */
export function hand({
  forms = '',
  facts = [],
  statements = [],
  indicators = [],
  document = {},
  present,
}: Hand): CheckInput {
  const own = forms
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(written);
  const all = [...own, ...facts].map((fact) => ({ ...fact, doc_id: document.doc_id ?? 'hand' }));
  return {
    document: {
      doc_id: 'hand',
      title: '某局2024年度部门决算公开',
      region: '某市',
      department: '某局',
      fiscal_year: 2024,
      kind: 'final_account',
      scope: 'department',
      unit_printed: '元',
      file_name: 'hand.txt',
      sha256: '',
      pages: null,
      forms_present: present ?? [...new Set(own.map(({ form }) => form))].join(','),
      source_url: null,
      published: null,
      warnings: 0,
      ...document,
    },
    facts: all,
    statements,
    indicators,
    warnings: [],
  };
}
