import type { Fact, Measure } from '../../src/domain/facts';

/** A printed sum and what it should be the sum of, in 分. */
export interface Sum {
  about: string;
  left: bigint;
  right: bigint;
  terms: number;
  /** The value of one unit in the last printed place. */
  unit: bigint;
}

const BY_SUBJECT = ['B02', 'B03', 'B05', 'B06', 'B07', 'B08', 'B10', 'B11', 'B12'];

/** Sums that a budget's forms must hold, of those whose terms are printed (checks.md, for budgets). */
export function budgetSums(facts: readonly Fact[]): Sum[] {
  return [
    ...BY_SUBJECT.flatMap((form) => [...hierarchy(facts, form), ...parts(facts, form)]),
    ...lists(facts),
  ];
}

/** True where the difference is nothing, or no more than the printed places explain. */
export function holds({ left, right, terms, unit }: Sum): boolean {
  const difference = left > right ? left - right : right - left;
  return difference === 0n || (unit > 1n && difference * 2n <= unit * BigInt(terms + 1));
}

function sum(about: string, whole: Fact | undefined, terms: readonly Fact[]): Sum[] {
  if (!whole || terms.length === 0) return [];
  return [
    {
      about,
      left: whole.amount,
      right: terms.reduce((all, term) => all + term.amount, 0n),
      terms: terms.length,
      unit: terms.reduce((most, term) => (term.resolution > most ? term.resolution : most), whole.resolution),
    },
  ];
}

/** 合计 = Σ 类, 类 = Σ 款, 款 = Σ 项, in each column. */
function hierarchy(facts: readonly Fact[], form: string): Sum[] {
  const own = facts.filter((fact) => fact.form === form);
  const columns = new Set(own.map((fact) => `${fact.measure}/${fact.fund}`));
  return [...columns].flatMap((column) => {
    const cells = own.filter((fact) => `${fact.measure}/${fact.fund}` === column);
    const rows = cells.filter((fact) => fact.subject_code !== null);
    const total = cells.find((fact) => fact.subject_code === null && fact.subject_level === 0);
    const classes = sum(
      `${form} ${column} 合计`,
      total,
      rows.filter((fact) => fact.subject_level === 1),
    );
    const below = rows.flatMap((parent) =>
      sum(
        `${form} ${column} ${parent.subject_code}`,
        parent,
        rows.filter(
          (fact) =>
            fact.subject_level === parent.subject_level! + 1 &&
            fact.subject_code!.startsWith(parent.subject_code!),
        ),
      ),
    );
    return [...classes, ...below];
  });
}

/** 合计 = 基本 + 项目 (B03, B05 …), 人员 + 公用 (B06), Σ origins (B02), row by row. */
function parts(facts: readonly Fact[], form: string): Sum[] {
  const own = facts.filter((fact) => fact.form === form && fact.classification !== 'origin');
  const keys = new Set(own.map((fact) => fact.subject_code ?? fact.subject_name));
  return [...keys].flatMap((key) => {
    const row = own.filter((fact) => (fact.subject_code ?? fact.subject_name) === key);
    return sum(
      `${form} row ${key}`,
      row.find((fact) => fact.measure === 'total'),
      row.filter((fact) => fact.measure !== 'total'),
    );
  });
}

const USES: readonly Measure[] = ['basic', 'project', 'contingency', 'carry_forward'];

/** What ties B01, B04 and B09, within and between the forms. */
function lists(facts: readonly Fact[]): Sum[] {
  const of = (form: string) => facts.filter((fact) => fact.form === form);
  const named = (form: string, name: string, measure: Measure = 'total') =>
    of(form).find((fact) => fact.subject_name === name && fact.measure === measure);
  const one = (fact: Fact | undefined) => (fact ? [fact] : []);
  const origins = (form: string, level: number) =>
    of(form).filter((fact) => fact.classification === 'origin' && fact.subject_level === level);
  const uses = (form: string) =>
    of(form).filter((fact) => fact.subject_name !== '合计' && USES.includes(fact.measure));
  const three = (code: string) => of('B09').find((fact) => fact.subject_code === code);
  const funds = ['fiscal', 'general', 'government_fund', 'state_capital'];
  return [
    ...sum('B01 收入总计', named('B01', '收入总计'), [
      ...origins('B01', 1),
      ...of('B01').filter((fact) => fact.subject_name === '年初结转和结余'),
    ]),
    ...sum('B01 财政拨款收入', named('B01', '财政拨款收入'), origins('B01', 2)),
    ...sum('B01 支出总计', named('B01', '支出总计'), classes(of('B01'), 'total', 'all')),
    ...(['personnel', 'office', 'project'] as const).flatMap((measure) =>
      sum(`B01 支出总计 ${measure}`, named('B01', '支出总计', measure), classes(of('B01'), measure, 'all')),
    ),
    ...sum(
      'B01 支出用途',
      named('B01', '支出总计'),
      uses('B01').filter((fact) => fact.classification === 'summary' && fact.flow === 'expenditure'),
    ),
    ...sum('B01 both sides', named('B01', '收入总计'), one(named('B01', '支出总计'))),
    ...sum('B01 = B02', named('B01', '收入总计'), one(named('B02', '收入总计') ?? named('B02', '合计'))),
    ...sum('B01 = B03', named('B01', '支出总计'), one(named('B03', '合计'))),
    ...sum('B02 收入总计', named('B02', '收入总计'), origins('B02', 1)),
    ...sum('B04 收入总计', named('B04', '收入总计'), origins('B04', 1)),
    ...sum('B04 支出用途', named('B04', '支出总计'), uses('B04')),
    ...funds.flatMap((fund) =>
      sum(
        `B04 支出总计 ${fund}`,
        of('B04').find((fact) => fact.subject_name === '支出总计' && fact.fund === fund),
        classes(of('B04'), 'total', fund),
      ),
    ),
    ...sum(
      'B04 = B05',
      of('B04').find((f) => f.classification === 'origin' && f.fund === 'general'),
      one(named('B05', '合计')),
    ),
    ...sum('B04 = B10', named('B04', '支出总计'), one(named('B10', '合计'))),
    ...sum('B05 基本 = B06', named('B05', '合计', 'basic'), one(named('B06', '合计'))),
    ...sum('B04 基本 = B11', named('B04', '基本支出', 'basic'), one(named('B11', '合计'))),
    ...sum(
      'B09 SG',
      three('SG'),
      ['SG1', 'SG2', 'SG3'].flatMap((code) => one(three(code))),
    ),
    ...sum(
      'B09 SG2',
      three('SG2'),
      ['SG21', 'SG22'].flatMap((code) => one(three(code))),
    ),
    ...sum('B09 合计', named('B09', '“三公”经费、会议费、培训费合计'), [
      ...one(three('SG')),
      ...one(named('B09', '会议费')),
      ...one(named('B09', '培训费')),
    ]),
  ];
}

function classes(facts: readonly Fact[], measure: Measure, fund: string): Fact[] {
  return facts.filter((f) => f.classification === 'function' && f.measure === measure && f.fund === fund);
}
