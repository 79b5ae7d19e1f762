export { default as FormsGraph } from './FormsGraph.svelte';
export type { DrawnEdge, DrawnNode, GraphState } from './layout';
