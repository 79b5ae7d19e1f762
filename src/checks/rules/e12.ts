import { formName, FUND_NAMES } from '../forms';
import { equal, part } from '../relate';
import { eachSet, type Rule } from '../rule';
import { cellsOf, fiscalHeading, fundLines, fundOf, line, origins, totalRow, YEAR_REVENUE } from '../rows';

const FUNDS = ['general', 'government_fund', 'state_capital'] as const;

/** E12, 02 ↔ 04 and 01 ↔ 04. */
export const e12: Rule = {
  id: 'E12',
  name: { zh: '财政拨款收入在各表中一致', en: 'Fiscal appropriation across forms' },
  severity: 'error',
  right: {
    zh: '收入表的财政拨款收入等于财政拨款总表的本年收入；收支总表中三项财政拨款收入等于财政拨款总表的对应行。',
    en: 'Fiscal appropriation of the revenue form, and the three funds of the summary, equal those of the fiscal summary.',
  },
  check: (book) => [
    ...eachSet(book, ['revenue', 'fiscal'], ({ revenue, fiscal }, stage) => {
      const total = totalRow(book, revenue, stage);
      if (!total || !book.columns(revenue, stage).has('fiscal_appropriation')) return [];
      const all = origins(book, fiscal, stage);
      const year = line(book, fiscal, stage, YEAR_REVENUE);
      const heading = fiscalHeading(all)?.cell;
      const printed = year?.cells.get('fiscal');
      const right = printed ? [printed] : heading ? [heading] : cellsOf(fundLines(all));
      const about = `${formName(revenue)}与${formName(fiscal)} 财政拨款收入`;
      return right.length === 0
        ? []
        : [equal(book, 'E12', about, part(book.cell(total, 'fiscal_appropriation')), part(right))];
    }),
    ...eachSet(book, ['summary', 'fiscal'], ({ summary, fiscal }, stage) => {
      const left = fundLines(origins(book, summary, stage));
      const right = fundLines(origins(book, fiscal, stage));
      return FUNDS.flatMap((fund) => {
        const ours = cellsOf(left.filter((origin) => fundOf(origin) === fund));
        const theirs = cellsOf(right.filter((origin) => fundOf(origin) === fund));
        const about = `${formName(summary)}与${formName(fiscal)} ${FUND_NAMES[fund]}财政拨款收入`;
        return ours.length + theirs.length === 0
          ? []
          : equal(book, 'E12', about, part(ours, about), part(theirs, about));
      });
    }),
  ],
};
