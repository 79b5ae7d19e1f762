export { default as TreeGrid } from './TreeGrid.svelte';
export {
  HEAD,
  TOTAL,
  type TreeCell,
  type TreeColumn,
  type TreeGroup,
  type TreeMark,
  type TreePlace,
  type TreeRow,
  type TreeSelection,
  type TreeSort,
} from './types';
export { between, rowOrder, treeKey, windowOf, type TreeAction, type TreeShape } from './keys';
export { edges, headingRows, type Heading } from './headings';
