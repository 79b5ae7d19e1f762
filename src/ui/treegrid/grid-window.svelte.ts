import type { Attachment } from 'svelte/attachments';
import { columnsInSight, windowOf, WINDOWED_COLUMNS } from './keys';
import { scrollerOf } from './scroller';

/** Below this many rows everything is drawn; above, the rows in sight. */
const DRAW_ALL = 150;

/** What of a large tree grid is in sight of the element that scrolls it, both ways; on paper all of it. */
export class GridWindow {
  #above = $state(0);
  #height = $state(900);
  #left = $state(0);
  #width = $state(1400);
  #printing = $state(false);
  #scroller: Element | null = null;
  readonly #size: () => { rows: number; columns: number; rowHeight: number; columnWidth: number };

  constructor(size: () => { rows: number; columns: number; rowHeight: number; columnWidth: number }) {
    this.#size = size;
  }

  /** Rows [start, end) to draw. */
  readonly rows = $derived.by(() => {
    const { rows, rowHeight } = this.#size();
    if (this.#printing || rows <= DRAW_ALL) return { start: 0, end: rows };
    return windowOf(rows, rowHeight, this.#above, this.#height);
  });
  /** Columns [start, end) to draw. */
  readonly columns = $derived.by(() => {
    const { columns, columnWidth } = this.#size();
    if (this.#printing) return { start: 0, end: columns };
    return columnsInSight(columns, columnWidth, this.#left, this.#width);
  });
  /** Columns are left out: those that are drawn are all of one width. */
  readonly wide = $derived.by(() => this.#size().columns > WINDOWED_COLUMNS && !this.#printing);
  /** Rows that one page has. */
  readonly page = $derived.by(() => Math.max(1, Math.floor(this.#height / this.#size().rowHeight) - 4));

  /** Follows the scrolling of the element around the table. */
  readonly follow: Attachment<HTMLTableElement> = (table) => {
    const scroller = scrollerOf(table);
    this.#scroller = scroller;
    const look = () => {
      const body = table.tBodies[0];
      if (!body) return;
      const box = scroller.getBoundingClientRect();
      this.#above = Math.max(0, box.top - body.getBoundingClientRect().top);
      this.#height = scroller.clientHeight;
      this.#left = scroller.scrollLeft;
      this.#width = scroller.clientWidth;
    };
    const print = (on: boolean) => () => (this.#printing = on);
    const [before, after] = [print(true), print(false)];
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    const sizes = new ResizeObserver(look);
    sizes.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', look);
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
      sizes.disconnect();
      this.#scroller = null;
    };
  };

  /** Scrolls so that a row and a column (from 0; −1 for the head) are drawn. */
  reach(row: number, column: number): void {
    const scroller = this.#scroller;
    const { rowHeight, columnWidth } = this.#size();
    if (!scroller) return;
    const { rows, columns } = this;
    if (row >= 0 && (row < rows.start || row >= rows.end)) {
      scroller.scrollTop += row * rowHeight - this.#above - this.#height / 2;
    }
    if (column >= 0 && (column < columns.start || column >= columns.end)) {
      scroller.scrollLeft = Math.max(0, column * columnWidth - this.#width / 2);
    }
  }
}
