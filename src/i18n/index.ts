export * from './dictionary';
export { shell } from './shell';
export { documentText } from './document';
export { evidence } from './evidence';
export { failures } from './failures';
export { reconciliation } from './reconciliation';
export { terms, TERM_NAMES, type TermName } from './terms';
export { formNames, formLabel, formTitle } from './forms';
