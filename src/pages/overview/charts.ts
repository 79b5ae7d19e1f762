export { default as Parts } from './Parts.svelte';
export { default as Structure } from './Structure.svelte';
