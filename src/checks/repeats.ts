import type { Fact } from '../domain/facts';
import type { Book, Cell, Row } from './book';
import { FINAL_ACCOUNT as F } from './forms';
import { line, totalRow } from './rows';
import { subjectThree } from './three-public';

/**
 * The cell of the forms that a figure of the narrative repeats, by its coordinates; null where no form prints it.
 * Parts of 机关运行经费 repeat nothing: 06 holds basic expenditure, the running cost is drawn otherwise.
 */
export function repeatedCell(book: Book, fact: Fact): Cell | null {
  if (fact.source !== 'narrative' || fact.note?.includes('part of')) return null;
  const { stage, measure, subject_code: code, subject_name: name } = fact;
  const printed = (row: Row | null, column: string) => {
    const cell = row?.cells.get(column);
    return cell?.fact ? cell : null;
  };
  if (fact.classification === 'three_public')
    return code ? subjectThree(book, F.threePublic, stage, code) : null;
  if (fact.flow === 'balance') {
    if (fact.fund === 'all') return printed(line(book, F.summary, stage, name), 'all');
    return printed(line(book, F.fiscal, stage, name), fact.fund);
  }
  if (fact.flow === 'revenue')
    return name === '合计' ? printed(totalRow(book, F.revenue, stage), measure) : null;
  if (name === '人员经费' || name === '公用经费')
    return fact.fund === 'general' ? printed(line(book, F.basic, stage, `${name}合计`), 'total') : null;
  const form = formOfFund(fact);
  if (form === null) return null;
  if (fact.classification === 'function')
    return printed(
      book.row(form, stage, (row) => row.classification === 'function' && row.code === code),
      measure,
    );
  return name === '合计' ? printed(totalRow(book, form, stage), measure) : null;
}

function formOfFund({ fund }: Fact): string | null {
  switch (fund) {
    case 'all':
      return F.expenditure;
    case 'general':
      return F.general;
    case 'government_fund':
      return F.governmentFund;
    case 'state_capital':
      return F.stateCapital;
    case 'fiscal':
      return null;
  }
}
