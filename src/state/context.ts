import { createContext } from 'svelte';
import type { AppState } from './app.svelte';

/** `const app = useApp()` during a component's initialisation. */
export const [useApp, provideApp] = createContext<AppState>();
