import type { Classification, Flow, Fund, Measure, Stage } from '../../domain/facts';

/** The forms that a pivot reads, by their identity. Each has one fund and one tree of subjects. */
export const BASIS_IDS = ['03', '05', '06', '02', '01', '07', '08'] as const;
export type BasisId = (typeof BASIS_IDS)[number];

/** Which subjects the rows are: 功能分类 类›款›项, 经济分类 (人员/公用 ›) 类›款, or 收入来源. */
export type Tree = 'function' | 'economy' | 'origin';

/** What one form holds and how its rows hang together. */
export interface Basis {
  id: BasisId;
  tree: Tree;
  classification: Classification;
  flows: readonly Flow[];
  /** null: the form's rows carry funds of their own (origins in 01). */
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

export const BASES: Readonly<Record<BasisId, Basis>> = {
  '01': {
    id: '01',
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
    tree: 'function',
    classification: 'function',
    flows: ['expenditure'],
    fund: 'all',
    measures: ['total', 'basic', 'project', 'remitted', 'operating', 'affiliate_subsidy'],
    narrativeStages: [],
    summaries: TOTAL,
  },
  '05': {
    id: '05',
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
    tree: 'function',
    classification: 'function',
    flows: ['expenditure'],
    fund: 'state_capital',
    measures: SPENT,
    narrativeStages: [],
    summaries: TOTAL,
  },
};

/** Depth of the deepest rows of a tree: function 类1 款2 项3; economy block 1, 类2, 款3; origin 1. */
export function deepest(tree: Tree): 1 | 3 {
  return tree === 'origin' ? 1 : 3;
}
