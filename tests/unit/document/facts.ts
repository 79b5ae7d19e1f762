import type { Fact } from '../../../src/domain/facts';

let made = 0;

/** A fact of a form, with what a test says of it. */
export function fact(given: Partial<Fact>): Fact {
  made += 1;
  return {
    fact_id: `f${made}`,
    doc_id: 'd',
    region: '',
    department: '某局',
    scope: 'department',
    fiscal_year: 2024,
    source: 'form',
    form: '05',
    flow: 'expenditure',
    classification: 'function',
    subject_code: null,
    subject_name: '',
    subject_level: null,
    fund: 'general',
    measure: 'total',
    stage: 'final',
    amount: 0n,
    resolution: 10000n,
    derived: false,
    printed_code: given.subject_code ?? null,
    printed_name: given.subject_name ?? null,
    printed_value: '0.00',
    printed_unit: '万元',
    page: null,
    line: 1,
    quote: null,
    note: null,
    ...given,
  };
}
