import type { Flow, Fund, Measure } from '../../domain/facts';
import type { ColumnSpec, FormSpec } from '../forms/specs';
import type { BudgetFormId } from './titles';

/** How a budget table is laid out; the same form has more than one layout (02 and 03 of 上海 and of 江苏). */
export type BudgetShape = 'summary' | 'origins' | 'subjects' | 'economic' | 'row' | 'three_public';

const column = (
  label: string,
  flow: Flow,
  fund: Fund,
  measure: Measure,
  header = new RegExp(`(^|/)${label}$`),
): ColumnSpec => ({ header, label, flow, fund, measure, stage: 'initial_budget' });

const TOTAL = /(^|\/)(合计|总计|小计|金额|预算数|预算金额|本年支出合计|支出合计)$/;

/** 合计 | 基本支出 | 项目支出, with what some regions add; every column but the first may be missing. */
const expenditure = (fund: Fund): ColumnSpec[] => [
  column('合计', 'expenditure', fund, 'total', TOTAL),
  column('基本支出', 'expenditure', fund, 'basic', /(^|\/)基本支出(\/(小计|合计))?$/),
  column('人员经费', 'expenditure', fund, 'personnel', /(^|\/)人员(经费|支出)$/),
  column('公用经费', 'expenditure', fund, 'office', /(^|\/)(日常)?公用(经费|支出)$/),
  column('项目支出', 'expenditure', fund, 'project', /(^|\/)项目支出(\/(小计|合计))?$/),
  column('单位预留机动经费', 'expenditure', fund, 'contingency', /(^|\/)(单位)?预留机动经费$/),
  column('结转下年资金', 'expenditure', fund, 'carry_forward', /(^|\/)结转下年(资金|支出)?$/),
  column('上缴上级支出', 'expenditure', fund, 'remitted'),
  column('经营支出', 'expenditure', fund, 'operating', /(^|\/)(事业单位)?经营支出$/),
  column('对附属单位补助支出', 'expenditure', fund, 'affiliate_subsidy'),
];

const revenue: readonly ColumnSpec[] = [
  column('合计', 'revenue', 'all', 'total', /(^|\/)(合计|总计|本年收入合计|收入合计)$/),
  column('财政拨款收入', 'revenue', 'all', 'fiscal_appropriation', /(^|\/)财政拨款(收入)?(\/(小计|合计))?$/),
  column(
    '一般公共预算',
    'revenue',
    'general',
    'fiscal_appropriation',
    /(^|\/)一般公共预算(拨款|财政拨款|资金)?(收入)?$/,
  ),
  column(
    '政府性基金预算',
    'revenue',
    'government_fund',
    'fiscal_appropriation',
    /(^|\/)政府性基金(预算)?(拨款|财政拨款|资金)?(收入)?$/,
  ),
  column(
    '国有资本经营预算',
    'revenue',
    'state_capital',
    'fiscal_appropriation',
    /(^|\/)国有资本经营(预算)?(拨款|财政拨款|资金)?(收入)?$/,
  ),
  column('上级补助收入', 'revenue', 'all', 'superior_subsidy'),
  column('事业收入', 'revenue', 'all', 'business', /(^|\/)事业收入(\/(小计|合计))?$/),
  column('事业单位经营收入', 'revenue', 'all', 'operating', /(^|\/)(事业单位)?经营收入$/),
  column('附属单位上缴收入', 'revenue', 'all', 'affiliate_remittance'),
  column('其他收入', 'revenue', 'all', 'other'),
  column('上年结转', 'balance', 'all', 'opening', /(^|\/)上年结转(和结余|资金|收入)?$/),
];

const byFund: readonly ColumnSpec[] = [
  column('合计', 'expenditure', 'fiscal', 'total', /(^|\/)(合计|金额|预算数|小计)$/),
  column('一般公共预算', 'expenditure', 'general', 'total', /(^|\/)一般公共预算(财政拨款|拨款|支出)?$/),
  column(
    '政府性基金预算',
    'expenditure',
    'government_fund',
    'total',
    /(^|\/)政府性基金(预算)?(财政拨款|拨款|支出)?$/,
  ),
  column(
    '国有资本经营预算',
    'expenditure',
    'state_capital',
    'total',
    /(^|\/)国有资本经营(预算)?(财政拨款|拨款|支出)?$/,
  ),
];

const economic = (fund: Fund): ColumnSpec[] => expenditure(fund).slice(0, 4);

