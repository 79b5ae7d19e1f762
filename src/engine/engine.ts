import { asEngineError, EngineError } from './errors';
import { type BootProgress, Instance } from './instance';
import type { Host } from './protocol';
import { InstanceSession } from './session';
import { SharedQuery, untilAborted } from './shared-query';
import type {
  Cell,
  Column,
  ColumnDescription,
  Engine,
  ParquetFile,
  Query,
  QueryOptions,
  Row,
  Session,
} from './types';

type Job<T> = (session: Session) => Promise<T>;

/** The same for equal queries: bigint and number are told apart. */
function keyOf(query: Query, timeout: number | undefined): string {
  const params = (query.params ?? []).map((value) => `${typeof value}:${String(value)}`);
  return JSON.stringify([query.sql, params, timeout ?? null]);
}

/**
 * Fence 3: the engine over a host. One turn at a time. A database that dies is replaced: a new worker, what was
 * installed installed again, the turn run once more. Cancelling and time-outs go the same way, without the second run.
 */
export class WasmEngine implements Engine {
  readonly #host: Host;
  readonly #kept = new Map<string, Job<void>>();
  readonly #shared = new Map<string, SharedQuery>();
  #running: Promise<Instance> | null = null;
  #tail: Promise<unknown> = Promise.resolve();
  #closed = false;

  private constructor(host: Host) {
    this.#host = host;
  }

  /** Boots a database. Rejects with kind `unavailable` where that fails. */
  static async start(host: Host, onProgress?: BootProgress): Promise<Engine> {
    const engine = new WasmEngine(host);
    await engine.#alive(onProgress);
    return engine;
  }

  async query<R extends Record<keyof R, Cell> = Row>(query: Query, options: QueryOptions = {}): Promise<R[]> {
    const { signal, timeout } = options;
    const key = keyOf(query, timeout);
    let shared = this.#shared.get(key);
    if (!shared || shared.stopped) {
      const started = new SharedQuery((stop) =>
        this.#turn((session) => session.query(query), { signal: stop, timeout }).finally(() => {
          if (this.#shared.get(key) === started) this.#shared.delete(key);
        }),
      );
      shared = started;
      this.#shared.set(key, shared);
    }
    return (await shared.join(signal)) as unknown as R[];
  }

  run<T>(job: Job<T>, options: QueryOptions = {}): Promise<T> {
    // It may change what queries see: those asked for from now on are not the ones under way.
    this.#shared.clear();
    return this.#turn(job, options);
  }

  install(name: string, job: Job<void>, options: QueryOptions = {}): Promise<void> {
    return this.run(async (session) => {
      try {
        await job(session);
      } catch (thrown) {
        // Half of it may be there: the reboot brings back what was before.
        await this.#discard(asEngineError(thrown, 'crashed'));
        throw thrown;
      }
      this.#kept.delete(name);
      this.#kept.set(name, job);
    }, options);
  }

  execute(sql: string): Promise<void> {
    return this.run((session) => session.execute(sql));
  }

  loadParquet(table: string, files: readonly ParquetFile[], select?: string): Promise<void> {
    return this.install(`table ${table}`, (session) => session.loadParquet(table, files, select));
  }

  describe(relation: string): Promise<ColumnDescription[]> {
    return this.#turn((session) => session.describe(relation), {});
  }

  loadRows(table: string, columns: readonly Column[]): Promise<void> {
    return this.run((session) => session.loadRows(table, columns));
  }

  exportParquet(select: string): Promise<Uint8Array> {
    return this.run((session) => session.exportParquet(select));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#discard(new EngineError('unavailable', 'the engine is closed'));
  }

  /** Waits for its turn, runs it, once more where the database died. */
  #turn<T>(job: Job<T>, { signal, timeout }: QueryOptions): Promise<T> {
    const turn = this.#tail.then(async () => {
      for (let attempt = 1; ; attempt++) {
        const instance = await this.#alive();
        if (signal?.aborted) throw new EngineError('cancelled', 'cancelled');
        const stop = (kind: 'cancelled' | 'timeout') => () =>
          instance.fail(new EngineError(kind, kind === 'timeout' ? `not done in ${timeout} ms` : kind));
        const cancel = stop('cancelled');
        signal?.addEventListener('abort', cancel, { once: true });
        const timer = timeout === undefined ? undefined : setTimeout(stop('timeout'), timeout);
        try {
          return await job(new InstanceSession(instance));
        } catch (thrown) {
          if (!instance.dead) throw thrown;
          const { kind } = asEngineError(thrown, 'query');
          if (kind !== 'crashed' || attempt > 1) throw thrown;
        } finally {
          clearTimeout(timer);
          signal?.removeEventListener('abort', cancel);
          // The next one boots while nobody waits for it.
          if (instance.dead) this.#reboot();
        }
      }
    });
    this.#tail = turn.catch(() => undefined);
    return untilAborted(turn, signal);
  }

  #alive(onProgress?: BootProgress): Promise<Instance> {
    if (this.#closed) return Promise.reject(new EngineError('unavailable', 'the engine is closed'));
    this.#running ??= this.#boot(onProgress).catch((thrown: unknown) => {
      this.#running = null;
      throw thrown;
    });
    return this.#running;
  }

  async #boot(onProgress?: BootProgress): Promise<Instance> {
    const instance = await Instance.boot(this.#host, onProgress);
    try {
      for (const job of this.#kept.values()) await job(new InstanceSession(instance));
    } catch (thrown) {
      instance.fail(asEngineError(thrown, 'crashed'));
      throw thrown;
    }
    return instance;
  }

  #reboot(): void {
    this.#running = null;
    if (!this.#closed) this.#alive().catch(() => undefined);
  }

  async #discard(error: EngineError): Promise<void> {
    const running = this.#running;
    if (!running) return;
    const instance = await running.catch(() => null);
    instance?.fail(error);
  }
}
