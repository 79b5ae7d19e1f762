import type { Stage } from '../../domain/facts';
import type { Book, Row } from '../book';
import { FISCAL_BASIC, FORM_SETS, formName, MEASURE_NAMES, RUNNING_COST } from '../forms';
import { equal, part, type Judged } from '../relate';
import { rowSums } from '../row-sums';
import type { Rule } from '../rule';
import { line, rowsUnder, totalRow } from '../rows';

const PERSONNEL = /^30[13]/;

/** E16, form 06 (人员 = 301 + 303, 公用 = every other 类 printed) and the budgets' B06, B11, B12. */
export const e16: Rule = {
  id: 'E16',
  name: { zh: '经济分类逐级合计', en: 'Levels of the economic classification' },
  severity: 'error',
  right: {
    zh: '基本支出明细表：类 = 其下各款之和；人员经费合计 = 301 + 303；公用经费合计 = 其余各类之和。',
    en: 'Economic classes are the sums of their items; personnel = 301 + 303, office = every other class.',
  },
  check: (book) =>
    [...FORM_SETS.map((set) => set.basic), FISCAL_BASIC, RUNNING_COST].flatMap((form) =>
      book.stages(form).flatMap((stage) => oneForm(book, form, stage)),
    ),
};

function oneForm(book: Book, form: string, stage: Stage): Judged[] {
  const rows = book.rows(form, stage, (row) => row.classification === 'economy');
  const columns = [...book.columns(form, stage)];
  const tops = rowsUnder(rows, null);
  const found: (Judged | null)[] = [];
  const compare = (parent: Row | null, children: readonly Row[], column: string, label: string) => {
    if (!parent || children.length === 0) return;
    const name = parent.code ?? parent.name;
    const about = `${formName(form)} ${name}${columns.length > 1 ? ` ${MEASURE_NAMES[column] ?? ''}` : ''}`;
    const right = part(
      children.map((row) => book.cell(row, column)),
      label,
    );
    found.push(
      equal(book, 'E16', about, part(book.cell(parent, column)), right, { open: true, printed: true }),
    );
  };
  for (const column of columns) {
    for (const row of rows) {
      const below = rowsUnder(rows, row.code);
      compare(row, below, column, `其下 ${below.map((child) => child.code).join('、')}`);
    }
    compare(totalRow(book, form, stage), tops, column, '各类之和');
    if (form === RUNNING_COST) compare(line(book, form, stage, '机关运行经费'), tops, column, '各类之和');
    const personnel = tops.filter((row) => PERSONNEL.test(row.code!));
    const office = tops.filter((row) => !PERSONNEL.test(row.code!));
    compare(line(book, form, stage, '人员经费合计'), personnel, column, '301、303 之和');
    compare(line(book, form, stage, '公用经费合计'), office, column, '其余各类之和');
  }
  const parts = ['personnel', 'office'].filter((column) => columns.includes(column));
  if (parts.length === 2) found.push(...rowSums(book, 'E16', form, stage, 'total', parts));
  return found.filter((judged) => judged !== null);
}
