import type { Flow, Fund, Measure, Stage } from '../../domain/facts';

/** A money column of a form: how its header reads and what its amounts mean. */
export interface ColumnSpec {
  /** Header path from the top row down, blanks removed, joined by `/`. */
  header: RegExp;
  /** The label as it stands in a header printed as running text. */
  label: string;
  flow: Flow;
  fund: Fund;
  measure: Measure;
  stage: Stage;
  subject?: { code: string; name: string; level: number };
}

/** What must hold within a row: the left columns add up to the right ones. Column indexes of the spec. */
export interface RowRule {
  left: readonly number[];
  right: readonly number[];
}

export type FormShape = 'summary' | 'subjects' | 'economic' | 'three_public';

/** A form by what it is (title), never by its printed number. */
export interface FormSpec {
  id: string;
  title: string;
  aliases: readonly string[];
  shape: FormShape;
  columns: readonly ColumnSpec[];
  rules: readonly RowRule[];
  /** Columns that every row with any amount prints. */
  always: readonly number[];
}

const column = (
  label: string,
  flow: Flow,
  fund: Fund,
  measure: Measure,
  stage: Stage = 'final',
  header = new RegExp(`(^|/)${label}$`),
): ColumnSpec => ({ header, label, flow, fund, measure, stage });

const expenditureColumns = (fund: Fund): ColumnSpec[] => [
  column('小计', 'expenditure', fund, 'total', 'final', /(^|\/)(小计|合计|本年支出合计|本年支出)$/),
  column('基本支出', 'expenditure', fund, 'basic', 'final', /(^|\/)基本支出(小计)?$/),
  column('项目支出', 'expenditure', fund, 'project', 'final', /(^|\/)项目支出(小计)?$/),
];

const SUM = '(?:/(?:合计|小计))?';

/** A column of a form in which each of 年初, 本年收入, 本年支出 and 年末 may be divided into 合计, 基本 and 项目. */
const divided = (label: string, flow: Flow, fund: Fund, measure: Measure): ColumnSpec =>
  column(label, flow, fund, measure, 'final', new RegExp(`(^|/)${label}${SUM}$`));

const ofYear = (label: string, fund: Fund, measure: Measure, under: string): ColumnSpec =>
  column(
    label,
    'expenditure',
    fund,
    measure,
    'final',
    new RegExp(`(^|/)本年支出${under}${SUM}$|^(项目/)?${under.slice(1) || '(小计|合计)'}${SUM}$`),
  );

/** Forms that show a fund's revenue and expenditure with its balances. */
const fundColumns = (fund: Fund): ColumnSpec[] => [
  divided('年初结转和结余', 'balance', fund, 'opening'),
  divided('本年收入', 'balance', fund, 'income'),
  ofYear('小计', fund, 'total', ''),
  ofYear('基本支出', fund, 'basic', '/基本支出'),
  ofYear('项目支出', fund, 'project', '/项目支出'),
  divided('年末结转和结余', 'balance', fund, 'closing'),
];

const FUND_RULES: readonly RowRule[] = [
  { left: [2], right: [3, 4] },
  { left: [0, 1], right: [2, 5] },
];

const THREE_PUBLIC: readonly [code: string, name: string, level: number, label: string, header: string][] = [
  ['SG', '“三公”经费合计', 0, '合计', '合计'],
  ['SG1', '因公出国（境）费', 1, '因公出国(境)费', '因公出国[(（]?境[)）]?费用?'],
  ['SG2', '公务用车购置及运行维护费', 1, '小计', '小计'],
  ['SG21', '公务用车购置费', 2, '公务用车购置费', '(公务用车)?购置费'],
  ['SG22', '公务用车运行维护费', 2, '公务用车运行维护费', '(公务用车)?运行(维护)?费'],
  ['SG3', '公务接待费', 1, '公务接待费', '公务(接待|招待)费'],
];

const threePublicColumns = (root: string, stage: Stage): ColumnSpec[] =>
  THREE_PUBLIC.map(([code, name, level, label, header]) => ({
    header: new RegExp(`^${root}/(.*/)?${header}$|(^|/)${header}/${root}$`),
    label,
    flow: 'expenditure',
    fund: 'fiscal',
    measure: 'total',
    stage,
    subject: { code, name, level },
  }));

const half = (offset: number): RowRule[] => [
  { left: [offset], right: [offset + 1, offset + 2, offset + 5] },
  { left: [offset + 2], right: [offset + 3, offset + 4] },
];

