export { RULES, ruleOf } from './registry';
export type { Rule } from './rule';
export { checkDocuments, CROSS_RULES } from './documents';
export { kindWords } from './cause/message';
export { checkDocument } from './run';
export * from './types';
