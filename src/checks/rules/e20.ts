import { formName } from '../forms';
import { atMost, part } from '../relate';
import { eachSet, type Rule } from '../rule';
import { subjectRow } from '../rows';
import { subjectThree } from '../three-public';

const PAIRS: readonly [economic: string, part: string][] = [
  ['30212', 'SG1'],
  ['30217', 'SG3'],
  ['30231', 'SG22'],
  ['31013', 'SG21'],
];

/** E20, 06 ↔ 09: 06 holds basic expenditure only, so it may be less. Information: bodies book differently. */
export const e20: Rule = {
  id: 'E20',
  name: { zh: '“三公”经费与经济分类', en: 'Three public expenses and economic items' },
  severity: 'info',
  right: {
    zh: '“三公”经费各项不小于基本支出明细表的 30212、30217、30231、31013。',
    en: 'Each part of the three public expenses is at least its economic item of basic expenditure.',
  },
  check: (book) =>
    eachSet(book, ['basic', 'threePublic'], ({ basic, threePublic }, stage) =>
      PAIRS.map(([economic, code]) => {
        const row = subjectRow(book, basic, stage, economic);
        const cell = subjectThree(book, threePublic, stage, code);
        if (!row || !cell) return null;
        const about = `${formName(basic)} ${economic} 与${formName(threePublic)} ${cell.row.name}`;
        return atMost(book, 'E20', about, part(book.cell(row, 'total')), part(cell));
      }),
    ),
};
