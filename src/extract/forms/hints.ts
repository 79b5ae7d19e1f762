import type { Fact } from '../../domain/facts';
import type { Fen } from '../../domain/money';
import type { ColumnHint } from './placement';
import type { FormSpec } from './specs';

type Columns = Pick<FormSpec, 'id' | 'columns'>;

/** An amount known from elsewhere in the document, in 分, with its resolution. */
export interface Known {
  amount: Fen;
  resolution: Fen;
}

/** What the other forms and the narrative say of a form's columns; keyed `form/fund/measure/stage/subject`. */
export type Evidence = ReadonlyMap<string, Known | null>;

export function evidenceKey(
  form: string,
  fund: string,
  measure: string,
  stage: string,
  subject = '',
): string {
  return [form, fund, measure, stage, subject].join('/');
}

/** Hints on 合计 of a form: each column's total where another place of the document states it. */
export function hintsFor(spec: Columns, evidence: Evidence, resolution: Fen): ColumnHint[] {
  return spec.columns.flatMap((column, index): ColumnHint[] => {
    const key = evidenceKey(spec.id, column.fund, column.measure, column.stage, column.subject?.code);
    if (!evidence.has(key)) return [];
    const known = evidence.get(key)!;
    if (known === null) return [{ column: index, amount: null, tolerance: 0n }];
    // Two prints of one figure, each within half its last place; a total of two sums adds one more.
    return [{ column: index, amount: known.amount, tolerance: known.resolution / 2n + resolution }];
  });
}

/** Hints on one row: what the same subject's row of another form prints in the same column. */
export function rowHints(spec: Columns, evidence: Evidence, key: string, resolution: Fen): ColumnHint[] {
  return spec.columns.flatMap((column, index): ColumnHint[] => {
    const known = evidence.get(evidenceKey(spec.id, column.fund, column.measure, column.stage, key));
    if (known === undefined) return [];
    return known === null
      ? [{ column: index, amount: null, tolerance: 0n }]
      : [{ column: index, amount: known.amount, tolerance: known.resolution / 2n + resolution }];
  });
}

/** Rows of 03 from those of 05: where a subject's total is the same in both, so are its 基本 and 项目支出. */
export function evidenceFromGeneralRows(facts: readonly Fact[]): Map<string, Known | null> {
  const found = new Map<string, Known | null>();
  const rows = facts.filter((f) => f.form === '05' && f.subject_code !== null);
  for (const total of rows.filter((f) => f.measure === 'total')) {
    for (const measure of ['basic', 'project']) {
      const part = rows.find((f) => f.subject_code === total.subject_code && f.measure === measure);
      if (part) found.set(evidenceKey('03', 'all', measure, 'final', total.subject_code!), part);
    }
  }
  return found;
}

/** Rows of 05 from those of 03, which holds all funds: a blank 基本 or 项目支出 there is blank here. */
export function evidenceFromAllFunds(facts: readonly Fact[]): Map<string, Known | null> {
  const found = new Map<string, Known | null>();
  const rows = facts.filter((f) => f.form === '03' && f.subject_code !== null);
  for (const { subject_code } of rows.filter((f) => f.measure === 'total')) {
    for (const measure of ['basic', 'project']) {
      if (!rows.some((f) => f.subject_code === subject_code && f.measure === measure))
        found.set(evidenceKey('05', 'general', measure, 'final', subject_code!), null);
    }
  }
  return found;
}

/** Columns of 02 from the origins of 01: a blank origin is a blank column. */
export function evidenceFromRevenue(
  facts: readonly Fact[],
  blankOrigins: ReadonlySet<string>,
): Map<string, Known | null> {
  const found = new Map<string, Known | null>();
  const origins = facts.filter((f) => f.form === '01' && f.classification === 'origin');
  const measures: [measure: string, name: RegExp][] = [
    ['fiscal_appropriation', /财政拨款/],
    ['superior_subsidy', /上级补助/],
    ['business', /^事业收入/],
    ['operating', /^经营收入/],
    ['affiliate_remittance', /附属单位上缴/],
    ['other', /^其他收入/],
  ];
  for (const [measure, name] of measures) {
    const lines = origins.filter((f) => name.test(f.subject_name));
    if (lines.length > 0) found.set(evidenceKey('02', 'all', measure, 'final'), sum(lines));
    else if ([...blankOrigins].some((origin) => name.test(origin)))
      found.set(evidenceKey('02', 'all', measure, 'final'), null);
  }
  return found;
}

