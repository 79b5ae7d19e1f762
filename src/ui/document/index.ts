export { default as FormTable } from './FormTable.svelte';
export { default as PageView } from './PageView.svelte';
export type { Highlight } from './open-file';
