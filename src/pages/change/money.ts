import type { ChangeRequest } from '../../analysis/change';
import type { Coordinates } from '../../state';

/** Where the figures of the page are: the forms that print the year's, and what sentences say of the year before. */
export const MONEY: Record<ChangeRequest['stage'], readonly Coordinates[]> = {
  final: [
    { form: '01', stage: 'final', subject_name: '支出总计' },
    { form: '05', stage: 'final', measure: 'total' },
    { form: '06', stage: 'final', classification: 'summary' },
    { form: '09', stage: 'final' },
    { source: 'narrative', stage: 'prior_final' },
  ],
  initial_budget: [
    { form: 'B05', stage: 'initial_budget', measure: 'total' },
    { source: 'budget_form', stage: 'initial_budget', classification: 'three_public' },
  ],
};
