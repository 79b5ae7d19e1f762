import type { Basis } from '../../analysis/execution';
import type { Coordinates } from '../../state';

/** The facts that the page's figures are made of: 公开05表 and where budgets are taken from. */
export function moneyOf(basis: Basis): Coordinates[] {
  const at = { flow: 'expenditure', fund: 'general', measure: 'total' } as const;
  const final: Coordinates = { ...at, form: '05', stage: 'final' };
  return basis === 'initial_budget'
    ? [
        final,
        { ...at, source: 'budget_form', form: 'B05', stage: basis },
        { ...at, source: 'narrative', stage: basis },
      ]
    : [final, { ...at, source: 'narrative', stage: basis }, { source: 'performance', stage: basis }];
}
