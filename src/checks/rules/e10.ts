import type { Stage } from '../../domain/facts';
import { cellName, type Book, type Row } from '../book';
import { formName } from '../forms';
import { equal, part, type Judged } from '../relate';
import { eachSet, type Rule } from '../rule';
import { cellsOf, fiscalHeading, fundLines, line, origins, YEAR_REVENUE } from '../rows';

const FUNDS = ['general', 'government_fund', 'state_capital'];

/** E10, form 04 and B04: across on the side of expenditure, down on that of revenue. */
export const e10: Rule = {
  id: 'E10',
  name: { zh: '财政拨款总表各资金之和', en: 'Funds of the fiscal summary' },
  severity: 'error',
  right: {
    zh: '财政拨款收支总表每一行：合计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算。',
    en: 'In each row of the fiscal summary the total is the sum of the three funds.',
  },
  check: (book) =>
    eachSet(book, ['fiscal'], ({ fiscal }, stage) => {
      if (!book.columns(fiscal, stage).has('fiscal')) return [];
      return [
        ...book
          .rows(fiscal, stage, (row) => row.flow !== 'revenue')
          .map((row) => across(book, row, expenditureHasFunds(book, fiscal, stage))),
        ...down(book, fiscal, stage),
      ];
    }),
};

const expenditureHasFunds = (book: Book, form: string, stage: Stage) =>
  book
    .rows(form, stage, (row) => row.flow === 'expenditure')
    .some((row) => FUNDS.some((fund) => row.cells.get(fund)?.fact));

function across(book: Book, row: Row, funds: boolean): Judged | null {
  const parts = FUNDS.map((fund) => book.cell(row, fund));
  const printed = row.flow === 'expenditure' && funds;
  if (!printed && parts.every((cell) => !cell.fact)) return null;
  const total = book.cell(row, 'fiscal');
  return equal(book, 'E10', cellName(total), part(total), part(parts), { printed });
}

function down(book: Book, form: string, stage: Stage): (Judged | null)[] {
  const all = origins(book, form, stage);
  const funds = cellsOf(fundLines(all));
  const year = line(book, form, stage, YEAR_REVENUE);
  const totals = [fiscalHeading(all)?.cell, year ? book.cell(year, 'fiscal') : undefined];
  return totals.map((total) =>
    total && funds.length > 0
      ? equal(book, 'E10', `${formName(form)}${total.row.name}`, part(total), part(funds), { open: true })
      : null,
  );
}
