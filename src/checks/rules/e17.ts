import type { Stage } from '../../domain/facts';
import type { Book, Cell } from '../book';
import { FORM_SETS, formName, FUND_NAMES, type FormSet } from '../forms';
import { fundAgainstForm } from '../fund-forms';
import { fundNote, isEmptyForm, notesAgainstForms } from '../fund-notes';
import { equal, part, type Judged } from '../relate';
import type { Rule } from '../rule';
import {
  cellsOf,
  classLines,
  FISCAL_CLOSING,
  FISCAL_OPENING,
  fundLines,
  fundOf,
  lines,
  origins,
  totalRow,
  YEAR_EXPENDITURE,
} from '../rows';

/** E17, 04 ↔ 07 and 08. A fund without money in 04 and an empty form agree; the note under the form says so. */
export const e17: Rule = {
  id: 'E17',
  name: { zh: '政府性基金、国有资本经营在各表中一致', en: 'Other funds across forms' },
  severity: 'error',
  right: {
    zh: '财政拨款总表中政府性基金、国有资本经营预算的收支等于各自的表；没有的，两处都为空，表下注明。',
    en: 'The fund columns of the fiscal summary equal the funds’ own forms; a fund without money is empty in both, with a note.',
  },
  check: (book) => [
    ...notesAgainstForms(book),
    ...FORM_SETS.flatMap((set) =>
      fundsOf(set).flatMap(([fund, form]) => [
        ...(book.has(set.fiscal) ? fundNote(book, fund, form) : []),
        ...book
          .stages(set.fiscal)
          .flatMap((stage) => oneFund(book, set.fiscal, fund, form, stage))
          .filter((judged) => judged !== null),
      ]),
    ),
  ],
};

const fundsOf = (set: FormSet) =>
  [
    ['government_fund', set.governmentFund],
    ['state_capital', set.stateCapital],
  ] as const;

function oneFund(book: Book, fiscal: string, fund: string, form: string, stage: Stage): (Judged | null)[] {
  // A form without this stage at all says nothing of it.
  if (!book.stands(form) || (book.has(form) && !book.stages(form).includes(stage))) return [];
  const found = fundAgainstForm(book, 'E17', fiscal, fund, form, stage);
  const total = totalRow(book, form, stage);
  if (!total) {
    // 04 of some regions prints 年初预算 too; the fund's form is of the year's own stage alone.
    if (!book.has(form) && stage !== (form.startsWith('B') ? 'initial_budget' : 'final')) return [];
    // The form is empty: money of this fund in 04 has no counterpart.
    return found.length > 0 && !isEmptyForm(book, form)
      ? found
      : [emptyForm(book, fiscal, fund, form, stage)];
  }
  const columns = book.columns(form, stage);
  const about = (name: string) => `${formName(fiscal)}与${formName(form)} ${FUND_NAMES[fund]} ${name}`;
  const also = (name: string, left: readonly Cell[], column: string) => {
    if (left.some((cell) => cell.fact) && columns.has(column))
      found.push(equal(book, 'E17', about(name), part(left), part(book.cell(total, column))));
  };
  const several = (names: readonly string[]) =>
    lines(book, fiscal, stage, names).map((row) => book.cell(row, fund));
  const income = cellsOf(fundLines(origins(book, fiscal, stage)).filter((origin) => fundOf(origin) === fund));
  also('年初结转和结余', several(FISCAL_OPENING), 'opening');
  also('本年收入', income, 'income');
  also('年末结转和结余', several(FISCAL_CLOSING), 'closing');
  return found;
}

function emptyForm(book: Book, fiscal: string, fund: string, form: string, stage: Stage): Judged | null {
  const cells = book
    .rows(fiscal, stage, (row) => row.name === YEAR_EXPENDITURE)
    .map((row) => book.cell(row, fund));
  // Without a total of the year the classes are.
  const classes = classLines(book, fiscal, stage).map((row) => book.cell(row, fund));
  const left = cells.some((cell) => cell.fact) ? cells : classes;
  const about = `${formName(fiscal)}与${formName(form)} ${FUND_NAMES[fund]} 合计`;
  return equal(book, 'E17', about, part(left), part([], `${formName(form)}（空表）`), {
    printed: isEmptyForm(book, form),
  });
}
