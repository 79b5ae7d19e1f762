export { RULES, ruleOf } from './registry';
export type { Rule } from './rule';
export { checkDocument } from './run';
export * from './types';
