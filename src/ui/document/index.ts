export { default as FormTable } from './FormTable.svelte';
