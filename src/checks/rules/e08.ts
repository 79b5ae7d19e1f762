import type { Stage } from '../../domain/facts';
import type { Book } from '../book';
import { formName, type FormSet } from '../forms';
import { equal, part, type Judged } from '../relate';
import { eachSet, type Rule } from '../rule';
import {
  cellsOf,
  fiscalHeading,
  fundLines,
  line,
  origins,
  topOrigins,
  TOTAL_REVENUE,
  totalRow,
  YEAR_REVENUE,
} from '../rows';

const COLUMNS: readonly [RegExp, string][] = [
  [/^上级补助收入$/, 'superior_subsidy'],
  [/^事业收入$/, 'business'],
  [/^(事业单位)?经营收入$/, 'operating'],
  [/^附属单位上缴收入$/, 'affiliate_remittance'],
  [/^其他收入$/, 'other'],
];

/** E8, 01 ↔ 02. Budgets without 本年收入合计 compare 收入总计; 江苏's list of origins is compared by name. */
export const e08: Rule = {
  id: 'E8',
  name: { zh: '收支总表与收入表', en: 'Summary and revenue form' },
  severity: 'error',
  right: {
    zh: '收支总表的本年收入合计等于收入表的合计，每项收入等于收入表合计行的同名栏。',
    en: 'Revenue of the year and each origin of the summary equal the total row of the revenue form.',
  },
  check: (book) =>
    eachSet(book, ['summary', 'revenue'], (set, stage) =>
      origins(book, set.revenue, stage).length > 0 ? byName(book, set, stage) : byColumn(book, set, stage),
    ),
};

function byColumn(book: Book, set: FormSet, stage: Stage): (Judged | null)[] {
  const total = totalRow(book, set.revenue, stage);
  if (!total) return [];
  const columns = book.columns(set.revenue, stage);
  const names = columns.has('opening') ? [TOTAL_REVENUE] : [YEAR_REVENUE, TOTAL_REVENUE];
  const sum = names.map((name) => line(book, set.summary, stage, name)).find((row) => row !== null);
  const all = origins(book, set.summary, stage);
  const heading = fiscalHeading(all);
  const fiscal = heading ? [heading] : fundLines(all);
  const about = (name: string) => `${formName(set.summary)}与${formName(set.revenue)} ${name}`;
  const found = [
    sum
      ? equal(book, 'E8', about(sum.name), part(book.cell(sum, 'all')), part(book.cell(total, 'total')))
      : null,
  ];
  if (fiscal.length > 0 && columns.has('fiscal_appropriation')) {
    const column = book.cell(total, 'fiscal_appropriation');
    found.push(equal(book, 'E8', about('财政拨款收入'), part(cellsOf(fiscal)), part(column)));
  }
  for (const { row, cell } of topOrigins(all)) {
    const column = COLUMNS.find(([name]) => name.test(row.name))?.[1];
    if (column && columns.has(column))
      found.push(equal(book, 'E8', about(row.name), part(cell), part(book.cell(total, column))));
  }
  return found;
}

function byName(book: Book, set: FormSet, stage: Stage): (Judged | null)[] {
  const about = (name: string) => `${formName(set.summary)}与${formName(set.revenue)} ${name}`;
  const found: (Judged | null)[] = [];
  const totals = [set.summary, set.revenue].map((form) => line(book, form, stage, TOTAL_REVENUE));
  if (totals[0] && totals[1]) {
    const cells = [book.cell(totals[0], 'all'), book.cell(totals[1], 'total')] as const;
    found.push(equal(book, 'E8', about(TOTAL_REVENUE), part(cells[0]), part(cells[1])));
  }
  const listed = origins(book, set.revenue, stage);
  for (const origin of origins(book, set.summary, stage)) {
    const same = listed.filter(({ row }) => row.name === origin.row.name);
    if (same.length === 1)
      found.push(equal(book, 'E8', about(origin.row.name), part(origin.cell), part(same[0]!.cell)));
  }
  return found;
}
