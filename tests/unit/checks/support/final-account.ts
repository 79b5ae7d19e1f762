import type { Fund, Stage } from '../../../../src/domain/facts';
import type { Fen } from '../../../../src/domain/money';
import { books, general, levels, spent, total, under, type Books, type Item } from './books';
import { narrative } from './narrative';
import { Printer, type Style } from './printer';
import type { CheckInput } from '../../../../src/checks';
import type { Random } from './random';

/** What a region's set of forms does differently. */
export interface FinalSet {
  name: string;
  style: Omit<Style, 'kind'>;
  /** Levels of the functional classification that are printed. */
  levels: readonly number[];
  /** 05 with opening, income and closing columns (云南). */
  generalBalances?: boolean;
  /** 04 and 05 also print 年初预算数 (北京). */
  budgetStage?: boolean;
  /** 08 as 07, with its balances (北京). */
  capitalBalances?: boolean;
  /** No 07 and 08 columns but the expenditure (上海). */
  plainFunds?: boolean;
}

const name = (code: string | null) => (code === null ? '合计' : `科目${code}`);
const subject = (code: string | null) =>
  code === null
    ? ({ classification: 'summary', subject_code: null, subject_name: '合计', subject_level: 0 } as const)
    : ({
        classification: 'function',
        subject_code: code,
        subject_name: name(code),
        subject_level: (code.length - 1) / 2,
      } as const);

const total1 = (items: readonly Item[], of: (item: Item) => Fen) => total(items.map(of));

/** A whole final account without a contradiction. */
export function finalAccount(set: FinalSet, random: Random): CheckInput {
  const truth = books(random);
  const printer = new Printer({ ...set.style, kind: 'final_account' });
  summary(printer, truth);
  revenueAndExpenditure(printer, truth, set);
  fiscal(printer, truth, 'final');
  generalBudget(printer, truth, set, 'final');
  if (set.budgetStage) {
    const planned = books(random);
    truth.initial = new Map(
      [...truth.initial.keys()].flatMap((code) => {
        const amount = total(under(planned.items, code).map(general));
        return amount > 0n ? [[code, amount] as const] : [];
      }),
    );
    fiscal(printer, planned, 'initial_budget');
    generalBudget(printer, planned, set, 'initial_budget');
  }
  economy(printer, truth);
  otherFund(printer, truth, set, '07', 'government_fund', (item) => item.fundProject, !set.plainFunds);
  otherFund(
    printer,
    truth,
    set,
    '08',
    'state_capital',
    (item) => item.capitalProject,
    set.capitalBalances ?? false,
  );
  threePublic(printer, truth);
  const statements = narrative(printer, truth);
  return { document: printer.document(), facts: printer.facts, statements, indicators: [], warnings: [] };
}

const other = (item: Item) => item.otherBasic + item.otherProject;
const fiscalOf = (item: Item) => spent(item) - other(item);

function summary(printer: Printer, { items, opening, closing }: Books): void {
  const line = (flow: 'revenue' | 'expenditure' | 'balance', subject_name: string, amount: Fen) =>
    printer.cell(
      '01',
      { flow, classification: 'summary', subject_name, subject_level: 0, fund: 'all', measure: 'total' },
      amount,
    );
  const origin = (subject_name: string, fund: Fund, amount: Fen) =>
    printer.cell(
      '01',
      { flow: 'revenue', classification: 'origin', subject_name, fund, measure: 'total' },
      amount,
    );
  const year = total1(items, spent) + closing - opening;
  origin('一般公共预算财政拨款收入', 'general', total1(items, general) + closing - opening);
  origin(
    '政府性基金预算财政拨款收入',
    'government_fund',
    total1(items, (item) => item.fundProject),
  );
  origin(
    '国有资本经营预算财政拨款收入',
    'state_capital',
    total1(items, (item) => item.capitalProject),
  );
  origin('上级补助收入', 'all', 0n);
  origin(
    '事业收入',
    'all',
    total1(items, (item) => item.otherBasic),
  );
  origin(
    '其他收入',
    'all',
    total1(items, (item) => item.otherProject),
  );
  for (const code of levels(items, [3])) {
    const amount = total1(under(items, code), spent);
    printer.cell('01', { flow: 'expenditure', ...subject(code), fund: 'all', measure: 'total' }, amount);
  }
  line('revenue', '本年收入合计', year);
  line('expenditure', '本年支出合计', total1(items, spent));
  line('balance', '使用非财政拨款结余', 0n);
  line('balance', '结余分配', 0n);
  line('balance', '年初结转和结余', opening);
  line('balance', '年末结转和结余', closing);
  line('balance', '收入总计', year + opening);
  line('balance', '支出总计', total1(items, spent) + closing);
}

