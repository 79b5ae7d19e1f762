import type { CheckInput } from '../../../../src/checks';
import type { Fund } from '../../../../src/domain/facts';
import type { Fen, Unit } from '../../../../src/domain/money';
import { books, general, levels, spent, total, under, type Books, type Item } from './books';
import { economy, threePublic } from './budget-economy';
import { Printer } from './printer';
import type { Random } from './random';

const sum = (items: readonly Item[], of: (item: Item) => Fen) => total(items.map(of));
const subject = (code: string | null) =>
  code === null
    ? ({ classification: 'summary', subject_code: null, subject_name: '合计', subject_level: 0 } as const)
    : ({
        classification: 'function',
        subject_code: code,
        subject_name: `科目${code}`,
        subject_level: (code.length - 1) / 2,
      } as const);
const project = (item: Item) =>
  item.generalProject + item.fundProject + item.capitalProject + item.otherProject;
const other = (item: Item) => item.otherBasic + item.otherProject;
const fiscal = (item: Item) => spent(item) - other(item);
const FUNDS: readonly [Fund, string, (item: Item) => Fen][] = [
  ['general', '一般公共预算财政拨款收入', general],
  ['government_fund', '政府性基金预算财政拨款收入', (item) => item.fundProject],
  ['state_capital', '国有资本经营预算财政拨款收入', (item) => item.capitalProject],
];

/** 上海: nine forms, 02 and 03 by subject, 三公 in 万元, no 本年合计; 江苏: lists by origin and by use, B10–B12. */
export function budget(province: '上海' | '江苏', unit: Unit, random: Random): CheckInput {
  const truth = books(random);
  const printer = new Printer({ kind: 'budget', unit, zeros: false });
  lists(printer, 'B01', province, truth);
  lists(printer, 'B04', province, truth);
  if (province === '上海') bySubject(printer, truth);
  else singleRows(printer, truth);
  const items = truth.items.filter((item) => general(item) > 0n);
  functional(printer, 'B05', 'general', items, general, province === '上海');
  for (const [form, fund, of] of [
    ['B07', 'government_fund', (item: Item) => item.fundProject],
    ['B08', 'state_capital', (item: Item) => item.capitalProject],
  ] as const)
    functional(
      printer,
      form,
      fund,
      truth.items.filter((item) => of(item) > 0n),
      of,
      false,
    );
  economy(printer, 'B06', 'general', truth, province === '上海');
  if (province === '江苏') {
    functional(
      printer,
      'B10',
      'fiscal',
      truth.items.filter((item) => fiscal(item) > 0n),
      fiscal,
      false,
    );
    economy(printer, 'B11', 'fiscal', truth, false);
    economy(printer, 'B12', 'general', truth, false, (code) => !/^30[13]/.test(code));
  }
  threePublic(printer, truth, province);
  return { document: printer.document(), facts: printer.facts, statements: [], indicators: [], warnings: [] };
}

function lists(printer: Printer, form: 'B01' | 'B04', province: string, { items }: Books): void {
  const whole = form === 'B01' ? spent : fiscal;
  const all: Fund = form === 'B01' ? 'all' : 'fiscal';
  const origin = (subject_name: string, fund: Fund, level: number, amount: Fen) =>
    printer.cell(
      form,
      {
        flow: 'revenue',
        classification: 'origin',
        subject_name,
        subject_level: level,
        fund,
        measure: 'total',
      },
      amount,
    );
  const line = (
    subject_name: string,
    fund: Fund,
    amount: Fen,
    measure: 'total' | 'basic' | 'project' = 'total',
  ) =>
    printer.cell(
      form,
      {
        flow: measure === 'total' ? 'balance' : 'expenditure',
        classification: 'summary',
        subject_name,
        subject_level: 0,
        fund,
        measure,
      },
      amount,
    );
  origin('财政拨款收入', 'fiscal', 1, sum(items, fiscal));
  for (const [fund, name, of] of FUNDS) origin(name, fund, form === 'B01' ? 2 : 1, sum(items, of));
  if (form === 'B01') {
    origin(
      '事业收入',
      'all',
      1,
      sum(items, (item) => item.otherBasic),
    );
    origin(
      '其他收入',
      'all',
      1,
      sum(items, (item) => item.otherProject),
    );
  }
  line('收入总计', all, sum(items, whole));
  for (const code of levels(items, [3])) {
    const own = under(items, code);
    const place = { flow: 'expenditure', ...subject(code), measure: 'total' } as const;
    if (province === '江苏' && form === 'B04') continue;
    printer.cell(form, { ...place, fund: all }, sum(own, whole));
    if (form === 'B04')
      for (const [fund, , of] of FUNDS) printer.cell(form, { ...place, fund }, sum(own, of));
  }
  line('支出总计', all, sum(items, whole));
  if (form === 'B04' && province === '上海')
    for (const [fund, , of] of FUNDS) line('支出总计', fund, sum(items, of));
  if (province === '江苏') {
    const basic =
      form === 'B01'
        ? (item: Item) => item.generalBasic + item.otherBasic
        : (item: Item) => item.generalBasic;
    line('基本支出', all, sum(items, basic), 'basic');
    line(
      '项目支出',
      all,
      sum(items, (item) => whole(item) - basic(item)),
      'project',
    );
  }
}

