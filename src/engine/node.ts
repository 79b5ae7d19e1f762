import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { WasmEngine } from './engine';
import type { Host, OpenPort, Response } from './protocol';
import type { Engine } from './types';

const resolve = createRequire(import.meta.url).resolve;

// The package's Node worker expects the globals of a web worker; it prints every statement that fails.
const SHELL = `
const { parentPort, workerData } = require('node:worker_threads');
globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
parentPort.on('message', (data) => globalThis.onmessage({ data }));
console.log = () => undefined;
require(workerData);
`;

const open: OpenPort = (onResponse, onFailure) => {
  const worker = new Worker(SHELL, {
    eval: true,
    workerData: resolve('@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs'),
  });
  worker.on('message', (response: Response) => onResponse(response));
  worker.on('error', (error) => onFailure(error));
  worker.on('exit', (code) => onFailure(new Error(`the worker ended with code ${code}`)));
  return {
    post: (request, transfer) => worker.postMessage(request, transfer),
    terminate: () => void worker.terminate(),
  };
};

export const nodeHost: Host = { open, wasm: resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm') };

/** The same engine in a Node worker thread, for the command line and the tests. Close it, or the process stays. */
export function createNodeEngine(): Promise<Engine> {
  return WasmEngine.start(nodeHost);
}
