/** Up to so many rows all are in the page; beyond, only those near the visible part. */
export const WINDOWED_FROM = 150;
const OVERSCAN = 12;

/** Rows [start, end) of `count`, each `rowHeight` pixels, to render for a scroll position and a visible height. */
export function rowWindow(
  count: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
): { start: number; end: number } {
  if (count <= WINDOWED_FROM) return { start: 0, end: count };
  const first = Math.floor(scrollTop / rowHeight) - OVERSCAN;
  const last = Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN;
  const end = Math.max(0, Math.min(count, last));
  return { start: Math.max(0, Math.min(first, end)), end };
}
