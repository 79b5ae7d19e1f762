import type { Attachment } from 'svelte/attachments';

export interface GridOptions {
  /** Enter, or a click, on a cell. `cell` is its `data-cell`. */
  onopen?: (cell: string, element: HTMLElement) => void;
  /** What Ctrl/Cmd+C puts on the clipboard: tab-separated text. */
  copy?: () => string;
  /** A key that the grid does not use itself (e.g. arrows on a tree's row). True where it was used. */
  onkey?: (event: KeyboardEvent, cell: string) => boolean;
  /**
   * Of a table that holds only the rows in sight: how many there are, and how to bring one into the page. Its cells
   * are named `row:column`.
   */
  rows?: () => number;
  reach?: (row: number) => Promise<void>;
}

/** How many rows a key goes, where it leaves the row; null for the others. */
function rowStep(event: KeyboardEvent, at: number, rows: number): number | null {
  const far = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return 10;
    case 'PageUp':
      return -10;
    case 'Home':
      return far ? -at : null;
    case 'End':
      return far ? rows - 1 - at : null;
    default:
      return null;
  }
}

/**
 * Keyboard for tables and heatmaps: one tab stop for the whole grid, arrows move among the elements with
 * `data-cell`, Home/End along the row, Ctrl+Home/End to the corners, PageUp/PageDown by ten rows, Enter or a click
 * opens, Ctrl+C copies the whole table.
 */
export function gridKeys(options: GridOptions): Attachment<HTMLElement> {
  return (grid) => {
    const cells = () => [...grid.querySelectorAll<HTMLElement>('[data-cell]')];
    const rowOf = (cell: Element) => cell.closest('tr, [role="row"]') ?? grid;

    const inRow = (row: Element | undefined) => [
      ...(row?.querySelectorAll<HTMLElement>('[data-cell]') ?? []),
    ];

    /** Exactly one cell is a tab stop: the one that had the focus last, else the first. */
    function rove(active?: HTMLElement) {
      const all = cells();
      const stop = active ?? all.find((cell) => cell.tabIndex === 0) ?? all[0];
      for (const cell of all) {
        const index = cell === stop ? 0 : -1;
        if (cell.getAttribute('tabindex') !== String(index)) cell.tabIndex = index;
      }
    }

    function move(from: HTMLElement, event: KeyboardEvent): HTMLElement | undefined {
      const rows = [...new Set(cells().map(rowOf))];
      const r = rows.indexOf(rowOf(from));
      const row = inRow(rows[r]);
      const c = row.indexOf(from);
      const vertical = (step: number) => {
        const target = inRow(rows[Math.max(0, Math.min(rows.length - 1, r + step))]);
        return target[Math.min(c, target.length - 1)];
      };
      const far = event.ctrlKey || event.metaKey;
      switch (event.key) {
        case 'ArrowRight':
          return row[c + 1];
        case 'ArrowLeft':
          return row[c - 1];
        case 'ArrowDown':
          return vertical(1);
        case 'ArrowUp':
          return vertical(-1);
        case 'PageDown':
          return vertical(10);
        case 'PageUp':
          return vertical(-10);
        case 'Home':
          return far ? inRow(rows[0])[0] : row[0];
        case 'End':
          return far ? inRow(rows.at(-1)).at(-1) : row.at(-1);
        default:
          return undefined;
      }
    }

    /** Moves to a row that is not in the page yet. True where it does. */
    function moveOutside(from: HTMLElement, event: KeyboardEvent): boolean {
      const count = options.rows?.();
      const [row, column] = (from.dataset['cell'] ?? '').split(':').map(Number);
      if (count === undefined || !options.reach || row === undefined || column === undefined) return false;
      const step = rowStep(event, row, count);
      if (step === null) return false;
      const target = Math.max(0, Math.min(count - 1, row + step));
      const columns = inRow(rowOf(from)).length;
      const to = event.key === 'Home' ? 0 : event.key === 'End' ? columns - 1 : column;
      const found = () => grid.querySelector<HTMLElement>(`[data-cell="${target}:${to}"]`);
      if (found()) return false;
      void options.reach(target).then(() => {
        const cell = found();
        if (!cell) return;
        rove(cell);
        cell.focus();
      });
      return true;
    }

    const cellOf = (event: Event) => (event.target as Element).closest<HTMLElement>('[data-cell]');

    function onkeydown(event: KeyboardEvent) {
      const cell = cellOf(event);
      if (!cell || event.altKey) return;
      if (options.onkey?.(event, cell.dataset['cell']!)) return event.preventDefault();
      if ((event.key === 'Enter' || event.key === ' ') && options.onopen && cell === event.target) {
        event.preventDefault();
        options.onopen(cell.dataset['cell']!, cell);
        return;
      }
      if (moveOutside(cell, event)) return event.preventDefault();
      const next = move(cell, event);
      if (!next) return;
      event.preventDefault();
      rove(next);
      next.focus();
    }
    function onclick(event: MouseEvent) {
      const cell = cellOf(event);
      // A button inside a cell answers its own click.
      if (!cell || (event.target as Element).closest('button, a') !== cell.closest('button, a')) return;
      rove(cell);
      options.onopen?.(cell.dataset['cell']!, cell);
    }
    function onfocusin(event: FocusEvent) {
      const cell = cellOf(event);
      if (cell) rove(cell);
    }
    function oncopy(event: ClipboardEvent) {
      if (!options.copy || String(getSelection()) !== '') return;
      event.clipboardData?.setData('text/plain', options.copy());
      event.preventDefault();
    }

    rove();
    const watcher = new MutationObserver(() => rove());
    watcher.observe(grid, { childList: true, subtree: true });
    grid.addEventListener('keydown', onkeydown);
    grid.addEventListener('click', onclick);
    grid.addEventListener('focusin', onfocusin);
    grid.addEventListener('copy', oncopy);
    return () => {
      watcher.disconnect();
      grid.removeEventListener('keydown', onkeydown);
      grid.removeEventListener('click', onclick);
      grid.removeEventListener('focusin', onfocusin);
      grid.removeEventListener('copy', oncopy);
    };
  };
}
