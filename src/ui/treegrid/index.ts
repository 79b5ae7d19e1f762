export { default as TreeGrid } from './TreeGrid.svelte';
export * from './pure';
