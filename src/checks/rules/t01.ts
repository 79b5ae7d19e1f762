import { cellName } from '../book';
import { equal, part } from '../relate';
import { repeatedCell } from '../repeats';
import type { Rule } from '../rule';

/** T1, every amount of the narrative that repeats a cell of the forms; the form's figure is taken. */
export const t01: Rule = {
  id: 'T1',
  name: { zh: '情况说明与表', en: 'Narrative and forms' },
  severity: 'error',
  right: {
    zh: '情况说明中复述的每个金额，与表中同一项目的金额一致。',
    en: 'Every amount that the narrative repeats equals the form’s.',
  },
  check: (book) =>
    book.facts.flatMap((fact) => {
      const cell = repeatedCell(book, fact);
      if (!cell) return [];
      const told = book.loose(fact);
      return equal(book, 'T1', `${cellName(told)}`, part(told), part(cell)) ?? [];
    }),
};
