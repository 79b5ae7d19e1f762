/** Up to so many columns all are in the page; beyond, only those near the visible part. */
export const COLUMNS_WINDOWED_FROM = 40;
const OVERSCAN = 3;

/**
 * Columns [start, end) of `count`, each `columnWidth` pixels, to render for a scroll position and the width that is
 * left beside the row heads.
 */
export function columnWindow(
  count: number,
  columnWidth: number,
  scrollLeft: number,
  width: number,
): { start: number; end: number } {
  if (count <= COLUMNS_WINDOWED_FROM) return { start: 0, end: count };
  const first = Math.floor(scrollLeft / columnWidth) - OVERSCAN;
  const last = Math.ceil((scrollLeft + width) / columnWidth) + OVERSCAN;
  const end = Math.max(0, Math.min(count, last));
  return { start: Math.max(0, Math.min(first, end)), end };
}
