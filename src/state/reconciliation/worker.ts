import { worker, type Answer, type Job } from './checker';

const work = worker();

/** The thread in which documents are checked: the page stays free. */
addEventListener('message', ({ data: { id, job } }: MessageEvent<{ id: number; job: Job }>) => {
  work(job).then(
    (value) => postMessage({ id, value } satisfies Answer),
    (error: unknown) =>
      postMessage({ id, failed: error instanceof Error ? error.message : String(error) } satisfies Answer),
  );
});
