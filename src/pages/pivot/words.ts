import {
  BASES,
  partsOf,
  PERSONNEL,
  RUNNING,
  yearOfBase,
  type Base,
  type BasisId,
  type Calculation,
  type Dimension,
  type PivotNode,
  type Series,
} from '../../analysis/pivot';
import { formLabel, type Language, type TermName, type Translate } from '../../i18n';
import type { pivot } from '../../i18n/pages/pivot';
import type { Unit } from '../../domain/money';
import type { Measure, Stage } from '../../domain/facts';

export type PivotText = Translate<typeof pivot>;

/** The reader's unit and language, with the words of both dictionaries. */
export interface Reader {
  unit: Unit;
  language: Language;
  t: PivotText;
  term: (name: TermName) => string;
}

const isRevenue = (basis: BasisId) => BASES[basis].flows[0] === 'revenue';

/** The figures stand in the form itself; other stages are the narrative's or a budget's. */
export const isOwnStage = (basis: BasisId, stage: Stage) => BASES[basis].stage === stage;

/** The term of a stage: revenue has a name of its own for its final account. */
export function stageTerm(basis: BasisId, stage: Stage): TermName {
  return stage === 'final' && isRevenue(basis) ? 'final_revenue' : stage;
}

/** The term of a column of the form: 经营收入 in 02 is not 经营支出 of 03. */
export function measureTerm(basis: BasisId, measure: Measure): TermName {
  return measure === 'operating' && isRevenue(basis) ? 'operating_income' : measure;
}

/** What the figures are, beside the form: the stage where it is not the form's own, the column where it has several. */
export function wordsOf({ basis, measure, stage }: Series): TermName[] {
  return [
    ...(isOwnStage(basis, stage) ? [] : [stageTerm(basis, stage)]),
    ...(BASES[basis].measures.length > 1 ? [measureTerm(basis, measure)] : []),
  ];
}

export const dimensionLabel = (dimension: Dimension, t: PivotText): string => t(`dim_${dimension}`);

/** What a base is called: 上年数, 年初预算数, 2019 年. */
export function baseLabel(base: Base, t: PivotText): string {
  const year = yearOfBase(base);
  return year === null ? t(`base_${base as Exclude<Base, `y${number}`>}`) : t('base_year', { year });
}

/** What a calculation is called in headings and menus. */
export function calculationLabel(calculation: Calculation, t: PivotText): string {
  const { kind, base } = partsOf(calculation);
  if (base === null)
    return t(
      `calc_${kind as Exclude<typeof kind, 'base' | 'change' | 'change_rate' | 'execution' | 'index'>}`,
    );
  const name = baseLabel(base, t);
  if (kind === 'base') return name;
  if (kind === 'index') return t('calc_index', { year: yearOfBase(base) ?? '' });
  return t(`calc_${kind as 'change' | 'change_rate' | 'execution'}`, { base: name });
}

/** Name of a row or column: its subject's or department's, or the interface's word for it. */
export function nameOf(
  node: PivotNode,
  { t, term, language }: Pick<Reader, 't' | 'term' | 'language'>,
): string {
  if (node.kind === 'root') return t('grand_total');
  if (node.kind === 'others') return t('others', { n: node.children.length });
  if (node.name !== null) return node.name;
  if (node.member === PERSONNEL) return t('personnel');
  if (node.member === RUNNING) return t('running');
  const { form, measure, stage } = node.at;
  switch (node.dimension) {
    case 'form':
      return `${t(`basis_${node.member as BasisId}`)} ${formLabel(node.member as BasisId, language)}`;
    case 'fund':
      return node.member === 'own' ? t('fund_own') : term(`fund_${node.member}` as TermName);
    case 'measure':
      return term(form ? measureTerm(form, measure!) : measure!);
    case 'stage':
      return term(form ? stageTerm(form, stage!) : stage!);
    case 'scope':
      return t(`scope_${node.member as 'department' | 'unit'}`);
    default:
      return node.code ?? node.member;
  }
}
