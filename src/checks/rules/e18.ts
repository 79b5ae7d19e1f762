import { equal, part } from '../relate';
import { FINAL_ACCOUNT } from '../forms';
import { rowName, rowSums } from '../row-sums';
import type { Rule } from '../rule';
import { expenditureParts } from '../rows';

/** E18, form 07; also 08 where a region prints it with balances. */
export const e18: Rule = {
  id: 'E18',
  name: { zh: '政府性基金表每行平衡', en: 'Rows of the government fund form' },
  severity: 'error',
  right: {
    zh: '政府性基金表每一行：年初结转结余 + 本年收入 = 本年支出 + 年末结转结余；本年支出 = 基本支出 + 项目支出。',
    en: 'In each row of the fund form opening + income = expenditure + closing, and expenditure = basic + project.',
  },
  check: (book) =>
    [FINAL_ACCOUNT.governmentFund, FINAL_ACCOUNT.stateCapital].flatMap((form) =>
      book.stages(form).flatMap((stage) => {
        const columns = book.columns(form, stage);
        const found =
          form === FINAL_ACCOUNT.governmentFund
            ? rowSums(book, 'E18', form, stage, 'total', expenditureParts(columns))
            : [];
        if (columns.has('income') && columns.has('total')) {
          for (const row of book.rows(form, stage)) {
            const [opening, income, total, closing] = ['opening', 'income', 'total', 'closing'].map(
              (column) => book.cell(row, column),
            );
            found.push(
              equal(book, 'E18', rowName(row), part([opening!, income!]), part([total!, closing!]), {
                printed: true,
              }),
            );
          }
        }
        return found.filter((judged) => judged !== null);
      }),
    ),
};
