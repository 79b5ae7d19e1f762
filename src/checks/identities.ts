import { checkDocuments, CROSS_RULES } from './documents';
import { ruleOf } from './registry';
import { checkDocument } from './run';
import { standsIn } from './states';
import type { CheckInput, Finding, Instance, Words } from './types';

/** An identity that a figure takes part in, and the finding that it belongs to where it fails. */
export interface Identity {
  instance: Instance;
  /** The rule’s name. */
  name: Words;
  finding: Finding | null;
}

/**
 * The identities that the named facts of one document take part in, failing ones first, then those that could not be
 * judged, then those that hold. `inputs` are the documents of its body, itself among them. Pure.
 */
export function identitiesOf(
  inputs: readonly CheckInput[],
  doc_id: string,
  fact_ids: readonly string[],
): Identity[] {
  const input = inputs.find(({ document }) => document.doc_id === doc_id);
  if (!input) return [];
  const own = checkDocument(input);
  const across = checkDocuments(inputs);
  const wanted = new Set(fact_ids);
  const findings = [...own.findings, ...across.findings];
  const weight: readonly Instance['outcome'][] = [
    'conflict',
    'unknown',
    'rounding',
    'exact',
    'not_applicable',
  ];
  return [...own.instances, ...across.instances]
    .filter((instance) => standsIn(instance, doc_id).some((id) => wanted.has(id)))
    .map((instance) => ({
      instance,
      name: (ruleOf(instance.rule) ?? CROSS_RULES.find(({ id }) => id === instance.rule))!.name,
      finding: findings.find(({ instances }) => instances.includes(instance)) ?? null,
    }))
    .sort((a, b) => weight.indexOf(a.instance.outcome) - weight.indexOf(b.instance.outcome));
}
