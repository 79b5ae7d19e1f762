import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { WasmEngine } from './engine';
import { EngineError } from './errors';
import type { BootProgress } from './instance';
import type { OpenPort, Response } from './protocol';
import shellUrl from './shell.js?url';
import type { Engine } from './types';

const absolute = (url: string) => new URL(url, import.meta.url).href;

const open: OpenPort = (onResponse, onFailure) => {
  const worker = new Worker(absolute(shellUrl), { name: absolute(workerUrl) });
  worker.addEventListener('message', (event: MessageEvent<Response>) => {
    if (event.data.type === 'FAILED') onFailure(new Error((event.data.data as Error).message));
    else onResponse(event.data);
  });
  worker.addEventListener('error', (event) =>
    onFailure(new Error(event.message || 'the worker did not load')),
  );
  worker.addEventListener('messageerror', () => onFailure(new Error('a message could not be read')));
  return {
    post: (request, transfer) => worker.postMessage(request, transfer),
    terminate: () => worker.terminate(),
  };
};

/** The program fetched by ourselves, for servers that do not call it application/wasm. */
async function fetchProgram(): Promise<string> {
  const response = await fetch(absolute(wasmUrl));
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.ok || String.fromCharCode(...bytes.subarray(0, 4)) !== '\u0000asm') {
    throw new EngineError('unavailable', `no WebAssembly at ${wasmUrl} (HTTP ${response.status})`);
  }
  return URL.createObjectURL(new Blob([bytes], { type: 'application/wasm' }));
}

/**
 * The engine in a worker of the page, all files from our own origin. `onProgress` gets bytes of the program (18 MB
 * uncompressed). Rejects with an EngineError of kind `unavailable`.
 */
export async function createBrowserEngine(onProgress?: BootProgress): Promise<Engine> {
  try {
    return await WasmEngine.start({ open, wasm: absolute(wasmUrl) }, onProgress);
  } catch (first) {
    const wasm = await fetchProgram().catch((second: unknown) => {
      throw second instanceof EngineError ? second : first;
    });
    return WasmEngine.start({ open, wasm });
  }
}