function revenueAndExpenditure(printer: Printer, { items, opening, closing }: Books, set: FinalSet): void {
  for (const code of [null, ...levels(items, set.levels)]) {
    const own = code === null ? items : under(items, code);
    // What was carried in and out belongs to the first 项.
    const carried = own.includes(items[0]!) ? closing - opening : 0n;
    const place = { flow: 'revenue', ...subject(code), fund: 'all' } as const;
    printer.cell('02', { ...place, measure: 'total' }, total1(own, spent) + carried);
    printer.cell('02', { ...place, measure: 'fiscal_appropriation' }, total1(own, fiscalOf) + carried);
    printer.cell('02', { ...place, measure: 'superior_subsidy' }, 0n);
    printer.cell(
      '02',
      { ...place, measure: 'business' },
      total1(own, (item) => item.otherBasic),
    );
    printer.cell(
      '02',
      { ...place, measure: 'other' },
      total1(own, (item) => item.otherProject),
    );
    const spend = { ...place, flow: 'expenditure' } as const;
    printer.cell('03', { ...spend, measure: 'total' }, total1(own, spent));
    printer.cell(
      '03',
      { ...spend, measure: 'basic' },
      total1(own, (item) => item.generalBasic + item.otherBasic),
    );
    const project = (item: Item) =>
      item.generalProject + item.fundProject + item.capitalProject + item.otherProject;
    printer.cell('03', { ...spend, measure: 'project' }, total1(own, project));
    printer.cell('03', { ...spend, measure: 'operating' }, 0n);
  }
}

const FUNDS: readonly [Fund, (item: Item) => Fen][] = [
  ['fiscal', fiscalOf],
  ['general', general],
  ['government_fund', (item) => item.fundProject],
  ['state_capital', (item) => item.capitalProject],
];

function fiscal(printer: Printer, { items, opening, closing }: Books, stage: Stage): void {
  const at = (flow: 'revenue' | 'expenditure' | 'balance', subject_name: string, fund: Fund, amount: Fen) =>
    printer.cell(
      '04',
      { flow, classification: 'summary', subject_name, subject_level: 0, fund, measure: 'total', stage },
      amount,
    );
  for (const [fund, of] of FUNDS) {
    const carries = fund === 'fiscal' || fund === 'general';
    const [before, after] = carries ? [opening, closing] : [0n, 0n];
    const out = total1(items, of);
    if (fund === 'fiscal') at('revenue', '本年收入合计', fund, out + after - before);
    else
      printer.cell(
        '04',
        {
          flow: 'revenue',
          classification: 'origin',
          subject_name: `${fund}财政拨款`,
          fund,
          measure: 'total',
          stage,
        },
        out + after - before,
      );
    at('balance', '年初财政拨款结转和结余', fund, before);
    if (fund === 'fiscal') at('balance', '收入总计', fund, out + after);
    for (const code of levels(items, [3])) {
      const amount = total1(under(items, code), of);
      printer.cell('04', { flow: 'expenditure', ...subject(code), fund, measure: 'total', stage }, amount);
    }
    at('expenditure', '本年支出合计', fund, out);
    at('balance', '年末财政拨款结转和结余', fund, after);
    at('balance', '支出总计', fund, out + after);
  }
}

