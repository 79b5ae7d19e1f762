import type { Engine } from '../engine/types';
import { useApp } from './context';

/** What an analysis gave. The last value stays while the next one is on its way. */
export class Model<T> {
  #value = $state.raw<T | null>(null);
  #error = $state.raw<Error | null>(null);
  loading = $state(true);

  /** Null until the first result. Throws what the analysis threw, so that the page's boundary shows it. */
  get value(): T | null {
    if (this.#error) throw this.#error;
    return this.#value;
  }

  /** Runs once; a run that was overtaken changes nothing. */
  start(run: (signal: AbortSignal) => Promise<T>): () => void {
    const controller = new AbortController();
    const { signal } = controller;
    this.loading = true;
    run(signal).then(
      (value) => {
        if (signal.aborted) return;
        this.#value = value;
        this.#error = null;
        this.loading = false;
      },
      (reason: unknown) => {
        if (signal.aborted) return;
        this.#error = reason instanceof Error ? reason : new Error(String(reason));
        this.loading = false;
      },
    );
    return () => controller.abort();
  }
}

/**
 * Runs an analysis whenever its request changes (compared by content), or the loaded data. Call it while a component is initialised.
 * A request of null runs nothing.
 */
export function useModel<Q, T>(
  request: () => Q | null,
  run: (engine: Engine, request: Q, signal: AbortSignal) => Promise<T>,
): Model<T> {
  const app = useApp();
  const model = new Model<T>();
  const current = $derived(request());
  const key = $derived(JSON.stringify(current));
  let latest: Q | null = null;
  $effect.pre(() => {
    latest = current;
  });
  $effect(() => {
    const engine = app.engine;
    // Other tables under the same engine: what was computed from the old ones is computed again.
    const dataset = app.dataset;
    if (!engine || !dataset || key === 'null') return;
    const asked = latest;
    if (asked === null) return;
    return model.start((signal) => run(engine, asked, signal));
  });
  return model;
}
