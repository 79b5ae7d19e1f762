import { EngineError } from './errors';
import type { Row } from './types';

/** Settles as `promise` does, but rejects with kind `cancelled` as soon as the signal says so. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(new EngineError('cancelled', 'cancelled', { cause: signal.reason }));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/**
 * One query under way for several callers. Each may walk away by its own signal; the query itself is stopped when
 * the last of them has. Every caller gets rows of its own.
 */
export class SharedQuery {
  readonly #rows: Promise<Row[]>;
  readonly #stop = new AbortController();
  #waiting = 0;
  #joined = 0;

  constructor(start: (signal: AbortSignal) => Promise<Row[]>) {
    this.#rows = start(this.#stop.signal);
  }

  get stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  async join(signal?: AbortSignal): Promise<Row[]> {
    this.#waiting++;
    this.#joined++;
    try {
      const rows = await untilAborted(this.#rows, signal);
      return this.#joined > 1 ? rows.map((row) => ({ ...row })) : rows;
    } finally {
      if (--this.#waiting === 0) this.#stop.abort();
    }
  }
}
