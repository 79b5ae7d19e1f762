import {
  STAGES,
  type Classification,
  type Flow,
  type Fund,
  type Kind,
  type Measure,
  type Stage,
} from '../../domain/facts';

/**
 * The forms that a pivot reads, by their identity: of final accounts, then of budgets. Each has one fund and one tree
 * of subjects; a pivot reads one of them, because several print the same money.
 */
export const ACCOUNT_IDS = ['03', '05', '06', '02', '01', '04', '07', '08'] as const;
export const BUDGET_IDS = [
  'B03',
  'B05',
  'B06',
  'B02',
  'B01',
  'B04',
  'B07',
  'B08',
  'B10',
  'B11',
  'B12',
] as const;
export const BASIS_IDS = [...ACCOUNT_IDS, ...BUDGET_IDS] as const;
export type BasisId = (typeof BASIS_IDS)[number];

/** Which subjects the rows are: 功能分类 类›款›项, 经济分类 (人员/公用 ›) 类›款, or 收入来源. */
export type Tree = 'function' | 'economy' | 'origin';

/** What one form holds and how its rows hang together. */
export interface Basis {
  id: BasisId;
  /** The documents that have the form. */
  kind: Kind;
  /** What its figures are: 决算, or 年初预算 in a budget. */
  stage: Stage;
  tree: Tree;
  classification: Classification;
  flows: readonly Flow[];
  /** null: the form's rows carry funds of their own (origins in 01 and B01, but for the heading 财政拨款收入). */
  fund: Fund | null;
  measures: readonly Measure[];
  /** Stages other than 决算 that the narrative states for the same subjects (五（三）for the general budget). */
  narrativeStages: readonly Stage[];
  /** `subject_name` of the printed rows above the classes, and the key each has in the tree. */
  summaries: readonly { name: string; key: string; depth: number }[];
}

const SPENT: readonly Measure[] = ['total', 'basic', 'project'];
const TOTAL = [{ name: '合计', key: '', depth: 0 }] as const;

/** Keys of the two blocks of form 06: 人员经费 (301, 303) and 公用经费 (the other classes). */
export const PERSONNEL = 'personnel';
export const RUNNING = 'running';
export const PERSONNEL_CLASSES: readonly string[] = ['301', '303'];

const ACCOUNT = { kind: 'final_account', stage: 'final' } as const;
const ACCOUNTS: Readonly<Record<(typeof ACCOUNT_IDS)[number], Basis>> = {
  '01': {
    id: '01',
    ...ACCOUNT,
    tree: 'origin',
    classification: 'origin',
    flows: ['revenue'],
    fund: null,
    measures: ['total'],
    narrativeStages: [],
    summaries: [{ name: '本年收入合计', key: '', depth: 0 }],
  },
  '02': {
    id: '02',
    ...ACCOUNT,
    tree: 'function',
    classification: 'function',
    flows: ['revenue'],
    fund: 'all',
    measures: [
      'total',
      'fiscal_appropriation',
      'superior_subsidy',
      'business',
      'operating',
      'affiliate_remittance',
      'other',
    ],
    narrativeStages: [],
    summaries: TOTAL,
  },
  '03': {
    id: '03',
    ...ACCOUNT,
    tree: 'function',
    classification: 'function',
    flows: ['expenditure'],
    fund: 'all',
    measures: ['total', 'basic', 'project', 'remitted', 'operating', 'affiliate_subsidy'],
    narrativeStages: [],
    summaries: TOTAL,
  },
  '04': {
    id: '04',
    ...ACCOUNT,
    tree: 'function',
    classification: 'function',
    flows: ['expenditure'],
    fund: 'fiscal',
    measures: ['total'],
    narrativeStages: [],
    summaries: [{ name: '本年支出合计', key: '', depth: 0 }],
  },
  '05': {
    id: '05',
    ...ACCOUNT,
    tree: 'function',
    classification: 'function',
    flows: ['expenditure'],
    fund: 'general',
    measures: SPENT,
    narrativeStages: ['initial_budget', 'adjusted_budget', 'prior_final'],
    summaries: TOTAL,
  },
  '06': {
    id: '06',
    ...ACCOUNT,
    tree: 'economy',
    classification: 'economy',
    flows: ['expenditure'],
    fund: 'general',
    measures: ['total'],
    narrativeStages: [],
    summaries: [
      { name: '人员经费合计', key: PERSONNEL, depth: 1 },
      { name: '公用经费合计', key: RUNNING, depth: 1 },
      { name: '合计', key: '', depth: 0 },
    ],
  },
  '07': {
    id: '07',
    ...ACCOUNT,
    tree: 'function',
    classification: 'function',
    flows: ['expenditure', 'balance'],
    fund: 'government_fund',
    measures: ['opening', 'income', ...SPENT, 'closing'],
    narrativeStages: [],
    summaries: TOTAL,
  },
  '08': {
    id: '08',
    ...ACCOUNT,
    tree: 'function',
    classification: 'function',
    flows: ['expenditure'],
    fund: 'state_capital',
    measures: SPENT,
    narrativeStages: [],
    summaries: TOTAL,
  },
};

