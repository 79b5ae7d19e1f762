import type { PdfResources } from '../../documents/pdf/read';
import type { Extraction } from '../../domain/facts';
import type { ReadFailure, ReadJob, ReadMessage } from './protocol';

/** What the reader needs of a worker, so that it can be tested without one. */
export interface ReadWorker {
  postMessage(job: ReadJob, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: ReadMessage }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  terminate(): void;
}

/** A document that could not be read; `failure` says why. */
export class ReadFailed extends Error {
  override readonly name = 'ReadFailed';
  constructor(readonly failure: ReadFailure) {
    super(failure.message);
  }
}

export interface ReadRequest {
  fileName: string;
  /** Given away, or fetched when it is the document's turn: what waits takes no memory. */
  bytes: Uint8Array | (() => Promise<Uint8Array>);
  onPage?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

interface Waiting extends ReadRequest {
  id: number;
  resolve: (extraction: Extraction) => void;
  reject: (error: unknown) => void;
}

/**
 * Reads documents in up to `size` workers, in the order of the requests. An abort ends a waiting document at once and
 * a running one by ending its worker: a parser in the middle of a page hears nothing.
 */
export class DocumentReader {
  readonly #idle: ReadWorker[] = [];
  readonly #waiting: Waiting[] = [];
  #running = 0;
  #ids = 0;

  constructor(
    private readonly start: () => ReadWorker,
    private readonly pdf: PdfResources,
    private readonly size = 2,
  ) {}

  /** A document's extraction. Rejects with ReadFailed, the signal's reason, or what fetching the bytes throws. */
  read(request: ReadRequest): Promise<Extraction> {
    const { signal } = request;
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { ...request, id: ++this.#ids, resolve, reject };
      signal?.addEventListener('abort', () => {
        const at = this.#waiting.indexOf(waiting);
        if (at < 0) return;
        this.#waiting.splice(at, 1);
        reject(signal.reason as Error);
      });
      this.#waiting.push(waiting);
      this.#next();
    });
  }

  /** Ends the workers that have nothing to do. */
  rest(): void {
    for (const worker of this.#idle.splice(0)) worker.terminate();
  }

  #next(): void {
    while (this.#running < this.size && this.#waiting.length > 0) {
      this.#running += 1;
      void this.#run(this.#waiting.shift()!);
    }
  }

  async #run(job: Waiting): Promise<void> {
    const { id, fileName, signal } = job;
    const worker = this.#idle.pop() ?? this.start();
    let alive = true;
    let busy = true;
    try {
      const bytes = typeof job.bytes === 'function' ? await job.bytes() : job.bytes;
      signal?.throwIfAborted();
      const extraction = await new Promise<Extraction>((resolve, reject) => {
        const end = (error: unknown) => {
          alive = false;
          worker.terminate();
          reject(error instanceof Error ? error : new Error(String(error)));
        };
        signal?.addEventListener('abort', () => busy && end(signal.reason));
        worker.addEventListener('error', ({ message }) => {
          if (busy)
            end(new ReadFailed({ reason: null, message: message ?? 'worker', detail: message ?? null }));
        });
        worker.addEventListener('message', ({ data }) => {
          if (data.id !== id) return;
          if (data.type === 'page') job.onPage?.(data.done, data.total);
          else if (data.type === 'done') resolve(data.extraction);
          else reject(new ReadFailed(data.failure));
        });
        worker.postMessage({ id, fileName, bytes, pdf: this.pdf }, [bytes.buffer as ArrayBuffer]);
      });
      job.resolve(extraction);
    } catch (error) {
      job.reject(error);
    } finally {
      busy = false;
      if (alive) this.#idle.push(worker);
      this.#running -= 1;
      this.#next();
    }
  }
}
