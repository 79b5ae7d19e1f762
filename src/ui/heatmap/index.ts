export { default as Heatmap } from './Heatmap.svelte';
export type { CellColours, HeatCell, HeatColumn, HeatRow, HeatSign } from './view';
