import type { Measure, Stage } from '../../domain/facts';
import { BASES, type BasisId } from '../../analysis/pivot';
import type { TermName } from '../../i18n';

const REVENUE: readonly BasisId[] = ['01', '02'];

/** The term of a stage: revenue has a name of its own for its final account. */
export function stageTerm(basis: BasisId, stage: Stage): TermName {
  return stage === 'final' && REVENUE.includes(basis) ? 'final_revenue' : stage;
}

/** The term of a column of the form: 经营收入 in 02 is not 经营支出 of 03. */
export function measureTerm(basis: BasisId, measure: Measure): TermName {
  return measure === 'operating' && REVENUE.includes(basis) ? 'operating_income' : measure;
}

/** What the figures are, beside the form: the stage where it is not the final account, the column where it has several. */
export function wordsOf({
  basis,
  measure,
  stage,
}: {
  basis: BasisId;
  measure: Measure;
  stage: Stage;
}): TermName[] {
  return [
    ...(stage === 'final' ? [] : [stageTerm(basis, stage)]),
    ...(BASES[basis].measures.length > 1 ? [measureTerm(basis, measure)] : []),
  ];
}
