import { describe, expect, it } from 'vitest';
import { DocumentReader, ReadFailed, type ReadWorker } from '../../../src/state/import/reader';
import type { ReadJob, ReadMessage } from '../../../src/state/import/protocol';
import type { Extraction } from '../../../src/domain/facts';

/** A worker that answers when told to. */
class HandWorker implements ReadWorker {
  jobs: ReadJob[] = [];
  ended = false;
  private readonly messages: ((event: { data: ReadMessage }) => void)[] = [];
  private readonly errors: ((event: { message?: string }) => void)[] = [];

  postMessage(job: ReadJob): void {
    this.jobs.push(job);
  }
  addEventListener(type: string, listener: unknown): void {
    if (type === 'message') this.messages.push(listener as (event: { data: ReadMessage }) => void);
    else this.errors.push(listener as (event: { message?: string }) => void);
  }
  terminate(): void {
    this.ended = true;
  }
  say(message: ReadMessage): void {
    for (const listener of this.messages) listener({ data: message });
  }
  crash(message: string): void {
    for (const listener of this.errors) listener({ message });
  }
}

const PDF = { cMapUrl: 'cmaps/', standardFontDataUrl: 'fonts/' };
const named = (title: string) => ({ document: { title } }) as unknown as Extraction;
const bytes = () => new Uint8Array([1, 2, 3]);

function setUp(size = 2) {
  const workers: HandWorker[] = [];
  const reader = new DocumentReader(
    () => {
      const worker = new HandWorker();
      workers.push(worker);
      return worker;
    },
    PDF,
    size,
  );
  return { workers, reader };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('reading documents in workers', () => {
  it('reads as many at once as there are workers, the rest in their order as one gets free', async () => {
    const { workers, reader } = setUp(2);
    const results = ['a', 'b', 'c'].map((fileName) => reader.read({ fileName, bytes: bytes() }));
    expect(workers.map((worker) => worker.jobs.map((job) => job.fileName))).toEqual([['a'], ['b']]);
    workers[1]!.say({ type: 'done', id: workers[1]!.jobs[0]!.id, extraction: named('b') });
    await results[1];
    await settled();
    expect(workers).toHaveLength(2);
    expect(workers[1]!.jobs.map((job) => job.fileName)).toEqual(['b', 'c']);
    workers[1]!.say({ type: 'done', id: workers[1]!.jobs[1]!.id, extraction: named('c') });
    workers[0]!.say({ type: 'done', id: workers[0]!.jobs[0]!.id, extraction: named('a') });
    expect((await Promise.all(results)).map((one) => one.document.title)).toEqual(['a', 'b', 'c']);
  });

  it('tells pages of the document they belong to', async () => {
    const { workers, reader } = setUp(1);
    const seen: string[] = [];
    const read = (fileName: string) =>
      reader.read({
        fileName,
        bytes: bytes(),
        onPage: (done, total) => seen.push(`${fileName} ${done}/${total}`),
      });
    const first = read('a');
    const second = read('b');
    const worker = workers[0]!;
    worker.say({ type: 'page', id: worker.jobs[0]!.id, done: 1, total: 2 });
    worker.say({ type: 'done', id: worker.jobs[0]!.id, extraction: named('a') });
    await first;
    await settled();
    worker.say({ type: 'page', id: worker.jobs[1]!.id, done: 3, total: 9 });
    worker.say({ type: 'done', id: worker.jobs[1]!.id, extraction: named('b') });
    await second;
    expect(seen).toEqual(['a 1/2', 'b 3/9']);
  });

  it('gives the reason of a document that cannot be read, and the worker reads on', async () => {
    const { workers, reader } = setUp(1);
    const failure = { reason: 'encrypted' as const, message: 'PDF 已加密', detail: null };
    const broken = reader.read({ fileName: 'a', bytes: bytes() });
    const next = reader.read({ fileName: 'b', bytes: bytes() });
    workers[0]!.say({ type: 'failed', id: workers[0]!.jobs[0]!.id, failure });
    await expect(broken).rejects.toEqual(new ReadFailed(failure));
    await settled();
    expect(workers[0]!.ended).toBe(false);
    workers[0]!.say({ type: 'done', id: workers[0]!.jobs[1]!.id, extraction: named('b') });
    expect((await next).document.title).toBe('b');
  });

  it('ends a worker whose document is cancelled, and one that crashed; others are read in a new one', async () => {
    const { workers, reader } = setUp(1);
    const cancel = new AbortController();
    const cancelled = reader.read({ fileName: 'a', bytes: bytes(), signal: cancel.signal });
    const crashed = reader.read({ fileName: 'b', bytes: bytes() });
    const last = reader.read({ fileName: 'c', bytes: bytes() });
    cancel.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    await settled();
    expect(workers.map((worker) => worker.ended)).toEqual([true, false]);
    workers[1]!.crash('out of memory');
    await expect(crashed).rejects.toMatchObject({ failure: { reason: null, message: 'out of memory' } });
    await settled();
    workers[2]!.say({ type: 'done', id: workers[2]!.jobs[0]!.id, extraction: named('c') });
    await last;
    expect(workers.map((worker) => worker.ended)).toEqual([true, true, false]);
  });

  it('an abort takes a waiting document out of the queue and leaves finished ones alone', async () => {
    const { workers, reader } = setUp(1);
    const early = new AbortController();
    const late = new AbortController();
    const first = reader.read({ fileName: 'a', bytes: bytes(), signal: early.signal });
    const waiting = reader.read({ fileName: 'b', bytes: bytes(), signal: late.signal });
    late.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    workers[0]!.say({ type: 'done', id: workers[0]!.jobs[0]!.id, extraction: named('a') });
    await first;
    early.abort();
    expect(workers[0]!.ended).toBe(false);
    expect(workers[0]!.jobs).toHaveLength(1);
    reader.rest();
    expect(workers[0]!.ended).toBe(true);
  });
});
