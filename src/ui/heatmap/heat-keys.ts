import type { Attachment } from 'svelte/attachments';
import { heatStep, type Place } from './heat-step';

export interface HeatKeys {
  size: () => { rows: number; columns: number; heads: boolean };
  /** Enter, Space or a click. */
  onpick: (at: Place) => void;
  /** A cell has got the focus: it is the grid's tab stop now. */
  onfocus: (at: Place) => void;
  /** Brings a cell into the page that is not drawn yet. */
  reach: (at: Place) => Promise<void>;
  /** What Ctrl/Cmd+C puts on the clipboard; null leaves it alone. */
  copy: () => string | null;
}

/** Keyboard and pointer of a heatmap whose cells carry `data-cell="row:column"`, drawn or not. */
export function heatKeys({ size, onpick, onfocus, reach, copy }: HeatKeys): Attachment<HTMLElement> {
  return (grid) => {
    const find = ({ row, column }: Place) =>
      grid.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
    const placeOf = (event: Event): Place | null => {
      const name = (event.target as Element).closest<HTMLElement>('[data-cell]')?.dataset['cell'];
      const [row, column] = name?.split(':').map(Number) ?? [];
      return row === undefined || column === undefined ? null : { row, column };
    };

    async function go(to: Place) {
      if (!find(to)) await reach(to);
      onfocus(to);
      find(to)?.focus();
    }
    function onkeydown(event: KeyboardEvent) {
      const at = placeOf(event);
      if (!at || event.altKey) return;
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        onpick(at);
        return;
      }
      const to = heatStep(event.key, event.ctrlKey || event.metaKey, at, size());
      if (!to) return;
      event.preventDefault();
      void go(to);
    }
    function onclick(event: MouseEvent) {
      const at = placeOf(event);
      if (at) onpick(at);
    }
    function onfocusin(event: FocusEvent) {
      const at = placeOf(event);
      if (at) onfocus(at);
    }
    function oncopy(event: ClipboardEvent) {
      const text = String(getSelection()) === '' ? copy() : null;
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    }
    grid.addEventListener('keydown', onkeydown);
    grid.addEventListener('click', onclick);
    grid.addEventListener('focusin', onfocusin);
    grid.addEventListener('copy', oncopy);
    return () => {
      grid.removeEventListener('keydown', onkeydown);
      grid.removeEventListener('click', onclick);
      grid.removeEventListener('focusin', onfocusin);
      grid.removeEventListener('copy', oncopy);
    };
  };
}
