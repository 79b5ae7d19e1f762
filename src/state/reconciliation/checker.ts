import type { CheckedFacts, CheckInput, Identity } from '../../checks';

/** What runs the checks: a thread of its own in the page, the same functions in place elsewhere. */
export interface Checker {
  /** Hands documents over, a few at a time: a copy of many would hold the page up. `anew` forgets those before. */
  add(inputs: readonly CheckInput[], anew?: boolean): Promise<void>;
  /** Checks the documents handed over since the last time: those of whole bodies. */
  check(): Promise<CheckedFacts[]>;
  identities(inputs: readonly CheckInput[], doc_id: string, fact_ids: readonly string[]): Promise<Identity[]>;
}

export type Job =
  | { do: 'add'; inputs: readonly CheckInput[]; anew: boolean }
  | { do: 'check' }
  | { do: 'identities'; inputs: readonly CheckInput[]; doc_id: string; fact_ids: readonly string[] };
export type Answer = { id: number } & ({ value: unknown } | { failed: string });

/** Does jobs one after the other; in the worker, and where there is none. The rules come with the first one. */
export function worker(): (job: Job) => Promise<unknown> {
  let given: CheckInput[] = [];
  return async (job) => {
    if (job.do === 'add') {
      given = job.anew ? [...job.inputs] : [...given, ...job.inputs];
      return;
    }
    // Before anything is waited for: what comes meanwhile belongs to the next check.
    const inputs = given;
    if (job.do === 'check') given = [];
    const { checkTogether, identitiesOf } = await import('../../checks');
    if (job.do === 'identities') return identitiesOf(job.inputs, job.doc_id, job.fact_ids);
    return checkTogether(inputs, new Set(inputs.map(({ document }) => document.doc_id)));
  };
}

/** One after the other, in a worker that starts with the first job. */
export function workerChecker(): Checker {
  let thread: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const start = () => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<Answer>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ('failed' in data) asked?.reject(new Error(data.failed));
      else asked?.resolve(data.value);
    };
    // A worker that cannot be loaded, or died: whoever waits is told, and the next job starts another.
    started.onerror = (event) => {
      event.preventDefault();
      started.terminate();
      thread = null;
      for (const { reject } of waiting.values()) reject(new Error(event.message || 'the checks stopped'));
      waiting.clear();
    };
    return started;
  };
  const ask = (job: Job): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      (thread ??= start()).postMessage({ id, job });
    });
  return checkerOf(ask);
}

/** Where there is no thread to give it to. */
export const localChecker = (): Checker => checkerOf(worker());

const checkerOf = (ask: (job: Job) => Promise<unknown>): Checker => ({
  add: (inputs, anew = false) => ask({ do: 'add', inputs, anew }) as Promise<void>,
  check: () => ask({ do: 'check' }) as Promise<CheckedFacts[]>,
  identities: (inputs, doc_id, fact_ids) =>
    ask({ do: 'identities', inputs, doc_id, fact_ids }) as Promise<Identity[]>,
});
