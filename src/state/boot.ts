import { createBrowserEngine } from '../engine/browser';
import type { AppState } from './app.svelte';
import { embeddedSource, forgetEmbedded } from './embedded';

/**
 * Starts the engine, loads the embedded data and the reader's own, and says in the state how far it is. Failures end in
 * `app.failure`.
 */
export async function boot(app: AppState): Promise<void> {
  app.failure = null;
  app.phase = 'engine';
  app.progress = { doneBytes: 0, totalBytes: 0, rows: 0 };
  try {
    const opening = app.workspace.open();
    // Its files come while the engine starts.
    embeddedSource();
    const engine = await createBrowserEngine((doneBytes, totalBytes) => {
      app.progress = { doneBytes, totalBytes, rows: 0 };
    });
    app.phase = 'data';
    await opening;
    await app.workspace.load(engine, ({ doneBytes, totalBytes, rows }) => {
      app.progress = { doneBytes, totalBytes, rows };
    });
    app.engine = engine;
    app.phase = 'ready';
    void app.workspace.settle().catch((error: unknown) => console.error(error));
  } catch (error) {
    console.error(error);
    forgetEmbedded();
    app.failure = error instanceof Error ? error : new Error(String(error));
    app.phase = 'failed';
  }
}
