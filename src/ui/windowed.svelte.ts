import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { rowWindow, WINDOWED_FROM } from './row-window';

/**
 * Which rows of a long table are in the page: those near the visible part of the frame that scrolls it (the element
 * around the table). On paper all of them are.
 */
export class Windowed {
  #scrollTop = $state(0);
  #height = $state(1200);
  #printing = $state(false);
  #frame: HTMLElement | null = null;
  readonly #count: () => number;
  readonly #rowHeight: () => number;

  constructor(count: () => number, rowHeight: () => number) {
    this.#count = count;
    this.#rowHeight = rowHeight;
  }

  /** Rows [start, end). */
  readonly shown = $derived.by(() => {
    const count = this.#count();
    return this.#printing
      ? { start: 0, end: count }
      : rowWindow(count, this.#rowHeight(), this.#scrollTop, this.#height);
  });
  /** Some rows are left out of the page: those that are must all be of one height. */
  readonly active = $derived.by(() => !this.#printing && this.#count() > WINDOWED_FROM);

  /** Follows the scroll of the frame around the table. */
  readonly follow: Attachment<HTMLElement> = (table) => {
    const frame = table.parentElement;
    if (!frame) return;
    this.#frame = frame;
    const read = () => {
      this.#scrollTop = frame.scrollTop;
      this.#height = frame.clientHeight || 1200;
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

  /** Brings a row into the page, in the middle of the frame. Resolves when it is there. */
  readonly reach = async (row: number): Promise<void> => {
    const frame = this.#frame;
    if (!frame) return;
    frame.scrollTop = Math.max(0, row * this.#rowHeight() - frame.clientHeight / 2);
    this.#scrollTop = frame.scrollTop;
    await tick();
  };
}
