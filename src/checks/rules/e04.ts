import type { Stage } from '../../domain/facts';
import type { Book, Row } from '../book';
import { formName } from '../forms';
import { equal, part, type Judged } from '../relate';
import { eachSet, type Rule } from '../rule';
import {
  cellsOf,
  classLines,
  CLOSING,
  fiscalHeading,
  fundLines,
  groupOf,
  line,
  lines,
  OPENING,
  origins,
  topOrigins,
  TOTAL_EXPENDITURE,
  TOTAL_REVENUE,
  USES,
  YEAR_EXPENDITURE,
  YEAR_REVENUE,
} from '../rows';

/** 本年合计 where it is printed, else 总计 with the balance lines that it contains. */
function target(
  book: Book,
  form: string,
  stage: Stage,
  year: string,
  total: string,
  balances: readonly string[],
) {
  const own = line(book, form, stage, year);
  if (own) return { row: own, balances: [] as Row[] };
  const grand = line(book, form, stage, total);
  return grand ? { row: grand, balances: lines(book, form, stage, balances) } : null;
}

function revenue(book: Book, form: string, stage: Stage): (Judged | null)[] {
  const all = origins(book, form, stage);
  const sum = target(book, form, stage, YEAR_REVENUE, TOTAL_REVENUE, OPENING);
  const found: (Judged | null)[] = [];
  const tops = cellsOf(topOrigins(all));
  if (sum && tops.length > 0) {
    const parts = [...tops, ...sum.balances.map((row) => book.cell(row, 'all'))];
    const name = `${formName(form)}${sum.row.name}`;
    found.push(
      equal(book, 'E4', name, part(book.cell(sum.row, 'all')), part(parts, '各项收入之和'), { open: true }),
    );
  }
  const heading = fiscalHeading(all);
  const funds = cellsOf(fundLines(all));
  if (heading && funds.length > 0)
    found.push(
      equal(book, 'E4', `${formName(form)}${heading.row.name}`, part(heading.cell), part(funds), {
        open: true,
      }),
    );
  for (const group of all.filter((origin) => origin.row.level === 1)) {
    const items = cellsOf(all.filter((origin) => origin.row.level === 2 && groupOf(all, origin) === group));
    if (items.length > 0)
      found.push(
        equal(book, 'E4', `${formName(form)}${group.row.name}`, part(group.cell), part(items), {
          open: true,
        }),
      );
  }
  return found;
}

function expenditure(book: Book, form: string, stage: Stage): (Judged | null)[] {
  const sum = target(book, form, stage, YEAR_EXPENDITURE, TOTAL_EXPENDITURE, CLOSING);
  if (!sum) return [];
  const about = `${formName(form)}${sum.row.name}`;
  const total = part(book.cell(sum.row, 'all'));
  const balances = sum.balances.map((row) => book.cell(row, 'all'));
  return [
    { rows: classLines(book, form, stage), label: '各功能分类之和' },
    { rows: lines(book, form, stage, USES), label: '各支出用途之和' },
  ].map(({ rows, label }) => {
    const parts = rows.map((row) => book.cell(row, 'all'));
    return parts.length === 0
      ? null
      : equal(book, 'E4', `${about}（${label}）`, total, part([...parts, ...balances], label), {
          open: true,
        });
  });
}

/** E4, form 01 and B01; also the heading 财政拨款收入 of its funds, the groups of 江苏's B02, and expenditure by use. */
export const e04: Rule = {
  id: 'E4',
  name: { zh: '本年收入、本年支出与其各项', en: 'Totals of the year and their lines' },
  severity: 'error',
  right: {
    zh: '本年收入合计等于各项收入之和，本年支出合计等于各功能分类支出之和。',
    en: 'Revenue of the year is the sum of its origins, expenditure of the year that of the functional classes.',
  },
  check: (book) => [
    ...eachSet(book, ['summary'], ({ summary }, stage) => [
      ...revenue(book, summary, stage),
      ...expenditure(book, summary, stage),
    ]),
    ...eachSet(book, ['revenue'], (set, stage) => revenueList(book, set.revenue, stage)),
  ],
};

function revenueList(book: Book, form: string, stage: Stage): (Judged | null)[] {
  const all = origins(book, form, stage);
  if (all.length === 0) return [];
  const total = line(book, form, stage, TOTAL_REVENUE) ?? line(book, form, stage, YEAR_REVENUE);
  const found: (Judged | null)[] = [];
  if (total) {
    const balances = total.name === TOTAL_REVENUE ? lines(book, form, stage, OPENING) : [];
    const parts = [...cellsOf(topOrigins(all)), ...balances.map((row) => book.cell(row, 'total'))];
    found.push(
      equal(book, 'E4', `${formName(form)}合计`, part(book.cell(total, 'total')), part(parts), {
        open: true,
      }),
    );
  }
  for (const group of all.filter((origin) => origin.row.level === 1)) {
    const items = cellsOf(all.filter((origin) => origin.row.level === 2 && groupOf(all, origin) === group));
    if (items.length > 0)
      found.push(
        equal(book, 'E4', `${formName(form)}${group.row.name}`, part(group.cell), part(items), {
          open: true,
        }),
      );
  }
  return found;
}
