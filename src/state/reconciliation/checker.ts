import type { CheckedFacts, CheckInput, Identity } from '../../checks';

/** What runs the checks: a thread of its own in the page, the same functions in place elsewhere. */
export interface Checker {
  /** Documents of whole bodies. */
  check(inputs: readonly CheckInput[]): Promise<CheckedFacts[]>;
  identities(inputs: readonly CheckInput[], doc_id: string, fact_ids: readonly string[]): Promise<Identity[]>;
}

export type Job =
  | { do: 'check'; inputs: readonly CheckInput[] }
  | { do: 'identities'; inputs: readonly CheckInput[]; doc_id: string; fact_ids: readonly string[] };
export type Answer = { id: number } & ({ value: unknown } | { failed: string });

/** Does a job; in the worker, and where there is none. The rules come with the first one. */
export async function work(job: Job): Promise<unknown> {
  const { checkTogether, identitiesOf } = await import('../../checks');
  if (job.do === 'identities') return identitiesOf(job.inputs, job.doc_id, job.fact_ids);
  return checkTogether(job.inputs, new Set(job.inputs.map(({ document }) => document.doc_id)));
}

/** One after the other, in a worker that starts with the first job. */
export function workerChecker(): Checker {
  let worker: Worker | null = null;
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
      worker = null;
      for (const { reject } of waiting.values()) reject(new Error(event.message || 'the checks stopped'));
      waiting.clear();
    };
    return started;
  };
  const ask = (job: Job): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      (worker ??= start()).postMessage({ id, job });
    });
  return checkerOf(ask);
}

/** Where there is no thread to give it to. */
export const localChecker = (): Checker => checkerOf(work);

const checkerOf = (ask: (job: Job) => Promise<unknown>): Checker => ({
  check: (inputs) => ask({ do: 'check', inputs }) as Promise<CheckedFacts[]>,
  identities: (inputs, doc_id, fact_ids) =>
    ask({ do: 'identities', inputs, doc_id, fact_ids }) as Promise<Identity[]>,
});
