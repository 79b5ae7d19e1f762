import type { AmountsLine } from './rows';

export const FORMS = ['01', '02', '03', '04', '05', '06', '07', '08', '09'] as const;
export type Form = (typeof FORMS)[number];

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

/** `forms_present` of a document and the counts of its amounts → a mark for each of the nine forms. */
export function formMarks(formsPresent: string, amounts: readonly AmountsLine[]): FormMark[] {
  const present = new Set(formsPresent.split(',').map((form) => form.trim()));
  return FORMS.map((form) => {
    const line = amounts.find((a) => a.source === 'form' && a.form === form);
    const count = Number(line?.amounts ?? 0);
    const state =
      count > 0 ? (Number(line?.nonzero) > 0 ? 'data' : 'zero') : present.has(form) ? 'empty' : 'absent';
    return { form, state, amounts: count };
  });
}
