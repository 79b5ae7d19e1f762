import type { Fact, Fund, Measure, Stage } from '../../domain/facts';
import { documentText, render, terms, type Language, type Message } from '../../i18n';

/** A money column of a form as it is shown: which facts stand in it, and its heading. */
export interface FormColumn {
  key: string;
  label: Message;
  holds: (fact: Fact) => boolean;
  /** Shown also where every cell is blank, because the standard form prints it. */
  always: boolean;
}

const label = (name: Measure | `fund_${Fund}` | 'operating_income'): Message =>
  terms[name as keyof typeof terms];

const byMeasure = (measure: Measure, always: boolean, given?: Message): FormColumn => ({
  key: measure,
  label: given ?? label(measure),
  holds: (fact) => fact.measure === measure,
  always,
});
const byFund = (fund: Fund, always: boolean, given?: Message): FormColumn => ({
  key: fund,
  label: given ?? label(`fund_${fund}`),
  holds: (fact) => fact.fund === fund,
  always,
});
const byStage = (stage: Stage, given: Message): FormColumn => ({
  key: stage,
  label: given,
  holds: (fact) => fact.stage === stage,
  always: true,
});
/** 财政拨款收入 of one fund, beside the column of all funds. */
const appropriation = (fund: Fund): FormColumn => ({
  key: `fiscal_appropriation:${fund}`,
  label: label(`fund_${fund}`),
  holds: (fact) => fact.measure === 'fiscal_appropriation' && fact.fund === fund,
  always: false,
});

const { total_revenue, total_expenditure, subtotal, amount, column_budget, column_final } = documentText;
const always = (...measures: Measure[]) => measures.map((measure) => byMeasure(measure, true));
const maybe = (...measures: Measure[]) => measures.map((measure) => byMeasure(measure, false));

const AMOUNT: readonly FormColumn[] = [{ key: 'amount', label: amount, holds: () => true, always: true }];
const FUND_FORM: readonly FormColumn[] = [
  ...maybe('opening', 'income'),
  byMeasure('total', true, subtotal),
  ...always('basic', 'project'),
  ...maybe('closing'),
];
const BUDGET: readonly FormColumn[] = [
  byMeasure('total', true),
  ...maybe('basic', 'personnel', 'office', 'project', 'contingency', 'carry_forward'),
  ...maybe('remitted', 'operating', 'affiliate_subsidy'),
];

/** The columns of each form's one list; 01, 04, B01 and B04 have their own (listColumns). */
const COLUMNS: Readonly<Record<string, readonly FormColumn[]>> = {
  '02': [
    byMeasure('total', true, total_revenue),
    ...always('fiscal_appropriation', 'superior_subsidy', 'business'),
    byMeasure('operating', true, label('operating_income')),
    ...always('affiliate_remittance', 'other'),
  ],
  '03': [
    byMeasure('total', true, total_expenditure),
    ...always('basic', 'project', 'remitted', 'operating', 'affiliate_subsidy'),
  ],
  '05': [byMeasure('total', true, subtotal), ...always('basic', 'project')],
  '06': [byMeasure('total', true, column_final)],
  '07': FUND_FORM,
  '08': FUND_FORM,
  '09': [byStage('adjusted_budget', column_budget), byStage('final', column_final)],
  B02: [
    byMeasure('total', true),
    {
      ...byMeasure('fiscal_appropriation', false),
      holds: (fact) => fact.measure === 'fiscal_appropriation' && fact.fund === 'all',
    },
    appropriation('general'),
    appropriation('government_fund'),
    appropriation('state_capital'),
    ...maybe('superior_subsidy', 'business'),
    byMeasure('operating', false, label('operating_income')),
    ...maybe('affiliate_remittance', 'other', 'opening'),
  ],
  B09: [byStage('initial_budget', column_budget)],
  B12: AMOUNT,
};

/** Columns of a form that is one list, in printed order; those that may be missing only where a fact stands in them. */
export function formColumns(form: string, facts: readonly Fact[]): FormColumn[] {
  const columns = COLUMNS[form] ?? BUDGET;
  const known = columns.filter((column) => column.always || facts.some(column.holds));
  return facts.every((fact) => known.some((column) => column.holds(fact)))
    ? known
    : [...known, ...others(facts, known)];
}

/** Columns of one side of a form of two lists; the right side of 04 is parted by funds. */
export function listColumns(
  form: string,
  side: 'revenue' | 'expenditure' | 'usage',
  facts: readonly Fact[],
): FormColumn[] {
  if (side !== 'expenditure') return [...AMOUNT];
  if (form !== '04' && form !== 'B04') {
    const parted = facts.some((fact) => fact.classification === 'function' && fact.measure !== 'total');
    return parted ? BUDGET.filter((column) => facts.some(column.holds)) : [...AMOUNT];
  }
  const funds: FormColumn[] = [
    byFund('fiscal', true, label('total')),
    byFund('general', form === '04'),
    byFund('government_fund', form === '04'),
    byFund('state_capital', form === '04'),
  ];
  return funds.filter((column) => column.always || facts.some(column.holds));
}

/** Measures that the standard form does not have: nothing that was read is left out of sight. */
function others(facts: readonly Fact[], known: readonly FormColumn[]): FormColumn[] {
  const left = facts.filter((fact) => !known.some((column) => column.holds(fact)));
  return [...new Set(left.map((fact) => fact.measure))].map((measure) => ({
    ...byMeasure(measure, false),
    key: `other:${measure}`,
    holds: (fact) => fact.measure === measure && left.includes(fact),
  }));
}

export function columnHeading(column: FormColumn, language: Language): string {
  return render(column.label, language);
}
