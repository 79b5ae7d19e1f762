import type { Stage } from '../../domain/facts';
import type { Book } from '../book';
import { FISCAL_FUNCTION, FORM_SETS, formName, MEASURE_NAMES } from '../forms';
import { equal, part, type Judged } from '../relate';
import type { Rule } from '../rule';
import { rowsUnder, totalRow } from '../rows';

/** E7, every form by functional subject. A level that is not printed is left out: 类 = Σ项 where no 款 stands between. */
export const e07: Rule = {
  id: 'E7',
  name: { zh: '类、款、项逐级合计', en: 'Levels of the classification' },
  severity: 'error',
  right: {
    zh: '按功能分类的各表每一栏：合计 = 各类之和，类 = 其下各款之和，款 = 其下各项之和。',
    en: 'In every column of the functional forms each level is the sum of the next one printed.',
  },
  check: (book) =>
    FORM_SETS.flatMap((set) => [
      set.revenue,
      set.expenditure,
      set.general,
      set.governmentFund,
      set.stateCapital,
    ])
      .concat(FISCAL_FUNCTION)
      .flatMap((form) => book.stages(form).flatMap((stage) => levels(book, form, stage))),
};

function levels(book: Book, form: string, stage: Stage): Judged[] {
  const rows = book.rows(form, stage, (row) => row.classification === 'function');
  const parents = [totalRow(book, form, stage), ...rows].filter((row) => row !== null);
  const columns = [...book.columns(form, stage)];
  return parents.flatMap((parent) => {
    const below = rowsUnder(rows, parent.code);
    if (below.length === 0) return [];
    return columns.flatMap((column) => {
      const about = `${formName(form)} ${parent.code ?? parent.name} 行 ${MEASURE_NAMES[column.split('@')[0]!] ?? ''}`;
      const children = below.map((row) => book.cell(row, column));
      const label = `其下 ${below.map((row) => row.code).join('、')}`;
      const total = part(book.cell(parent, column));
      return equal(book, 'E7', about, total, part(children, label), { open: true, printed: true }) ?? [];
    });
  });
}
