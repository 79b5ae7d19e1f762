import type { Kind } from '../../domain/facts';
import type { AmountsLine } from './rows';

export const FORMS = ['01', '02', '03', '04', '05', '06', '07', '08', '09'] as const;
/** The nine forms of a budget that every region publishes, and those that some add. */
export const BUDGET_FORMS = ['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B08', 'B09'] as const;
export const MORE_BUDGET_FORMS = ['B10', 'B11', 'B12'] as const;
export type Form =
  (typeof FORMS)[number] | (typeof BUDGET_FORMS)[number] | (typeof MORE_BUDGET_FORMS)[number];

/**
 * What was found of a form: `data` amounts · `zero` amounts, all of them 0.00 · `empty` the form without amounts
 * (as a rule with a note that there is nothing to publish) · `absent` no such form in the document.
 */
export type FormState = 'data' | 'zero' | 'empty' | 'absent';

export interface FormMark {
  form: Form;
  state: FormState;
  amounts: number;
}

/**
 * `forms_present` of a document and the counts of its amounts → a mark for each form of its kind; a budget form that
 * only some regions publish is marked where the document has it.
 */
export function formMarks(kind: Kind, formsPresent: string, amounts: readonly AmountsLine[]): FormMark[] {
  const present = new Set(formsPresent.split(',').map((form) => form.trim()));
  const source = kind === 'budget' ? 'budget_form' : 'form';
  const forms: readonly Form[] =
    kind === 'budget' ? [...BUDGET_FORMS, ...MORE_BUDGET_FORMS.filter((form) => present.has(form))] : FORMS;
  return forms.map((form) => {
    const line = amounts.find((a) => a.source === source && a.form === form);
    const count = Number(line?.amounts ?? 0);
    const state =
      count > 0 ? (Number(line?.nonzero) > 0 ? 'data' : 'zero') : present.has(form) ? 'empty' : 'absent';
    return { form, state, amounts: count };
  });
}
