import type { Stage } from '../../domain/facts';
import type { Book, Cell } from '../book';
import { formName, FUND_NAMES } from '../forms';
import { equal, part, type Judged } from '../relate';
import { eachSet, type Rule } from '../rule';
import {
  cellsOf,
  classLines,
  FISCAL_CLOSING,
  FISCAL_OPENING,
  fiscalHeading,
  fundLines,
  fundOf,
  line,
  lines,
  origins,
  TOTAL_EXPENDITURE,
  TOTAL_REVENUE,
  USES,
  YEAR_EXPENDITURE,
  YEAR_REVENUE,
} from '../rows';

const COLUMNS = ['fiscal', 'general', 'government_fund', 'state_capital'];

/** E11, form 04 and B04, each fund. */
export const e11: Rule = {
  id: 'E11',
  name: { zh: '财政拨款各资金收支平衡', en: 'Balance of each fund' },
  severity: 'error',
  right: {
    zh: '财政拨款收支总表每种资金：年初结转结余 + 本年收入 = 本年支出 + 年末结转结余；收入总计等于支出总计。',
    en: 'For each fund opening balance + revenue = expenditure + closing balance; both grand totals are equal.',
  },
  check: (book) =>
    eachSet(book, ['fiscal'], ({ fiscal }, stage) =>
      COLUMNS.flatMap((fund) => oneFund(book, fiscal, stage, fund)),
    ),
};

function oneFund(book: Book, form: string, stage: Stage, fund: string): (Judged | null)[] {
  const at = (name: string): Cell[] => {
    const row = line(book, form, stage, name);
    return row ? [book.cell(row, fund)] : [];
  };
  const several = (names: readonly string[]) =>
    lines(book, form, stage, names).map((row) => book.cell(row, fund));
  const about = (name: string) => `${formName(form)} ${FUND_NAMES[fund]} ${name}`;
  const same = (name: string, left: readonly Cell[], right: readonly Cell[], open = false) =>
    left.some((cell) => cell.fact) && right.some((cell) => cell.fact)
      ? equal(book, 'E11', about(name), part(left), part(right), { open })
      : null;

  const year = income(book, form, stage, fund);
  const opening = several(FISCAL_OPENING);
  const closing = several(FISCAL_CLOSING);
  const expenditure = at(YEAR_EXPENDITURE);
  const classes = classLines(book, form, stage).map((row) => book.cell(row, fund));
  const uses = fund === 'fiscal' ? several(USES) : [];
  const found = [
    same('总计', at(TOTAL_REVENUE), at(TOTAL_EXPENDITURE)),
    same('收入总计', at(TOTAL_REVENUE), [...year, ...opening]),
    same('支出总计', at(TOTAL_EXPENDITURE), expenditure.length > 0 ? [...expenditure, ...closing] : []),
    same('收支', [...opening, ...year], expenditure.length > 0 ? [...expenditure, ...closing] : []),
  ];
  const total = expenditure.some((cell) => cell.fact) ? expenditure : at(TOTAL_EXPENDITURE);
  const left = total === expenditure ? [] : closing;
  if (classes.some((cell) => cell.fact)) found.push(same('支出合计', total, [...classes, ...left], true));
  if (uses.some((cell) => cell.fact)) found.push(same('支出用途合计', total, [...uses, ...left], true));
  return found;
}

/** Revenue of the year of one fund: its line on the left, or 本年收入合计 in its column. */
function income(book: Book, form: string, stage: Stage, fund: string): Cell[] {
  const all = origins(book, form, stage);
  const year = line(book, form, stage, YEAR_REVENUE);
  const cell = year ? book.cell(year, fund) : null;
  if (cell?.fact) return [cell];
  if (fund !== 'fiscal') return cellsOf(fundLines(all).filter((origin) => fundOf(origin) === fund));
  const heading = fiscalHeading(all);
  return heading ? [heading.cell] : cellsOf(fundLines(all));
}
