import type { Fund, Measure } from '../../domain/facts';
import type { BasisId, Tree } from './basis';
import { BASES } from './basis';

/** What can stand on rows or columns. Subjects come as a whole tree or as one of its levels. */
export const DIMENSIONS = [
  'function',
  'function_class',
  'function_section',
  'function_item',
  'economy',
  'economy_class',
  'economy_section',
  'origin',
  'department',
  'region',
  'scope',
  'year',
  'stage',
  'measure',
  'fund',
  'form',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Properties of a document; their members can be added, but for scopes. */
export const DOCUMENT_DIMENSIONS = ['scope', 'region', 'department', 'year'] as const;
export type DocumentDimension = (typeof DOCUMENT_DIMENSIONS)[number];

/** What is read: members stand side by side and are added only where they do not overlap. */
export const SERIES_DIMENSIONS = ['fund', 'form', 'measure', 'stage'] as const;
export type SeriesDimension = (typeof SERIES_DIMENSIONS)[number];

export const isDocumentDimension = (dimension: Dimension): dimension is DocumentDimension =>
  (DOCUMENT_DIMENSIONS as readonly string[]).includes(dimension);
export const isSeriesDimension = (dimension: Dimension): dimension is SeriesDimension =>
  (SERIES_DIMENSIONS as readonly string[]).includes(dimension);

/** The levels of a tree that a dimension shows (depths of its rows); null for dimensions other than subjects. */
export interface SubjectLevels {
  tree: Tree;
  /** Function 类1 款2 项3; economy 人员/公用 1, 类2, 款3; origin 1. */
  depths: readonly number[];
}
const LEVELS: Readonly<Partial<Record<Dimension, SubjectLevels>>> = {
  function: { tree: 'function', depths: [1, 2, 3] },
  function_class: { tree: 'function', depths: [1] },
  function_section: { tree: 'function', depths: [2] },
  function_item: { tree: 'function', depths: [3] },
  economy: { tree: 'economy', depths: [1, 2, 3] },
  economy_class: { tree: 'economy', depths: [2] },
  economy_section: { tree: 'economy', depths: [3] },
  origin: { tree: 'origin', depths: [1] },
};
export const subjectLevels = (dimension: Dimension): SubjectLevels | null => LEVELS[dimension] ?? null;

/** One step of an axis: a dimension, or one level of its tree. Rows open and close step by step. */
export interface Step {
  dimension: Dimension;
  /** Depth in the tree of subjects; null elsewhere. */
  depth: number | null;
}

/** The steps of an axis from the outermost to the innermost. */
export function stepsOf(axis: readonly Dimension[]): Step[] {
  return axis.flatMap((dimension): Step[] => {
    const levels = subjectLevels(dimension);
    return levels ? levels.depths.map((depth) => ({ dimension, depth })) : [{ dimension, depth: null }];
  });
}

/** Why members of a dimension are not added to each other. */
export type Refusal = 'stages' | 'scopes' | 'forms' | 'funds' | 'measures';

const APPROPRIATIONS: readonly Fund[] = ['general', 'government_fund', 'state_capital'];
/** Parts of one 合计 that have nothing in common. */
const DISJOINT: readonly (readonly Measure[])[] = [
  ['basic', 'project', 'remitted', 'operating', 'affiliate_subsidy'],
  ['fiscal_appropriation', 'superior_subsidy', 'business', 'operating', 'affiliate_remittance', 'other'],
  ['personnel', 'office'],
];

/**
 * Whether the members of a dimension may be added: null if so, else the reason. 合计 contains its parts, 全部资金
 * contains 财政拨款; forms print the same money again and again; stages are plans and facts of the same money.
 */
export function refusalOf(dimension: Dimension, members: readonly string[]): Refusal | null {
  if (members.length < 2) return null;
  switch (dimension) {
    case 'scope':
      return 'scopes';
    case 'stage':
      return 'stages';
    case 'form': {
      const funds = members.map((id) => BASES[id as BasisId].fund);
      const apart = new Set(funds).size === funds.length;
      return apart && refusalOf('fund', funds.map(String)) === null ? null : 'forms';
    }
    case 'fund':
      return members.every((member) => (APPROPRIATIONS as readonly string[]).includes(member))
        ? null
        : 'funds';
    case 'measure':
      return DISJOINT.some((parts) =>
        members.every((member) => (parts as readonly string[]).includes(member)),
      )
        ? null
        : 'measures';
    default:
      return null;
  }
}
