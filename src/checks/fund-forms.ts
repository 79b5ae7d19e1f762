import type { Stage } from '../domain/facts';
import type { Book } from './book';
import { formName, FUND_NAMES } from './forms';
import { equal, part, type Judged } from './relate';
import {
  classLines,
  FISCAL_CLOSING,
  line,
  lines,
  subjectRow,
  TOTAL_EXPENDITURE,
  totalRow,
  YEAR_EXPENDITURE,
} from './rows';
import type { RuleId } from './types';

/** A fund's column of 04 against that fund's own form: 本年支出合计 = 合计, each class line = the class's row. */
export function fundAgainstForm(
  book: Book,
  rule: RuleId,
  fiscal: string,
  fund: string,
  form: string,
  stage: Stage,
): (Judged | null)[] {
  const about = (name: string) => `${formName(fiscal)}与${formName(form)} ${FUND_NAMES[fund]} ${name}`;
  const total = totalRow(book, form, stage);
  const year = line(book, fiscal, stage, YEAR_EXPENDITURE);
  // Without 本年支出合计 the grand total is that of the year only where nothing is carried forward.
  const carried = lines(book, fiscal, stage, FISCAL_CLOSING).some((row) => row.cells.get(fund)?.amount);
  const sum = year ?? (carried ? null : line(book, fiscal, stage, TOTAL_EXPENDITURE));
  const found: (Judged | null)[] = [];
  if (total && sum && sum.cells.get(fund)?.fact)
    found.push(equal(book, rule, about('合计'), part(book.cell(sum, fund)), part(book.cell(total, 'total'))));
  for (const row of classLines(book, fiscal, stage)) {
    const cell = book.cell(row, fund);
    if (!cell.fact) continue;
    const other = subjectRow(book, form, stage, row.code!);
    const right = other ? part(book.cell(other, 'total')) : part([], `${formName(form)} ${row.code}`);
    found.push(equal(book, rule, about(`${row.code} ${row.name}`), part(cell), right));
  }
  return found;
}
