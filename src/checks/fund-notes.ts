import type { Book } from './book';
import { formName, FUND_NAMES } from './forms';
import type { Judged } from './relate';
import { textRelation } from './text-relation';

/** True where the document is known to have the form without amounts (not: with amounts that were not read). */
export function isEmptyForm(book: Book, form: string): boolean {
  const state = book.absence(form)?.state;
  return state === 'empty_noted' || state === 'empty';
}

/** E17: a fund's form that is empty without a note. None where the package does not say how the form stands. */
export function fundNote(book: Book, fund: string, form: string): Judged[] {
  const absence = book.absence(form);
  if (!absence || !isEmptyForm(book, form)) return [];
  return [
    textRelation(book, 'E17', absence, {
      about: `${formName(form)} ${FUND_NAMES[fund]} 空表说明`,
      holds: absence.quote !== null,
      left: { label: formName(form), printed: '空表' },
      right: { label: '说明', printed: absence.quote ? `“${absence.quote}”` : '（没有）' },
      kind: 'note_missing',
      severity: 'info',
      message: {
        zh: `${formName(form)}是空表，表下和正文都没有说明`,
        en: `Form ${form} is empty, and neither a note nor the narrative says why`,
      },
    }),
  ];
}

/** E17: forms whose own note says that they are empty, and that have amounts. */
export function notesAgainstForms(book: Book): Judged[] {
  const told = (book.input.absences ?? []).filter(({ state }) => state === 'noted_with_data');
  return told.map((absence) => {
    const { form } = absence;
    const quote = absence.quote ?? '';
    const own = book.facts.filter((fact) => fact.form === form && fact.amount !== 0n);
    return textRelation(book, 'E17', absence, {
      about: `${formName(form)} 空表说明`,
      holds: false,
      left: { label: '表下说明', printed: `“${quote}”` },
      right: { label: formName(form), printed: `${own.length} 项金额` },
      kind: 'note_differs',
      message: {
        zh: `${formName(form)}下注明“${quote}”，表内却有金额`,
        en: `The note under form ${form} says “${quote}”, and the form has amounts`,
      },
    });
  });
}
