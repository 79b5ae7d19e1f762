// The classic worker around duckdb-browser-eh.worker.js, whose URL is this worker's name.
// When the WebAssembly cannot be had, that script leaves a rejected promise behind and answers nothing: the page
// would wait for ever. Here the rejection becomes a message.
const scope = /** @type {any} */ (globalThis);
scope.addEventListener(
  'unhandledrejection',
  (/** @type {{reason: unknown, preventDefault(): void}} */ event) => {
    event.preventDefault();
    scope.postMessage({
      type: 'FAILED',
      requestId: 0,
      data: { name: 'Error', message: String(event.reason) },
    });
  },
);
// It prints every statement that fails; the page is told anyway, and decides what is worth a line in the console.
scope.console.log = () => undefined;
scope.importScripts(scope.name);