function bySubject(printer: Printer, { items }: Books): void {
  for (const code of [null, ...levels(items)]) {
    const own = code === null ? items : under(items, code);
    const place = { ...subject(code), fund: 'all' } as const;
    const cell = (
      form: string,
      measure: 'total' | 'fiscal_appropriation' | 'business' | 'other' | 'basic' | 'project',
      amount: Fen,
    ) => printer.cell(form, { ...place, flow: form === 'B02' ? 'revenue' : 'expenditure', measure }, amount);
    cell('B02', 'total', sum(own, spent));
    cell('B02', 'fiscal_appropriation', sum(own, fiscal));
    cell(
      'B02',
      'business',
      sum(own, (item) => item.otherBasic),
    );
    cell(
      'B02',
      'other',
      sum(own, (item) => item.otherProject),
    );
    cell('B03', 'total', sum(own, spent));
    cell(
      'B03',
      'basic',
      sum(own, (item) => item.generalBasic + item.otherBasic),
    );
    cell('B03', 'project', sum(own, project));
  }
}

function singleRows(printer: Printer, { items }: Books): void {
  const origin = (subject_name: string, fund: Fund, level: number, amount: Fen) =>
    printer.cell(
      'B02',
      {
        flow: 'revenue',
        classification: 'origin',
        subject_name,
        subject_level: level,
        fund,
        measure: 'total',
      },
      amount,
    );
  printer.cell(
    'B02',
    {
      flow: 'balance',
      classification: 'summary',
      subject_name: '收入总计',
      subject_level: 0,
      fund: 'all',
      measure: 'total',
    },
    sum(items, spent),
  );
  for (const [fund, name, of] of FUNDS) {
    origin(name, fund, 1, sum(items, of));
    if (fund !== 'general') continue;
    const half = sum(items, of) / 3n;
    origin('公共财政拨款（补助）资金', fund, 2, half);
    origin('专项收入', fund, 2, sum(items, of) - half);
  }
  origin(
    '事业收入',
    'all',
    1,
    sum(items, (item) => item.otherBasic),
  );
  origin(
    '其他收入',
    'all',
    1,
    sum(items, (item) => item.otherProject),
  );
  const place = { ...subject(null), flow: 'expenditure', fund: 'all' } as const;
  printer.cell('B03', { ...place, measure: 'total' }, sum(items, spent));
  printer.cell(
    'B03',
    { ...place, measure: 'basic' },
    sum(items, (item) => item.generalBasic + item.otherBasic),
  );
  printer.cell('B03', { ...place, measure: 'project' }, sum(items, project));
}

function functional(
  printer: Printer,
  form: string,
  fund: Fund,
  items: readonly Item[],
  of: (item: Item) => Fen,
  parts: boolean,
) {
  if (items.length === 0) return;
  for (const code of [null, ...levels(items)]) {
    const own = code === null ? items : under(items, code);
    const place = { flow: 'expenditure', ...subject(code), fund } as const;
    printer.cell(form, { ...place, measure: 'total' }, sum(own, of));
    if (!parts) continue;
    printer.cell(
      form,
      { ...place, measure: 'basic' },
      sum(own, (item) => item.generalBasic),
    );
    printer.cell(
      form,
      { ...place, measure: 'project' },
      sum(own, (item) => item.generalProject),
    );
  }
}
