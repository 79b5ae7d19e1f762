import type { FormAbsence, Kind } from '../../domain/facts';
import type { AmountsLine } from './rows';

export const FORMS = ['01', '02', '03', '04', '05', '06', '07', '08', '09'] as const;
/** The nine forms of a budget that every region publishes, and those that some add. */
export const BUDGET_FORMS = ['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B08', 'B09'] as const;
export const MORE_BUDGET_FORMS = ['B10', 'B11', 'B12'] as const;
export type Form =
  (typeof FORMS)[number] | (typeof BUDGET_FORMS)[number] | (typeof MORE_BUDGET_FORMS)[number];

/**
 * What was found of a form: `data` amounts · `zero` amounts, all of them 0.00 · `noted` the form without amounts, with
 * a note that there is nothing to publish · `empty` without amounts and without such a note at the form · `unread`
 * figures that could not be placed · `absent` no such form in the document.
 */
export const FORM_STATES = ['data', 'zero', 'noted', 'empty', 'unread', 'absent'] as const;
export type FormState = (typeof FORM_STATES)[number];

export interface FormMark {
  form: Form;
  state: FormState;
  amounts: number;
  /** What the document says of the form's being empty, with its place; null or absent where it says nothing. */
  note?: Pick<FormAbsence, 'quote' | 'page' | 'line'> | null;
}

/**
 * `forms_present` of a document and the counts of its amounts → a mark for each form of its kind; a budget form that
 * only some regions publish is marked where the document has it.
 */
export function formMarks(
  kind: Kind,
  formsPresent: string,
  amounts: readonly AmountsLine[],
  absences: readonly FormAbsence[] = [],
): FormMark[] {
  const present = new Set(formsPresent.split(',').map((form) => form.trim()));
  const source = kind === 'budget' ? 'budget_form' : 'form';
  const forms: readonly Form[] =
    kind === 'budget' ? [...BUDGET_FORMS, ...MORE_BUDGET_FORMS.filter((form) => present.has(form))] : FORMS;
  return forms.map((form) => {
    const line = amounts.find((a) => a.source === source && a.form === form);
    const count = Number(line?.amounts ?? 0);
    const absence = absences.find((one) => one.form === form);
    const note = absence?.quote ? { note: noteOf(absence) } : {};
    if (count > 0)
      return { form, state: Number(line?.nonzero) > 0 ? 'data' : 'zero', amounts: count, ...note };
    if (!present.has(form)) return { form, state: 'absent', amounts: 0 };
    const state =
      absence?.state === 'empty_noted' ? 'noted' : absence?.state === 'unread' ? 'unread' : 'empty';
    return { form, state, amounts: 0, ...note };
  });
}

const noteOf = ({ quote, page, line }: FormAbsence) => ({ quote, page, line });