function generalBudget(printer: Printer, truth: Books, set: FinalSet, stage: Stage): void {
  const items = truth.items.filter((item) => general(item) > 0n);
  for (const code of [null, ...levels(items, set.levels)]) {
    const own = code === null ? items : under(items, code);
    const place = { flow: 'expenditure', ...subject(code), fund: 'general', stage } as const;
    printer.cell('05', { ...place, measure: 'total' }, total1(own, general));
    printer.cell(
      '05',
      { ...place, measure: 'basic' },
      total1(own, (item) => item.generalBasic),
    );
    printer.cell(
      '05',
      { ...place, measure: 'project' },
      total1(own, (item) => item.generalProject),
    );
    if (!set.generalBalances) continue;
    const first = own.includes(items[0]!);
    printer.cell('05', { ...place, flow: 'balance', measure: 'opening' }, first ? truth.opening : 0n);
    printer.cell('05', { ...place, flow: 'balance', measure: 'closing' }, first ? truth.closing : 0n);
  }
}

function economy(printer: Printer, truth: Books): void {
  const codes = [...truth.economy.keys()];
  const place = { flow: 'expenditure', fund: 'general', measure: 'total' } as const;
  const sum = (wanted: (code: string) => boolean) =>
    total(codes.filter(wanted).map((code) => truth.economy.get(code)!));
  for (const code of [...new Set(codes.flatMap((code) => [code.slice(0, 3), code]))].sort())
    printer.cell(
      '06',
      {
        ...place,
        classification: 'economy',
        subject_code: code,
        subject_name: name(code),
        subject_level: code.length === 3 ? 1 : 2,
      },
      sum((one) => one.startsWith(code)),
    );
  const line = (subject_name: string, amount: Fen) =>
    printer.cell('06', { ...place, classification: 'summary', subject_name, subject_level: 0 }, amount);
  line(
    '人员经费合计',
    sum((code) => /^30[13]/.test(code)),
  );
  line(
    '公用经费合计',
    sum((code) => !/^30[13]/.test(code)),
  );
}

function otherFund(
  printer: Printer,
  { items }: Books,
  set: FinalSet,
  form: string,
  fund: Fund,
  of: (item: Item) => Fen,
  balances: boolean,
): void {
  const own = items.filter((item) => of(item) > 0n);
  if (own.length === 0) return;
  for (const code of [null, ...levels(own, set.levels)]) {
    const amount = total1(code === null ? own : under(own, code), of);
    const place = { ...subject(code), fund } as const;
    if (balances) {
      printer.cell(form, { ...place, flow: 'balance', measure: 'opening' }, 0n);
      printer.cell(form, { ...place, flow: 'balance', measure: 'income' }, amount);
      printer.cell(form, { ...place, flow: 'balance', measure: 'closing' }, 0n);
    }
    printer.cell(form, { ...place, flow: 'expenditure', measure: 'total' }, amount);
    printer.cell(form, { ...place, flow: 'expenditure', measure: 'project' }, amount);
  }
}

function threePublic(printer: Printer, truth: Books): void {
  for (const [stage, { abroad, purchase, running, reception }] of [
    ['adjusted_budget', truth.threePublicBudget],
    ['final', truth.threePublic],
  ] as const) {
    const cells: readonly [string, Fen][] = [
      ['SG', abroad + purchase + running + reception],
      ['SG1', abroad],
      ['SG2', purchase + running],
      ['SG21', purchase],
      ['SG22', running],
      ['SG3', reception],
    ];
    for (const [code, amount] of cells)
      printer.cell(
        '09',
        {
          flow: 'expenditure',
          classification: 'three_public',
          subject_code: code,
          subject_name: code,
          fund: 'fiscal',
          measure: 'total',
          stage,
        },
        amount,
      );
  }
}