const office: readonly ColumnSpec[] = [
  column(
    '机关运行经费支出',
    'expenditure',
    'general',
    'office',
    /(^|\/)(机关运行经费(支出)?|金额|预算数|合计)$/,
  ),
];

const part = (code: string, name: string, level: number, header: RegExp): ColumnSpec => ({
  ...column(name, 'expenditure', 'fiscal', 'total', header),
  subject: { code, name, level },
});

/** The columns of “三公”; `summary` names those that are none of its parts. */
const threePublic: readonly ColumnSpec[] = [
  part('SG', '“三公”经费合计', 0, /三公经费[^/]*\/(合计|小计)$/),
  part('SG1', '因公出国（境）费', 1, /(^|\/)因公出国境费用?$/),
  part('SG2', '公务用车购置及运行维护费', 1, /公务用车[^/]*\/(小计|合计)$/),
  part('SG21', '公务用车购置费', 2, /(^|\/)(公务用车)?购置费$/),
  part('SG22', '公务用车运行维护费', 2, /(^|\/)(公务用车)?运行(维护)?费$/),
  part('SG3', '公务接待费', 1, /(^|\/)公务(接待|招待)费$/),
  column('机关运行经费', 'expenditure', 'fiscal', 'total', /(^|\/)((19|20)\d{2}年)?机关运行经费(预算数)?$/),
  column('会议费', 'expenditure', 'fiscal', 'total'),
  column('培训费', 'expenditure', 'fiscal', 'total'),
  column('“三公”经费、会议费、培训费合计', 'expenditure', 'fiscal', 'total', /^(合计|总计)$/),
];

const COLUMNS: Record<BudgetFormId, readonly ColumnSpec[]> = {
  B01: expenditure('all'),
  B02: revenue,
  B03: expenditure('all'),
  B04: byFund,
  B05: expenditure('general'),
  B06: economic('general'),
  B07: expenditure('government_fund'),
  B08: expenditure('state_capital'),
  B09: threePublic,
  B10: expenditure('fiscal'),
  B11: economic('fiscal'),
  B12: office,
};

const TITLES: Record<BudgetFormId, string> = {
  B01: '收支预算总表',
  B02: '收入预算总表',
  B03: '支出预算总表',
  B04: '财政拨款收支预算总表',
  B05: '一般公共预算支出预算表',
  B06: '一般公共预算基本支出预算表',
  B07: '政府性基金支出预算表',
  B08: '国有资本经营预算支出预算表',
  B09: '“三公”经费预算表',
  B10: '财政拨款支出预算表',
  B11: '财政拨款基本支出预算表',
  B12: '一般公共预算机关运行经费支出预算表',
};

/** What the readers of one table need of its form: its columns as the table prints them, and what ties them. */
export type TableSpec = Pick<FormSpec, 'id' | 'title' | 'columns' | 'rules' | 'always'>;

/** All columns that a form may have, in standard order. */
export function formColumns(id: BudgetFormId): readonly ColumnSpec[] {
  return COLUMNS[id];
}

export function budgetTitle(id: BudgetFormId): string {
  return TITLES[id];
}

/** A form with the columns that a table prints; sums tie the first column to the rest where all parts are there. */
export function tableSpec(id: BudgetFormId, columns: readonly ColumnSpec[]): TableSpec {
  const at = (measure: Measure) => columns.findIndex((entry) => entry.measure === measure);
  const total = at('total');
  const parts =
    id === 'B06' || id === 'B11'
      ? [at('personnel'), at('office')]
      : id === 'B04'
        ? columns.flatMap((entry, index) => (entry.fund === 'fiscal' ? [] : [index]))
        : columns.flatMap(({ measure, fund }, index) =>
            index === total || (id === 'B02' && fund !== 'all') || isPartOfBasic(measure, columns)
              ? []
              : [index],
          );
  const tied = id !== 'B09' && total >= 0 && parts.length > 1 && parts.every((index) => index >= 0);
  return {
    id,
    title: TITLES[id],
    columns,
    rules: tied ? [{ left: [total], right: parts }] : [],
    always: total >= 0 && id !== 'B09' ? [total] : [],
  };
}

/** 人员经费 and 公用经费 under 基本支出 are parts of it, not of the total, where 基本支出 has a column of its own. */
function isPartOfBasic(measure: Measure, columns: readonly ColumnSpec[]): boolean {
  return (
    (measure === 'personnel' || measure === 'office') && columns.some((entry) => entry.measure === 'basic')
  );
}
