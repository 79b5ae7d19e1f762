import { Book } from './book';
import { findCauses } from './cause';
import { RULES } from './registry';
import {
  OUTCOMES,
  RULE_IDS,
  type CheckInput,
  type CheckReport,
  type Instance,
  type Outcome,
  type RuleId,
} from './types';

/** Every identity of one document: all instances with their outcome, and one finding for each cause. Pure. */
export function checkDocument(input: CheckInput): CheckReport {
  const book = new Book(input);
  const judged = RULES.flatMap((rule) => rule.check(book));
  const instances = judged.map(({ instance }) => instance);
  const asked = new Set(instances.map(({ rule }) => rule));
  for (const { id } of RULES) if (!asked.has(id)) instances.push(absent(id, book.docId));
  return { instances, findings: findCauses(book, judged), counts: countOutcomes(instances) };
}

/** A rule that the document has no terms for. */
function absent(rule: RuleId, doc_id: string): Instance {
  const side = { label: '', amount: null, fact_ids: [] };
  return {
    rule,
    doc_id,
    outcome: 'not_applicable',
    relation: 'equal',
    about: '',
    left: side,
    right: side,
    difference: null,
    tolerance: 0n,
  };
}

export function countOutcomes(instances: readonly Instance[]): Record<RuleId, Record<Outcome, number>> {
  const counts = Object.fromEntries(
    RULE_IDS.map((id) => [id, Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0]))]),
  ) as Record<RuleId, Record<Outcome, number>>;
  for (const { rule, outcome } of instances) counts[rule][outcome]++;
  return counts;
}