/** The nine forms of a final account 公开01–09 (docs/forms.md). */
export const FORMS: readonly FormSpec[] = [
  {
    id: '01',
    title: '收入支出决算总表',
    aliases: ['收入支出决算表', '收支决算总表', '部门收支决算总表'],
    shape: 'summary',
    columns: [column('金额', 'expenditure', 'all', 'total', 'final', /(^|\/)(金额|决算数|合计)$/)],
    rules: [],
    always: [0],
  },
  {
    id: '02',
    title: '收入决算表',
    aliases: ['部门收入决算表', '收入决算总表'],
    shape: 'subjects',
    columns: [
      column('本年收入合计', 'revenue', 'all', 'total', 'final', /(^|\/)(本年收入合计|本年收入|合计)$/),
      column('财政拨款收入', 'revenue', 'all', 'fiscal_appropriation'),
      column('上级补助收入', 'revenue', 'all', 'superior_subsidy'),
      column('事业收入', 'revenue', 'all', 'business', 'final', /(^|\/)事业收入(\/小计)?$/),
      column('经营收入', 'revenue', 'all', 'operating'),
      column(
        '附属单位上缴收入',
        'revenue',
        'all',
        'affiliate_remittance',
        'final',
        /(^|\/)附属单位上缴收入$/,
      ),
      column('其他收入', 'revenue', 'all', 'other'),
    ],
    rules: [{ left: [0], right: [1, 2, 3, 4, 5, 6] }],
    always: [0],
  },
  {
    id: '03',
    title: '支出决算表',
    aliases: ['部门支出决算表', '支出决算总表'],
    shape: 'subjects',
    columns: [
      column('本年支出合计', 'expenditure', 'all', 'total', 'final', /(^|\/)(本年支出合计|本年支出|合计)$/),
      column('基本支出', 'expenditure', 'all', 'basic'),
      column('项目支出', 'expenditure', 'all', 'project'),
      column('上缴上级支出', 'expenditure', 'all', 'remitted'),
      column('经营支出', 'expenditure', 'all', 'operating'),
      column('对附属单位补助支出', 'expenditure', 'all', 'affiliate_subsidy'),
    ],
    rules: [{ left: [0], right: [1, 2, 3, 4, 5] }],
    always: [0],
  },
  {
    id: '04',
    title: '财政拨款收入支出决算总表',
    aliases: ['财政拨款收支决算总表', '财政拨款收入支出决算表', '财政拨款收支决算表'],
    shape: 'summary',
    columns: [
      column('合计', 'expenditure', 'fiscal', 'total'),
      column(
        '一般公共预算财政拨款',
        'expenditure',
        'general',
        'total',
        'final',
        /(^|\/)一般公共预算(财政拨款)?$/,
      ),
      column(
        '政府性基金预算财政拨款',
        'expenditure',
        'government_fund',
        'total',
        'final',
        /(^|\/)政府性基金(预算)?(财政拨款)?$/,
      ),
      column(
        '国有资本经营预算财政拨款',
        'expenditure',
        'state_capital',
        'total',
        'final',
        /(^|\/)国有资本经营(预算)?(财政拨款)?$/,
      ),
    ],
    rules: [{ left: [0], right: [1, 2, 3] }],
    always: [0],
  },
  {
    id: '05',
    title: '一般公共预算财政拨款支出决算表',
    aliases: ['一般公共预算支出决算表'],
    shape: 'subjects',
    columns: expenditureColumns('general'),
    rules: [{ left: [0], right: [1, 2] }],
    always: [0],
  },
  {
    id: '05',
    title: '一般公共预算财政拨款收入支出决算表',
    aliases: [],
    shape: 'subjects',
    columns: fundColumns('general'),
    rules: FUND_RULES,
    always: [],
  },
  {
    id: '06',
    title: '一般公共预算财政拨款基本支出决算明细表',
    aliases: ['一般公共预算财政拨款基本支出决算表', '一般公共预算基本支出决算表'],
    shape: 'economic',
    columns: [column('决算数', 'expenditure', 'general', 'total', 'final', /(^|\/)(决算数|金额|合计)$/)],
    rules: [],
    always: [0],
  },
  {
    id: '07',
    title: '政府性基金预算财政拨款收入支出决算表',
    aliases: ['政府性基金预算财政拨款支出决算表', '政府性基金预算收入支出决算表'],
    shape: 'subjects',
    columns: fundColumns('government_fund'),
    rules: FUND_RULES,
    always: [],
  },
  {
    id: '08',
    title: '国有资本经营预算财政拨款支出决算表',
    aliases: ['国有资本经营预算支出决算表'],
    shape: 'subjects',
    columns: expenditureColumns('state_capital'),
    rules: [{ left: [0], right: [1, 2] }],
    always: [],
  },
  {
    id: '08',
    title: '国有资本经营预算财政拨款收入支出决算表',
    aliases: ['国有资本经营预算收入支出决算表'],
    shape: 'subjects',
    columns: fundColumns('state_capital'),
    rules: FUND_RULES,
    always: [],
  },
  {
    id: '09',
    title: '财政拨款“三公”经费支出决算表',
    aliases: [
      '一般公共预算财政拨款“三公”经费支出决算表',
      '“三公”经费支出决算表',
      '“三公”经费公共预算财政拨款支出决算表',
    ],
    shape: 'three_public',
    columns: [
      ...threePublicColumns('[^/]*预算数', 'adjusted_budget'),
      ...threePublicColumns('[^/]*决算数', 'final'),
    ],
    rules: [...half(0), ...half(6)],
    always: [],
  },
];
