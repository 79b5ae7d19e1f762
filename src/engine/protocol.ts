/**
 * The messages of the duckdb-wasm 1.28.0 worker that we use. Spoken directly, because the package's own client
 * forgets its pending requests when the worker fails: their promises never settle.
 */
export interface Requests {
  INSTANTIATE: { data: [wasmUrl: string, pthreadUrl: null]; answer: null };
  OPEN: { data: { path: string }; answer: null };
  CONNECT: { data: null; answer: number };
  RUN_QUERY: { data: [connection: number, sql: string]; answer: Uint8Array };
  REGISTER_FILE_BUFFER: { data: [name: string, bytes: Uint8Array]; answer: null };
  DROP_FILE: { data: string; answer: null };
  COPY_FILE_TO_BUFFER: { data: string; answer: Uint8Array };
  INSERT_ARROW_FROM_IPC_STREAM: {
    data: [connection: number, stream: Uint8Array, options: { name: string; create: boolean }];
    answer: null;
  };
}
export type RequestType = keyof Requests;

export interface Request {
  messageId: number;
  type: RequestType;
  data: unknown;
}

/** What comes back. ERROR carries a ReportedError, INSTANTIATE_PROGRESS bytes, LOG is of no interest. */
export interface Response {
  requestId: number;
  type: string;
  data: unknown;
}

/** A worker, whichever kind, as far as the engine needs one. */
export interface Port {
  post(request: Request, transfer: ArrayBuffer[]): void;
  terminate(): void;
}

/** Starts a worker. `onFailure` is for what breaks outside any request: a script that is missing, a worker that ends. */
export type OpenPort = (onResponse: (response: Response) => void, onFailure: (reason: Error) => void) => Port;

/** Where a database comes from. */
export interface Host {
  open: OpenPort;
  /** URL or path of `duckdb-eh.wasm`. */
  wasm: string;
}