/** A budget form that has the rows of another form, in its own columns. */
const planned = (id: (typeof BUDGET_IDS)[number], like: Basis, own: Partial<Basis> = {}): Basis => ({
  ...like,
  id,
  kind: 'budget',
  stage: 'initial_budget',
  narrativeStages: [],
  ...own,
});
const BY_ECONOMY = { summaries: TOTAL } as const;

/** B10–B12 repeat parts of the others for all appropriations, and for 机关运行经费. */
const BUDGETS: Readonly<Record<(typeof BUDGET_IDS)[number], Basis>> = {
  B01: planned('B01', ACCOUNTS['01']),
  B02: planned('B02', ACCOUNTS['02'], {
    measures: ['total', 'fiscal_appropriation', 'business', 'operating', 'other'],
  }),
  B03: planned('B03', ACCOUNTS['03'], {
    measures: ['total', 'basic', 'project', 'contingency', 'carry_forward'],
  }),
  B04: planned('B04', ACCOUNTS['04']),
  B05: planned('B05', ACCOUNTS['05']),
  B06: planned('B06', ACCOUNTS['06'], { ...BY_ECONOMY, measures: ['total', 'personnel', 'office'] }),
  B07: planned('B07', ACCOUNTS['07'], { flows: ['expenditure'], measures: SPENT }),
  B08: planned('B08', ACCOUNTS['08']),
  B10: planned('B10', ACCOUNTS['05'], { fund: 'fiscal', measures: ['total'] }),
  B11: planned('B11', ACCOUNTS['06'], { ...BY_ECONOMY, fund: 'fiscal' }),
  B12: planned('B12', ACCOUNTS['06'], {
    measures: ['office'],
    summaries: [{ name: '机关运行经费', key: '', depth: 0 }],
  }),
};

export const BASES: Readonly<Record<BasisId, Basis>> = { ...ACCOUNTS, ...BUDGETS };

/** The budget form that prints what a form of the final account does, a stage earlier. */
const BUDGET_OF: Readonly<Partial<Record<BasisId, BasisId>>> = {
  '01': 'B01',
  '02': 'B02',
  '03': 'B03',
  '04': 'B04',
  '05': 'B05',
  '06': 'B06',
  '07': 'B07',
  '08': 'B08',
};

/** The budget form with the initial budget of a form's subjects; null where there is none. */
export const budgetOf = (id: BasisId): Basis | null => {
  const budget = BUDGET_OF[id];
  return budget ? BASES[budget] : null;
};

/** Stages that a basis may have: its own, the initial budget of a budget form, and what the narrative states. */
export function stagesOf(id: BasisId): Stage[] {
  const basis = BASES[id];
  const found = new Set<Stage>([basis.stage, ...basis.narrativeStages]);
  if (budgetOf(id)) found.add('initial_budget');
  return STAGES.filter((stage) => found.has(stage));
}

/** Measures that a basis may have at any of its stages. */
export function measuresOf(id: BasisId): Measure[] {
  return [...new Set([...BASES[id].measures, ...(budgetOf(id)?.measures ?? [])])];
}

/**
 * Bases that print the same money by fund: shown side by side where the fund is an axis. 全部资金 contains 财政拨款,
 * 财政拨款 the three appropriations.
 */
export function byFund(id: BasisId): BasisId[] {
  const { kind, tree, flows, fund } = BASES[id];
  if (flows[0] !== 'expenditure' || fund === null) return [id];
  if (tree === 'function') {
    return kind === 'budget' ? ['B03', 'B04', 'B05', 'B07', 'B08'] : ['03', '04', '05', '07', '08'];
  }
  return kind === 'budget' ? ['B11', 'B06'] : ['06'];
}

/** The column that is shown unless another is asked for: 合计 where the form has it. */
export const usualMeasure = ({ measures }: Basis): Measure =>
  measures.includes('total') ? 'total' : measures[0]!;
