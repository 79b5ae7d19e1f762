export { RULES, ruleOf } from './registry';
export type { Rule } from './rule';
export { collectChecks, type CheckedDocument } from './collect';
export { checkDocuments, CROSS_RULES } from './documents';
export { kindWords } from './cause/message';
export { loadCheckInputs } from './load';
export { publishFinding, type PublishedFinding } from './published';
export { checkDocument } from './run';
export * from './types';
