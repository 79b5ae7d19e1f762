import type { Flow, Stage } from '../domain/facts';
import type { Book, Cell, Row } from './book';

/** The 合计 row of a subject form. */
export function totalRow(book: Book, form: string, stage: Stage): Row | null {
  return book.subject(form, stage, 'summary', '合计');
}

export function subjectRow(book: Book, form: string, stage: Stage, code: string): Row | null {
  return book.subject(form, stage, 'function', code) ?? book.subject(form, stage, 'economy', code);
}

/** A line of 01 or 04 that is no subject: 本年收入合计, 收入总计, 年末结转和结余 … */
export function line(book: Book, form: string, stage: Stage, name: string): Row | null {
  return book.row(form, stage, (row) => row.classification === 'summary' && row.name === name);
}

export function lines(book: Book, form: string, stage: Stage, names: readonly string[]): Row[] {
  return names.flatMap((name) => line(book, form, stage, name) ?? []);
}

/** The functional classes listed on the right of 01 and 04. */
export function classLines(book: Book, form: string, stage: Stage): Row[] {
  return book.rows(form, stage, (row) => row.classification === 'function' && row.level === 1);
}

/** Rows directly under a subject: those whose nearest printed ancestor it is; null: rows that have none. */
export function rowsUnder(rows: readonly Row[], parent: string | null): Row[] {
  const codes = new Set(rows.flatMap((row) => row.code ?? []));
  const ancestor = (code: string): string | null => {
    for (let length = code.length - 2; length >= 3; length -= 2) {
      if (codes.has(code.slice(0, length))) return code.slice(0, length);
    }
    return null;
  };
  return rows.filter((row) => row.code !== null && row.code !== parent && ancestor(row.code) === parent);
}

const FUND_LINES = new Set(['general', 'government_fund', 'state_capital']);

/** A line of revenue by origin with the cell that it prints. */
export interface Origin {
  row: Row;
  cell: Cell;
}

/** Lines of revenue by origin, one for each amount, in print order. */
export function origins(book: Book, form: string, stage: Stage): Origin[] {
  return book
    .rows(form, stage, (row) => row.flow === 'revenue' && row.classification === 'origin')
    .flatMap((row) => [...row.cells.values()].filter((cell) => cell.fact).map((cell) => ({ row, cell })));
}

export const fundOf = (origin: Origin) => origin.cell.fact!.fund;

/** The heading 财政拨款收入 above the lines of its funds, where it is printed. */
export function fiscalHeading(all: readonly Origin[]): Origin | null {
  return all.find((origin) => fundOf(origin) === 'fiscal') ?? null;
}

/** Lines of single funds. */
export function fundLines(all: readonly Origin[]): Origin[] {
  return all.filter((origin) => FUND_LINES.has(fundOf(origin)) && !isItem(all, origin));
}

/** Origins that add up to the total: neither the funds under a printed heading nor the items of a group. */
export function topOrigins(all: readonly Origin[]): Origin[] {
  const heading = fiscalHeading(all);
  return all.filter(
    (origin) => !isItem(all, origin) && !(heading && origin !== heading && FUND_LINES.has(fundOf(origin))),
  );
}

/** An item of the group printed above it: level 2 under a line of level 1 of the same fund. */
function isItem(all: readonly Origin[], origin: Origin): boolean {
  return origin.row.level === 2 && groupOf(all, origin) !== null;
}

export function groupOf(all: readonly Origin[], origin: Origin): Origin | null {
  for (let at = all.indexOf(origin) - 1; at >= 0; at--) {
    const above = all[at]!;
    if (above.row.level === 1) return fundOf(above) === fundOf(origin) ? above : null;
  }
  return null;
}

export const cellsOf = (list: readonly Origin[]): Cell[] => list.map(({ cell }) => cell);

export const side = (rows: readonly Row[], flow: Flow) => rows.filter((row) => row.flow === flow);

/** Measures that add up to a row's total, as far as the form has columns for them. */
export function expenditureParts(columns: ReadonlySet<string>): string[] {
  const has = (column: string) => columns.has(column);
  const basic = has('basic') ? ['basic'] : ['personnel', 'office'].filter(has);
  const rest = ['project', 'remitted', 'operating', 'affiliate_subsidy', 'contingency', 'carry_forward'];
  return [...basic, ...rest.filter(has)];
}

export function revenueParts(columns: ReadonlySet<string>): string[] {
  const has = (column: string) => columns.has(column);
  const funds = [...columns].filter((column) => column.startsWith('fiscal_appropriation@'));
  const fiscal = has('fiscal_appropriation') ? ['fiscal_appropriation'] : funds;
  const rest = ['superior_subsidy', 'business', 'operating', 'affiliate_remittance', 'other', 'opening'];
  return [...fiscal, ...rest.filter(has)];
}

/** What revenue and expenditure of 01 and B01 are called where 本年…合计 is not printed. */
export const YEAR_REVENUE = '本年收入合计';
export const YEAR_EXPENDITURE = '本年支出合计';
export const TOTAL_REVENUE = '收入总计';
export const TOTAL_EXPENDITURE = '支出总计';
export const OPENING = ['使用非财政拨款结余', '年初结转和结余'];
export const CLOSING = ['结余分配', '年末结转和结余', '结转下年资金'];
export const FISCAL_OPENING = ['年初财政拨款结转和结余', '年初结转和结余'];
export const FISCAL_CLOSING = ['年末财政拨款结转和结余', '年末结转和结余', '结转下年资金'];
/** 江苏's list of expenditure by use. */
export const USES = [
  '基本支出',
  '项目支出',
  '单位预留机动经费',
  '上缴上级支出',
  '经营支出',
  '对附属单位补助支出',
];
