import type { Fen } from '../../domain/money';
import type { Query, Value } from '../../engine/types';
import { soundSql, type Filter } from '../filter';
import type { Classification } from './classification';
import type { ChangeStage } from './request';
import type { Printed } from './restate';

/** A subject, or with code null a total, as one form prints it. 分. */
export type SubjectFact = {
  doc_id: string;
  fact_id: string;
  form: string;
  code: string | null;
  name: string;
  amount: Fen;
  resolution: Fen;
  /** False: an identity contradicts it, and the reader leaves such figures out. */
  sound: boolean;
};

/** Forms 05 and 06 of final accounts, B05 and B06 of budgets; 06 prints its total in two parts. */
const WHERE: Readonly<
  Record<ChangeStage, Readonly<Record<Classification, { form: string; totals: string }>>>
> = {
  final: {
    function: { form: '05', totals: `'合计'` },
    economy: { form: '06', totals: `'人员经费合计', '公用经费合计'` },
  },
  initial_budget: {
    function: { form: 'B05', totals: `'合计'` },
    economy: { form: 'B06', totals: `'合计'` },
  },
};

/** All subjects and totals that the general-budget form of a classification prints in some documents. */
export function subjectFactsQuery(
  stage: ChangeStage,
  classification: Classification,
  doc_ids: readonly string[],
  filter: Filter,
): Query {
  const { form, totals } = WHERE[stage][classification];
  const params: Value[] = [...doc_ids];
  return {
    sql: `SELECT facts.doc_id, facts.fact_id, CAST(facts.form AS VARCHAR) AS form,
  CAST(facts.subject_code AS VARCHAR) AS code, CAST(facts.subject_name AS VARCHAR) AS name,
  facts.amount_fen AS amount, facts.resolution_fen AS resolution,
  ${filter.leave_conflicts ? soundSql('facts') : 'true'} AS sound
FROM facts
WHERE facts.doc_id IN (${doc_ids.map(() => '?').join(', ')})
  AND facts.form = '${form}' AND facts.source = '${stage === 'final' ? 'form' : 'budget_form'}'
  AND facts.stage = '${stage}' AND facts.flow = 'expenditure' AND facts.measure = 'total'
  AND ((facts.classification = '${classification}' AND facts.subject_code IS NOT NULL)
    OR (facts.classification = 'summary' AND facts.subject_name IN (${totals})))
ORDER BY facts.doc_id, code NULLS FIRST, facts.fact_id`,
    params,
  };
}

/** The subjects among a document's facts, without its totals. */
export function printedOf(facts: readonly SubjectFact[]): Printed[] {
  return facts.flatMap(({ doc_id, fact_id, form, code, name, amount, resolution }) =>
    code === null ? [] : [{ doc_id, fact_id, form, code, name, amount, resolution }],
  );
}
