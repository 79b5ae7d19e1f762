export { default as Heatmap } from './Heatmap.svelte';
export type { CellColours, HeatCell, HeatColumn, HeatFoot, HeatRow, HeatSign } from './view';
