/** What of the tree grid runs without a page: for its components and for tests. */
export * from './types';
export {
  between,
  columnsInSight,
  rowOrder,
  treeKey,
  windowOf,
  WINDOWED_COLUMNS,
  type TreeAction,
  type TreeKey,
  type TreeShape,
} from './keys';
export { clipped, edges, headingOver, headingRows, type Heading } from './headings';
