import type { Measure, Stage } from '../../domain/facts';
import { BASES, type BasisId } from '../../analysis/pivot';
import type { TermName } from '../../i18n';

const isRevenue = (basis: BasisId) => BASES[basis].flows[0] === 'revenue';

/** The figures stand in the form itself; other stages are the narrative's. */
export const isOwnStage = (basis: BasisId, stage: Stage) => BASES[basis].stage === stage;

/** The term of a stage: revenue has a name of its own for its final account. */
export function stageTerm(basis: BasisId, stage: Stage): TermName {
  return stage === 'final' && isRevenue(basis) ? 'final_revenue' : stage;
}

/** The term of a column of the form: 经营收入 in 02 is not 经营支出 of 03. */
export function measureTerm(basis: BasisId, measure: Measure): TermName {
  return measure === 'operating' && isRevenue(basis) ? 'operating_income' : measure;
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
    ...(isOwnStage(basis, stage) ? [] : [stageTerm(basis, stage)]),
    ...(BASES[basis].measures.length > 1 ? [measureTerm(basis, measure)] : []),
  ];
}
