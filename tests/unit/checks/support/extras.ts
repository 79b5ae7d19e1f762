import type { CheckInput } from '../../../../src/checks';
import { economicSubject } from '../../../../src/domain/economic';
import type { Fact, Indicator } from '../../../../src/domain/facts';
import { functionalNameIn } from '../../../../src/domain/subject-names';

const FUND_FORMS: Record<string, readonly string[]> = { final_account: ['07', '08'], budget: ['B07', 'B08'] };
const SCORES: readonly [weight: string, points: string][] = [
  ['30', '28.5'],
  ['20', '20'],
  ['40', '39.25'],
];

/** What a document has beside its amounts: names, notes under empty forms, counts by kind, columns of scores. */
export function withExtras(input: CheckInput): CheckInput {
  const facts = input.facts.map(named);
  const printed = new Set(facts.flatMap(({ form }) => form ?? []));
  const empty = FUND_FORMS[input.document.kind]!.filter((form) => !printed.has(form));
  const absences = empty.map((form) => ({
    doc_id: input.document.doc_id,
    form,
    state: 'empty_noted' as const,
    quote: '注：本部门没有此项收支，故本表无数据。',
    page: 9,
    line: 1,
  }));
  return {
    ...input,
    document: { ...input.document, forms_present: [...printed, ...empty].join(',') },
    facts,
    absences,
    indicators: [...input.indicators, ...indicators()],
  };
}

function named(fact: Fact): Fact {
  const { subject_code: code, fiscal_year: year, classification, form } = fact;
  if (form === null || !code) return fact;
  const name =
    classification === 'function'
      ? functionalNameIn(code, year)
      : classification === 'economy'
        ? (economicSubject(code, year)?.name ?? null)
        : null;
  return name === null ? fact : { ...fact, printed_code: code, printed_name: name };
}

function indicators(): Indicator[] {
  const count = (code: string, value: string, subject_name: string | null, line: number): Indicator => ({
    doc_id: 'made',
    code,
    subject_name,
    value,
    unit: '',
    quote: value,
    page: 12,
    line,
  });
  const project = '档案数字化';
  return [
    count('vehicles_owned', '5', null, 1),
    count('vehicles_owned', '2', '机要通信用车', 2),
    count('vehicles_owned', '3', '其他用车', 3),
    count('staff_present', '57', null, 11),
    count('staff_present', '48', '行政人员', 11),
    count('staff_present', '9', '事业人员', 11),
    count('execution_weight', '10', project, 20),
    count('execution_score', '9.87', project, 20),
    ...SCORES.flatMap(([weight, points], at) => [
      count('score_weight', weight, project, 21 + at),
      count('score_points', points, project, 21 + at),
    ]),
    count('score', '97.62', project, 30),
  ];
}
