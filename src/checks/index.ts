export { RULES, ruleOf } from './registry';
export type { Rule } from './rule';
export { checkTogether, collectChecks, type CheckedDocument, type CheckedFacts } from './collect';
export { checkDocuments, CROSS_RULES } from './documents';
export { identitiesOf, type Identity } from './identities';
export { kindWords } from './cause/message';
export { loadCheckInputs, loadInputsOf } from './load';
export { publishFinding, type PublishedFinding } from './published';
export { checkDocument } from './run';
export {
  byCodePoint,
  FACT_STATES,
  standsIn,
  type DocumentStates,
  type FactState,
  type MarkedFact,
} from './states';
export { fillFactStates } from './states-table';
export * from './types';
