/** What of the tree grid runs without a page: for its components and for tests. */
export * from './types';
export { between, rowOrder, treeKey, windowOf, type TreeAction, type TreeKey, type TreeShape } from './keys';
export { edges, headingRows, type Heading } from './headings';
