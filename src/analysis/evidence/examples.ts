import type { Query } from '../../engine/types';
import { evidenceQueries } from './queries';
import type { EvidenceRequest } from './request';

const example = (name: string, request: EvidenceRequest): { name: string; queries: Query[] } => {
  const { counted, same, below, reasons, beside } = evidenceQueries(request);
  return {
    name: `evidence: ${name}`,
    queries: [...counted, same, below, reasons, ...(beside ? [beside] : [])],
  };
};

const class201 = {
  form: '05',
  flow: 'expenditure',
  classification: 'function',
  subject_code: '201',
  fund: 'general',
  measure: 'total',
  stage: 'final',
} as const;

/** Requests that must give the same rows on every engine. */
export const examples: { name: string; queries: Query[] }[] = [
  example('one cell of form 05', {
    title: '一般公共服务支出（201）',
    show: 'amount',
    parts: [{ term: 'final', at: { ...class201, years: [2023], departments: ['安阳市北关区便民服务中心'] } }],
  }),
  example('execution against the 项 of the narrative', {
    title: '一般公共服务支出（201）',
    show: 'execution_rate',
    parts: [
      { term: 'final', at: { ...class201, years: [2023] } },
      {
        term: 'initial_budget',
        at: { years: [2023], source: 'narrative', under: '201', subject_level: 3, stage: 'initial_budget' },
      },
    ],
  }),
  example('合计 rows against last year', {
    title: '合计',
    show: 'change_rate',
    parts: [
      {
        term: 'final',
        at: { form: '03', classification: 'summary', subject_name: '合计', measure: 'total', stage: 'final' },
      },
      { term: 'prior_final', at: { classification: 'summary', subject_name: '合计', stage: 'prior_final' } },
    ],
  }),
  example('“三公”', {
    title: '公务接待费',
    show: 'control_rate',
    parts: [
      { term: 'final', at: { form: '09', subject_code: 'SG3', stage: 'final' } },
      { term: 'adjusted_budget', at: { form: '09', subject_code: 'SG3', stage: 'adjusted_budget' } },
    ],
  }),
  example('nothing there', { title: '', show: 'amount', parts: [{ term: 'final', at: { years: [1999] } }] }),
];
