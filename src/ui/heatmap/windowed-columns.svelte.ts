import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { columnWindow, COLUMNS_WINDOWED_FROM } from './column-window';
import { COLUMN_WIDTH } from './view';

/** Which columns of a wide heatmap are in the page: those near the visible part of the frame that scrolls it. */
export class WindowedColumns {
  #scrollLeft = $state(0);
  #width = $state(1200);
  #printing = $state(false);
  #frame: HTMLElement | null = null;
  readonly #count: () => number;

  constructor(count: () => number) {
    this.#count = count;
  }

  /** Columns [start, end). */
  readonly shown = $derived.by(() => {
    const count = this.#count();
    return this.#printing
      ? { start: 0, end: count }
      : columnWindow(count, COLUMN_WIDTH, this.#scrollLeft, this.#width);
  });
  /** Some columns may be left out: all are of one width. */
  readonly active = $derived.by(() => this.#count() > COLUMNS_WINDOWED_FROM);

  readonly follow: Attachment<HTMLElement> = (table) => {
    const frame = table.parentElement;
    if (!frame) return;
    this.#frame = frame;
    const read = () => {
      this.#scrollLeft = frame.scrollLeft;
      this.#width = frame.clientWidth || 1200;
    };
    const print = (on: boolean) => () => (this.#printing = on);
    const [before, after] = [print(true), print(false)];
    const watcher = new ResizeObserver(read);
    watcher.observe(frame);
    frame.addEventListener('scroll', read, { passive: true });
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      watcher.disconnect();
      frame.removeEventListener('scroll', read);
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
      this.#frame = null;
    };
  };

  /** Brings a column into the page, in the middle of the frame. Resolves when it is there. */
  readonly reach = async (column: number): Promise<void> => {
    const frame = this.#frame;
    if (!frame) return;
    frame.scrollLeft = Math.max(0, column * COLUMN_WIDTH - frame.clientWidth / 3);
    this.#scrollLeft = frame.scrollLeft;
    await tick();
  };
}