/** Fund columns of 04 from its own revenue side: a fund without revenue and balance has a blank column. */
export function evidenceFromFunds(
  facts: readonly Fact[],
  blankFunds: ReadonlySet<string>,
): Map<string, Known | null> {
  const found = new Map<string, Known | null>();
  for (const fund of ['general', 'government_fund', 'state_capital']) {
    const lines = facts.filter((f) => f.form === '04' && f.flow !== 'expenditure' && f.fund === fund);
    const key = evidenceKey('04', fund, 'total', 'final');
    if (lines.length > 0 && lines.every((f) => f.amount === 0n)) found.set(key, null);
    else if (lines.length === 0 && blankFunds.has(fund)) found.set(key, null);
  }
  return found;
}

/** 基本支出 and 项目支出 of 05 and 03 from 06, from 05 and from the narrative. */
export function evidenceFromExpenditure(facts: readonly Fact[]): Map<string, Known | null> {
  const found = new Map<string, Known | null>();
  const of = (form: string, name: RegExp) =>
    facts.filter((f) => f.form === form && f.classification === 'summary' && name.test(f.subject_name));
  const basic = of('06', /^(人员|公用)经费合计$/);
  if (basic.length === 2) found.set(evidenceKey('05', 'general', 'basic', 'final'), sum(basic));

  const told = (measure: string) => {
    const lines = facts.filter(
      (f) =>
        f.source === 'narrative' &&
        f.stage === 'final' &&
        f.flow === 'expenditure' &&
        f.measure === measure &&
        f.subject_code === null &&
        f.fund === 'all',
    );
    const whole = lines.filter((f) =>
      /^(合计|基本支出|项目支出|支出合计|上缴上级支出|经营支出|对附属单位补助支出)$/.test(f.subject_name),
    );
    return whole[0] ?? null;
  };
  for (const measure of ['basic', 'project', 'remitted', 'operating', 'affiliate_subsidy']) {
    const line = told(measure);
    if (line) found.set(evidenceKey('03', 'all', measure, 'final'), line);
  }
  const total = (form: string, measure: string) =>
    facts.find(
      (f) =>
        f.form === form &&
        f.classification === 'summary' &&
        f.measure === measure &&
        f.subject_name === '合计',
    );
  const whole = total('05', 'total');
  const all = of('01', /^本年支出合计$/)[0];
  if (whole && all && whole.amount === all.amount) {
    for (const measure of ['basic', 'project']) {
      const line = total('05', measure);
      found.set(evidenceKey('03', 'all', measure, 'final'), line ?? null);
    }
    for (const measure of ['remitted', 'operating', 'affiliate_subsidy'])
      found.set(evidenceKey('03', 'all', measure, 'final'), null);
  }
  return found;
}

/** Components of 09 from the narrative's “三公” sentences. */
export function evidenceFromThreePublic(facts: readonly Fact[]): Map<string, Known | null> {
  const found = new Map<string, Known | null>();
  for (const f of facts) {
    if (
      f.source !== 'narrative' ||
      f.classification !== 'three_public' ||
      f.derived ||
      f.subject_code === null
    )
      continue;
    const key = evidenceKey('09', 'fiscal', 'total', f.stage, f.subject_code);
    if (!found.has(key)) found.set(key, f);
  }
  return found;
}

function sum(facts: readonly Fact[]): Known {
  return {
    amount: facts.reduce((total, fact) => total + fact.amount, 0n),
    resolution: facts.reduce((total, fact) => total + fact.resolution, 0n),
  };
}
