import { asEngineError, classify, EngineError, type ReportedError } from './errors';
import type { Host, Port, Requests, RequestType, Response } from './protocol';

interface Pending {
  resolve(answer: unknown): void;
  reject(error: EngineError): void;
}

/** Bytes of the database program that have come so far; `total` is 0 where the server does not say. */
export type BootProgress = (loaded: number, total: number) => void;

/** Reading whole numbers and DECIMALs as doubles would be the default of a later version: said here once for all. */
const CONFIG = {
  path: ':memory:',
  query: { castBigIntToDouble: false, castDecimalToDouble: false, castTimestampToDate: false },
};

/** Extensions would come from the internet: never look for one. */
const SETTINGS = ['SET autoload_known_extensions = false', 'SET autoinstall_known_extensions = false'];

/** Of what every statement needs: parser, catalog, functions, execution. */
const SANE = "SELECT count(*) FROM (VALUES (1), (2)) t(i) WHERE length('a') = i";

/** One running database in its worker. Once `fail`ed it stays dead: every call rejects, and the engine boots another. */
export class Instance {
  readonly #pending = new Map<number, Pending>();
  #port: Port;
  #connection = -1;
  #lastId = 0;
  #dead: EngineError | null = null;
  readonly #onProgress: BootProgress | undefined;

  private constructor(host: Host, onProgress?: BootProgress) {
    this.#onProgress = onProgress;
    this.#port = host.open(
      (response) => this.#receive(response),
      (reason) =>
        this.fail(new EngineError('crashed', `database worker: ${reason.message}`, { cause: reason })),
    );
  }

  /** Starts a worker and an empty in-memory database in it. Rejects with kind `unavailable`. */
  static async boot(host: Host, onProgress?: BootProgress): Promise<Instance> {
    const instance = new Instance(host, onProgress);
    try {
      await instance.call('INSTANTIATE', [host.wasm, null]);
      await instance.call('OPEN', CONFIG);
      instance.#connection = await instance.call('CONNECT', null);
      for (const setting of SETTINGS) await instance.runBare(setting);
      return instance;
    } catch (thrown) {
      const { message } = asEngineError(thrown, 'unavailable');
      const error = new EngineError('unavailable', `the database did not start: ${message}`, {
        cause: thrown,
      });
      instance.fail(error);
      throw error;
    }
  }

  get dead(): boolean {
    return this.#dead !== null;
  }

  /** Stops the worker; everything under way and everything later rejects with `error`. */
  fail(error: EngineError): void {
    if (this.#dead) return;
    this.#dead = error;
    this.#port.terminate();
    for (const pending of this.#pending.values()) pending.reject(error);
    this.#pending.clear();
  }

  call<T extends RequestType>(
    type: T,
    data: Requests[T]['data'],
    transfer: ArrayBuffer[] = [],
  ): Promise<Requests[T]['answer']> {
    if (this.#dead) return Promise.reject(this.#dead);
    const messageId = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(messageId, { resolve: resolve as Pending['resolve'], reject });
      this.#port.post({ messageId, type, data }, transfer);
    });
  }

  /** Runs a statement as it is, without any fence, and gives the Arrow IPC stream. For the session alone. */
  async runBare(sql: string): Promise<Uint8Array> {
    try {
      return await this.#runQuery(sql);
    } catch (thrown) {
      await this.#demandSanity(thrown);
      throw thrown;
    }
  }

  #runQuery(sql: string): Promise<Uint8Array> {
    return this.call('RUN_QUERY', [this.#connection, sql]);
  }

  /**
   * After an error: does the database still know its own mind? An overrun of its stack has been seen to end in an
   * ordinary error ("Catalog "system" does not exist!") and to leave it unable to parse `SELECT 1`.
   */
  async #demandSanity(cause: unknown): Promise<void> {
    if (this.#dead) return;
    try {
      await this.#runQuery(SANE);
    } catch {
      const error = new EngineError('crashed', 'the database is damaged', { cause });
      this.fail(error);
      throw error;
    }
  }

  /** Appends an Arrow IPC stream to a table, or makes the table of it. */
  insertArrow(table: string, stream: Uint8Array, create: boolean): Promise<null> {
    return this.call('INSERT_ARROW_FROM_IPC_STREAM', [this.#connection, stream, { name: table, create }]);
  }

  #receive(response: Response): void {
    if (response.type === 'LOG') return;
    if (response.type === 'INSTANTIATE_PROGRESS') {
      const progress = response.data as { bytesLoaded: number; bytesTotal: number };
      this.#onProgress?.(progress.bytesLoaded, progress.bytesTotal);
      return;
    }
    const pending = this.#pending.get(response.requestId);
    if (!pending) return;
    this.#pending.delete(response.requestId);
    if (response.type !== 'ERROR') return pending.resolve(response.data);
    const { error, dead } = classify(response.data as ReportedError);
    pending.reject(error);
    if (dead) this.fail(error);
  }
}
